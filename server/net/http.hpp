#pragma once
// HTTP as the rest of the server sees it: plain values. Beast stays behind this (its headers cost
// 36 seconds a unit).

#include <boost/asio/awaitable.hpp>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace commonweal::net {

/// Who is at the other end of the connection.
struct Peer {
    std::string address;       ///< "127.0.0.1:4711", or "control socket"
    bool loopback = false;
    bool encrypted = false;    ///< TLS
    bool same_owner = false;   ///< a process of the server's own uid, through the control socket
};

struct Request {
    std::string method;  ///< "GET", "POST", "DELETE", …
    std::string target;  ///< as sent, "/api/v1/visits?limit=10"
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    Peer peer;

    /// A header's value by name, whatever its case; empty where it is not there.
    std::string_view header(std::string_view name) const;
};

struct Response {
    unsigned status = 200;
    std::vector<std::pair<std::string, std::string>> headers;  ///< without Content-Length
    std::string body;
    /// A body shared between responses (assets of the client), used where it is set.
    std::shared_ptr<const std::string> shared_body;
};

/// Answers a request. Throws nothing for what the client did wrong; what it throws is logged and
/// answered 500 with a reference.
using Handler = std::function<boost::asio::awaitable<Response>(Request)>;

/// One WebSocket connection. Threads: `send` and `close` from any thread.
class WebSocket {
  public:
    virtual ~WebSocket() = default;
    /// Queues a text message. False: the outbox is full (see WebSocketLimits) or the connection is
    /// closing; nothing was queued, and `drained` tells when there is room again.
    [[nodiscard]] virtual bool send(std::shared_ptr<const std::string> text) = 0;
    virtual void close(std::uint16_t code, std::string reason) = 0;
    virtual std::size_t outbox_bytes() const = 0;
};

/// What happens on a WebSocket: called on its connection's strand, one at a time, `closed` last.
struct WebSocketEvents {
    std::function<void(std::string text)> received;
    std::function<void()> drained;  ///< the outbox has emptied after a send was refused
    std::function<void()> closed;
};

/// Decides whether an upgrade is taken: a Response is a refusal; else the callback is given the
/// connection once it is open and returns what to do with its events.
using OpenWebSocket = std::function<WebSocketEvents(std::shared_ptr<WebSocket>)>;
struct Upgrade {
    std::optional<Response> refused;
    OpenWebSocket open;
};
using UpgradeHandler = std::function<boost::asio::awaitable<Upgrade>(Request)>;

}  // namespace commonweal::net
