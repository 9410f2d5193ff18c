#pragma once
// What the operator locks the vault's backup with: a passphrase or a key file, each read from a
// file, and the key that comes of it for one backup.
//
// A passphrase is stretched with Argon2id, so that guessing is dear; a key file is random already,
// and is hashed (BLAKE2b). Both with a salt of the backup's own.
//
// Threads: any. Failure: std::runtime_error with a sentence. What is secret is overwritten at the
// end of its life.

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace commonweal::backup {

/// Opens one backup of the vault, and no other.
using FileKey = std::array<std::uint8_t, 32>;

enum class SecretKind : std::uint8_t { passphrase = 1, key_file = 2 };

/// How the key of a backup comes from the secret; stands in the backup.
struct Lock {
    SecretKind kind = SecretKind::key_file;
    std::array<std::uint8_t, 16> salt{};
    std::uint32_t rounds = 0;      ///< of Argon2id
    std::uint32_t memory_kib = 0;  ///< that it takes
    bool operator==(const Lock&) const = default;
};

class Secret {
  public:
    /// The first line of a file: 12 characters or more.
    static Secret passphrase_in(const std::filesystem::path& file);
    /// A file of 32 bytes or more.
    static Secret key_in(const std::filesystem::path& file);
    ~Secret();
    Secret(Secret&&) noexcept = default;
    Secret& operator=(Secret&&) = delete;

    /// For a new backup.
    Lock new_lock() const;
    /// Refuses a lock of the other kind, and one that asks for absurdly much.
    FileKey key_for(const Lock& lock) const;

  private:
    Secret(SecretKind kind, std::string bytes) : kind_(kind), bytes_(std::move(bytes)) {}

    SecretKind kind_;
    std::string bytes_;
};

/// As it stands in a backup: 25 bytes.
std::string to_bytes(const Lock& lock);
/// None: it is no lock that this program knows.
std::optional<Lock> read_lock(std::string_view bytes);

/// Both in base64, as the command line gives them to a server: the passphrase itself stays where it
/// is, and the key opens nothing but the backup that is about to be made.
std::string to_text(const Lock& lock);
std::string to_text(const FileKey& key);
bool read_text(std::string_view text, Lock& lock);
bool read_text(std::string_view text, FileKey& key);

/// Overwrites it.
void wipe(FileKey& key);

}  // namespace commonweal::backup
