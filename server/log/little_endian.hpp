#pragma once
// Fixed-width integers in little-endian order, as every format of the log stores them.

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <type_traits>

namespace commonweal::log {

template <class Int>
Int little_endian(Int value) {
    static_assert(std::is_integral_v<Int>);
    if constexpr (std::endian::native == std::endian::big) return std::byteswap(value);
    return value;
}

/// Reads an integer; the caller has checked that `sizeof(Int)` bytes are there.
template <class Int>
Int read_little_endian(const char* from) {
    Int value;
    std::memcpy(&value, from, sizeof value);
    return little_endian(value);
}

template <class Int>
char* write_little_endian(char* to, Int value) {
    value = little_endian(value);
    std::memcpy(to, &value, sizeof value);
    return to + sizeof value;
}

template <class Int>
void append_little_endian(std::string& to, Int value) {
    value = little_endian(value);
    to.append(reinterpret_cast<const char*>(&value), sizeof value);
}

}  // namespace commonweal::log
