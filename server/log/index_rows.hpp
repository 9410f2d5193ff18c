#pragma once
// The rows of the RocksDB engine's indexes: keys and values as FORMAT.md has them ("The indexes").
// The parsers meet what is on the disk: false where the bytes are no such row.

#include <rocksdb/slice.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/log/little_endian.hpp"
#include "server/log/stored_index.hpp"

namespace commonweal::log {

inline constexpr std::string_view indexed_to_key = "indexed-to";

/// Big-endian, so that the order of the keys is the order of the numbers.
inline void append_sorting(std::string& key, std::uint64_t number) {
    append_little_endian(key, std::byteswap(number));
}
inline std::string position_key(Position position) {
    std::string key;
    append_sorting(key, position);
    return key;
}
/// The number that a key ends with.
inline std::uint64_t last_number(const rocksdb::Slice& key) {
    return std::byteswap(read_little_endian<std::uint64_t>(key.data() + key.size() - 8));
}

inline std::string_view bytes_of(const CommitId& id) {
    return {reinterpret_cast<const char*>(id.data()), id.size()};
}

/// A name with its length before it, so that no name is the beginning of another's key.
std::string name_prefix(std::string_view name);
std::string name_key(std::string_view name, std::uint64_t number);

/// A rising list: the first position, then the steps, each in base 128.
void append_positions(std::string& to, std::span<const Position> positions);
[[nodiscard]] bool read_positions(std::string_view bytes, std::vector<Position>& positions);

[[nodiscard]] bool parse_position(std::string_view bytes, Position& position);

std::string head_row(const StreamHead& head);
[[nodiscard]] bool parse_head(std::string_view bytes, StreamHead& head);

std::string commit_row(const StoredCommit& commit);
[[nodiscard]] bool parse_commit(std::string_view bytes, StoredCommit& commit);

}  // namespace commonweal::log
