#include <catch2/catch.hpp>

#include <atomic>
#include <future>
#include <map>

#include "tests/net/fixture.hpp"

using namespace commonweal::net;
using namespace commonweal::net::testing;
using namespace std::chrono_literals;

namespace {

/// Keeps what the server sees of its one WebSocket.
struct Watched {
    std::shared_ptr<WebSocket> wait() {
        auto future = socket.get_future();
        if (future.wait_for(5s) != std::future_status::ready)
            throw std::runtime_error("never opened");
        return future.get();
    }
    UpgradeHandler handler() {
        return [this](Request) -> asio::awaitable<Upgrade> {
            Upgrade upgrade;
            upgrade.open = [this](std::shared_ptr<WebSocket> opened) {
                socket.set_value(opened);
                WebSocketEvents events;
                events.received = [this](std::string) { ++received; };
                events.drained = [this] { ++drained; };
                events.closed = [this] { ++closed; };
                return events;
            };
            co_return upgrade;
        };
    }

    std::promise<std::shared_ptr<WebSocket>> socket;
    std::atomic<int> received{0}, drained{0}, closed{0};
};

std::shared_ptr<const std::string> shared(std::string text) {
    return std::make_shared<const std::string>(std::move(text));
}

}  // namespace

TEST_CASE("a connection that answered requests becomes a WebSocket") {
    TestServer server;
    Client client(server.port());
    CHECK(client.get("/a").status == 200);
    const auto reply = client.upgrade();
    CHECK(reply.status == 101);
    CHECK(reply.has("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
    for (const std::size_t size : {0U, 5U, 126U, 60000U}) {
        const std::string text(size, 't');
        client.send_frame(1, text);
        const auto echoed = client.frame();
        CHECK(echoed.opcode == 1);
        CHECK(echoed.final);
        CHECK(echoed.payload == text);
    }
    CHECK(server->connections() == 1);
}

TEST_CASE("what is sent together with the handshake is not lost") {
    TestServer server;
    Client client(server.port());
    client.send(
        "GET /live HTTP/1.1\r\nHost: test\r\nConnection: Upgrade\r\nUpgrade: WebSocket\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n" +
        client_frame(final_bit | 1U, "early"));
    CHECK(client.reply().status == 101);
    CHECK(client.frame().payload == "early");
}

TEST_CASE("a handshake that is not one is refused, and the connection goes on") {
    TestServer server;
    Client client(server.port());
    const std::string start =
        "GET /live HTTP/1.1\r\nHost: test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n";
    SECTION("version") {
        client.send(
            start +
            "Sec-WebSocket-Version: 8\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        const auto reply = client.reply();
        CHECK(reply.status == 426);
        CHECK(reply.has("Sec-WebSocket-Version: 13"));
    }
    SECTION("no key") {
        client.send(start + "Sec-WebSocket-Version: 13\r\n\r\n");
        CHECK(client.reply().status == 400);
    }
    SECTION("a key that is none") {
        client.send(start + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: short\r\n\r\n");
        CHECK(client.reply().status == 400);
    }
    SECTION("by the handler") {
        client.send(
            "GET /refused HTTP/1.1\r\nHost: test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        const auto reply = client.reply();
        CHECK(reply.status == 403);
        CHECK(reply.body == "no");
    }
    SECTION("an upgrade to something else is an ordinary request") {
        client.send("GET /a HTTP/1.1\r\nHost: test\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n");
        CHECK(client.reply().body == "GET /a ");
    }
    CHECK(client.get("/a").body == "GET /a ");
}

TEST_CASE("a ping is answered with its own payload, between fragments too") {
    TestServer server;
    Client client(server.port());
    client.upgrade();
    client.send_frame(1, "one ", false);
    client.send_frame(9, "payload");
    client.send_frame(0, "text");
    const auto pong = client.frame();
    CHECK(pong.opcode == 10);
    CHECK(pong.payload == "payload");
    CHECK(client.frame().payload == "one text");
}

TEST_CASE("a client that breaks the protocol is told why and let go") {
    auto options = TestServer::local();
    options.limits.message_bytes_max = 1000;
    TestServer server(options);
    Client client(server.port());
    client.upgrade();
    std::uint16_t code = 0;
    SECTION("not masked") {
        client.send(client_frame(final_bit | 1U, "a", false));
        code = 1002;
    }
    SECTION("binary") {
        client.send_frame(2, "a");
        code = 1003;
    }
    SECTION("not UTF-8") {
        client.send_frame(1, "\xC0\x80");
        code = 1007;
    }
    SECTION("too big, and still sending") {
        client.try_send(client_frame(final_bit | 1U, std::string(1 << 20, 'x')));
        code = 1009;
    }
    CHECK(client.close_code() == code);
    client.finish_sending();
    CHECK(client.is_at_end());
    CHECK(eventually([&] { return server->connections() == 0; }));
}

TEST_CASE("a close is answered with its code, and ends the connection") {
    Watched watched;
    TestServer server(TestServer::local(), {}, watched.handler());
    Client client(server.port());
    client.upgrade();
    const auto socket = watched.wait();
    client.send_frame(8,
                      "\x03\xE8"
                      "bye");
    CHECK(client.frame().close_code() == 1000);
    CHECK(client.is_at_end());
    CHECK(eventually([&] { return watched.closed == 1; }));
    CHECK_FALSE(socket->send(shared("too late")));
}

TEST_CASE("the server's close comes after what was queued") {
    Watched watched;
    TestServer server(TestServer::local(), {}, watched.handler());
    Client client(server.port());
    client.upgrade();
    const auto socket = watched.wait();
    CHECK(socket->send(shared("last")));
    socket->close(4001, "rights changed");
    CHECK_FALSE(socket->send(shared("too late")));
    CHECK(client.frame().payload == "last");
    const auto close = client.frame();
    CHECK(close.close_code() == 4001);
    CHECK(close.payload.substr(2) == "rights changed");
    client.send_frame(8, "\x0F\xA1");
    CHECK(client.is_at_end());
    CHECK(eventually([&] { return watched.closed == 1; }));
}

TEST_CASE("a callback that throws closes with 1011") {
    TestServer server;
    Client client(server.port());
    client.upgrade();
    client.send_frame(1, "throw");
    CHECK(client.close_code() == 1011);
}

TEST_CASE("a client that is gone is noticed") {
    Watched watched;
    auto options = TestServer::local();
    options.limits.ping_interval = 50ms;
    TestServer server(options, {}, watched.handler());
    SECTION("because it closed its socket") {
        {
            Client client(server.port());
            client.upgrade();
            watched.wait();
        }
        CHECK(eventually([&] { return watched.closed == 1; }));
    }
    SECTION("because it does not answer two pings") {
        Client client(server.port());
        client.upgrade();
        watched.wait();
        const auto opened = std::chrono::steady_clock::now();
        CHECK(eventually([&] { return watched.closed == 1; }));
        CHECK(std::chrono::steady_clock::now() - opened >= 140ms);
        CHECK(client.frame().opcode == 9);
        CHECK(client.frame().opcode == 9);
        CHECK(client.is_at_end());
    }
    SECTION("and one that answers stays") {
        Client client(server.port());
        client.upgrade();
        watched.wait();
        for (int i = 0; i < 5; ++i) {
            REQUIRE(client.frame().opcode == 9);
            client.send_frame(10, "");
        }
        CHECK(watched.closed == 0);
    }
}

TEST_CASE("an outbox that is full refuses, and tells when it is empty") {
    Watched watched;
    auto options = TestServer::local();
    options.limits.outbox_bytes_max = 64 << 10;
    TestServer server(options, {}, watched.handler());
    Client client(server.port());
    client.upgrade();
    const auto socket = watched.wait();
    const auto message = shared(std::string(8000, 'm'));
    int accepted = 0;
    while (socket->send(message)) REQUIRE(++accepted < 10000);  // the kernel's buffers are finite
    CHECK(accepted >= 6);
    CHECK(socket->outbox_bytes() <= (64U << 10U));
    CHECK(socket->outbox_bytes() > 64U << 9U);
    CHECK(watched.drained == 0);
    for (int i = 0; i < accepted; ++i) REQUIRE(client.frame().payload == *message);
    CHECK(eventually([&] { return watched.drained == 1; }));
    CHECK(socket->outbox_bytes() == 0);
    CHECK(socket->send(shared("again")));
    CHECK(client.frame().payload == "again");
}

TEST_CASE("the number of messages that wait is bounded, too") {
    Watched watched;
    auto options = TestServer::local();
    options.limits.outbox_messages_max = 10;
    options.limits.outbox_bytes_max = std::size_t{1} << 30U;
    TestServer server(options, {}, watched.handler());
    Client client(server.port());
    client.upgrade();
    const auto socket = watched.wait();
    const auto large = shared(std::string(1U << 20U, 'm'));
    int accepted = 0;
    while (socket->send(large)) REQUIRE(++accepted < 100);
    CHECK(accepted >= 10);
}

TEST_CASE("sends from many threads do not mix their frames") {
    constexpr int threads = 4, each = 500;
    Watched watched;
    TestServer server(TestServer::local(), {}, watched.handler());
    Client client(server.port());
    client.upgrade();
    const auto socket = watched.wait();
    std::vector<std::thread> senders;
    for (int t = 0; t < threads; ++t) {
        senders.emplace_back([&, t] {
            const auto text = shared(std::string(700, static_cast<char>('a' + t)));
            for (int i = 0; i < each; ++i) {
                while (!socket->send(text)) std::this_thread::sleep_for(1ms);
            }
        });
    }
    std::map<std::string, int> counts;
    for (int i = 0; i < threads * each; ++i) ++counts[client.frame().payload];
    for (auto& sender : senders) sender.join();
    CHECK(counts.size() == threads);
    for (const auto& [text, count] : counts) {
        CHECK(text.size() == 700);
        CHECK(count == each);
    }
}

TEST_CASE("a flood of pings from a client that does not read piles nothing up") {
    Watched watched;
    TestServer server(TestServer::local(), {}, watched.handler());
    Client client(server.port());
    client.upgrade();
    const auto socket = watched.wait();
    std::string pings;
    for (int i = 0; i < 1000; ++i) pings += client_frame(final_bit | 9U, std::string(125, 'p'));
    for (int i = 0; i < 100; ++i) client.send(pings);
    client.send_frame(1, "done");
    CHECK(eventually([&] { return watched.received == 1; }));
    CHECK(socket->outbox_bytes() < 1000);
}
