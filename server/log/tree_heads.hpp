#pragma once
// The signed heads of a running log: the newest for whoever asks, and those that a thread of its
// own anchors at intervals and at the end (anchored_heads.hpp).
//
// Owner: main, which builds it after the log and ends it before. Threads: any.
// Failure: building throws std::runtime_error where the log does not go on from its anchored heads.
// Where a head cannot be anchored, stopped_because() says why, and it is tried again.

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "server/log/anchored_heads.hpp"
#include "server/log/log.hpp"

namespace commonweal::log {

/// Of the records up to the engine's acknowledged head, or up to a position before it.
TreeHead tree_head(const Engine& engine);
TreeHead tree_head(const Engine& engine, Position size);

/// Throws std::runtime_error, with the first position that is lost or where to look for what was
/// changed, where the log is not what the anchored heads say.
void must_go_on_from(const Engine& engine, const AnchoredHeads& anchored);

class TreeHeads {
  public:
    TreeHeads(const Log& log, const std::filesystem::path& file, SigningKey key,
              std::chrono::milliseconds interval = std::chrono::seconds{10});
    ~TreeHeads();
    TreeHeads(const TreeHeads&) = delete;
    TreeHeads& operator=(const TreeHeads&) = delete;

    const PublicKey& public_key() const { return key_.public_key(); }
    /// Of all that is acknowledged.
    SignedHead newest() const;
    /// Of the first so many, which are acknowledged.
    SignedHead of(Position size) const { return sign(tree_head(log_.engine(), size), key_); }
    /// The size of the newest that is anchored.
    Position anchored() const;
    /// Why the last head could not be anchored, or empty.
    std::string failed_because() const;

  private:
    void anchor_until_closed();
    void anchor();

    const Log& log_;
    const SigningKey key_;
    const std::chrono::milliseconds interval_;

    mutable std::mutex mutex_;  ///< for what follows, but for the file
    std::condition_variable closing_changed_;
    mutable SignedHead newest_;
    Position anchored_ = 0;
    std::string failed_because_;
    bool closing_ = false;

    AnchoredHeads file_;  ///< the thread's own
    std::thread thread_;
};

}  // namespace commonweal::log
