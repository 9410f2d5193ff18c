#include "server/net/transport.hpp"

#include <sys/socket.h>

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace commonweal::net {
namespace {

constexpr auto as_values = asio::as_tuple(asio::use_awaitable);

ErrorCode last_error() {
    return {errno, boost::system::system_category()};
}

bool is_would_block(const ErrorCode& error) {
    return error == asio::error::would_block || error == asio::error::try_again;
}

std::variant<Socket, std::unique_ptr<TlsStream>> make_stream(Socket socket,
                                                             asio::ssl::context* tls) {
    if (tls == nullptr) return socket;
    return std::make_unique<TlsStream>(std::move(socket), *tls);
}

}  // namespace

Transport::Transport(Socket socket, asio::ssl::context* tls)
    : stream_(make_stream(std::move(socket), tls)) {}

TlsStream* Transport::tls_stream() const {
    const auto* tls = std::get_if<std::unique_ptr<TlsStream>>(&stream_);
    return tls == nullptr ? nullptr : tls->get();
}

Socket& Transport::socket() {
    if (auto* tls = tls_stream()) return tls->next_layer();
    return std::get<Socket>(stream_);
}

asio::awaitable<ErrorCode> Transport::handshake() {
    const auto [error] = co_await tls_stream()->async_handshake(TlsStream::server, as_values);
    co_return error;
}

asio::awaitable<Transferred> Transport::read_some(std::span<char> into) {
    const auto buffer = asio::buffer(into.data(), into.size());
    if (auto* tls = tls_stream()) {
        const auto [error, bytes] = co_await tls->async_read_some(buffer, as_values);
        co_return Transferred{error, bytes};
    }
    const auto [error, bytes] = co_await socket().async_read_some(buffer, as_values);
    co_return Transferred{error, bytes};
}

asio::awaitable<Transferred> Transport::write_some(std::string_view first,
                                                   std::string_view second) {
    if (auto* tls = tls_stream()) {
        const auto piece = first.empty() ? second : first;
        const auto [error, bytes] =
            co_await tls->async_write_some(asio::buffer(piece.data(), piece.size()), as_values);
        co_return Transferred{error, bytes};
    }
    for (;;) {
        std::array<iovec, 2> pieces{
            iovec{const_cast<char*>(first.data()), first.size()},
            iovec{const_cast<char*>(second.data()), second.size()},
        };
        const auto sent = send_now(pieces);
        if (!is_would_block(sent.error)) co_return sent;
        const auto [error] = co_await socket().async_wait(Socket::wait_write, as_values);
        if (error) co_return Transferred{error, 0};
    }
}

asio::awaitable<void> Transport::finish_writing() {
    if (auto* tls = tls_stream()) co_await tls->async_shutdown(as_values);
    ErrorCode ignored;  // the peer may have gone first
    socket().shutdown(Socket::shutdown_send, ignored);
}

Transferred Transport::send_now(std::string_view bytes) {
    for (;;) {
        const auto sent = ::send(socket().native_handle(), bytes.data(), bytes.size(),
                                 MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent >= 0) return {{}, static_cast<std::size_t>(sent)};
        if (errno != EINTR) return {last_error(), 0};
    }
}

Transferred Transport::send_now(std::span<iovec> pieces) {
    msghdr message{};
    message.msg_iov = pieces.data();
    message.msg_iovlen = pieces.size();
    for (;;) {
        const auto sent =
            ::sendmsg(socket().native_handle(), &message, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent >= 0) return {{}, static_cast<std::size_t>(sent)};
        if (errno != EINTR) return {last_error(), 0};
    }
}

Transferred Transport::receive_now(std::span<char> into) {
    for (;;) {
        const auto got = ::recv(socket().native_handle(), into.data(), into.size(), MSG_DONTWAIT);
        if (got > 0) return {{}, static_cast<std::size_t>(got)};
        if (got == 0) return {asio::error::eof, 0};
        if (errno != EINTR) return {last_error(), 0};
    }
}

void Transport::cancel() {
    ErrorCode ignored;  // nothing to cancel where it is closed
    socket().cancel(ignored);
}

void Transport::close() {
    ErrorCode ignored;  // the descriptor is gone either way
    socket().close(ignored);
}

}  // namespace commonweal::net
