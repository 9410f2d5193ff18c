#pragma once
// Bytes made smaller, quickly, with LZ4: for what the program can make again (its snapshots).

#include <string>
#include <string_view>

namespace commonweal::codec {

/// Throws std::runtime_error where they cannot be (no memory is left).
std::string compressed(std::string_view bytes);

/// What compressed() made smaller. Throws BadBytes where the bytes are of something else or cut.
std::string decompressed(std::string_view bytes);

}  // namespace commonweal::codec
