#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include "tests/net/fixture.hpp"

using namespace commonweal::net;
using namespace commonweal::net::testing;

namespace {

template <auto Free>
struct Freed {
    template <typename T>
    void operator()(T* thing) const {
        Free(thing);
    }
};
template <typename T, auto Free>
using Owned = std::unique_ptr<T, Freed<Free>>;

void write_pem(const std::filesystem::path& path, const auto& write) {
    std::FILE* file = std::fopen(path.c_str(), "w");
    REQUIRE(file != nullptr);
    CHECK(write(file) == 1);
    std::fclose(file);
}

/// A key and a certificate signed with it, good for a day.
struct SelfSigned {
    SelfSigned() {
        char name[] = "/tmp/commonweal_tls_XXXXXX";
        folder = ::mkdtemp(name);
        const Owned<EVP_PKEY, EVP_PKEY_free> key(EVP_EC_gen("P-256"));
        const Owned<X509, X509_free> certificate(X509_new());
        X509_set_version(certificate.get(), X509_VERSION_3);
        ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
        X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
        X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 86400);
        X509_set_pubkey(certificate.get(), key.get());
        auto* subject = X509_get_subject_name(certificate.get());
        X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC,
                                   reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0);
        X509_set_issuer_name(certificate.get(), subject);
        REQUIRE(X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0);
        write_pem(certificate_path(),
                  [&](std::FILE* file) { return PEM_write_X509(file, certificate.get()); });
        write_pem(key_path(), [&](std::FILE* file) {
            return PEM_write_PrivateKey(file, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
        });
    }
    ~SelfSigned() { std::filesystem::remove_all(folder); }
    std::filesystem::path certificate_path() const { return folder / "certificate.pem"; }
    std::filesystem::path key_path() const { return folder / "key.pem"; }
    Options options() const {
        auto options = TestServer::local();
        options.tls_certificate = certificate_path();
        options.tls_key = key_path();
        return options;
    }
    std::filesystem::path folder;
};

/// A blocking TLS client, for five seconds at most.
class TlsClient {
  public:
    explicit TlsClient(unsigned short port, int version_max = TLS1_3_VERSION)
        : context_(SSL_CTX_new(TLS_client_method())), ssl_(nullptr) {
        SSL_CTX_set_max_proto_version(context_.get(), version_max);
        SSL_CTX_set_security_level(context_.get(), 0);
        ssl_.reset(SSL_new(context_.get()));
        descriptor_ = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(::connect(descriptor_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
        const timeval patience{5, 0};
        ::setsockopt(descriptor_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        SSL_set_fd(ssl_.get(), descriptor_);
        connected = SSL_connect(ssl_.get()) == 1;
    }
    ~TlsClient() { ::close(descriptor_); }
    void send(std::string_view bytes) {
        REQUIRE(SSL_write(ssl_.get(), bytes.data(), static_cast<int>(bytes.size())) ==
                static_cast<int>(bytes.size()));
    }
    std::string read(std::size_t bytes) {
        std::string out(bytes, '\0');
        std::size_t have = 0;
        while (have < bytes) {
            const int got = SSL_read(ssl_.get(), out.data() + have, static_cast<int>(bytes - have));
            REQUIRE(got > 0);
            have += static_cast<std::size_t>(got);
        }
        return out;
    }
    std::string read_until(std::string_view end) {
        std::string out;
        while (!out.ends_with(end)) out += read(1);
        return out;
    }
    /// A close_notify, which says that nothing was cut off.
    bool is_at_end() {
        char byte = 0;
        return SSL_read(ssl_.get(), &byte, 1) <= 0 &&
               (SSL_get_shutdown(ssl_.get()) & SSL_RECEIVED_SHUTDOWN) != 0;
    }

    bool connected = false;

  private:
    Owned<SSL_CTX, SSL_CTX_free> context_;
    Owned<SSL, SSL_free> ssl_;
    int descriptor_ = -1;
};

}  // namespace

TEST_CASE("TLS carries requests, large answers and a clean end") {
    const SelfSigned files;
    Peer peer;
    TestServer server(files.options(), [&](Request request) -> asio::awaitable<Response> {
        peer = request.peer;
        Response response;
        response.body = request.target == "/big" ? std::string(1U << 20U, 'b') : "small";
        co_return response;
    });
    CHECK(server.address().starts_with("https://127.0.0.1:"));
    TlsClient client(server.port());
    REQUIRE(client.connected);
    client.send(
        "GET /big HTTP/1.1\r\nHost: test\r\n\r\nGET /a HTTP/1.1\r\nHost: test\r\nConnection: "
        "close\r\n\r\n");
    client.read_until("\r\n\r\n");
    CHECK(client.read(1U << 20U) == std::string(1U << 20U, 'b'));
    client.read_until("\r\n\r\n");
    CHECK(client.read(5) == "small");
    CHECK(client.is_at_end());
    CHECK(peer.encrypted);
}

TEST_CASE("a WebSocket works over TLS") {
    const SelfSigned files;
    TestServer server(files.options());
    TlsClient client(server.port());
    REQUIRE(client.connected);
    client.send(
        "GET /live HTTP/1.1\r\nHost: test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    client.read_until("\r\n\r\n");
    const std::string large(50000, 'l');
    for (int i = 0; i < 3; ++i) client.send(client_frame(final_bit | 1U, large));
    client.send(client_frame(final_bit | 9U, "p"));
    std::string got;
    const std::string echoed = std::string("\x81\x7E\xC3\x50", 4) + large;
    got = client.read(3 * echoed.size() + 3);
    const std::string pong = "\x8A\x01p";
    const auto at = got.find(pong);  // it may go ahead of a message that waits
    REQUIRE(at != std::string::npos);
    CHECK(at % echoed.size() == 0);
    got.erase(at, pong.size());
    CHECK(got == echoed + echoed + echoed);
    client.send(client_frame(final_bit | 8U, "\x03\xE8"));
    CHECK(client.read(4) == "\x88\x02\x03\xE8");
    CHECK(eventually([&] { return server->connections() == 0; }));
}

TEST_CASE("TLS before 1.2 is refused") {
    const SelfSigned files;
    TestServer server(files.options());
    CHECK_FALSE(TlsClient(server.port(), TLS1_1_VERSION).connected);
    CHECK(TlsClient(server.port(), TLS1_2_VERSION).connected);
}

TEST_CASE("plain HTTP at the TLS port, and a client that never shakes hands, are let go") {
    const SelfSigned files;
    auto options = files.options();
    options.limits.header_timeout = std::chrono::milliseconds(100);
    TestServer server(options);
    Client plain(server.port());
    plain.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n");
    Client silent(server.port());
    CHECK(silent.is_at_end());
    CHECK(eventually([&] { return server->connections() == 0; }));
}

TEST_CASE("a key that is not the certificate's is refused with the file named") {
    const SelfSigned files, others;
    auto options = files.options();
    options.tls_key = others.key_path();
    asio::io_context io;
    Server server(io, options, {}, {}, {});
    CHECK_THROWS_WITH(server.start(), Catch::Contains(others.key_path().string()));
}
