#include <catch2/catch.hpp>

#include "server/net/http.hpp"
#include "tests/net/fixture.hpp"

using namespace commonweal::net;
using namespace commonweal::net::testing;

namespace {

const std::string get_a = "GET /a HTTP/1.1\r\nHost: test\r\n\r\n";

}  // namespace

TEST_CASE("a kept connection answers one request after another") {
    TestServer server;
    Client client(server.port());
    for (int i = 0; i < 3; ++i) {
        const auto reply = client.get("/a?b=1");
        CHECK(reply.status == 200);
        CHECK(reply.body == "GET /a?b=1 ");
        CHECK_FALSE(reply.has("Connection: close"));
        CHECK(reply.head.find("\r\nDate: ") != std::string::npos);
    }
    CHECK(server->connections() == 1);
}

TEST_CASE("pipelined requests are answered in their order, slow ones too") {
    TestServer server;
    Client client(server.port());
    client.send("GET /slow HTTP/1.1\r\nHost: test\r\n\r\n" +
                std::string("POST /b HTTP/1.1\r\nHost: test\r\nContent-Length: 3\r\n\r\nabc") +
                get_a);
    CHECK(client.reply().body == "GET /slow ");
    CHECK(client.reply().body == "POST /b abc");
    CHECK(client.reply().body == "GET /a ");
}

TEST_CASE("five hundred pipelined requests outgrow the buffer and none is lost") {
    TestServer server;
    Client client(server.port());
    std::string many;
    for (int i = 0; i < 500; ++i) {
        many += "GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: test\r\n\r\n";
    }
    client.send(many);
    for (int i = 0; i < 500; ++i) {
        REQUIRE(client.reply().body == "GET /" + std::to_string(i) + " ");
    }
}

TEST_CASE("a request may come byte by byte") {
    TestServer server;
    Client client(server.port());
    const std::string request =
        "POST /b HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n"
        "4;note=x\r\nabcd\r\n2\r\nef\r\n0\r\nX-Trailer: t\r\n\r\n";
    for (const char c : request) client.send(std::string(1, c));
    CHECK(client.reply().body == "POST /b abcdef");
    CHECK(client.get("/a").body == "GET /a ");
}

TEST_CASE("an empty chunked body may come byte by byte") {
    TestServer server;
    Client client(server.port());
    const std::string request =
        "POST /b HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
    for (const char c : request) {
        client.send(std::string(1, c));
        std::this_thread::sleep_for(std::chrono::milliseconds(1));  // each in a read of its own
    }
    CHECK(client.reply().body == "POST /b ");
}

TEST_CASE("a trailer does not become a header") {
    std::string seen = "unset";
    TestServer server(TestServer::local(), [&](Request request) -> asio::awaitable<Response> {
        seen = std::string(request.header("authorization"));
        co_return Response{};
    });
    Client client(server.port());
    client.send(
        "POST /b HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n"
        "1\r\na\r\n0\r\nAuthorization: Bearer stolen\r\n\r\n");
    CHECK(client.reply().status == 200);
    CHECK(seen.empty());
}

TEST_CASE("HEAD gets the head of what GET gets") {
    TestServer server;
    Client client(server.port());
    client.send("HEAD /abc HTTP/1.1\r\nHost: test\r\n\r\n" + get_a);
    const auto head = client.reply(true);
    CHECK(head.status == 200);
    CHECK(head.has("Content-Length: 10"));
    CHECK(client.reply().body == "GET /a ");
}

TEST_CASE("204 has neither body nor length") {
    TestServer server;
    Client client(server.port());
    client.send("GET /nothing HTTP/1.1\r\nHost: test\r\n\r\n" + get_a);
    const auto nothing = client.reply();
    CHECK(nothing.status == 204);
    CHECK(nothing.head.find("Content-Length") == std::string::npos);
    CHECK(client.reply().body == "GET /a ");
}

