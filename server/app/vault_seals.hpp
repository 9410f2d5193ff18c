#pragma once
// Seals personal values with XChaCha20-Poly1305 (libsodium) under the vault's keys, bound to their
// place in the log. Threads: any.

#include "server/codec/personal.hpp"
#include "server/vault/vault.hpp"

namespace commonweal::app {

class VaultSeals final : public codec::Seals {
  public:
    /// The vault outlives the seals.
    explicit VaultSeals(vault::Vault& vault) : vault_(&vault) {}

    Sealed seal(KeyScope scope, const PersonId& subject, std::string_view plain,
                const SealedAt& at) const override;
    std::optional<std::string> open(const Sealed& sealed) const override;

    /// What is sealed about somebody from now on is so under a new key.
    void renew(const PersonId& subject) const;
    vault::Vault& vault() const { return *vault_; }

  private:
    vault::Vault* vault_;
};

}  // namespace commonweal::app
