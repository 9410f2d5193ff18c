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
    std::string address;  ///< "127.0.0.1:4711", or "control socket"
    bool loopback = false;
    bool encrypted = false;   ///< TLS
    bool same_owner = false;  ///< a process of the server's own uid, through the control socket
};

/// Header names are the same whatever their case.
bool is_same_name(std::string_view a, std::string_view b);

struct Request {
    std::string
        method;  ///< "GET", "POST", "DELETE", …; to "HEAD" answer as to GET, net sends no body
    std::string target;  ///< as sent, "/api/v1/visits?limit=10"
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    Peer peer;

    /// A header's value by name, whatever its case; empty where it is not there.
    std::string_view header(std::string_view name) const;
};

struct Response {
    unsigned status = 200;
    std::vector<std::pair<std::string, std::string>> headers;  ///< without Content-Length, Date
    std::string body;
    /// A body shared between responses (assets of the client), used where it is set.
    std::shared_ptr<const std::string> shared_body;
    /// Of static storage: the route's pattern ("/api/v1/schools/{urn}"), for log lines and metrics.
    std::string_view route;
};

/// Answers a request. Throws nothing for what the client did wrong; what it throws is logged and
/// answered 500 with a reference.
using Handler = std::function<boost::asio::awaitable<Response>(Request)>;

/// One WebSocket connection. Threads: `send`, `close` and `outbox_bytes` from any. Whoever holds it
/// lets go of it before the io_context goes.
class WebSocket {
  public:
    virtual ~WebSocket() = default;
    /// Sends a text message, which must be UTF-8, or queues it. False: the outbox is full (see
    /// Limits) and nothing was queued, `drained` tells when it is empty; or the connection is
    /// closing, and `closed` follows. A message larger than the whole bound goes alone.
    [[nodiscard]] virtual bool send(std::shared_ptr<const std::string> text) = 0;
    /// Closes after what is queued; `closed` follows, five seconds later at the latest.
    virtual void close(std::uint16_t code, std::string reason) = 0;
    virtual std::size_t outbox_bytes() const = 0;
};

/// What happens on a WebSocket: called on its connection's strand, one at a time, `closed` last;
/// then they are let go, with what they hold. An empty one is passed over.
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
