#pragma once
// What RocksDB keeps under a commit's id: its first outcome, and the fingerprint of its request.

#include <rocksdb/write_batch.h>

#include <optional>

#include "server/log/group.hpp"
#include "server/log/rocks_open.hpp"

namespace commonweal::log {

std::optional<StoredCommit> find_stored_commit(const RocksStore& store, const CommitId& id);
void put_commit(const RocksStore& store, rocksdb::WriteBatch& batch,
                const Group::NewCommit& commit);

}  // namespace commonweal::log
