#pragma once
// The keys of personal data, in a store of their own beside the log, so that a person or a text can
// be forgotten: deleting the key leaves the log, its order and its hashes as they are.
//
// Owner: main. Threads: every member may be called from any thread.
// Failure: what the disk refuses throws std::runtime_error with the path.

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace commonweal::vault {

using KeyId = std::array<std::uint8_t, 16>;
using Key = std::array<std::uint8_t, 32>;

class Vault {
  public:
    /// Opens or makes the vault in a folder (0700); an empty path keeps it in memory, for tests.
    explicit Vault(const std::filesystem::path& folder);
    ~Vault();
    Vault(const Vault&) = delete;
    Vault& operator=(const Vault&) = delete;

    /// A new random key of its own, for one free text: durable already where the reserve had one,
    /// else staged: usable at once, durable after sync.
    std::pair<KeyId, Key> new_key();
    /// Keys that are durable and wait to be taken; filled in the background once one was asked for.
    std::size_t in_reserve() const;
    /// The key of a subject (16 opaque bytes) and a retention class, made (staged) where missing.
    std::pair<KeyId, Key> key_of(const std::array<std::uint8_t, 16>& subject,
                                 std::uint8_t retention_class);
    /// Gives the subject a new key from here on (staged); what is sealed under the one before stays
    /// readable until that is forgotten.
    void renew(const std::array<std::uint8_t, 16>& subject, std::uint8_t retention_class);
    /// Forgets keys for good: when it returns they are neither in memory nor in any file, and what
    /// was sealed under them is not readable any more. A key that is not there is forgotten
    /// already. `done`: how far the caller is with what it has to forget, kept with the keys, so
    /// that a vault from before knows what it has missed.
    void forget(std::span<const KeyId> keys, std::uint64_t done);
    std::uint64_t forgotten_to() const;
    /// Makes every staged key durable with one fsync; without staged keys it does nothing.
    void sync();
    /// None: unknown or forgotten.
    std::optional<Key> find(const KeyId& id) const;
    /// A secret of this installation, made at the first call and durable when it returns: for keyed
    /// hashes (e-mail look-up, idempotency ids), never for sealing.
    Key installation_secret(std::uint8_t purpose);

    /// Everything that is durable, as rows, for a backup; false ends the reading. It goes in steps
    /// and holds no file in between, so that what is forgotten meanwhile leaves the disk at once:
    /// rows of both before and after may be told. `row` is overwritten after each call.
    void each_row(
        const std::function<bool(std::string_view key, std::string_view row)>& visit) const;
    /// Such rows, taken into a vault that is being restored: durable when it returns.
    void put_rows(std::span<const std::pair<std::string, std::string>> rows);

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace commonweal::vault
