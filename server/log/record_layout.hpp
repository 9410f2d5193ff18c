#pragma once
// Where each field stands: FORMAT.md in numbers. Nothing here ever changes; a new layout would be a
// new format byte beside it.

#include <cstddef>
#include <string_view>

namespace commonweal::log::layout {

// The stored record.
inline constexpr std::string_view magic = "CWR";
inline constexpr char record_format = 1;
inline constexpr std::size_t format_at = 3;
inline constexpr std::size_t length_at = 4;    // u32: bytes after the header
inline constexpr std::size_t checksum_at = 8;  // u32: CRC-32C over the bytes after the header
inline constexpr std::size_t header_bytes = 12;
inline constexpr std::size_t hash_at = 12;
inline constexpr std::size_t hash_bytes = 32;
inline constexpr std::size_t leaf_at = 44;

// The leaf, counted from its own beginning.
inline constexpr char leaf_format = 1;
inline constexpr std::size_t position_at = 1;         // u64
inline constexpr std::size_t commit_id_at = 9;        // 16 bytes
inline constexpr std::size_t index_at = 25;           // u16
inline constexpr std::size_t count_at = 27;           // u16
inline constexpr std::size_t recorded_at_at = 29;     // i64
inline constexpr std::size_t version_at = 37;         // u64
inline constexpr std::size_t schema_version_at = 45;  // u16
inline constexpr std::size_t stream_bytes_at = 47;    // u8
inline constexpr std::size_t kind_bytes_at = 48;      // u8
inline constexpr std::size_t tag_count_at = 49;       // u8
inline constexpr std::size_t body_bytes_at = 50;      // u32
inline constexpr std::size_t fixed_bytes = 54;

}  // namespace commonweal::log::layout
