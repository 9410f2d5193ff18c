#include "server/app/vault_seals.hpp"

#include <stdexcept>

#include "server/vault/cipher.hpp"

namespace commonweal::app {
namespace {

/// Names and addresses of people: kept until the person is forgotten.
constexpr std::uint8_t retention_person = 1;

}  // namespace

Sealed VaultSeals::seal(KeyScope scope, const PersonId& subject, std::string_view plain,
                        const SealedAt& at) const {
    const auto [id, key] = scope == KeyScope::subject
                               ? vault_->key_of(subject.bytes, retention_person)
                               : vault_->new_key();
    return {id, vault::seal(key, plain, codec::bound_to(at)),
            static_cast<std::uint32_t>(plain.size()), at};
}

void VaultSeals::renew(const PersonId& subject) const {
    vault_->renew(subject.bytes, retention_person);
}

std::optional<std::string> VaultSeals::open(const Sealed& sealed) const {
    const auto key = vault_->find(sealed.key);
    if (!key) return std::nullopt;
    auto plain = vault::open(*key, sealed.bytes, codec::bound_to(sealed.at));
    if (plain.size() != sealed.length)
        throw std::runtime_error("a sealed value has the wrong length");
    return plain;
}

}  // namespace commonweal::app
