#include "server/exchange/utf16.hpp"

namespace commonweal::exchange {
namespace {

constexpr std::uint32_t lost = 0xFFFD;

bool is_high(std::uint32_t unit) {
    return unit >= 0xD800 && unit <= 0xDBFF;
}
bool is_low(std::uint32_t unit) {
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

/// The unit at a place where two bytes are.
std::uint32_t unit_at(std::string_view bytes, std::size_t at, ByteOrder order) {
    const auto first = static_cast<std::uint8_t>(bytes[at]);
    const auto second = static_cast<std::uint8_t>(bytes[at + 1]);
    return order == ByteOrder::little_endian ? first | (second << 8U) : second | (first << 8U);
}

}  // namespace

void append_utf8(std::string& out, std::uint32_t code_point) {
    const auto put = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
    const auto put_next = [&](unsigned shift) { put(0x80U | ((code_point >> shift) & 0x3FU)); };
    if (is_high(code_point) || is_low(code_point) || code_point > 0x10FFFF) code_point = lost;
    if (code_point < 0x80) return put(code_point);
    if (code_point < 0x800) {
        put(0xC0U | (code_point >> 6U));
    } else if (code_point < 0x10000) {
        put(0xE0U | (code_point >> 12U));
        put_next(6);
    } else {
        put(0xF0U | (code_point >> 18U));
        put_next(12);
        put_next(6);
    }
    put_next(0);
}

std::string utf16_to_utf8(std::string_view bytes, ByteOrder order) {
    std::string out;
    out.reserve(bytes.size());
    std::size_t at = 0;
    for (; at + 1 < bytes.size(); at += 2) {
        const std::uint32_t unit = unit_at(bytes, at, order);
        const std::uint32_t next = at + 3 < bytes.size() ? unit_at(bytes, at + 2, order) : 0;
        if (is_high(unit) && is_low(next)) {
            append_utf8(out, 0x10000U + ((unit - 0xD800U) << 10U) + (next - 0xDC00U));
            at += 2;
        } else {
            append_utf8(out, unit);
        }
    }
    if (at < bytes.size()) append_utf8(out, lost);
    return out;
}

}  // namespace commonweal::exchange
