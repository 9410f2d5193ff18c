#include "server/net/websocket_handshake.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace commonweal::net {
namespace {

constexpr std::size_t key_characters = 24;  // base64 of 16 bytes

bool is_base64(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' ||
           c == '/';
}

bool is_key(std::string_view key) {
    return key.size() == key_characters && key.ends_with("==") &&
           std::ranges::all_of(key.substr(0, key_characters - 2), is_base64);
}

}  // namespace

std::string websocket_accept(std::string_view key) {
    const std::string text = std::string(key) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned digest_bytes = 0;
    if (EVP_Digest(text.data(), text.size(), digest.data(), &digest_bytes, EVP_sha1(), nullptr) !=
        1) {
        throw std::runtime_error("OpenSSL offers no SHA-1, which WebSocket handshakes need");
    }
    std::array<unsigned char, 64> encoded{};
    const int size = EVP_EncodeBlock(encoded.data(), digest.data(), static_cast<int>(digest_bytes));
    return {encoded.begin(), encoded.begin() + size};
}

std::expected<std::string, const Refused*> websocket_answer(const Request& request) {
    if (request.method != "GET") return std::unexpected(&refused::bad_upgrade);
    if (request.header("sec-websocket-version") != "13") {
        return std::unexpected(&refused::websocket_version);
    }
    const auto key = request.header("sec-websocket-key");
    if (!is_key(key)) return std::unexpected(&refused::bad_upgrade);
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Accept: " +
           websocket_accept(key) + "\r\n\r\n";
}

}  // namespace commonweal::net
