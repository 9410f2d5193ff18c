#include "domain/core/id.hpp"

namespace commonweal {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t ulid_length = 26;

/// The value of a character of Crockford base 32, or -1.
int value_of(char c) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    const auto at = alphabet.find(c);
    return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

}  // namespace

std::string ulid_text(const IdBytes& bytes) {
    // 26 × 5 = 130 bits hold 128: two zero bits stand in front.
    std::string text(ulid_length, '0');
    for (std::size_t i = 0; i < ulid_length; ++i) {
        unsigned value = 0;
        for (std::size_t bit = i * 5; bit < i * 5 + 5; ++bit) {
            value <<= 1U;
            if (bit >= 2) value |= (bytes[(bit - 2) / 8] >> (7 - (bit - 2) % 8)) & 1U;
        }
        text[i] = alphabet[value];
    }
    return text;
}

std::optional<IdBytes> parse_ulid(std::string_view text) {
    if (text.size() != ulid_length || value_of(text[0]) > 7) return std::nullopt;
    IdBytes bytes{};
    for (std::size_t i = 0; i < ulid_length; ++i) {
        const int value = value_of(text[i]);
        if (value < 0) return std::nullopt;
        for (std::size_t k = 0; k < 5; ++k) {
            const std::size_t bit = i * 5 + k;
            if (bit < 2 || ((static_cast<unsigned>(value) >> (4 - k)) & 1U) == 0) continue;
            auto& byte = bytes[(bit - 2) / 8];
            byte = static_cast<std::uint8_t>(byte | (1U << (7 - (bit - 2) % 8)));
        }
    }
    return bytes;
}

std::string to_text(SchoolId school) {
    return std::to_string(school.urn);
}

std::optional<SchoolId> parse_school(std::string_view text) {
    if (text.empty() || text.size() > 8 || text[0] == '0') return std::nullopt;
    std::uint32_t urn = 0;
    for (char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        urn = urn * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return SchoolId{urn};
}

}  // namespace commonweal
