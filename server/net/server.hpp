#pragma once
// Listens on TCP (with TLS or without) and on the control socket, and runs one strand a connection.
//
// Owner: main. Threads: start and drain from one thread; handlers run on the io_context's threads.
// Failure: what cannot be bound or read throws std::runtime_error saying what, where and what to do.

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
    std::chrono::seconds header_timeout{15};  ///< from the first byte of a request
    std::chrono::seconds body_timeout{60};
    std::chrono::seconds idle_timeout{120};   ///< between requests of a kept connection
    std::size_t connections_max = 20000;
    std::size_t message_bytes_max = 64U << 10U;  ///< received on a WebSocket
    std::size_t outbox_bytes_max = 1U << 20U;    ///< waiting to be sent on a WebSocket
    std::size_t outbox_messages_max = 1024;
    std::chrono::seconds ping_interval{20};      ///< WebSocket; two unanswered close it
};

struct Options {
    std::string listen = "127.0.0.1:8080";  ///< port 0: any free one; empty: none
    std::filesystem::path tls_certificate;  ///< with tls_key: TLS 1.2 and later
    std::filesystem::path tls_key;
    std::filesystem::path control_socket;   ///< empty: none
    Limits limits;
};

/// One line a request, for the access log and metrics; called on the connection's strand.
struct RequestLine {
    std::string method, target, peer;
    unsigned status = 0;
    std::size_t bytes = 0;
    std::chrono::microseconds took{0};
};

class Server {
  public:
    Server(boost::asio::io_context& io, Options options, Handler handler, UpgradeHandler upgrade,
           std::function<void(const RequestLine&)> finished);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Binds and accepts. Returns the address served, "http://127.0.0.1:8080".
    std::string start();
    /// Accepts no more, lets requests under way finish, closes WebSockets with 1001, and calls
    /// `drained` when all are closed or `at_most` has passed.
    void drain(std::chrono::milliseconds at_most, std::function<void()> drained);
    std::size_t connections() const;

  private:
    struct Inside;
    std::shared_ptr<Inside> inside_;
};

}  // namespace commonweal::net
