#include "server/net/connections.hpp"

#include <boost/asio/bind_executor.hpp>
#include <boost/asio/post.hpp>
#include <utility>
#include <vector>

namespace commonweal::net {

Connections::Connections(asio::io_context& io, std::chrono::milliseconds sweep_interval)
    : io_(io), sweep_interval_(sweep_interval), strand_(asio::make_strand(io)), timer_(strand_) {}

void Connections::add(const std::shared_ptr<Connection>& connection) {
    const std::scoped_lock lock(mutex_);
    open_.insert(connection.get());
}

void Connections::remove(Connection& connection) {
    std::function<void()> empty;
    {
        const std::scoped_lock lock(mutex_);
        open_.erase(&connection);
        if (open_.empty()) empty = std::exchange(empty_, nullptr);
    }
    if (empty) empty();
}

std::size_t Connections::count() const {
    const std::scoped_lock lock(mutex_);
    return open_.size();
}

void Connections::start_sweeping() {
    asio::post(strand_, [self = shared_from_this()] {
        self->sweeping_ = true;
        self->sweep();
    });
}

void Connections::stop_sweeping() {
    asio::post(strand_, [self = shared_from_this()] {
        self->sweeping_ = false;
        self->timer_.cancel();
    });
}

void Connections::sweep() {
    if (!sweeping_) return;
    const auto now = Clock::now();
    std::vector<std::shared_ptr<Connection>> due;
    {
        const std::scoped_lock lock(mutex_);
        for (auto* connection : open_) {
            if (!connection->is_due(now)) continue;
            if (auto held = connection->weak_from_this().lock()) due.push_back(std::move(held));
        }
    }
    for (auto& connection : due) {
        asio::post(connection->executor(), [connection] { connection->time_passed(Clock::now()); });
    }
    timer_.expires_after(sweep_interval_);
    timer_.async_wait([self = shared_from_this()](const ErrorCode& error) {
        if (!error) self->sweep();
    });
}

void Connections::drain(std::function<void()> empty) {
    {
        const std::scoped_lock lock(mutex_);
        if (!open_.empty()) empty_.swap(empty);  // it waits for the last of them
    }
    if (empty) return empty();
    each([](Connection& connection) { connection.drain(); });
}

void Connections::abort() {
    each([](Connection& connection) { connection.abort(); });
}

void Connections::each(void (*on_strand)(Connection&)) {
    std::vector<std::shared_ptr<Connection>> all;
    {
        const std::scoped_lock lock(mutex_);
        all.reserve(open_.size());
        for (auto* connection : open_) {
            if (auto held = connection->weak_from_this().lock()) all.push_back(std::move(held));
        }
    }
    for (auto& connection : all) {
        // Where nothing runs any more, this thread is alone, and what is posted would be lost.
        if (io_.stopped()) {
            on_strand(*connection);
        } else {
            asio::post(connection->executor(), [connection, on_strand] { on_strand(*connection); });
        }
    }
}

}  // namespace commonweal::net
