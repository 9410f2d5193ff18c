#include "server/exchange/text.hpp"

#include <array>

namespace commonweal::exchange {
namespace {

/// What Windows-1252 means by 0x80 to 0x9F; above that it is Latin-1.
constexpr std::array<char16_t, 32> upper_controls{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

char16_t from_windows_1252(std::uint8_t byte) {
    return byte >= 0x80 && byte <= 0x9F ? upper_controls[byte - 0x80U] : byte;
}

/// Windows-1252 has nothing outside the basic plane: one to three bytes.
void append_utf8(std::string& out, char16_t code) {
    if (code < 0x80) {
        out += static_cast<char>(code);
        return;
    }
    if (code < 0x800) {
        out += static_cast<char>(0xC0 | (code >> 6));
    } else {
        out += static_cast<char>(0xE0 | (code >> 12));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    }
    out += static_cast<char>(0x80 | (code & 0x3F));
}

}  // namespace

std::string_view to_text(Encoding encoding) {
    return encoding == Encoding::utf8 ? "UTF-8" : "Windows-1252";
}

bool Utf8Check::take(std::uint8_t byte) {
    if (more_ > 0) {
        if (byte < low_ || byte > high_) return false;
        --more_;
        low_ = 0x80;
        high_ = 0xBF;
        return true;
    }
    if (byte < 0x80) return true;
    if (byte < 0xC2 || byte > 0xF4) return false;
    more_ = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
    if (byte == 0xE0) low_ = 0xA0;   // overlong below
    if (byte == 0xED) high_ = 0x9F;  // surrogates above
    if (byte == 0xF0) low_ = 0x90;   // overlong below
    if (byte == 0xF4) high_ = 0x8F;  // beyond U+10FFFF above
    return true;
}

bool Utf8Check::take(std::string_view bytes) {
    for (std::size_t i = 0; valid_ && i < bytes.size(); ++i)
        valid_ = take(static_cast<std::uint8_t>(bytes[i]));
    return valid_;
}

bool is_utf8(std::string_view bytes) {
    Utf8Check check;
    check.take(bytes);
    return check.complete();
}

Encoding detect_encoding(std::istream& input) {
    const auto start = input.tellg();
    Utf8Check check;
    std::array<char, 64 * 1024> chunk;
    bool may_be_utf8 = true;
    while (may_be_utf8 && input) {
        input.read(chunk.data(), chunk.size());
        may_be_utf8 = check.take({chunk.data(), static_cast<std::size_t>(input.gcount())});
    }
    if (input.bad()) throw std::ios_base::failure("the file could not be read to its end");
    input.clear();
    input.seekg(start);
    if (!input) throw std::ios_base::failure("the file cannot be read twice");
    return check.complete() ? Encoding::utf8 : Encoding::windows_1252;
}

std::string to_utf8(std::string_view bytes, Encoding encoding) {
    if (encoding == Encoding::utf8) return std::string{bytes};
    std::string out;
    out.reserve(bytes.size());
    for (char c : bytes) append_utf8(out, from_windows_1252(static_cast<std::uint8_t>(c)));
    return out;
}

}  // namespace commonweal::exchange
