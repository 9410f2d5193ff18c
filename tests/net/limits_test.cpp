// What net refuses by itself: too much, too slow, too many, and what is not clearly one request.
#include <catch2/catch.hpp>

#include "tests/net/fixture.hpp"

using namespace commonweal::net;
using namespace commonweal::net::testing;
using namespace std::chrono_literals;

namespace {

Options short_limits() {
    auto options = TestServer::local();
    options.limits.header_timeout = 100ms;
    options.limits.body_timeout = 100ms;
    options.limits.write_timeout = 100ms;
    options.limits.idle_timeout = 100ms;
    return options;
}

void check_refused(Client& client, unsigned status, const std::string& type) {
    const auto reply = client.reply();
    CHECK(reply.status == status);
    CHECK(reply.has("Connection: close"));
    CHECK(reply.has("Content-Type: application/problem+json"));
    CHECK(reply.body.find("\"type\":\"/problems/" + type + "\"") != std::string::npos);
    CHECK(reply.body.find("\"status\":" + std::to_string(status)) != std::string::npos);
    CHECK(client.is_at_end());
}

std::string post(std::string_view headers) {
    return "POST /b HTTP/1.1\r\nHost: test\r\n" + std::string(headers) + "\r\n";
}

}  // namespace

TEST_CASE("a header that is too large is 431") {
    TestServer server;
    Client client(server.port());
    SECTION("one long line") {
        client.try_send("GET / HTTP/1.1\r\nHost: test\r\nX: " + std::string(20 << 10, 'x') +
                        "\r\n\r\n");
    }
    SECTION("a long target") {
        client.try_send("GET /" + std::string(20 << 10, 'x') + " HTTP/1.1\r\nHost: test\r\n\r\n");
    }
    SECTION("many short lines without an end, piece by piece") {
        client.send("GET / HTTP/1.1\r\nHost: test\r\n");
        for (int i = 0; i < 600; ++i) {
            if (!client.try_send("X-" + std::to_string(i) + ": " + std::string(40, 'x') + "\r\n"))
                break;
        }
    }
    check_refused(client, 431, "header-too-large");
}

TEST_CASE("a body that is too large is 413, and the answer arrives while the client still sends") {
    TestServer server;
    Client client(server.port());
    const std::string body(3 << 20, 'x');
    SECTION("as its length says") {
        client.try_send(post("Content-Length: " + std::to_string(body.size()) + "\r\n") + body);
    }
    SECTION("before any of it is sent") {
        client.send(post("Content-Length: 3000000\r\nExpect: 100-continue\r\n"));
    }
    SECTION("in chunks") {
        std::string chunks;
        for (int i = 0; i < 3; ++i) chunks += "100000\r\n" + std::string(1 << 20, 'x') + "\r\n";
        client.try_send(post("Transfer-Encoding: chunked\r\n") + chunks);
    }
    check_refused(client, 413, "payload-too-large");
}

TEST_CASE("a body of just the limit is taken") {
    TestServer server;
    Client client(server.port());
    client.send(post("Content-Length: " + std::to_string(2U << 20U) + "\r\n"));
    client.send(std::string(2U << 20U, 'x'));
    CHECK(client.reply().body.size() == (2U << 20U) + 8);
}

TEST_CASE("chunk extensions and trailers cannot be endless") {
    TestServer server;
    Client client(server.port());
    client.send(post("Transfer-Encoding: chunked\r\n"));
    SECTION("extension") {
        client.try_send("1;" + std::string(40 << 10, 'x'));
    }
    SECTION("trailer") {
        client.try_send("0\r\nX: " + std::string(40 << 10, 'x'));
    }
    CHECK(client.reply().status >= 400);
    CHECK(client.is_at_end());
}

