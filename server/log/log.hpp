#pragma once
// The log as the rest of the server uses it: an engine, one committer thread that gathers all
// waiting commits into a group (one fsync covers them), and followers.
//
// Owner: main (or a test). Threads: every member may be called from any thread.
// Failure: a full queue is answered at once (Busy); after OutcomeUnknown nothing more is taken.

#include <functional>
#include <memory>

#include "server/log/engine.hpp"

namespace commonweal::log {

struct LogOptions {
    std::size_t queue_commits_max = 8192;
    std::size_t group_commits_max = 1024;
    std::size_t group_bytes_max = 8U << 20U;
    std::size_t tail_records_max = 4096;  ///< newest records kept decoded for followers
    /// Called by the committer before each group, for example to make the vault's new keys durable.
    /// If it throws, the group is answered OutcomeUnknown and nothing of it is written.
    std::function<void()> before_group;
};

class Log {
  public:
    using Done = std::function<void(AppendResult)>;
    /// Told, on the committer's thread, that the head has moved: post and return.
    using Listener = std::function<void(Position head)>;

    Log(std::unique_ptr<Engine> engine, LogOptions options);
    ~Log();  ///< finishes what is queued, then closes
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;

    /// Queues a commit; `done` is called on the committer's thread when the outcome is durable.
    /// False (and `done` is not called): the queue is full or the log has stopped.
    [[nodiscard]] bool append(Commit commit, Done done);
    /// The same, waiting, for room in the queue too; a log that has stopped answers OutcomeUnknown.
    /// For the command line, tests and benchmarks; never from `done` or a listener.
    AppendResult append_and_wait(Commit commit);

    const Engine& engine() const;
    /// Acknowledged head: never runs ahead of what is durable.
    Head head() const;
    /// Why no more commits are taken, or empty.
    std::string stopped_because() const;

    /// Whole commits from `from` (the first position of a commit; else std::invalid_argument) on,
    /// in order, at most about `records_max`, from the tail in memory where it reaches that far,
    /// else from the engine. It may give fewer than there are, but nothing only at the head.
    /// Catching up and live are this one call: read until it gives nothing, wait for the listener.
    std::vector<std::shared_ptr<const Record>> read_commits(Position from,
                                                            std::size_t records_max) const;
    /// Registers a listener; it is called until the returned handle is destroyed.
    [[nodiscard]] std::shared_ptr<void> listen(Listener listener);

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace commonweal::log
