#pragma once
// Binds and accepts: TCP addresses and the control socket. What is accepted is handed on, each on a
// strand of its own.
//
// Owner: the server. Threads: made, started and stopped on any one; `accepted` is called on the
// io_context's threads, one call at a time for each listener. Failure: binding throws
// std::runtime_error; running out of descriptors is logged once and tried again.

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "server/net/transport.hpp"

namespace commonweal::net {

class Listener : public std::enable_shared_from_this<Listener> {
  public:
    using Acceptor = asio::basic_socket_acceptor<asio::generic::stream_protocol, Executor>;
    using Accepted = std::function<void(Socket)>;

    Listener(asio::io_context& io, Acceptor acceptor, Accepted accepted);
    void start();
    void stop();
    unsigned short port() const;  ///< of a TCP listener

  private:
    void accept();
    void pause(const ErrorCode& error);

    asio::io_context& io_;
    Acceptor acceptor_;
    Accepted accepted_;
    asio::basic_waitable_timer<std::chrono::steady_clock,
                               asio::wait_traits<std::chrono::steady_clock>, Executor>
        timer_;
    bool stopped_ = false;
    bool complained_ = false;
};

/// One acceptor for each address of `listen` ("localhost:8080" may have two, on one port).
std::vector<Listener::Acceptor> bind_tcp(asio::io_context& io, const std::string& listen);

/// Mode 0600. A stale socket is removed; anything else at `path` is refused.
Listener::Acceptor bind_control_socket(asio::io_context& io, const std::filesystem::path& path);

/// The host and the port of "127.0.0.1:8080", "[::1]:8080" or "localhost:0".
struct HostPort {
    std::string host, port;
};
HostPort split_host_port(const std::string& listen);

}  // namespace commonweal::net
