#include "tests/net/fixture.hpp"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cerrno>
#include <cstring>
#include <future>
#include <stdexcept>

namespace commonweal::net::testing {
namespace {

constexpr int patience_ms = 5000;

/// "/throw" throws, "/slow" takes 200 ms, "/big" is 8 MiB; else the request is said back.
asio::awaitable<Response> answer(Request request) {
    Response response;
    response.route = "/echo";
    if (request.target == "/throw") throw std::runtime_error("the handler broke");
    if (request.target == "/slow") {
        asio::steady_timer timer(co_await asio::this_coro::executor);
        timer.expires_after(std::chrono::milliseconds(200));
        co_await timer.async_wait(asio::use_awaitable);
    }
    if (request.target == "/big") {
        response.shared_body = std::make_shared<const std::string>(8U << 20U, 'b');
        co_return response;
    }
    if (request.target == "/nothing") response.status = 204;
    if (request.target == "/split") response.headers.emplace_back("X-Echo", "a\r\nX-Evil: yes");
    response.body = request.method + " " + request.target + " " + request.body;
    co_return response;
}

/// Says each message back; "throw" throws.
asio::awaitable<Upgrade> echo(Request request) {
    Upgrade upgrade;
    if (request.target == "/refused") {
        upgrade.refused =
            Response{.status = 403, .headers = {}, .body = "no", .shared_body = {}, .route = {}};
        co_return upgrade;
    }
    upgrade.open = [](std::shared_ptr<WebSocket> socket) {
        WebSocketEvents events;
        events.received = [socket](std::string text) {
            if (text == "throw") throw std::runtime_error("the callback broke");
            if (!socket->send(std::make_shared<const std::string>(std::move(text)))) {
                socket->close(1011, "no room");
            }
        };
        return events;
    };
    co_return upgrade;
}

[[noreturn]] void fail(const std::string& what) {
    throw std::runtime_error(what + ": " + std::strerror(errno));
}

}  // namespace

TestServer::TestServer(Options options, Handler handler, UpgradeHandler upgrade, int threads)
    : io_(threads) {
    server_.emplace(io_, std::move(options), handler ? handler : answer, upgrade ? upgrade : echo,
                    [this](const RequestLine& line) {
                        const std::scoped_lock lock(mutex_);
                        lines_.push_back(line);
                    });
    address_ = server_->start();
    work_.emplace(io_.get_executor());
    for (int i = 0; i < threads; ++i) {
        threads_.emplace_back([this] { io_.run(); });
    }
}

TestServer::~TestServer() {
    drain(std::chrono::milliseconds(0));
    work_.reset();
    io_.stop();
    for (auto& thread : threads_) thread.join();
    server_.reset();
}

Options TestServer::local() {
    Options options;
    options.listen = "127.0.0.1:0";
    return options;
}

unsigned short TestServer::port() const {
    return static_cast<unsigned short>(std::stoi(address_.substr(address_.rfind(':') + 1)));
}

std::vector<RequestLine> TestServer::lines() const {
    const std::scoped_lock lock(mutex_);
    return lines_;
}

void TestServer::drain(std::chrono::milliseconds at_most) {
    if (std::exchange(drained_, true)) return;
    auto done = std::make_shared<std::promise<void>>();
    server_->drain(at_most, [done] { done->set_value(); });
    if (done->get_future().wait_for(at_most + std::chrono::seconds(5)) !=
        std::future_status::ready) {
        std::abort();  // a server that does not drain would hang every later test
    }
}

bool Reply::has(std::string_view header_line) const {
    return head.find("\r\n" + std::string(header_line) + "\r\n") != std::string::npos;
}

std::uint16_t Frame::close_code() const {
    if (opcode != 8 || payload.size() < 2) return 0;
    return static_cast<std::uint16_t>((static_cast<unsigned char>(payload[0]) << 8U) |
                                      static_cast<unsigned char>(payload[1]));
}

Client::Client(unsigned short port) {
    descriptor_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(descriptor_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
        ::close(descriptor_);
        fail("connect");
    }
}

Client::Client(const std::filesystem::path& control_socket) {
    descriptor_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, control_socket.c_str(), sizeof address.sun_path - 1);
    if (::connect(descriptor_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
        ::close(descriptor_);
        fail("connect");
    }
}

Client::~Client() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

Client::Client(Client&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), held_(std::move(other.held_)) {}

void Client::send(std::string_view bytes) {
    if (!try_send(bytes)) fail("send");
}

bool Client::try_send(std::string_view bytes) {
    while (!bytes.empty()) {
        pollfd ready{descriptor_, POLLOUT, 0};
        if (::poll(&ready, 1, patience_ms) != 1) return false;
        const auto sent =
            ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

std::string Client::some() {
    pollfd ready{descriptor_, POLLIN, 0};
    if (::poll(&ready, 1, patience_ms) != 1) throw std::runtime_error("nothing came in time");
    std::string bytes(64U << 10U, '\0');
    const auto got = ::recv(descriptor_, bytes.data(), bytes.size(), 0);
    bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return bytes;
}

std::string Client::read(std::size_t bytes) {
    while (held_.size() < bytes) {
        const auto more = some();
        if (more.empty()) throw std::runtime_error("the connection ended early");
        held_ += more;
    }
    std::string out = held_.substr(0, bytes);
    held_.erase(0, bytes);
    return out;
}

std::string Client::read_until(std::string_view end) {
    for (;;) {
        const auto at = held_.find(end);
        if (at != std::string::npos) return read(at + end.size());
        const auto more = some();
        if (more.empty()) throw std::runtime_error("the connection ended early");
        held_ += more;
    }
}

Reply Client::reply(bool to_head) {
    Reply reply;
    reply.head = read_until("\r\n\r\n");
    reply.status = static_cast<unsigned>(std::stoi(reply.head.substr(9, 3)));
    const auto length = reply.head.find("Content-Length: ");
    if (length != std::string::npos && !to_head) {
        reply.body = read(std::stoul(reply.head.substr(length + 16)));
    }
    return reply;
}

Reply Client::get(std::string_view target) {
    send("GET " + std::string(target) + " HTTP/1.1\r\nHost: test\r\n\r\n");
    return reply();
}

bool Client::is_at_end() {
    return held_.empty() && some().empty();
}

void Client::finish_sending() {
    ::shutdown(descriptor_, SHUT_WR);
}

void Client::receive_buffer(int bytes) {
    ::setsockopt(descriptor_, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
}

Reply Client::upgrade(std::string_view more_headers) {
    send(
        "GET /live HTTP/1.1\r\nHost: test\r\nConnection: keep-alive, Upgrade\r\n"
        "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
        std::string(more_headers) + "\r\n");
    return reply();
}

void Client::send_frame(unsigned opcode, std::string_view payload, bool final) {
    send(client_frame((final ? final_bit : 0U) | opcode, payload));
}

Frame Client::frame() {
    const auto head = read(2);
    Frame frame;
    frame.opcode = static_cast<unsigned char>(head[0]) & 0x0FU;
    frame.final = (static_cast<unsigned char>(head[0]) & 0x80U) != 0;
    std::size_t length = static_cast<unsigned char>(head[1]);  // a server's frame has no mask bit
    if (length >= 126) {
        std::size_t number = 0;
        for (const char c : read(length == 126 ? 2 : 8)) {
            number = (number << 8U) | static_cast<unsigned char>(c);
        }
        length = number;
    }
    frame.payload = read(length);
    return frame;
}

std::uint16_t Client::close_code() {
    for (;;) {
        const auto next = frame();
        if (next.opcode == 8) return next.close_code();
    }
}

std::string client_frame(unsigned first_byte, std::string_view payload, bool masked) {
    const unsigned char mask[4] = {0x37, 0xFA, 0x21, 0x3D};
    std::string frame(1, static_cast<char>(first_byte));
    const auto put = [&](std::size_t byte) { frame += static_cast<char>(byte & 0xFFU); };
    const std::size_t mask_bit = masked ? 0x80 : 0;
    if (payload.size() < 126) {
        put(payload.size() | mask_bit);
    } else if (payload.size() < 65536) {
        put(126U | mask_bit);
        put(payload.size() >> 8U);
        put(payload.size());
    } else {
        put(127U | mask_bit);
        for (int shift = 56; shift >= 0; shift -= 8) put(payload.size() >> shift);
    }
    if (!masked) return frame.append(payload);
    frame.append(reinterpret_cast<const char*>(mask), 4);
    for (std::size_t i = 0; i < payload.size(); ++i) {
        put(static_cast<unsigned char>(payload[i]) ^ mask[i % 4]);
    }
    return frame;
}

bool eventually(const std::function<bool()>& holds) {
    for (int i = 0; i < 500; ++i) {
        if (holds()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
}

}  // namespace commonweal::net::testing
