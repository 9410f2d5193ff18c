// The receiving half of a WebSocket connection, and its beginning and end.
#include "server/net/websocket_connection.hpp"

#include <utility>

#include "server/telemetry/log.hpp"

namespace commonweal::net {
namespace {

constexpr int pings_unanswered_max = 2;
constexpr int reads_in_a_row_max = 4;           // then others on this thread have their turn
constexpr std::size_t read_bytes = 16U << 10U;  // of the thread's buffer

bool is_would_block(const ErrorCode& error) {
    return error == asio::error::would_block || error == asio::error::try_again;
}

template <typename... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};

}  // namespace

WebSocketConnection::WebSocketConnection(std::shared_ptr<Service> service, Transport transport)
    : service_(std::move(service)),
      transport_(std::move(transport)),
      frames_(service_->limits.message_bytes_max),
      last_received_(Clock::now()),
      tls_(transport_.encrypted() ? std::make_unique<TlsBuffers>() : nullptr) {}

std::shared_ptr<WebSocketConnection> WebSocketConnection::self() {
    return std::static_pointer_cast<WebSocketConnection>(shared_from_this());
}

/// Calls back; what is thrown is logged, and ends the connection.
void WebSocketConnection::guarded(const std::function<void()>& call) {
    try {
        return call();
    } catch (const std::exception& error) {
        telemetry::log(telemetry::Level::error, "websocket-failed", {{"why", error.what()}});
    } catch (...) {
        telemetry::log(telemetry::Level::error, "websocket-failed",
                       {{"why", "an exception that is no std::exception"}});
    }
    close(close_code::internal_error, "the server failed");
}

void WebSocketConnection::start(std::span<const char> early, const OpenWebSocket& open) {
    look_again_at(last_received_ + service_->limits.ping_interval);
    guarded([&] { events_ = open(self()); });
    if (service_->draining) drain();
    if (!early.empty()) take(early);
    await_bytes();
}

void WebSocketConnection::await_bytes() {
    if (finished_) return;
    if (tls_) return read_tls();
    transport_.socket().async_wait(Socket::wait_read, [self = self()](const ErrorCode& error) {
        error ? self->finish() : self->read();
    });
}

void WebSocketConnection::read() {
    thread_local std::array<char, read_bytes> buffer;
    for (int i = 0; i < reads_in_a_row_max && !finished_; ++i) {
        const auto [error, bytes] = transport_.receive_now(buffer);
        if (is_would_block(error)) break;
        if (error) return finish();
        take(std::span(buffer).first(bytes));
        if (bytes < buffer.size()) break;
    }
    await_bytes();
}

void WebSocketConnection::read_tls() {
    transport_.tls_stream()->async_read_some(
        asio::buffer(tls_->in), [self = self()](const ErrorCode& error, std::size_t bytes) {
            if (error) return self->finish();
            self->take(std::span(self->tls_->in).first(bytes));
            self->await_bytes();
        });
}

void WebSocketConnection::take(std::span<const char> bytes) {
    last_received_ = Clock::now();
    pings_unanswered_ = 0;
    while (!finished_) {
        auto event = frames_.next(bytes);
        if (!event) return;
        happened(std::move(*event));
    }
}

void WebSocketConnection::happened(FrameEvent event) {
    std::visit(Overloaded{
                   [this](TextReceived& message) {
                       if (!events_.received) return;
                       guarded([&] { events_.received(std::move(message.text)); });
                   },
                   [this](PingReceived& ping) {
                       const std::scoped_lock lock(mutex_);
                       if (closing_) return;
                       outbox_.push_ahead(Opcode::pong,
                                          std::make_shared<std::string>(std::move(ping.payload)));
                       start_flushing_locked();
                   },
                   [](PongReceived&) {},
                   [this](CloseReceived& closed) { peer_closes(closed.code); },
                   // The reader reads no more: what still comes is thrown away until the end.
                   [this](Broken& broken) { close(broken.code, std::string(broken.why)); },
               },
               event);
}

void WebSocketConnection::peer_closes(std::uint16_t code) {
    peer_closed_ = true;
    bool all_sent = false;
    {
        const std::scoped_lock lock(mutex_);
        close_locked(code, {});
        all_sent = !flushing_;
    }
    if (all_sent) finish();
}

void WebSocketConnection::time_passed(Clock::time_point now) {
    if (!is_due(now) || finished_) return;
    {
        const std::scoped_lock lock(mutex_);
        const auto interval = service_->limits.ping_interval;
        if (!closing_ && now - last_received_ < interval) {
            return look_again_at(last_received_ + interval);
        }
        if (!closing_ && pings_unanswered_ < pings_unanswered_max) {
            static const auto nothing = std::make_shared<const std::string>();
            ++pings_unanswered_;
            outbox_.push_ahead(Opcode::ping, nothing);
            start_flushing_locked();
            return look_again_at(now + interval);
        }
    }
    finish();  // it has vanished, or does not answer our close
}

void WebSocketConnection::drain() {
    close(close_code::going_away, "the server is stopping");
}

void WebSocketConnection::finish() {
    {
        const std::scoped_lock lock(mutex_);
        if (std::exchange(finished_, true)) return;
        transport_.close();
        outbox_.clear();
    }
    look_no_more();
    const auto events = std::exchange(events_, {});
    if (events.closed) guarded([&] { events.closed(); });
    service_->connections->remove(*this);
}

}  // namespace commonweal::net
