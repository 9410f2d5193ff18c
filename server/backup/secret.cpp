#include "server/backup/secret.hpp"

#include <sodium.h>

#include <cstring>
#include <stdexcept>

#include "server/log/base64.hpp"
#include "server/log/durable_file.hpp"
#include "server/log/little_endian.hpp"

namespace commonweal::backup {
namespace {

constexpr std::size_t passphrase_bytes_min = 12;
constexpr std::size_t key_file_bytes_min = 32;
constexpr std::size_t lock_bytes = 1 + sizeof(Lock::salt) + 4 + 4;
constexpr std::size_t secret_bytes_max = 1U << 20U;
// What a file may ask of whoever opens it.
constexpr std::uint32_t rounds_max = 16;
constexpr std::uint32_t memory_kib_max = 1U << 20U;
constexpr std::uint32_t memory_kib_min = 8;

std::string bytes_in(const std::filesystem::path& file) {
    auto bytes = log::read_file(file);
    if (!bytes) throw std::runtime_error("There is no file " + file.string() + ".");
    if (bytes->size() > secret_bytes_max)
        throw std::runtime_error("The file " + file.string() +
                                 " is too large for a passphrase or a key.");
    return *std::move(bytes);
}

/// Without the end of the line, as editors and `echo` write it.
std::string first_line(std::string text) {
    if (const auto end = text.find('\n'); end != std::string::npos) text.resize(end);
    if (text.ends_with('\r')) text.pop_back();
    return text;
}

std::string long_enough(std::string bytes, std::size_t bytes_min, const std::string& what,
                        const std::filesystem::path& file) {
    if (bytes.size() >= bytes_min) return bytes;
    throw std::runtime_error("What is in " + file.string() + " is too short for " + what +
                             ", which has " + std::to_string(bytes_min) + " bytes or more.");
}

void must_be_usable() {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be used on this machine.");
}

const char* name_of(SecretKind kind) {
    return kind == SecretKind::passphrase ? "a passphrase (--passphrase-file)"
                                          : "a key file (--key-file)";
}

FileKey stretched(const std::string& passphrase, const Lock& lock) {
    if (lock.rounds == 0 || lock.rounds > rounds_max || lock.memory_kib < memory_kib_min ||
        lock.memory_kib > memory_kib_max)
        throw std::runtime_error(
            "The backup of the vault is damaged: what it says of its passphrase cannot be.");
    FileKey key;
    if (crypto_pwhash(key.data(), key.size(), passphrase.data(), passphrase.size(),
                      lock.salt.data(), lock.rounds, std::size_t{lock.memory_kib} * 1024,
                      crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::runtime_error("There is not enough memory to stretch the passphrase: it takes " +
                                 std::to_string(lock.memory_kib / 1024) + " MiB.");
    return key;
}

FileKey hashed(const std::string& bytes, const Lock& lock) {
    FileKey key;
    crypto_generichash(key.data(), key.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                       bytes.size(), lock.salt.data(), lock.salt.size());
    return key;
}

}  // namespace

Secret Secret::passphrase_in(const std::filesystem::path& file) {
    must_be_usable();
    return {SecretKind::passphrase,
            long_enough(first_line(bytes_in(file)), passphrase_bytes_min, "a passphrase", file)};
}

Secret Secret::key_in(const std::filesystem::path& file) {
    must_be_usable();
    return {SecretKind::key_file,
            long_enough(bytes_in(file), key_file_bytes_min, "a key file", file)};
}

Secret::~Secret() {
    // Also of what was moved from: a short string leaves its bytes where they were.
    bytes_.resize(bytes_.capacity());
    sodium_memzero(bytes_.data(), bytes_.size());
}

Lock Secret::new_lock() const {
    static_assert(sizeof(Lock::salt) == crypto_pwhash_SALTBYTES);
    static_assert(sizeof(Lock::salt) >= crypto_generichash_KEYBYTES_MIN);
    Lock lock;
    lock.kind = kind_;
    randombytes_buf(lock.salt.data(), lock.salt.size());
    if (kind_ == SecretKind::key_file) return lock;
    lock.rounds = crypto_pwhash_OPSLIMIT_MODERATE;
    lock.memory_kib = crypto_pwhash_MEMLIMIT_MODERATE / 1024;
    return lock;
}

FileKey Secret::key_for(const Lock& lock) const {
    if (lock.kind != kind_)
        throw std::runtime_error(std::string("The backup of the vault is locked with ") +
                                 name_of(lock.kind) + ", not with " + name_of(kind_) + ".");
    return kind_ == SecretKind::passphrase ? stretched(bytes_, lock) : hashed(bytes_, lock);
}

std::string to_bytes(const Lock& lock) {
    std::string bytes(1, static_cast<char>(lock.kind));
    bytes.append(reinterpret_cast<const char*>(lock.salt.data()), lock.salt.size());
    log::append_little_endian(bytes, lock.rounds);
    log::append_little_endian(bytes, lock.memory_kib);
    return bytes;
}

std::optional<Lock> read_lock(std::string_view bytes) {
    if (bytes.size() != lock_bytes) return std::nullopt;
    Lock lock;
    lock.kind = SecretKind{static_cast<std::uint8_t>(bytes[0])};
    if (lock.kind != SecretKind::passphrase && lock.kind != SecretKind::key_file)
        return std::nullopt;
    std::memcpy(lock.salt.data(), bytes.data() + 1, lock.salt.size());
    const char* const numbers = bytes.data() + 1 + lock.salt.size();
    lock.rounds = log::read_little_endian<std::uint32_t>(numbers);
    lock.memory_kib = log::read_little_endian<std::uint32_t>(numbers + 4);
    return lock;
}

std::string to_text(const Lock& lock) {
    const auto bytes = to_bytes(lock);
    return log::to_base64({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

std::string to_text(const FileKey& key) {
    return log::to_base64(key);
}

bool read_text(std::string_view text, Lock& lock) {
    std::array<std::uint8_t, lock_bytes> bytes;
    if (!log::from_base64(text, bytes)) return false;
    const auto read = read_lock({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    if (read) lock = *read;
    return read.has_value();
}

bool read_text(std::string_view text, FileKey& key) {
    return log::from_base64(text, key);
}

void wipe(FileKey& key) {
    sodium_memzero(key.data(), key.size());
}

}  // namespace commonweal::backup
