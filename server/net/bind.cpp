// Where a listener's acceptor comes from.
#include <sys/stat.h>
#include <sys/un.h>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <stdexcept>

#include "server/net/listener.hpp"

namespace commonweal::net {
namespace {

using asio::ip::tcp;
using Acceptor = Listener::Acceptor;

[[noreturn]] void refuse(const std::string& listen, const ErrorCode& error) {
    throw std::runtime_error(
        "cannot listen on " + listen + " (" + error.message() +
        "): give another address or port with --listen, or stop the program that has it");
}

Acceptor bind_one(asio::io_context& io, const tcp::endpoint& endpoint, ErrorCode& error) {
    Acceptor acceptor(Executor(asio::make_strand(io)));
    acceptor.open(asio::generic::stream_protocol(endpoint.protocol()), error);
    if (error) return acceptor;
    acceptor.set_option(Acceptor::reuse_address(true), error);
    if (endpoint.protocol() == tcp::v6()) acceptor.set_option(asio::ip::v6_only(true), error);
    if (!error) acceptor.bind(endpoint, error);
    if (!error) acceptor.listen(Acceptor::max_listen_connections, error);
    return acceptor;
}

unsigned short port_of(Acceptor& acceptor) {
    tcp::endpoint endpoint;
    const auto bound = acceptor.local_endpoint();
    endpoint.resize(bound.size());
    std::copy_n(reinterpret_cast<const char*>(bound.data()), bound.size(),
                reinterpret_cast<char*>(endpoint.data()));
    return endpoint.port();
}

void remove_stale(const std::filesystem::path& path) {
    struct stat found{};
    if (::lstat(path.c_str(), &found) != 0) return;
    if (!S_ISSOCK(found.st_mode)) {
        throw std::runtime_error(
            path.string() + " is in the way of the control socket and is no socket: move it away");
    }
    std::filesystem::remove(path);
}

}  // namespace

HostPort split_host_port(const std::string& listen) {
    const auto colon = listen.rfind(':');
    if (colon == std::string::npos || colon == 0 || colon + 1 == listen.size()) {
        throw std::runtime_error(
            '"' + listen + "\" is no address to listen on: give HOST:PORT, as 127.0.0.1:8080");
    }
    std::string host = listen.substr(0, colon);
    if (host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
    return {host, listen.substr(colon + 1)};
}

std::vector<Acceptor> bind_tcp(asio::io_context& io, const std::string& listen) {
    const auto [host, port] = split_host_port(listen);
    ErrorCode error;
    tcp::resolver resolver(io);
    const auto found = resolver.resolve(host, port, tcp::resolver::passive, error);
    if (error) refuse(listen, error);
    std::vector<Acceptor> bound;
    for (const auto& entry : found) {
        tcp::endpoint endpoint = entry.endpoint();
        if (!bound.empty()) endpoint.port(port_of(bound.front()));
        auto acceptor = bind_one(io, endpoint, error);
        const bool no_such_family = error == asio::error::address_family_not_supported ||
                                    error == boost::system::errc::address_not_available;
        if (error && !no_such_family) refuse(listen, error);
        if (!error) bound.push_back(std::move(acceptor));
    }
    if (bound.empty()) refuse(listen, error);
    return bound;
}

Acceptor bind_control_socket(asio::io_context& io, const std::filesystem::path& path) {
    if (path.native().size() >= sizeof(sockaddr_un::sun_path)) {
        throw std::runtime_error(
            path.string() +
            " is too long for a socket (107 bytes at most): give --data a shorter path");
    }
    remove_stale(path);
    ErrorCode error;
    Acceptor acceptor(Executor(asio::make_strand(io)));
    acceptor.open(asio::generic::stream_protocol(AF_UNIX, 0), error);
    // Before bind, so that the file never has another mode.
    if (!error && ::fchmod(acceptor.native_handle(), 0600) != 0) {
        error = {errno, boost::system::system_category()};
    }
    if (!error) acceptor.bind(asio::local::stream_protocol::endpoint(path.string()), error);
    if (!error && ::chmod(path.c_str(), 0600) != 0) {
        error = {errno, boost::system::system_category()};
    }
    if (!error) acceptor.listen(Acceptor::max_listen_connections, error);
    if (error) {
        throw std::runtime_error("cannot make the control socket " + path.string() + " (" +
                                 error.message() +
                                 "): is the directory there, and writable by this user?");
    }
    return acceptor;
}

}  // namespace commonweal::net
