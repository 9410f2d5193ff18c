#include "server/net/server.hpp"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <boost/asio/post.hpp>
#include <optional>
#include <utility>

#include "server/net/http_connection.hpp"
#include "server/net/listener.hpp"
#include "server/net/service.hpp"
#include "server/net/tls.hpp"
#include "server/telemetry/log.hpp"

namespace commonweal::net {
namespace {

constexpr std::size_t turned_away_max = 64;  // at once with a 503; beyond, just closed

/// Often enough that no limit is overrun by more than a quarter, or a second.
std::chrono::milliseconds sweep_interval(const Limits& limits) {
    using std::chrono::milliseconds;
    const auto shortest =
        std::min({limits.header_timeout, limits.body_timeout, limits.write_timeout,
                  limits.idle_timeout, limits.ping_interval});
    return std::clamp<milliseconds>(shortest / 4, milliseconds(10), milliseconds(1000));
}

Peer tcp_peer(Socket& socket, bool encrypted) {
    Peer peer;
    peer.encrypted = encrypted;
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (::getpeername(socket.native_handle(), reinterpret_cast<sockaddr*>(&address), &size) != 0) {
        peer.address = "unknown";
        return peer;
    }
    char text[INET6_ADDRSTRLEN] = {};
    if (address.ss_family == AF_INET) {
        const auto& v4 = reinterpret_cast<const sockaddr_in&>(address);
        ::inet_ntop(AF_INET, &v4.sin_addr, text, sizeof text);
        peer.address = std::string(text) + ":" + std::to_string(ntohs(v4.sin_port));
        peer.loopback = (ntohl(v4.sin_addr.s_addr) >> 24U) == 127;
    } else {
        const auto& v6 = reinterpret_cast<const sockaddr_in6&>(address);
        ::inet_ntop(AF_INET6, &v6.sin6_addr, text, sizeof text);
        peer.address = "[" + std::string(text) + "]:" + std::to_string(ntohs(v6.sin6_port));
        peer.loopback = IN6_IS_ADDR_LOOPBACK(&v6.sin6_addr);
    }
    return peer;
}

/// The uid that opened the other end of a control connection.
std::optional<uid_t> owner_of(Socket& socket) {
    ucred credentials{};
    socklen_t size = sizeof credentials;
    if (::getsockopt(socket.native_handle(), SOL_SOCKET, SO_PEERCRED, &credentials, &size) != 0) {
        return std::nullopt;
    }
    return credentials.uid;
}

}  // namespace

struct Server::Inside : std::enable_shared_from_this<Server::Inside> {
    Inside(asio::io_context& the_io, Options the_options)
        : io(the_io), options(std::move(the_options)), drain_timer(asio::make_strand(the_io)) {}

    void listen_tcp();
    void listen_control();
    void take_tcp(Socket socket);
    void take_control(Socket socket);
    void stop_listening();
    void drain(std::chrono::milliseconds at_most, std::function<void()> call);
    void end_drain();

