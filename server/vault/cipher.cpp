#include "server/vault/cipher.hpp"

#include <sodium.h>

#include <stdexcept>

namespace commonweal::vault {
namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char* as_bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

std::string seal(const Key& key, std::string_view plain, std::string_view bound_to) {
    std::string sealed(nonce_bytes + plain.size() + tag_bytes, '\0');
    auto* bytes = reinterpret_cast<unsigned char*>(sealed.data());
    randombytes_buf(bytes, nonce_bytes);
    unsigned long long written = 0;
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes + nonce_bytes, &written, as_bytes(plain),
                                               plain.size(), as_bytes(bound_to), bound_to.size(),
                                               nullptr, bytes, key.data());
    return sealed;
}

std::string open(const Key& key, std::string_view sealed, std::string_view bound_to) {
    if (sealed.size() < nonce_bytes + tag_bytes)
        throw std::runtime_error("a sealed value is too short");
    std::string plain(sealed.size() - nonce_bytes - tag_bytes, '\0');
    const auto* bytes = as_bytes(sealed);
    unsigned long long written = 0;
    const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
        reinterpret_cast<unsigned char*>(plain.data()), &written, nullptr, bytes + nonce_bytes,
        sealed.size() - nonce_bytes, as_bytes(bound_to), bound_to.size(), bytes, key.data());
    if (opened != 0) throw std::runtime_error("a sealed value does not fit its key or its place");
    return plain;
}

void digest(const Key& key, std::initializer_list<std::string_view> parts,
            std::span<std::uint8_t> made) {
    crypto_generichash_state state;
    crypto_generichash_init(&state, key.data(), key.size(), made.size());
    for (const auto part : parts) {
        const std::uint64_t length = part.size();
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(&length), 8);
        crypto_generichash_update(&state, as_bytes(part), part.size());
    }
    crypto_generichash_final(&state, made.data(), made.size());
}

void fill_with_random(std::span<std::uint8_t> bytes) {
    randombytes_buf(bytes.data(), bytes.size());
}

}  // namespace commonweal::vault
