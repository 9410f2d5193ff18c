#pragma once
// Backs up a data directory while it is served: the log into a folder of backups that grow by what
// is new, everything else into the one encrypted file there that takes the place of the one before.
// FORMAT.md tells what is in the folder; docs/decisions/0023-backups.md why.
//
// Threads: the caller's; the server goes on meanwhile. Failure: std::runtime_error with a sentence,
// and the backups that were there are as they were.

#include "server/backup/contents.hpp"
#include "server/log/log_backups.hpp"
#include "server/log/tree_heads.hpp"

namespace commonweal::backup {

/// What is backed up. All of it outlives the backup.
struct Source {
    const log::Log& log;
    const log::TreeHeads& heads;
    const vault::Vault& vault;
    const records::Records& records;
    std::filesystem::path data;
};

struct Order {
    std::filesystem::path to;  ///< from the root on
    Lock lock;
    FileKey key{};             ///< that the lock and the operator's secret gave
    std::int64_t made_at = 0;  ///< microseconds since 1970 (UTC)
    /// How many backups of the log are kept, this one among them; none: all.
    std::optional<std::uint32_t> keep{};
};

struct BackedUp {
    log::BackupId id = 0;
    log::SignedHead head;            ///< of just what is in it
    std::uint64_t copied_bytes = 0;  ///< of the log: what no earlier backup had
    std::uint64_t vault_number = 0;
    std::uint64_t forgotten_to = 0;
    Counts counts;
    std::size_t removed = 0;  ///< older backups of the log
};

/// What is being done, and how far it is; false breaks off.
using Progress = std::function<bool(const char* doing, std::uint64_t done, std::uint64_t all)>;

BackedUp back_up(const Source& source, const Order& order, const Progress& progress);

}  // namespace commonweal::backup
