// Beginning and ending: addresses, the control socket, TLS, draining.
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <fstream>
#include <future>

#include "tests/net/fixture.hpp"

using namespace commonweal::net;
using namespace commonweal::net::testing;
using namespace std::chrono_literals;

namespace {

struct TemporaryFolder {
    TemporaryFolder() {
        char name[] = "/tmp/commonweal_net_XXXXXX";
        path = ::mkdtemp(name);
    }
    ~TemporaryFolder() { std::filesystem::remove_all(path); }
    std::filesystem::path path;
};

Options control_only(const std::filesystem::path& socket) {
    Options options;
    options.listen = "";
    options.control_socket = socket;
    return options;
}

/// The message with which a server refuses to start.
std::string refusal(const Options& options) {
    asio::io_context io;
    Server server(io, options, {}, {}, {});
    try {
        return "started at " + server.start();
    } catch (const std::runtime_error& error) {
        return error.what();
    }
}

/// What a process of another uid is told at the control socket: 'e' where it is only let go.
char asked_as_nobody(const std::filesystem::path& socket) {
    int answer[2];
    REQUIRE(::pipe(answer) == 0);
    const auto child = ::fork();
    if (child == 0) {
        char told = '?';
        if (::setuid(65534) == 0) {
            try {
                Client client(socket);
                client.try_send("GET /a HTTP/1.1\r\nHost: test\r\n\r\n");
                told = client.is_at_end() ? 'e' : 'a';
            } catch (const std::exception&) {
                told = 'x';
            }
        }
        (void)!::write(answer[1], &told, 1);
        ::_exit(0);
    }
    char told = 0;
    CHECK(::read(answer[0], &told, 1) == 1);
    ::waitpid(child, nullptr, 0);
    ::close(answer[0]);
    ::close(answer[1]);
    return told;
}

}  // namespace

TEST_CASE("the address served has the port that was found") {
    TestServer server;
    CHECK(server.address() == "http://127.0.0.1:" + std::to_string(server.port()));
    CHECK(server.port() != 0);
}

TEST_CASE("what cannot be listened on is said, with what to do") {
    TestServer first;
    auto options = TestServer::local();
    options.listen = "127.0.0.1:" + std::to_string(first.port());
    CHECK(refusal(options).find("give another address") != std::string::npos);
    options.listen = "8080";
    CHECK(refusal(options).find("HOST:PORT") != std::string::npos);
    options.listen = "no-such-host.invalid:1";
    CHECK(refusal(options).find("no-such-host.invalid:1") != std::string::npos);
    options = TestServer::local();
    options.tls_certificate = "/no/such/file";
    CHECK(refusal(options).find("--tls-key") != std::string::npos);
    options.tls_key = "/no/such/key";
    CHECK(refusal(options).find("/no/such/file") != std::string::npos);
}

TEST_CASE("the control socket is for its owner alone") {
    const TemporaryFolder folder;
    const auto socket = folder.path / "control.sock";
    Peer peer;
    TestServer server(control_only(socket), [&](Request request) -> asio::awaitable<Response> {
        peer = request.peer;
        co_return Response{};
    });
    CHECK(server.address().empty());
    struct stat file{};
    REQUIRE(::stat(socket.c_str(), &file) == 0);
    CHECK((file.st_mode & 0777U) == 0600U);
    Client client(socket);
    CHECK(client.get("/").status == 200);
    CHECK(peer.same_owner);
    CHECK(peer.address == "control socket");
}

TEST_CASE("another uid is refused at the control socket, even if the file lets it in") {
    if (::geteuid() != 0) {
        WARN("needs root, to become somebody else");
        return;
    }
    const TemporaryFolder folder;
    const auto socket = folder.path / "control.sock";
    TestServer server(control_only(socket));
    ::chmod(folder.path.c_str(), 0755);
    ::chmod(socket.c_str(), 0666);
    CHECK(asked_as_nobody(socket) == 'e');
    CHECK(server.lines().empty());
}