TEST_CASE("where a body ends must be clear") {
    TestServer server;
    Client client(server.port());
    const std::string chunked = "Transfer-Encoding: chunked\r\n";
    SECTION("both ways of saying") {
        client.send(post("Content-Length: 4\r\n" + chunked) + "0\r\n\r\n");
        check_refused(client, 400, "bad-request");
    }
    SECTION("both, the other way round") {
        client.send(post(chunked + "Content-Length: 4\r\n") + "0\r\n\r\n");
        check_refused(client, 400, "bad-request");
    }
    SECTION("two lengths") {
        client.send(post("Content-Length: 4\r\nContent-Length: 5\r\n") + "abcd");
        check_refused(client, 400, "bad-request");
    }
    SECTION("a length that is no number") {
        client.send(post("Content-Length: +4\r\n") + "abcd");
        check_refused(client, 400, "bad-request");
    }
    SECTION("an encoding that is not known") {
        client.send(post("Transfer-Encoding: xchunked\r\n") + "0\r\n\r\n");
        check_refused(client, 501, "not-implemented");
    }
    SECTION("chunked and something else") {
        client.send(post("Transfer-Encoding: chunked, identity\r\n") + "0\r\n\r\n");
        check_refused(client, 501, "not-implemented");
    }
    SECTION("an unknown encoding with a length") {
        client.send(post("Transfer-Encoding: identity\r\nContent-Length: 4\r\n") + "abcd");
        const auto reply = client.reply();
        CHECK(reply.status >= 400);
        CHECK(client.is_at_end());
    }
    SECTION("chunked in HTTP/1.0") {
        client.send("POST /b HTTP/1.0\r\n" + chunked + "\r\n0\r\n\r\n");
        check_refused(client, 400, "bad-request");
    }
    SECTION("a chunk's length that is none") {
        client.send(post(chunked) + "zz\r\n");
        check_refused(client, 400, "bad-request");
    }
    SECTION("a space before the colon") {
        client.send(post("Content-Length : 4\r\n") + "abcd");
        check_refused(client, 400, "bad-request");
    }
}

TEST_CASE("what is not HTTP/1.1 is refused") {
    TestServer server;
    Client client(server.port());
    SECTION("nonsense") {
        client.send(std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\r\n\r\n", 14));
        check_refused(client, 400, "bad-request");
    }
    SECTION("HTTP/2") {
        client.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        check_refused(client, 505, "version-not-supported");
    }
    SECTION("no host") {
        client.send("GET / HTTP/1.1\r\n\r\n");
        check_refused(client, 400, "bad-request");
    }
    SECTION("two hosts") {
        client.send("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
        check_refused(client, 400, "bad-request");
    }
    SECTION("another expectation") {
        client.send(post("Expect: wonders\r\nContent-Length: 1\r\n") + "a");
        check_refused(client, 417, "expectation-failed");
    }
}

TEST_CASE("a slow client is told so and let go") {
    TestServer server(short_limits());
    Client client(server.port());
    SECTION("in the header") {
        client.send("GET / HTTP/1.1\r\nHo");
        check_refused(client, 408, "request-timeout");
    }
    SECTION("in the header, however often it sends a byte") {
        for (int i = 0; i < 60; ++i) {
            if (!client.try_send("G")) break;
            std::this_thread::sleep_for(5ms);
        }
        check_refused(client, 408, "request-timeout");
    }
    SECTION("in the body") {
        client.send(post("Content-Length: 10\r\n") + "abc");
        check_refused(client, 408, "request-timeout");
    }
    SECTION("after a request: no answer to no question") {
        client.get("/a");
        CHECK(client.is_at_end());
    }
    SECTION("before it says anything") {
        CHECK(client.is_at_end());
    }
    CHECK(eventually([&] { return server->connections() == 0; }));
}

TEST_CASE("the time for a header counts from its first byte, on a kept connection too") {
    auto options = short_limits();
    options.limits.idle_timeout = 1h;
    TestServer server(options);
    Client client(server.port());
    client.get("/a");
    std::this_thread::sleep_for(300ms);
    client.get("/a");
    client.send("GET / HT");
    check_refused(client, 408, "request-timeout");
}

TEST_CASE("a handler may take longer than any limit") {
    TestServer server(short_limits());
    Client client(server.port());
    CHECK(client.get("/slow").body == "GET /slow ");
}

TEST_CASE("a client that does not read its answer is let go") {
    TestServer server(short_limits());
    Client client(server.port());
    client.receive_buffer(4 << 10);
    client.send("GET /big HTTP/1.1\r\nHost: test\r\n\r\n");
    CHECK(eventually([&] { return server->connections() == 0; }));
}

TEST_CASE("beyond the most connections a client gets 503, and room again once another goes") {
    auto options = TestServer::local();
    options.limits.connections_max = 3;
    TestServer server(options);
    std::vector<Client> clients;
    for (int i = 0; i < 3; ++i) {
        clients.emplace_back(server.port());
        CHECK(clients.back().get("/a").status == 200);
    }
    Client fourth(server.port());
    fourth.send("GET /a HTTP/1.1\r\nHost: test\r\n\r\n");
    check_refused(fourth, 503, "too-many-connections");
    for (int i = 0; i < 100; ++i) {  // more than are turned away at once
        Client another(server.port());
        another.send("GET /a HTTP/1.1\r\nHost: test\r\n\r\n");
        REQUIRE(another.reply().status == 503);
    }
    clients.pop_back();
    CHECK(eventually([&] {
        Client again(server.port());
        return again.get("/a").status == 200;
    }));
}
