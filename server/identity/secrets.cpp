#include "server/identity/secrets.hpp"

#include <sodium.h>

#include <array>

namespace commonweal::identity {
namespace {

constexpr std::size_t secret_bytes = 32;

const unsigned char* as_bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string base64(const std::array<unsigned char, secret_bytes>& bytes) {
    constexpr auto variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_ENCODED_LEN(secret_bytes, variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
    text.pop_back();  // the terminating zero
    return text;
}

std::array<unsigned char, secret_bytes> digest(std::string_view text, std::string_view key) {
    std::array<unsigned char, secret_bytes> made{};
    crypto_generichash(made.data(), made.size(), as_bytes(text), text.size(), as_bytes(key),
                       key.size());
    return made;
}

}  // namespace

std::string new_secret() {
    std::array<unsigned char, secret_bytes> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return base64(bytes);
}

std::string hash_of(std::string_view secret) {
    const auto made = digest(secret, {});
    return {made.begin(), made.end()};
}

std::string derived_from(std::string_view secret, std::string_view purpose) {
    return base64(digest(purpose, secret));
}

bool same(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace commonweal::identity
