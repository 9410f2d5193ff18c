#include "server/net/tls.hpp"

#include <openssl/ssl.h>

#include <stdexcept>
#include <string_view>

namespace commonweal::net {
namespace {

namespace ssl = boost::asio::ssl;

[[noreturn]] void refuse(const std::filesystem::path& file, std::string_view what,
                         const boost::system::error_code& error) {
    throw std::runtime_error(file.string() + " is no " + std::string(what) + " that can be used (" +
                             error.message() + "): give a PEM file");
}

/// Of what a client offers (ALPN) only HTTP/1.1 is spoken here; one that offers only others learns
/// so in the handshake.
int choose_protocol(SSL*, const unsigned char** out, unsigned char* out_size,
                    const unsigned char* offered, unsigned offered_size, void*) {
    static constexpr unsigned char spoken[] = "\x08http/1.1";
    auto** chosen = const_cast<unsigned char**>(out);
    const int result =
        SSL_select_next_proto(chosen, out_size, spoken, sizeof spoken - 1, offered, offered_size);
    return result == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
}

}  // namespace

ssl::context make_tls(const std::filesystem::path& certificate, const std::filesystem::path& key) {
    ssl::context tls(ssl::context::tls_server);
    tls.set_options(ssl::context::default_workarounds | ssl::context::no_sslv2 |
                    ssl::context::no_sslv3 | ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1);
    SSL_CTX_set_options(tls.native_handle(), SSL_OP_CIPHER_SERVER_PREFERENCE |
                                                 SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
    // Idle connections give OpenSSL's 34 KiB of buffers back.
    SSL_CTX_set_mode(tls.native_handle(), SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_alpn_select_cb(tls.native_handle(), choose_protocol, nullptr);
    boost::system::error_code error;
    tls.use_certificate_chain_file(certificate.string(), error);
    if (error) refuse(certificate, "certificate", error);
    tls.use_private_key_file(key.string(), ssl::context::pem, error);
    if (error) refuse(key, "key", error);
    if (SSL_CTX_check_private_key(tls.native_handle()) != 1) {
        throw std::runtime_error(key.string() + " is not the key of the certificate in " +
                                 certificate.string());
    }
    return tls;
}

}  // namespace commonweal::net