    asio::io_context& io;
    Options options;
    std::shared_ptr<Service> service = std::make_shared<Service>();
    std::optional<asio::ssl::context> tls;
    std::vector<std::shared_ptr<Listener>> listeners;
    unsigned short port = 0;
    std::filesystem::path control_socket;  ///< once it is bound: ours to remove
    asio::steady_timer drain_timer;        ///< on a strand, as is what follows
    std::function<void()> drained;
};

void Server::Inside::listen_tcp() {
    for (auto& acceptor : bind_tcp(io, options.listen)) {
        listeners.push_back(std::make_shared<Listener>(io, std::move(acceptor),
                                                       [self = weak_from_this()](Socket socket) {
                                                           if (const auto inside = self.lock())
                                                               inside->take_tcp(std::move(socket));
                                                       }));
    }
    port = listeners.front()->port();
}

void Server::Inside::listen_control() {
    listeners.push_back(std::make_shared<Listener>(io,
                                                   bind_control_socket(io, options.control_socket),
                                                   [self = weak_from_this()](Socket socket) {
                                                       if (const auto inside = self.lock())
                                                           inside->take_control(std::move(socket));
                                                   }));
    control_socket = options.control_socket;
}

void Server::Inside::take_tcp(Socket socket) {
    const auto turned_away = service->turned_away.load();
    const bool room = service->connections->count() < options.limits.connections_max + turned_away;
    if (!room && turned_away >= turned_away_max) return;
    const int on = 1;  // or the second of two small writes would wait 40 ms for the peer
    ::setsockopt(socket.native_handle(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    auto peer = tcp_peer(socket, tls.has_value());
    auto connection = std::make_shared<HttpConnection>(
        service, Transport(std::move(socket), tls ? &*tls : nullptr), std::move(peer));
    service->connections->add(connection);
    room ? HttpConnection::run(connection) : HttpConnection::turn_away(connection);
}

void Server::Inside::take_control(Socket socket) {
    if (owner_of(socket) != ::geteuid()) {
        telemetry::log(telemetry::Level::warning, "control-socket-refused", {});
        return;
    }
    auto connection = std::make_shared<HttpConnection>(
        service, Transport(std::move(socket), nullptr),
        Peer{
            .address = "control socket", .loopback = true, .encrypted = false, .same_owner = true});
    service->connections->add(connection);
    HttpConnection::run(connection);
}

void Server::Inside::stop_listening() {
    for (const auto& listener : std::exchange(listeners, {})) {
        listener->stop();
    }
    if (control_socket.empty()) return;
    std::error_code ignored;  // the next start removes what is stale
    std::filesystem::remove(std::exchange(control_socket, {}), ignored);
}

void Server::Inside::drain(std::chrono::milliseconds at_most, std::function<void()> call) {
    service->draining = true;
    stop_listening();
    asio::post(drain_timer.get_executor(), [self = shared_from_this(), at_most, call] {
        self->drained = call;
        self->drain_timer.expires_after(at_most);
        self->drain_timer.async_wait([self](const ErrorCode& cancelled) {
            if (cancelled) return;
            self->service->connections->abort();
            self->end_drain();
        });
    });
    // Weakly: a handler that never ends keeps its connection, and that must not keep the server.
    service->connections->drain([weak = weak_from_this()] {
        const auto self = weak.lock();
        if (self) asio::post(self->drain_timer.get_executor(), [self] { self->end_drain(); });
    });
}

/// All are closed, or the time is up: whichever comes first.
void Server::Inside::end_drain() {
    drain_timer.cancel();
    service->connections->stop_sweeping();
    if (const auto call = std::exchange(drained, nullptr)) call();
}

Server::Server(asio::io_context& io, Options options, Handler handler, UpgradeHandler upgrade,
               std::function<void(const RequestLine&)> finished)
    : inside_(std::make_shared<Inside>(io, std::move(options))) {
    auto& service = *inside_->service;
    service.limits = inside_->options.limits;
    service.handler = std::move(handler);
    service.upgrade = std::move(upgrade);
    service.finished = std::move(finished);
    service.connections = std::make_shared<Connections>(io, sweep_interval(service.limits));
}

Server::~Server() {
    inside_->service->draining = true;
    inside_->stop_listening();
    inside_->service->connections->stop_sweeping();
    inside_->service->connections->abort();
}

std::string Server::start() {
    const auto& options = inside_->options;
    const bool encrypted = !options.tls_certificate.empty();
    if (encrypted != !options.tls_key.empty()) {
        throw std::runtime_error(
            "TLS needs both a certificate and its key: give --tls-cert and "
            "--tls-key, or neither");
    }
    if (encrypted) inside_->tls = make_tls(options.tls_certificate, options.tls_key);
    std::string address;
    if (!options.listen.empty()) {
        inside_->listen_tcp();
        const auto host = options.listen.substr(0, options.listen.rfind(':'));
        address = (encrypted ? "https://" : "http://") + host + ":" + std::to_string(inside_->port);
    }
    if (!options.control_socket.empty()) inside_->listen_control();
    for (const auto& listener : inside_->listeners) listener->start();
    inside_->service->connections->start_sweeping();
    return address;
}

void Server::drain(std::chrono::milliseconds at_most, std::function<void()> drained) {
    inside_->drain(at_most, std::move(drained));
}

std::size_t Server::connections() const {
    return inside_->service->connections->count();
}

}  // namespace commonweal::net
