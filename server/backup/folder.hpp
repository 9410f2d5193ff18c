#pragma once
// The folders that backups are written to and read from, and made of.
//
// Failure: std::runtime_error with a sentence.

#include <filesystem>

namespace commonweal::backup {

/// Has a folder of backups for itself, or together with others that only read it. Held by the
/// system: it goes with the process. A folder that cannot be written to needs none to be read.
class FolderLock {
  public:
    enum class For { reading, writing };
    FolderLock(const std::filesystem::path& folder, For use);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

  private:
    int file_ = -1;
};

/// Makes the folder (0700) where it is missing. Refuses one that is within the data directory or
/// around it, and one that holds anything else than backups.
void make_usable(const std::filesystem::path& folder, const std::filesystem::path& data);

/// A folder beside a directory that is not there yet, or is empty; put in its place when all is in
/// it, and removed where it does not come to that.
class MadeBeside {
  public:
    explicit MadeBeside(const std::filesystem::path& place);
    ~MadeBeside();
    MadeBeside(const MadeBeside&) = delete;
    MadeBeside& operator=(const MadeBeside&) = delete;

    const std::filesystem::path& folder() const { return folder_; }
    /// Durable when it returns: every file and every name.
    void put_in_place();

  private:
    std::filesystem::path place_, folder_;
};

}  // namespace commonweal::backup
