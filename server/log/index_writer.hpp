#pragma once
// Puts a frozen RecentIndex into RocksDB's files: sorted table files beside the database, taken in
// all at once. That costs a fraction of writing row by row through the memtable and the write-ahead
// log, and none of it on the committer's thread.
//
// Owner: LogIndex's writing thread. Failure: std::runtime_error; the database is as it was.

#include "server/log/recent_index.hpp"
#include "server/log/stored_index.hpp"

namespace commonweal::log {

void write_index(const RocksStore& store, const StoredIndex& stored, const RecentIndex& recent,
                 const Tree& tree);

}  // namespace commonweal::log
