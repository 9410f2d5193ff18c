#pragma once
// Keys that are on the disk already and belong to nothing yet: whoever takes one does not wait for
// the disk. Each is given once, and by the process that wrote it only; what is left at a clean end
// is removed from the disk, and what a crash leaves there opens nothing.
//
// Owner: Vault. Threads: any; one of its own writes more.

#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>

#include "server/vault/key_cache.hpp"
#include "server/vault/key_store.hpp"

namespace commonweal::vault {

class KeyReserve {
  public:
    static constexpr std::size_t keys_max = 2048;

    explicit KeyReserve(KeyStore& store);
    ~KeyReserve();
    KeyReserve(const KeyReserve&) = delete;
    KeyReserve& operator=(const KeyReserve&) = delete;

    /// None: it is empty. Once one was asked for, it is filled in the background whenever less than
    /// half of it is there.
    std::optional<std::pair<KeyId, Key>> take();
    std::size_t left() const;

  private:
    void keep_filled(const std::stop_token& stop);
    bool wants_keys() const { return asked_for_ && keys_.size() < keys_max / 2; }
    /// None: the disk refused them.
    KeyMap write_keys(std::size_t count);
    void remove_left();

    KeyStore* store_;
    mutable std::mutex mutex_;  ///< for what follows; not held while the disk is written
    std::condition_variable_any low_;
    KeyMap keys_;
    bool asked_for_ = false;
    std::jthread filling_;  ///< the last: it uses all others
};

}  // namespace commonweal::vault
