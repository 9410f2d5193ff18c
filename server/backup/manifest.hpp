#pragma once
// The file manifest.json in a folder of backups: what is in it. It is written last, whole and in
// the place of the one before, so a backup that was broken off is in no manifest.
//
// Owner: whoever backs up or restores. Failure: std::runtime_error with the path.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "server/log/tree_head.hpp"

namespace commonweal::backup {

/// One backup of the log.
struct LogEntry {
    std::uint32_t id = 0;
    log::SignedHead head;      ///< of just what is in it
    std::int64_t made_at = 0;  ///< microseconds since 1970 (UTC)
    int log_format = 0;
    std::string list_hash;  ///< SHA-256, in hexadecimal, of the file that lists its files
    bool operator==(const LogEntry&) const = default;
};

/// The one backup of the vault.
struct VaultEntry {
    std::uint64_t number = 0;
    std::uint64_t forgotten_to = 0;
    bool operator==(const VaultEntry&) const = default;
};

struct Manifest {
    log::PublicKey log_key{};
    std::vector<LogEntry> logs;  ///< oldest first
    VaultEntry vault;
    bool operator==(const Manifest&) const = default;

    /// nullptr: there is none of this id.
    const LogEntry* find(std::uint32_t id) const;
};

/// None: there is no such file.
std::optional<Manifest> read_manifest(const std::filesystem::path& folder);
void write_manifest(const std::filesystem::path& folder, const Manifest& manifest);

/// SHA-256 in hexadecimal.
std::string hash_of(std::string_view bytes);

/// Where things are in a folder of backups.
std::filesystem::path manifest_in(const std::filesystem::path& folder);
std::filesystem::path logs_in(const std::filesystem::path& folder);
std::filesystem::path vault_in(const std::filesystem::path& folder);

}  // namespace commonweal::backup
