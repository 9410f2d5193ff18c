#pragma once
// Base64 as RFC 4648 has it (section 4, with padding).

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace commonweal::log {

std::string to_base64(std::span<const std::uint8_t> bytes);
/// False: it is not base64 of just so many bytes, written in the one way there is.
bool from_base64(std::string_view text, std::span<std::uint8_t> bytes);

}  // namespace commonweal::log
