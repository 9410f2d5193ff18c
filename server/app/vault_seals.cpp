#include "server/app/vault_seals.hpp"

#include <sodium.h>

#include <stdexcept>

namespace commonweal::app {
namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
/// Names and addresses of people: kept until the person is forgotten.
constexpr std::uint8_t retention_person = 1;

const unsigned char* as_bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

Sealed VaultSeals::seal(KeyScope scope, const PersonId& subject, std::string_view plain,
                        const SealedAt& at) const {
    const auto [id, key] = scope == KeyScope::subject
                               ? vault_->key_of(subject.bytes, retention_person)
                               : vault_->new_key();
    Sealed sealed{id, std::string(nonce_bytes + plain.size() + tag_bytes, '\0'),
                  static_cast<std::uint32_t>(plain.size()), at};
    auto* bytes = reinterpret_cast<unsigned char*>(sealed.bytes.data());
    randombytes_buf(bytes, nonce_bytes);
    const auto bound = codec::bound_to(at);
    unsigned long long written = 0;
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes + nonce_bytes, &written, as_bytes(plain),
                                               plain.size(), as_bytes(bound), bound.size(), nullptr,
                                               bytes, key.data());
    return sealed;
}

std::optional<std::string> VaultSeals::open(const Sealed& sealed) const {
    const auto key = vault_->find(sealed.key);
    if (!key) return std::nullopt;
    if (sealed.bytes.size() != nonce_bytes + sealed.length + tag_bytes)
        throw std::runtime_error("a sealed value has the wrong length");
    std::string plain(sealed.length, '\0');
    const auto bound = codec::bound_to(sealed.at);
    const auto* bytes = as_bytes(sealed.bytes);
    unsigned long long written = 0;
    const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
        reinterpret_cast<unsigned char*>(plain.data()), &written, nullptr, bytes + nonce_bytes,
        sealed.bytes.size() - nonce_bytes, as_bytes(bound), bound.size(), bytes, key->data());
    if (opened != 0) throw std::runtime_error("a sealed value does not fit its key or its place");
    return plain;
}

}  // namespace commonweal::app
