#pragma once
// The backups of a running server: one at a time, on a thread of its own.
//
// Owner: main, which ends it before what it backs up. Threads: any.

#include <mutex>
#include <thread>

#include "server/backup/backup.hpp"

namespace commonweal::backup {

/// Exactly one of the two is there.
struct Outcome {
    std::optional<BackedUp> made;
    std::string failed_because;
};

struct HowFar {
    bool running = false;
    std::string doing;
    std::uint64_t done = 0;
    std::uint64_t all = 0;
};

class Backups {
  public:
    explicit Backups(Source source) : source_(std::move(source)) {}
    /// Breaks off what runs, and waits until it has ended.
    ~Backups();
    Backups(const Backups&) = delete;
    Backups& operator=(const Backups&) = delete;

    /// Calls `then` on the thread of its own. False: one runs, and nothing is begun.
    bool begin(Order order, std::function<void(Outcome)> then);
    HowFar how_far() const;

  private:
    Outcome run(const Order& order);
    bool tell(const char* doing, std::uint64_t done, std::uint64_t all);

    const Source source_;
    mutable std::mutex mutex_;
    HowFar how_far_;
    bool ending_ = false;
    std::thread thread_;
};

}  // namespace commonweal::backup
