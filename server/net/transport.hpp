#pragma once
// One connection's bytes: TCP, TLS over TCP, or the control socket, behind one face.
//
// Owner: the connection, which hands it over when HTTP becomes a WebSocket. Threads: the
// connection's strand; `send_now` also from others while the caller's lock keeps `close` away.
// Failure: error codes, never exceptions. One read and one write may be under way at a time.

#include <sys/uio.h>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/strand.hpp>
#include <memory>
#include <span>
#include <string_view>
#include <variant>

namespace commonweal::net {

namespace asio = boost::asio;
using Executor = asio::strand<asio::io_context::executor_type>;
using Socket = asio::basic_stream_socket<asio::generic::stream_protocol, Executor>;
using TlsStream = asio::ssl::stream<Socket>;
using ErrorCode = boost::system::error_code;

struct Transferred {
    ErrorCode error;
    std::size_t bytes = 0;
};

class Transport {
  public:
    /// With `tls`, `handshake` comes before anything else.
    Transport(Socket socket, asio::ssl::context* tls);

    asio::awaitable<ErrorCode> handshake();
    /// Reads some; `into` must outlive the wait.
    asio::awaitable<Transferred> read_some(std::span<char> into);
    /// Writes some of `first` and then `second`, which must outlive the wait.
    asio::awaitable<Transferred> write_some(std::string_view first, std::string_view second);
    /// Tells the peer that nothing more comes (with TLS: close_notify first).
    asio::awaitable<void> finish_writing();

    bool encrypted() const { return tls_stream() != nullptr; }
    TlsStream* tls_stream() const;
    Socket& socket();
    Executor executor() { return socket().get_executor(); }

    /// Without waiting, and not under TLS: `would_block` where the kernel has no room or nothing.
    Transferred send_now(std::string_view bytes);
    Transferred send_now(std::span<iovec> pieces);
    Transferred receive_now(std::span<char> into);

    /// What waits comes back with operation_aborted; the connection stays open.
    void cancel();
    void close();

  private:
    std::variant<Socket, std::unique_ptr<TlsStream>> stream_;
};

}  // namespace commonweal::net
