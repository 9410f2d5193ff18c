#pragma once
// The keys that were used lately, in memory, at most about a bound. What leaves is wiped.
//
// Owner: Vault, which holds its lock around every call.

#include <array>
#include <cstring>
#include <optional>
#include <unordered_map>

#include "server/vault/vault.hpp"

namespace commonweal::vault {

/// The last bytes of ids are random, and as good as a hash.
struct KeyIdHash {
    std::size_t operator()(const KeyId& id) const {
        std::size_t hash;
        std::memcpy(&hash, id.data() + id.size() - sizeof hash, sizeof hash);
        return hash;
    }
};
using KeyMap = std::unordered_map<KeyId, Key, KeyIdHash>;

/// Overwrites every key, then lets them go.
void wipe(KeyMap& keys);

class KeyCache {
  public:
    explicit KeyCache(std::size_t keys_max) : half_(keys_max / 2 + 1) {}
    ~KeyCache();
    KeyCache(const KeyCache&) = delete;
    KeyCache& operator=(const KeyCache&) = delete;

    std::optional<Key> find(const KeyId& id);
    void put(const KeyId& id, const Key& key);
    /// Wiped, too.
    void erase(const KeyId& id);

  private:
    std::size_t half_;
    KeyMap young_;  ///< becomes the old one when it has grown to half the bound
    KeyMap old_;
};

}  // namespace commonweal::vault
