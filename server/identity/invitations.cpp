#include "server/identity/invitations.hpp"

#include <cstring>

#include "server/identity/secrets.hpp"

namespace commonweal::identity {
namespace {

constexpr std::string_view by_secret = "invitation";  ///< hash → person and end
constexpr std::string_view by_person = "invited";     ///< person → hash

std::string_view key_of(const PersonId& person) {
    return {reinterpret_cast<const char*>(person.bytes.data()), person.bytes.size()};
}

/// 16 bytes of the person and of who invites, whether that is an administrator, then the end in
/// microseconds.
std::string row_of(const Invitation& invitation) {
    std::string row(key_of(invitation.person));
    row += key_of(invitation.by);
    row += invitation.by_administrator ? '\1' : '\0';
    const std::int64_t us = invitation.until.time_since_epoch().count();
    row.append(reinterpret_cast<const char*>(&us), sizeof us);
    return row;
}

std::optional<Invitation> invitation_in(const std::string& row) {
    if (row.size() != 41) return std::nullopt;
    Invitation invitation;
    std::int64_t us = 0;
    std::memcpy(invitation.person.bytes.data(), row.data(), 16);
    std::memcpy(invitation.by.bytes.data(), row.data() + 16, 16);
    invitation.by_administrator = row[32] != 0;
    std::memcpy(&us, row.data() + 33, sizeof us);
    invitation.until = Instant{std::chrono::microseconds{us}};
    return invitation;
}

}  // namespace

std::string Invitations::make(Invitation invitation, Instant now) {
    auto secret = new_secret();
    const auto hash = hash_of(secret);
    invitation.until = now + holds_for;
    const std::lock_guard lock(mutex_);
    const auto older = records_->find(by_person, key_of(invitation.person));
    records_->put(by_secret, hash, row_of(invitation));
    // From here on only the newer one holds, also where a crash leaves the older one's row.
    records_->put(by_person, key_of(invitation.person), hash);
    if (older) records_->remove(by_secret, *older);
    return secret;
}

std::optional<Invitation> Invitations::find(const std::string& secret, Instant now) const {
    const auto hash = hash_of(secret);
    const auto row = records_->find(by_secret, hash);
    const auto invitation = row ? invitation_in(*row) : std::nullopt;
    if (!invitation || now >= invitation->until) return std::nullopt;
    if (records_->find(by_person, key_of(invitation->person)) != hash) return std::nullopt;
    return invitation;
}

void Invitations::forget(PersonId person) {
    const std::lock_guard lock(mutex_);
    const auto hash = records_->find(by_person, key_of(person));
    if (!hash) return;
    records_->remove(by_person, key_of(person));
    records_->remove(by_secret, *hash);
}

std::optional<Invitation> Invitations::use(const std::string& secret, Instant now,
                                           const std::function<bool(const Invitation&)>& accept) {
    const std::lock_guard lock(mutex_);
    const auto invitation = find(secret, now);
    if (!invitation || !accept(*invitation)) return std::nullopt;
    records_->remove(by_person, key_of(invitation->person));
    records_->remove(by_secret, hash_of(secret));
    return invitation;
}

}  // namespace commonweal::identity
