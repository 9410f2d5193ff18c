#pragma once
// A data directory with everything in it but the domain: a log with signed heads, a vault, records
// and files; open until close(). And a folder for its backups.

#include <catch2/catch.hpp>
#include <optional>

#include "server/backup/manifest.hpp"
#include "server/backup/restore.hpp"
#include "server/log/rocks_engine.hpp"
#include "tests/support/folder.hpp"

namespace commonweal::backup::testing {

using commonweal::testing::Folder;
namespace fs = std::filesystem;

/// Some 300 bytes that do not compress, as sealed bodies are.
log::Commit commit(std::uint64_t number, std::size_t events = 1);

/// What a data directory holds, opened.
class Opened {
  public:
    explicit Opened(const fs::path& data);
    void grow(std::uint64_t commits);
    /// Many at once: so many thousand events.
    void fill(std::uint64_t thousands);
    log::TreeHead head() const { return log::tree_head(log.engine()); }
    Source source() const { return {log, heads, vault, records, data}; }

    fs::path data;
    vault::Vault vault;
    records::Records records;
    log::Log log;
    log::TreeHeads heads;
    std::uint64_t next = 1;
};

class Installation {
  public:
    Installation();
    Opened& open() { return *opened_; }
    void close() { opened_.reset(); }

    BackedUp back_up(std::optional<std::uint32_t> keep = {});
    /// Into a directory that is not there yet: restored_at().
    RestoredData restore(std::optional<log::BackupId> id = {}, const fs::path& vault = {}) const;
    RestoreOrder restoring() const;

    fs::path data() const { return folder_.path() / "data"; }
    fs::path to() const { return folder_.path() / "backups"; }
    fs::path restored_at() const { return folder_.path() / "restored" / "data"; }
    fs::path file(const std::string& name, const std::string& bytes) const;
    Secret key() const { return Secret::key_in(folder_.path() / "key"); }
    /// Whether a restoring that failed has left nothing at all.
    bool nothing_is_left() const;

  private:
    Folder folder_;
    std::unique_ptr<Opened> opened_;
    std::optional<Secret> secret_;
};

std::string bytes_of(const fs::path& file);
/// What `run` throws; empty where it throws nothing.
std::string thrown_by(const std::function<void()>& run);

}  // namespace commonweal::backup::testing
