#pragma once
// Makes a data directory from a folder of backups: any backup of the log, joined with the newest of
// the vault. All or nothing, and held against the head that was signed for the backup.
//
// Threads: the caller's. Failure: std::runtime_error with a sentence; nothing is left then.

#include "server/backup/backup.hpp"

namespace commonweal::backup {

struct RestoreOrder {
    std::filesystem::path from;
    std::filesystem::path data;       ///< empty or not there
    std::optional<log::BackupId> id;  ///< none: the newest
    std::filesystem::path vault;      ///< empty: the one that is in `from`
    const Secret* secret = nullptr;
};

struct RestoredData {
    log::BackupId id = 0;
    log::TreeHead head;  ///< as recomputed from what was restored
    Label vault;         ///< of the backup that the keys are from
    /// Up to here the restored vault has forgotten; the server does the rest as it starts.
    std::uint64_t forgotten_to = 0;
};

RestoredData restore(const RestoreOrder& order, const Progress& progress);

}  // namespace commonweal::backup
