#include "server/net/listener.hpp"

#include <boost/asio/post.hpp>
#include <utility>

#include "server/telemetry/log.hpp"

namespace commonweal::net {
namespace {

constexpr auto pause_between_failures = std::chrono::milliseconds(100);

}  // namespace

Listener::Listener(asio::io_context& io, Acceptor acceptor, Accepted accepted)
    : io_(io),
      acceptor_(std::move(acceptor)),
      accepted_(std::move(accepted)),
      timer_(acceptor_.get_executor()) {}

unsigned short Listener::port() const {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    auto& acceptor = const_cast<Acceptor&>(acceptor_);  // native_handle is not const
    ::getsockname(acceptor.native_handle(), reinterpret_cast<sockaddr*>(&address), &size);
    if (address.ss_family == AF_INET) {
        return ntohs(reinterpret_cast<const sockaddr_in&>(address).sin_port);
    }
    return ntohs(reinterpret_cast<const sockaddr_in6&>(address).sin6_port);
}

void Listener::start() {
    asio::post(acceptor_.get_executor(), [self = shared_from_this()] { self->accept(); });
}

void Listener::stop() {
    asio::post(acceptor_.get_executor(), [self = shared_from_this()] {
        self->stopped_ = true;
        self->timer_.cancel();
        ErrorCode ignored;  // the descriptor is gone either way
        self->acceptor_.close(ignored);
    });
}

void Listener::accept() {
    if (stopped_) return;
    auto socket = std::make_shared<Socket>(asio::make_strand(io_));
    acceptor_.async_accept(*socket, [self = shared_from_this(), socket](const ErrorCode& error) {
        if (self->stopped_) return;
        if (error == asio::error::connection_aborted) return self->accept();
        if (error) return self->pause(error);
        self->complained_ = false;
        self->accepted_(std::move(*socket));
        self->accept();
    });
}

/// Out of descriptors, most likely: trying again at once would only burn the processor.
void Listener::pause(const ErrorCode& error) {
    if (!std::exchange(complained_, true)) {
        telemetry::log(telemetry::Level::error, "accept-failed", {{"why", error.message()}});
    }
    timer_.expires_after(pause_between_failures);
    timer_.async_wait([self = shared_from_this()](const ErrorCode& cancelled) {
        if (!cancelled) self->accept();
    });
}

}  // namespace commonweal::net
