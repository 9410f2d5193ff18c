#include "server/vault/key_cache.hpp"

#include <sodium.h>

#include <utility>

namespace commonweal::vault {

void wipe(KeyMap& keys) {
    for (auto& [id, key] : keys) sodium_memzero(key.data(), key.size());
    keys.clear();
}

KeyCache::~KeyCache() {
    wipe(young_);
    wipe(old_);
}

std::optional<Key> KeyCache::find(const KeyId& id) {
    const auto young = young_.find(id);
    if (young != young_.end()) return young->second;
    const auto old = old_.find(id);
    if (old == old_.end()) return std::nullopt;
    const Key key = old->second;
    put(id, key);
    return key;
}

void KeyCache::put(const KeyId& id, const Key& key) {
    if (young_.size() >= half_) {
        wipe(old_);
        std::swap(young_, old_);
    }
    young_.insert_or_assign(id, key);
}

void KeyCache::erase(const KeyId& id) {
    for (auto* const half : {&young_, &old_}) {
        const auto found = half->find(id);
        if (found == half->end()) continue;
        sodium_memzero(found->second.data(), found->second.size());
        half->erase(found);
    }
}

}  // namespace commonweal::vault
