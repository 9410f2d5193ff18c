// The reading half of an HTTP connection, and its beginning and end.
#include "server/net/http_connection.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <cstring>

#include "server/telemetry/log.hpp"

namespace commonweal::net {
namespace {

constexpr std::size_t buffer_bytes_first = 4U << 10U;
constexpr std::size_t buffer_bytes_large = 64U << 10U;  // for a body that is
constexpr auto linger_timeout = std::chrono::seconds(2);

std::size_t body_bytes_max(const Service& service, const Peer& peer) {
    return peer.same_owner ? service.limits.control_body_bytes_max : service.limits.body_bytes_max;
}

}  // namespace

HttpConnection::HttpConnection(std::shared_ptr<Service> service, Transport transport, Peer peer)
    : service_(std::move(service)),
      transport_(std::move(transport)),
      peer_(std::move(peer)),
      reader_(service_->limits.header_bytes_max, body_bytes_max(*service_, peer_)),
      buffer_(buffer_bytes_first) {
    line_.peer = peer_.address;
}

void HttpConnection::run(std::shared_ptr<HttpConnection> connection) {
    // The handler holds the connection until the coroutine has ended.
    asio::co_spawn(connection->executor(), connection->serve(),
                   [connection](const std::exception_ptr& error) { connection->end(error); });
}

void HttpConnection::turn_away(std::shared_ptr<HttpConnection> connection) {
    connection->turned_away_ = true;
    ++connection->service_->turned_away;
    asio::co_spawn(connection->executor(), connection->say_no_room(),
                   [connection](const std::exception_ptr& error) { connection->end(error); });
}

asio::awaitable<void> HttpConnection::serve() {
    look_again_at(Clock::now() + service_->limits.header_timeout);
    if (transport_.encrypted() && co_await transport_.handshake()) co_return;
    for (;;) {
        const auto arrival = co_await read_request();
        look_no_more();
        started_ = Clock::now();
        phase_ = Phase::busy;
        if (!arrival) {
            begin_line();
            co_await send(problem(*arrival.error()), {.keep_alive = false});
            break;
        }
        if (*arrival == Arrived::nothing) co_return;
        if (!co_await answer()) break;
        reader_.next();
        continue_sent_ = false;
        phase_ = Phase::idle;
        look_again_at(Clock::now() + service_->limits.idle_timeout);
    }
    if (!handed_over_) co_await linger();
}

asio::awaitable<void> HttpConnection::say_no_room() {
    look_again_at(Clock::now() + service_->limits.header_timeout);
    if (transport_.encrypted() && co_await transport_.handshake()) co_return;
    started_ = Clock::now();
    phase_ = Phase::busy;
    if (co_await send(problem(refused::no_room), {.keep_alive = false})) co_await linger();
}

asio::awaitable<HttpConnection::Arrival> HttpConnection::read_request() {
    for (;;) {
        const auto complete = parse();
        if (!complete) co_return std::unexpected(complete.error());
        if (*complete) co_return Arrived::request;
        if (wants_continue()) {
            continue_sent_ = true;
            if (!co_await write("HTTP/1.1 100 Continue\r\n\r\n", {})) co_return Arrived::nothing;
            look_again_at(Clock::now() + service_->limits.body_timeout);
        }
        if (phase_ == Phase::idle && service_->draining) co_return Arrived::nothing;
        const auto [error, bytes] = co_await transport_.read_some(room());
        end_ += bytes;
        if (!error) continue;
        if (timed_out_ && phase_ != Phase::idle) co_return std::unexpected(&refused::timed_out);
        co_return Arrived::nothing;
    }
}

/// True once a whole request is there.
std::expected<bool, const Refused*> HttpConnection::parse() {
    if (begin_ == end_) return false;
    const auto used = reader_.feed(std::span(buffer_).subspan(begin_, end_ - begin_));
    if (!used) return std::unexpected(used.error());
    begin_ += *used;
    if (begin_ == end_) begin_ = end_ = 0;
    note_phase();
    return reader_.is_complete();
}

void HttpConnection::note_phase() {
    if (reader_.is_complete()) return;
    if (phase_ == Phase::idle) {
        phase_ = Phase::header;
        look_again_at(Clock::now() + service_->limits.header_timeout);
    }
    if (phase_ == Phase::header && reader_.has_header()) {
        phase_ = Phase::body;
        look_again_at(Clock::now() + service_->limits.body_timeout);
    }
}

bool HttpConnection::wants_continue() const {
    return phase_ == Phase::body && !continue_sent_ && begin_ == end_ &&
           reader_.expects_continue() && reader_.request().body.empty();
}

/// Where to read to; never empty, as the reader refuses to wait for more than a header's bytes.
std::span<char> HttpConnection::room() {
    if (begin_ > 0) {
        std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
        end_ -= std::exchange(begin_, 0);
    }
    const bool large_body = reader_.request().body.size() >= buffer_bytes_large;
    if (large_body && buffer_.size() < buffer_bytes_large) buffer_.resize(buffer_bytes_large);
    if (end_ == buffer_.size()) buffer_.resize(buffer_.size() * 2);
    return std::span(buffer_).subspan(end_);
}

/// Closing at once while the client still sends would make its kernel throw our answer away.
asio::awaitable<void> HttpConnection::linger() {
    timed_out_ = false;
    look_again_at(Clock::now() + linger_timeout);
    co_await transport_.finish_writing();
    while (!timed_out_) {
        const auto [error, bytes] = co_await transport_.read_some(buffer_);
        if (error) break;
    }
}

void HttpConnection::time_passed(Clock::time_point now) {
    if (!is_due(now) || handed_over_) return;
    timed_out_ = true;
    look_no_more();
    transport_.cancel();
}

void HttpConnection::drain() {
    if (phase_ == Phase::idle && !handed_over_) transport_.cancel();
}

void HttpConnection::abort() {
    if (!handed_over_) transport_.close();
}

void HttpConnection::end(const std::exception_ptr& error) {
    try {
        if (error) std::rethrow_exception(error);
    } catch (const std::exception& thrown) {
        telemetry::log(telemetry::Level::error, "connection-failed", {{"why", thrown.what()}});
    }
    look_no_more();
    if (!handed_over_) transport_.close();
    if (turned_away_) --service_->turned_away;
    service_->connections->remove(*this);
}

}  // namespace commonweal::net
