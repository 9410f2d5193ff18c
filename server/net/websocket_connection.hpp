#pragma once
// One WebSocket: reads frames, answers pings, sends what is queued, notices who has vanished.
//
// While nothing happens it holds no buffer: it waits for readiness, and reads into memory of the
// thread. A send goes to the kernel at once, on the caller's thread and under the connection's
// lock; only what the kernel has no room for is queued and waits for the strand.
//
// Owner: what it waits for holds it, as does whoever keeps the WebSocket. Threads: `send`, `close`
// and `outbox_bytes` from any, the rest on the strand. Failure: the connection ends and `closed` is
// called; what a callback throws is logged and closes with 1011.

#include <array>
#include <memory>
#include <mutex>
#include <span>
#include <string>

#include "server/net/outbox.hpp"
#include "server/net/service.hpp"
#include "server/net/websocket_frames.hpp"

namespace commonweal::net {

class WebSocketConnection final : public WebSocket, public Connection {
  public:
    WebSocketConnection(std::shared_ptr<Service> service, Transport transport);

    /// Once the handshake is answered; `early` is what the client sent after it.
    void start(std::span<const char> early, const OpenWebSocket& open);

    bool send(std::shared_ptr<const std::string> text) override;
    void close(std::uint16_t code, std::string reason) override;
    std::size_t outbox_bytes() const override;

    void time_passed(Clock::time_point now) override;
    void drain() override;
    void abort() override { finish(); }
    Executor executor() override { return transport_.executor(); }

  private:
    std::shared_ptr<WebSocketConnection> self();

    void await_bytes();
    void read();
    void read_tls();
    void take(std::span<const char> bytes);
    void happened(FrameEvent event);
    void peer_closes(std::uint16_t code);

    // In websocket_sending.cpp.
    void close_locked(std::uint16_t code, std::string_view reason);
    void start_flushing_locked();
    ErrorCode write_out_locked();
    void await_room_locked();
    void flush();
    void write_tls_locked();
    void tls_written(const ErrorCode& error);
    void has_flushed();

    void guarded(const std::function<void()>& call);
    void finish();

    const std::shared_ptr<Service> service_;

    mutable std::mutex
        mutex_;  // guards up to the empty line; and no close of transport_ without it
    Transport transport_;
    Outbox outbox_;
    bool flushing_ = false;  ///< the strand sees to the outbox; else that is empty
    bool refused_ = false;   ///< a send was refused: tell when drained
    bool closing_ = false;   ///< our close frame is queued or sent
    bool finished_ = false;

    WebSocketEvents events_;
    FrameReader frames_;
    Clock::time_point last_received_;
    int pings_unanswered_ = 0;
    bool peer_closed_ = false;

    /// TLS cannot wait without a buffer, and copies what it sends.
    struct TlsBuffers {
        std::array<char, 2048> in{};
        std::string out;
    };
    std::unique_ptr<TlsBuffers> tls_;
};

}  // namespace commonweal::net
