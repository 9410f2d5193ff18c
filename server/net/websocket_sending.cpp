// The sending half of a WebSocket connection: the outbox, and the way from it to the kernel.
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <utility>

#include "server/net/websocket_connection.hpp"

namespace commonweal::net {
namespace {

constexpr auto close_timeout = std::chrono::seconds(5);
constexpr std::size_t pieces_at_once = 64;              // of one writev: 32 messages
constexpr std::size_t one_piece_bytes_max = 8U << 10U;  // larger ones are not worth copying
constexpr std::size_t tls_bytes_at_once = 16U << 10U;   // one record

bool is_would_block(const ErrorCode& error) {
    return error == asio::error::would_block || error == asio::error::try_again;
}

/// The whole frame of a text in one piece, for one send without gathering. A broadcast sends the
/// same text again and again: the last frame is kept, with its text, so that the address of that
/// cannot become another's.
std::string_view frame_of(const SharedText& text) {
    thread_local SharedText last;
    thread_local std::string frame;
    if (last != text) {
        const FrameHead head(Opcode::text, text->size());
        frame.assign(head.bytes.data(), head.size);
        frame.append(*text);
        last = text;
    }
    return frame;
}

}  // namespace

bool WebSocketConnection::send(std::shared_ptr<const std::string> text) {
    const std::scoped_lock lock(mutex_);
    if (closing_ || finished_) return false;
    const auto& limits = service_->limits;
    if (!outbox_.has_room(text->size(), limits.outbox_bytes_max, limits.outbox_messages_max)) {
        refused_ = true;
        return false;
    }
    std::size_t sent = 0;
    if (!flushing_ && !tls_ && text->size() <= one_piece_bytes_max) {
        const auto frame = frame_of(text);
        sent = transport_.send_now(frame).bytes;
        if (sent == frame.size()) return true;
    }
    outbox_.push(Opcode::text, std::move(text));
    outbox_.sent(sent);
    start_flushing_locked();
    return true;
}

void WebSocketConnection::close(std::uint16_t code, std::string reason) {
    const std::scoped_lock lock(mutex_);
    close_locked(code, reason);
}

void WebSocketConnection::close_locked(std::uint16_t code, std::string_view reason) {
    if (closing_ || finished_) return;
    closing_ = true;
    look_again_at(Clock::now() + close_timeout);
    outbox_.push(Opcode::close, std::make_shared<std::string>(close_payload(code, reason)));
    start_flushing_locked();
}

std::size_t WebSocketConnection::outbox_bytes() const {
    const std::scoped_lock lock(mutex_);
    return outbox_.bytes();
}

/// Whoever queued something calls this: it is sent at once, or the strand sees to it.
void WebSocketConnection::start_flushing_locked() {
    if (flushing_) return;
    if (!tls_ && !write_out_locked() && outbox_.is_empty()) return;
    flushing_ = true;  // an error is met again on the strand, where the connection can be ended
    asio::post(executor(), [self = self()] {
        const std::scoped_lock lock(self->mutex_);
        if (!self->finished_) self->await_room_locked();
    });
}

/// Sends until all is sent or the kernel has no room; an error is one that ends the connection.
ErrorCode WebSocketConnection::write_out_locked() {
    while (!outbox_.is_empty()) {
        std::array<iovec, pieces_at_once> pieces;
        const auto count = outbox_.gather(pieces);
        const auto [error, bytes] = transport_.send_now(std::span(pieces).first(count));
        if (is_would_block(error)) return {};
        if (error) return error;
        outbox_.sent(bytes);
    }
    return {};
}

void WebSocketConnection::await_room_locked() {
    if (tls_) return write_tls_locked();
    transport_.socket().async_wait(Socket::wait_write, [self = self()](const ErrorCode& error) {
        error ? self->finish() : self->flush();
    });
}

void WebSocketConnection::flush() {
    ErrorCode error;
    {
        const std::scoped_lock lock(mutex_);
        if (finished_) return;
        error = write_out_locked();
        if (!error && !outbox_.is_empty()) return await_room_locked();
        flushing_ = false;
    }
    error ? finish() : has_flushed();
}

void WebSocketConnection::write_tls_locked() {
    std::array<iovec, pieces_at_once> pieces;
    auto& out = tls_->out;
    out.clear();
    for (const auto& piece : std::span(pieces).first(outbox_.gather(pieces))) {
        const auto bytes = std::min(piece.iov_len, tls_bytes_at_once - out.size());
        out.append(static_cast<const char*>(piece.iov_base), bytes);
    }
    outbox_.sent(out.size());
    asio::async_write(
        *transport_.tls_stream(), asio::buffer(out),
        [self = self()](const ErrorCode& error, std::size_t) { self->tls_written(error); });
}

void WebSocketConnection::tls_written(const ErrorCode& error) {
    if (error) return finish();
    {
        const std::scoped_lock lock(mutex_);
        if (finished_) return;
        if (!outbox_.is_empty()) return write_tls_locked();
        flushing_ = false;
        tls_->out = {};
    }
    has_flushed();
}

void WebSocketConnection::has_flushed() {
    bool tell = false;
    {
        const std::scoped_lock lock(mutex_);
        tell = std::exchange(refused_, false);
    }
    if (peer_closed_) return finish();
    if (tell && events_.drained) guarded([this] { events_.drained(); });
}

}  // namespace commonweal::net
