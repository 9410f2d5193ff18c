#pragma once
// RocksDB's files, with one care more: once a write or a sync of its MANIFEST has failed, no file
// is deleted any more. Whether the disk has what was written is not known then, and if it has, the
// tables that it names must be there, or the log does not open again. RocksDB sees to that for
// the tables that it writes itself, but (in 7.8) not for those that it takes in as our index.
// What nobody needs of them, the next opening deletes.
//
// Owner: the store. Threads: any. Failure: as the file system below.

#include <rocksdb/env.h>

#include <memory>

namespace commonweal::log {

/// `below` outlives it.
std::unique_ptr<rocksdb::Env> with_kept_files(rocksdb::Env& below);

}  // namespace commonweal::log