TEST_CASE("a stale control socket is replaced, and gone after the end; a file is left alone") {
    const TemporaryFolder folder;
    const auto socket = folder.path / "control.sock";
    const int stale = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, socket.c_str(), sizeof address.sun_path - 1);
    REQUIRE(::bind(stale, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    ::close(stale);
    {
        TestServer server(control_only(socket));
        Client client(socket);
        CHECK(client.get("/a").status == 200);
    }
    CHECK_FALSE(std::filesystem::exists(socket));
    std::ofstream(socket) << "precious";
    CHECK(refusal(control_only(socket)).find("in the way") != std::string::npos);
    CHECK(std::filesystem::file_size(socket) == 8);
}

TEST_CASE("the control socket takes a larger body than the network may send") {
    const TemporaryFolder folder;
    auto options = control_only(folder.path / "control.sock");
    options.limits.body_bytes_max = 10;
    TestServer server(options);
    Client client(options.control_socket);
    const std::string body(3 << 20, 'r');
    client.send("POST /r HTTP/1.1\r\nHost: test\r\nContent-Length: " + std::to_string(body.size()) +
                "\r\n\r\n" + body);
    CHECK(client.reply().body == "POST /r " + body);
}

TEST_CASE("draining lets a request finish, closes WebSockets with 1001 and lets idle ones go") {
    TestServer server;
    Client idle(server.port());
    Client busy(server.port());
    Client live(server.port());
    idle.get("/a");
    live.upgrade();
    busy.send("GET /slow HTTP/1.1\r\nHost: test\r\n\r\n");
    std::this_thread::sleep_for(50ms);
    const auto begun = std::chrono::steady_clock::now();
    auto drained = std::async(std::launch::async, [&] { server.drain(); });
    CHECK(idle.is_at_end());
    CHECK(live.close_code() == 1001);
    live.send_frame(8, "\x03\xE9");
    const auto reply = busy.reply();
    CHECK(reply.body == "GET /slow ");
    CHECK(reply.has("Connection: close"));
    busy.finish_sending();
    drained.get();
    CHECK(std::chrono::steady_clock::now() - begun < 3s);
    CHECK(server->connections() == 0);
    CHECK_THROWS(Client(server.port()));
}

TEST_CASE("draining waits no longer than it may") {
    TestServer server;
    Client live(server.port());
    live.upgrade();  // and never answers the close
    const auto begun = std::chrono::steady_clock::now();
    server.drain(100ms);
    CHECK(std::chrono::steady_clock::now() - begun < 2s);
    CHECK(live.close_code() == 1001);
    CHECK(live.is_at_end());
}

TEST_CASE("draining does not wait for a handler that never ends, and nothing leaks") {
    TestServer server(TestServer::local(), [](Request) -> asio::awaitable<Response> {
        asio::steady_timer never(co_await asio::this_coro::executor);
        never.expires_after(1h);
        co_await never.async_wait(asio::use_awaitable);
        co_return Response{};
    });
    Client client(server.port());
    client.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n");
    std::this_thread::sleep_for(50ms);
    server.drain(100ms);
    CHECK(client.is_at_end());
}

TEST_CASE("a server may be destroyed without draining, with WebSockets that hold themselves") {
    auto io = std::make_unique<asio::io_context>();
    auto server = std::make_unique<Server>(
        *io, TestServer::local(), Handler{},
        [](Request) -> asio::awaitable<Upgrade> {
            Upgrade upgrade;
            upgrade.open = [](std::shared_ptr<WebSocket> socket) {
                WebSocketEvents events;
                events.received = [socket](std::string) {};
                return events;
            };
            co_return upgrade;
        },
        nullptr);
    const auto address = server->start();
    std::thread thread([&] { io->run(); });
    Client client(static_cast<unsigned short>(std::stoi(address.substr(address.rfind(':') + 1))));
    CHECK(client.upgrade().status == 101);
    io->stop();
    thread.join();
    server.reset();
    CHECK(client.is_at_end());
    io.reset();
}
