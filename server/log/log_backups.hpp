#pragma once
// Backups of a log, in a folder of their own (RocksDB's BackupEngine): each is the whole log as it
// was while it was made, and copies only those files that none before it has.
//
// Owner: whoever backs up or restores; one at a time has a folder. Threads: one at a time; the log
// itself goes on meanwhile. Failure: std::runtime_error with a sentence that says where.

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "server/log/engine.hpp"

namespace commonweal::log {

using BackupId = std::uint32_t;

struct LogBackedUp {
    BackupId id = 0;
    Position records = 0;  ///< the position of the last that is in it
};

/// Told how many bytes were copied since it was last told; false breaks off.
using CopyProgress = std::function<bool(std::uint64_t bytes)>;

class LogBackups {
  public:
    /// Opens the folder, or makes it.
    explicit LogBackups(std::filesystem::path folder);
    ~LogBackups();
    LogBackups(const LogBackups&) = delete;
    LogBackups& operator=(const LogBackups&) = delete;

    std::vector<BackupId> ids() const;
    /// Backs up an open log, which goes on taking commits, and reads all that was written, and all
    /// that it shares with earlier ones, against their checksums. Nothing is left of one that
    /// fails.
    LogBackedUp add(const Engine& engine, const CopyProgress& progress);
    /// And the files that no other one needs.
    void remove(BackupId id);
    /// Removes all but the newest so many.
    void keep_newest(std::uint32_t backups);
    /// As remove, of one that came to nothing: what cannot be removed now stays.
    void discard(BackupId id) noexcept;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// The file of a backup that names all its others, with their checksums.
std::filesystem::path list_of_backup(const std::filesystem::path& folder, BackupId id);

/// Makes the log's folder from a backup, which is only read: all but what is signed (HEADS).
void restore_log(const std::filesystem::path& folder, BackupId id,
                 const std::filesystem::path& log_folder);

}  // namespace commonweal::log
