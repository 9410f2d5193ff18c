#include "server/vault/vault.hpp"

#include <rocksdb/write_batch.h>
#include <sodium.h>

#include <bit>
#include <map>
#include <mutex>
#include <stdexcept>
#include <vector>

#include "server/vault/key_reserve.hpp"
#include "server/vault/key_store.hpp"

namespace commonweal::vault {
namespace {

constexpr std::size_t keys_cached_max = 65536;
constexpr std::size_t rows_a_step = 1024;

template <class Bytes>
Bytes random_bytes() {
    Bytes bytes;
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::string subject_name(const std::array<std::uint8_t, 16>& subject,
                         std::uint8_t retention_class) {
    std::string name(text_of(subject));
    name += static_cast<char>(retention_class);
    return name;
}

/// Randomness comes from libsodium's own generator, which the kernel seeds for each thread: a
/// system call for each nonce would take as long as sealing.
bool sodium_ready() {
    static const bool ready = [] {
        randombytes_set_implementation(&randombytes_internal_implementation);
        return sodium_init() >= 0;
    }();
    return ready;
}

using Mark = std::array<std::uint8_t, sizeof(std::uint64_t)>;

/// New keys, and the subjects that they belong to, that are not on the disk yet.
struct Staged {
    KeyMap keys;
    std::map<std::string, KeyId, std::less<>> subjects;

    bool empty() const { return keys.empty(); }
};

}  // namespace

struct Vault::Inside {
    explicit Inside(const std::filesystem::path& folder) : store(folder), reserve(store) {}
    ~Inside() {
        wipe(staged.keys);
        wipe(being_written.keys);
    }

    std::optional<KeyId> id_of(std::string_view subject) const {
        for (const Staged* const one : {&staged, &being_written}) {
            const auto found = one->subjects.find(subject);
            if (found != one->subjects.end()) return found->second;
        }
        return store.find<KeyId>(Row::subject, subject);
    }

    std::optional<Key> key_of(const KeyId& id) {
        for (const Staged* const one : {&staged, &being_written}) {
            const auto found = one->keys.find(id);
            if (found != one->keys.end()) return found->second;
        }
        if (auto cached = cache.find(id)) return cached;
        auto stored = store.find<Key>(Row::key, text_of(id));
        if (stored) cache.put(id, *stored);
        return stored;
    }

    std::pair<KeyId, Key> stage() {
        return *staged.keys.emplace(random_bytes<KeyId>(), random_bytes<Key>()).first;
    }

    void begin_to_write(rocksdb::WriteBatch& batch) {
        const std::lock_guard lock(mutex);
        // What a failed sync left behind goes first: it may be on the disk, or not.
        being_written.keys.merge(staged.keys);
        for (auto& [subject, id] : staged.subjects)
            being_written.subjects.insert_or_assign(subject, id);
        staged = {};
        for (const auto& [id, key] : being_written.keys)
            KeyStore::add(batch, Row::key, text_of(id), key);
        for (const auto& [subject, id] : being_written.subjects)
            KeyStore::add(batch, Row::subject, subject, id);
    }

    void written() {
        const std::lock_guard lock(mutex);
        for (const auto& [id, key] : being_written.keys) cache.put(id, key);
        wipe(being_written.keys);
        being_written.subjects.clear();
    }