TEST_CASE("Connection: close and HTTP/1.0 end the connection, keep-alive keeps it") {
    TestServer server;
    SECTION("close") {
        Client client(server.port());
        client.send("GET /a HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n");
        CHECK(client.reply().has("Connection: close"));
        CHECK(client.is_at_end());
    }
    SECTION("1.0") {
        Client client(server.port());
        client.send("GET /a HTTP/1.0\r\n\r\n");
        CHECK(client.reply().has("Connection: close"));
        CHECK(client.is_at_end());
    }
    SECTION("1.0 that keeps alive") {
        Client client(server.port());
        client.send("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        CHECK(client.reply().has("Connection: keep-alive"));
        client.send("GET /b HTTP/1.0\r\n\r\n");
        CHECK(client.reply().body == "GET /b ");
    }
    CHECK(eventually([&] { return server->connections() == 0; }));
}

TEST_CASE("Expect: 100-continue is answered before the body is sent") {
    TestServer server;
    Client client(server.port());
    client.send(
        "POST /b HTTP/1.1\r\nHost: test\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
    CHECK(client.read_until("\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("abc");
    CHECK(client.reply().body == "POST /b abc");
}

TEST_CASE("what a handler throws is answered 500 with a reference, and the connection goes on") {
    TestServer server;
    Client client(server.port());
    const auto reply = client.get("/throw");
    CHECK(reply.status == 500);
    CHECK(reply.has("Content-Type: application/problem+json"));
    CHECK(reply.body.find(R"("type":"/problems/internal")") != std::string::npos);
    CHECK(reply.body.find(R"("reference":"ref_)") != std::string::npos);
    CHECK(reply.body.find("the handler broke") == std::string::npos);
    CHECK(client.get("/a").status == 200);
}

TEST_CASE("a response header cannot split a response") {
    TestServer server;
    Client client(server.port());
    const auto reply = client.get("/split");
    CHECK(reply.status == 500);
    CHECK(reply.head.find("X-Evil") == std::string::npos);
    CHECK(client.get("/a").body == "GET /a ");
}

TEST_CASE("a response larger than the kernel's buffers arrives whole") {
    TestServer server;
    Client client(server.port());
    client.receive_buffer(16 << 10);
    const auto reply = client.get("/big");
    CHECK(reply.body == std::string(8U << 20U, 'b'));
}

TEST_CASE("each request answered is told once, with route, status and bytes") {
    TestServer server;
    Client client(server.port());
    client.get("/a?secret=1");
    client.send("nonsense\r\n\r\n");
    CHECK(client.reply().status == 400);
    REQUIRE(eventually([&] { return server.lines().size() == 2; }));
    const auto lines = server.lines();
    CHECK(lines[0].method == "GET");
    CHECK(lines[0].target == "/a?secret=1");
    CHECK(lines[0].route == "/echo");
    CHECK(lines[0].status == 200);
    CHECK(lines[0].bytes == std::string("GET /a?secret=1 ").size());
    CHECK(lines[0].peer.starts_with("127.0.0.1:"));
    CHECK(lines[1].status == 400);
}

TEST_CASE("the peer is described") {
    Peer peer;
    TestServer server(TestServer::local(), [&](Request request) -> asio::awaitable<Response> {
        peer = request.peer;
        co_return Response{};
    });
    Client client(server.port());
    client.get("/");
    CHECK(peer.loopback);
    CHECK_FALSE(peer.same_owner);
    CHECK_FALSE(peer.encrypted);
}

TEST_CASE("header names are found whatever their case") {
    Request request;
    request.headers = {{"X-CSRF-Token", "t"}};
    CHECK(request.header("x-csrf-token") == "t");
    CHECK(request.header("x-csrf").empty());
}

TEST_CASE("four hundred clients at once are all answered") {
    TestServer server;
    std::vector<Client> clients;
    clients.reserve(400);
    for (int i = 0; i < 400; ++i) clients.emplace_back(server.port());
    for (auto& client : clients) client.send(get_a);
    for (auto& client : clients) REQUIRE(client.reply().body == "GET /a ");
    CHECK(server->connections() == 400);
    clients.clear();
    CHECK(eventually([&] { return server->connections() == 0; }));
}
