#pragma once
// Listens on TCP (with TLS or without) and on the control socket, and runs one strand a connection.
//
// Owner: main. Threads: start and drain from one thread; handlers run on the io_context's threads.
// Failure: what cannot be bound or read throws std::runtime_error saying what, where and what to
// do.

#include <boost/asio/io_context.hpp>
#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

#include "server/net/http.hpp"

namespace commonweal::net {

struct Limits {
    std::size_t header_bytes_max = 16U << 10U;
    std::size_t body_bytes_max = 2U << 20U;
    std::size_t control_body_bytes_max = 512U << 20U;  ///< through the control socket: imports
    std::chrono::milliseconds header_timeout{15'000};  ///< from the first byte of a request
    std::chrono::milliseconds body_timeout{60'000};    ///< from the header's end
    std::chrono::milliseconds write_timeout{60'000};   ///< in which nothing of an answer moved
    std::chrono::milliseconds idle_timeout{120'000};   ///< between requests of a kept connection
    std::size_t connections_max = 20000;               ///< the control socket is never refused
    std::size_t message_bytes_max = 64U << 10U;        ///< received on a WebSocket
    std::size_t outbox_bytes_max = 1U << 20U;          ///< waiting to be sent on a WebSocket
    std::size_t outbox_messages_max = 1024;
    std::chrono::milliseconds ping_interval{20'000};  ///< WebSocket; two unanswered close it
};

struct Options {
    std::string listen = "127.0.0.1:8080";  ///< port 0: any free one; empty: none
    std::filesystem::path tls_certificate;  ///< with tls_key: TLS 1.2 and later
    std::filesystem::path tls_key;
    std::filesystem::path control_socket;  ///< empty: none
    Limits limits;
};

/// One line a request, for the access log and metrics; called on the connection's strand.
struct RequestLine {
    std::string method, target, peer;
    std::string_view route;  ///< as the Response said; empty where net answered by itself
    unsigned status = 0;
    std::size_t bytes = 0;  ///< of the body sent
    std::chrono::microseconds took{0};
};

class Server {
  public:
    /// `upgrade` and `finished` may be empty.
    Server(boost::asio::io_context& io, Options options, Handler handler, UpgradeHandler upgrade,
           std::function<void(const RequestLine&)> finished);
    /// Ends every connection. Destroy it after `drained`, or once the io_context has stopped.
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Binds and accepts. Returns the address served, "http://127.0.0.1:8080"; empty where only the
    /// control socket is. The caller holds the lock of the control socket's directory: a socket
    /// that lies there is stale and removed.
    std::string start();
    /// Accepts no more, lets requests under way finish, closes WebSockets with 1001, and calls
    /// `drained` when all are closed, or `at_most` has passed and what was left was ended.
    void drain(std::chrono::milliseconds at_most, std::function<void()> drained);
    std::size_t connections() const;

  private:
    struct Inside;
    std::shared_ptr<Inside> inside_;
};

}  // namespace commonweal::net