    KeyStore store;
    KeyReserve reserve;
    /// Held during a sync: a second caller's keys may be in the batch of the first.
    std::mutex sync_mutex;
    std::mutex mutex;  ///< for what follows
    KeyCache cache{keys_cached_max};
    Staged staged;
    Staged being_written;  ///< by the sync that holds the sync mutex
};

Vault::Vault(const std::filesystem::path& folder) {
    if (!sodium_ready()) throw std::runtime_error("libsodium cannot be used on this machine");
    inside_ = std::make_unique<Inside>(folder);
}
Vault::~Vault() = default;

std::pair<KeyId, Key> Vault::new_key() {
    const auto durable = inside_->reserve.take();
    const std::lock_guard lock(inside_->mutex);
    if (!durable) return inside_->stage();
    inside_->cache.put(durable->first, durable->second);
    return *durable;
}

std::pair<KeyId, Key> Vault::key_of(const std::array<std::uint8_t, 16>& subject,
                                    std::uint8_t retention_class) {
    auto name = subject_name(subject, retention_class);
    const std::lock_guard lock(inside_->mutex);
    if (const auto id = inside_->id_of(name)) {
        if (const auto key = inside_->key_of(*id)) return {*id, *key};
    }
    auto made = inside_->stage();
    inside_->staged.subjects.insert_or_assign(std::move(name), made.first);
    return made;
}

void Vault::renew(const std::array<std::uint8_t, 16>& subject, std::uint8_t retention_class) {
    const std::lock_guard lock(inside_->mutex);
    const auto made = inside_->stage();
    inside_->staged.subjects.insert_or_assign(subject_name(subject, retention_class), made.first);
}

void Vault::forget(std::span<const KeyId> keys, std::uint64_t done) {
    sync();  // one of them may be staged still
    const std::lock_guard one_at_a_time(inside_->sync_mutex);
    rocksdb::WriteBatch batch;
    for (const auto& id : keys)
        if (inside_->store.find<Key>(Row::key, text_of(id)))
            KeyStore::remove(batch, Row::key, text_of(id));
    {
        const std::lock_guard lock(inside_->mutex);
        for (const auto& id : keys) inside_->cache.erase(id);
    }
    if (batch.Count() > 0) inside_->store.purge(batch);
    rocksdb::WriteBatch mark;
    KeyStore::add(mark, Row::forgotten_to, {}, std::bit_cast<Mark>(done));
    inside_->store.write(mark);
    // Whoever asked while the row was still there had it put into the cache again.
    const std::lock_guard lock(inside_->mutex);
    for (const auto& id : keys) inside_->cache.erase(id);
}

void Vault::sync() {
    const std::lock_guard one_at_a_time(inside_->sync_mutex);
    rocksdb::WriteBatch batch;
    inside_->begin_to_write(batch);
    if (batch.Count() == 0) return;
    inside_->store.write(batch);
    inside_->written();
}

std::size_t Vault::in_reserve() const {
    return inside_->reserve.left();
}

std::uint64_t Vault::forgotten_to() const {
    const auto mark = inside_->store.find<Mark>(Row::forgotten_to, {});
    return mark ? std::bit_cast<std::uint64_t>(*mark) : 0;
}

std::optional<Key> Vault::find(const KeyId& id) const {
    const std::lock_guard lock(inside_->mutex);
    return inside_->key_of(id);
}

void Vault::each_row(const std::function<bool(std::string_view, std::string_view)>& visit) const {
    std::vector<std::pair<std::string, std::string>> rows;
    std::string from;
    bool goes_on = true;
    do {
        {
            // What forgets waits for a step, and no step sees half of it.
            const std::lock_guard one_at_a_time(inside_->sync_mutex);
            rows = inside_->store.rows(from, rows_a_step);
        }
        for (auto& [key, row] : rows) {
            goes_on = goes_on && visit(key, row);
            sodium_memzero(row.data(), row.size());
        }
        if (!rows.empty()) from = rows.back().first + '\0';
    } while (goes_on && !rows.empty());
}

void Vault::put_rows(std::span<const std::pair<std::string, std::string>> rows) {
    const std::lock_guard one_at_a_time(inside_->sync_mutex);
    rocksdb::WriteBatch batch;
    for (const auto& [key, row] : rows) static_cast<void>(batch.Put(key, row));
    if (batch.Count() > 0) inside_->store.write(batch);
}

Key Vault::installation_secret(std::uint8_t purpose) {
    const std::string name(1, static_cast<char>(purpose));
    const std::lock_guard lock(inside_->mutex);
    if (const auto stored = inside_->store.find<Key>(Row::secret, name)) return *stored;
    const auto secret = random_bytes<Key>();
    rocksdb::WriteBatch batch;
    KeyStore::add(batch, Row::secret, name, secret);
    inside_->store.write(batch);
    return secret;
}

}  // namespace commonweal::vault
