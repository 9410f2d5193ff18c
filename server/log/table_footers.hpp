#pragma once
// The last bytes of a table say how it is to be read, and no checksum covers them: one bit there
// turns off the checksums of the whole table, or makes RocksDB (7.8) take compressed blocks for
// something else, which can end the process.
//
// Failure: std::runtime_error with a sentence for whoever runs the program.

#include <rocksdb/env.h>

#include <filesystem>

namespace commonweal::log {

/// How this program has its tables written: checksums by XXH3, the format since RocksDB 6.6.
inline constexpr char table_checksum = 4;
inline constexpr std::uint32_t table_format = 5;

/// Refuses a log with a table that says otherwise. What does not end as a table is left to RocksDB:
/// it may be one that was never finished.
void check_table_footers(rocksdb::Env& env, const std::filesystem::path& folder);

}  // namespace commonweal::log
