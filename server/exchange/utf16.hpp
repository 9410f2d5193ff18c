#pragma once
// UTF-16, as spreadsheets write "Unicode Text". Pure functions.

#include <cstdint>
#include <string>
#include <string_view>

namespace commonweal::exchange {

enum class ByteOrder { little_endian, big_endian };

/// The text, which must not begin with a byte order mark, in UTF-8. Half a pair of surrogates and a
/// single last byte become U+FFFD, the sign for a character that was lost.
std::string utf16_to_utf8(std::string_view bytes, ByteOrder order);

/// Appends any code point but a surrogate; those become U+FFFD.
void append_utf8(std::string& out, std::uint32_t code_point);

}  // namespace commonweal::exchange
