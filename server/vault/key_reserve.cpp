#include "server/vault/key_reserve.hpp"

#include <rocksdb/write_batch.h>
#include <sodium.h>

#include <algorithm>
#include <vector>

namespace commonweal::vault {
namespace {

using Pairs = std::vector<std::pair<KeyId, Key>>;

constexpr std::size_t shared_bytes = 6;

/// In the order of their ids, which begin alike: RocksDB takes a row quickest beside the one
/// before.
Pairs random_keys(std::size_t count) {
    Pairs made(count);
    KeyId first;
    randombytes_buf(first.data(), first.size());
    for (auto& [id, key] : made) {
        randombytes_buf(id.data(), id.size());
        std::copy_n(first.begin(), shared_bytes, id.begin());
        randombytes_buf(key.data(), key.size());
    }
    std::ranges::sort(made, {}, &Pairs::value_type::first);
    return made;
}

}  // namespace

KeyReserve::KeyReserve(KeyStore& store)
    : store_(&store), filling_([this](const std::stop_token& stop) { keep_filled(stop); }) {}

KeyReserve::~KeyReserve() {
    filling_.request_stop();
    filling_.join();
    remove_left();
    wipe(keys_);
}

std::optional<std::pair<KeyId, Key>> KeyReserve::take() {
    const std::lock_guard lock(mutex_);
    asked_for_ = true;
    std::optional<std::pair<KeyId, Key>> taken;
    if (const auto first = keys_.begin(); first != keys_.end()) {
        taken = *first;
        sodium_memzero(first->second.data(), first->second.size());
        keys_.erase(first);
    }
    if (wants_keys()) low_.notify_one();
    return taken;
}

std::size_t KeyReserve::left() const {
    const std::lock_guard lock(mutex_);
    return keys_.size();
}

void KeyReserve::keep_filled(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (low_.wait(lock, stop, [this] { return wants_keys(); })) {
        const auto wanted = keys_max - keys_.size();
        lock.unlock();
        auto durable = write_keys(wanted);
        lock.lock();
        // Where the disk refused them, whoever seals next is told; it is tried again then.
        if (durable.empty()) asked_for_ = false;
        keys_.merge(durable);
    }
}

KeyMap KeyReserve::write_keys(std::size_t count) {
    auto made = random_keys(count);
    rocksdb::WriteBatch batch;
    for (const auto& [id, key] : made) KeyStore::add(batch, Row::key, text_of(id), key);
    KeyMap keys;
    if (store_->try_to_write(batch)) keys.insert(made.begin(), made.end());
    sodium_memzero(made.data(), made.size() * sizeof made.front());
    return keys;
}

/// Where they cannot be removed they stay, and open nothing.
void KeyReserve::remove_left() {
    rocksdb::WriteBatch batch;
    for (const auto& [id, key] : keys_) KeyStore::remove(batch, Row::key, text_of(id));
    if (batch.Count() > 0) store_->try_to_write(batch);
}

}  // namespace commonweal::vault
