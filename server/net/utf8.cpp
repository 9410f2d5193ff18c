#include "server/net/utf8.hpp"

#include <cstdint>
#include <cstring>

namespace commonweal::net {
namespace {

using Byte = unsigned char;

/// How many bytes of ASCII `text` begins with, counted eight at a time.
std::size_t ascii_length(std::string_view text) {
    std::size_t at = 0;
    while (at + 8 <= text.size()) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + at, 8);
        if ((eight & 0x8080808080808080U) != 0) break;
        at += 8;
    }
    while (at < text.size() && static_cast<Byte>(text[at]) < 0x80) ++at;
    return at;
}

/// The sequence's length by its first byte, and what its second byte may be; 0: not a first byte.
struct Lead {
    std::size_t length;
    Byte second_min, second_max;
};

Lead lead_of(Byte first) {
    if (first >= 0xC2 && first <= 0xDF) return {2, 0x80, 0xBF};
    if (first == 0xE0) return {3, 0xA0, 0xBF};
    if (first == 0xED) return {3, 0x80, 0x9F};
    if (first >= 0xE1 && first <= 0xEF) return {3, 0x80, 0xBF};
    if (first == 0xF0) return {4, 0x90, 0xBF};
    if (first >= 0xF1 && first <= 0xF3) return {4, 0x80, 0xBF};
    if (first == 0xF4) return {4, 0x80, 0x8F};
    return {0, 0, 0};
}

}  // namespace

bool is_utf8(std::string_view text) {
    for (;;) {
        text.remove_prefix(ascii_length(text));
        if (text.empty()) return true;
        const auto lead = lead_of(static_cast<Byte>(text[0]));
        if (lead.length == 0 || text.size() < lead.length) return false;
        const auto second = static_cast<Byte>(text[1]);
        if (second < lead.second_min || second > lead.second_max) return false;
        for (std::size_t i = 2; i < lead.length; ++i) {
            if ((static_cast<Byte>(text[i]) & 0xC0U) != 0x80U) return false;
        }
        text.remove_prefix(lead.length);
    }
}

}  // namespace commonweal::net
