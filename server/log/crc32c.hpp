#pragma once
// CRC-32C (Castagnoli): finds what a disk or a hand has changed in a record. It is no protection
// against somebody who means it; the leaf hashes are.

#include <cstdint>
#include <string_view>

namespace commonweal::log {

/// The processor's instruction where it has one, else a table.
std::uint32_t crc32c(std::string_view bytes);

/// The table alone, so that a test can hold the two against each other.
std::uint32_t crc32c_by_table(std::string_view bytes);

}  // namespace commonweal::log
