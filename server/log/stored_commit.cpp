#include "server/log/stored_commit.hpp"

#include <algorithm>

#include "server/log/little_endian.hpp"

namespace commonweal::log {
namespace {

constexpr std::size_t count_at = 8;
constexpr std::size_t recorded_at_at = 10;
constexpr std::size_t fingerprint_at = 18;  ///< left out where the commit had none

rocksdb::Slice key_of(const CommitId& id) {
    return {reinterpret_cast<const char*>(id.data()), id.size()};
}

}  // namespace

std::optional<StoredCommit> find_stored_commit(const RocksStore& store, const CommitId& id) {
    rocksdb::PinnableSlice value;
    const auto status = store.db->Get({}, store.commits, key_of(id), &value);
    if (status.IsNotFound()) return std::nullopt;
    must(status, "read the log's index of commits");
    StoredCommit commit;
    const bool has_fingerprint = value.size() == fingerprint_at + commit.fingerprint.size();
    if (value.size() != fingerprint_at && !has_fingerprint) {
        throw std::runtime_error("The log's index of commits is damaged.");
    }
    commit.first = read_little_endian<Position>(value.data());
    commit.count = read_little_endian<std::uint16_t>(value.data() + count_at);
    commit.recorded_at = read_little_endian<InstantUs>(value.data() + recorded_at_at);
    if (has_fingerprint) {
        std::copy_n(value.data() + fingerprint_at, commit.fingerprint.size(),
                    commit.fingerprint.begin());
    }
    return commit;
}

void put_commit(const RocksStore& store, rocksdb::WriteBatch& batch,
                const Group::NewCommit& commit) {
    const StoredCommit& stored = commit.stored;
    std::string value;
    append_little_endian(value, stored.first);
    append_little_endian(value, stored.count);
    append_little_endian(value, stored.recorded_at);
    if (stored.fingerprint != Fingerprint{}) {
        value.append(reinterpret_cast<const char*>(stored.fingerprint.data()),
                     stored.fingerprint.size());
    }
    must(batch.Put(store.commits, key_of(commit.id), value), "index a commit");
}

}  // namespace commonweal::log
