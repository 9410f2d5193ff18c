#pragma once
// Keeps snapshots up with the log, so that neither the past nor the next start has much to fold:
// of the register and each network as much goes on there, and of all of the views.
//
// Owner: main. Threads: a thread of its own from start() to stop(). Failure: what goes wrong is
// told as a warning and tried again later; nothing depends on it but time.

#include <condition_variable>
#include <mutex>
#include <thread>

#include "server/app/past_views.hpp"
#include "server/app/projector.hpp"

namespace commonweal::app {

class SnapshotKeeper {
  public:
    SnapshotKeeper(const PastViews& past, Snapshots& snapshots, const Projector& projector)
        : past_(&past), snapshots_(&snapshots), projector_(&projector) {}
    ~SnapshotKeeper() { stop(); }
    SnapshotKeeper(const SnapshotKeeper&) = delete;
    SnapshotKeeper& operator=(const SnapshotKeeper&) = delete;

    void start();
    void stop();
    /// What the thread does every few seconds: keeps what is due.
    void keep_up();

  private:
    void run();
    /// Events of a scope since its newest snapshot, which is at `from`.
    struct Growth {
        Position from = 0;
        std::uint64_t events = 0;
    };
    void count(Position head);
    void fold_grown(const Scope& scope, Growth& growth, Position head);
    Scope scope_of_network(NetworkId network) const;
    void keep_everything(Position head);

    static constexpr std::chrono::seconds every{10};
    static constexpr std::uint64_t fold_at_least = 4096;  ///< events of a scope

    const PastViews* past_;
    Snapshots* snapshots_;
    const Projector* projector_;
    Position counted_ = 0;  ///< up to which the events of each scope are counted
    std::map<NetworkId, Growth> networks_;
    Growth register_;
    std::mutex keeping_;  ///< guards what is above
    std::mutex mutex_;
    std::condition_variable stop_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace commonweal::app
