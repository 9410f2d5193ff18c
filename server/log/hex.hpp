#pragma once
// Bytes in hexadecimal, small letters.

#include <string>
#include <string_view>

namespace commonweal::log {

template <class Bytes>
std::string to_hex(const Bytes& bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (const std::uint8_t byte : bytes) {
        hex += digits[byte >> 4U];
        hex += digits[byte & 15U];
    }
    return hex;
}

}  // namespace commonweal::log
