#pragma once
// Every open connection: how many, which has run out of time, and when the last one has gone.
//
// One timer for all: each connection keeps the instant at which it wants to be looked at in an
// atomic, and a sweep reads them a few times a second. A timer of its own for each read would cost
// a request more than parsing it.
//
// Owner: the server, shared with the connections. Threads: any. Failure: none.

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <unordered_set>

#include "server/net/transport.hpp"

namespace commonweal::net {

using Clock = std::chrono::steady_clock;

/// A connection as the sweep and the drain see it. The three calls come on its strand.
class Connection : public std::enable_shared_from_this<Connection> {
  public:
    virtual ~Connection() = default;
    /// The instant asked for by `look_again_at` has come (or had: check again).
    virtual void time_passed(Clock::time_point now) = 0;
    /// Ends as soon as what is under way is done.
    virtual void drain() = 0;
    /// Ends now.
    virtual void abort() = 0;
    virtual Executor executor() = 0;

  protected:
    void look_again_at(Clock::time_point when) {
        look_at_.store(when.time_since_epoch().count(), std::memory_order_relaxed);
    }
    void look_no_more() { look_again_at(Clock::time_point::max()); }
    bool is_due(Clock::time_point now) const {
        return now.time_since_epoch().count() >= look_at_.load(std::memory_order_relaxed);
    }

  private:
    friend class Connections;
    std::atomic<Clock::rep> look_at_{Clock::time_point::max().time_since_epoch().count()};
};

class Connections : public std::enable_shared_from_this<Connections> {
  public:
    Connections(asio::io_context& io, std::chrono::milliseconds sweep_interval);

    void add(const std::shared_ptr<Connection>& connection);
    void remove(Connection& connection);
    std::size_t count() const;

    void start_sweeping();
    void stop_sweeping();
    /// Tells each connection to drain; `empty` is called once, when none is left.
    void drain(std::function<void()> empty);
    void abort();

  private:
    void sweep();
    void each(void (*on_strand)(Connection&));

    asio::io_context& io_;
    const std::chrono::milliseconds sweep_interval_;
    mutable std::mutex mutex_;
    std::unordered_set<Connection*> open_;
    std::function<void()> empty_;
    bool sweeping_ = false;                                 ///< on the strand
    asio::strand<asio::io_context::executor_type> strand_;  ///< the timer's
    asio::steady_timer timer_;
};

}  // namespace commonweal::net
