#include "server/log/base64.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <vector>

namespace commonweal::log {

std::string to_base64(std::span<const std::uint8_t> bytes) {
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');  // OpenSSL ends it with a zero
    const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), bytes.data(),
                                     static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(size));
    return text;
}

bool from_base64(std::string_view text, std::span<std::uint8_t> bytes) {
    if (text.size() != (bytes.size() + 2) / 3 * 4) return false;
    std::vector<std::uint8_t> decoded(text.size() / 4 * 3);
    const int size =
        EVP_DecodeBlock(decoded.data(), reinterpret_cast<const unsigned char*>(text.data()),
                        static_cast<int>(text.size()));
    if (size < 0) return false;
    decoded.resize(bytes.size());
    // OpenSSL passes over blanks and loose bits; there is one way to write each value.
    if (to_base64(decoded) != text) return false;
    std::ranges::copy(decoded, bytes.begin());
    return true;
}

}  // namespace commonweal::log
