#pragma once
// The keys and the lists of positions of the RocksDB engine (FORMAT.md, "The indexes"). All of this
// can be made again from the records.

#include <rocksdb/slice.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/log/commit.hpp"
#include "server/log/little_endian.hpp"

namespace commonweal::log {

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

/// A name with its length before it, so that no name is the beginning of another's key.
inline std::string name_prefix(std::string_view name) {
    std::string key;
    key.reserve(1 + name.size() + 8);
    key += static_cast<char>(name.size());
    key += name;
    return key;
}
inline std::string name_key(std::string_view name, std::uint64_t number) {
    std::string key = name_prefix(name);
    append_sorting(key, number);
    return key;
}

/// A rising list: the first position, then the steps, each in base 128.
void append_positions(std::string& to, std::span<const Position> positions);
/// False where the bytes are no such list.
[[nodiscard]] bool read_positions(std::string_view bytes, std::vector<Position>& positions);

}  // namespace commonweal::log
