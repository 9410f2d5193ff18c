#include "server/identity/accounts.hpp"

#include "server/identity/secrets.hpp"

namespace commonweal::identity {
namespace {

constexpr int attempts_max = 10;
constexpr std::chrono::minutes attempts_window{5};
constexpr std::size_t addresses_max = 10'000;

}  // namespace

Accounts::Accounts(app::App& app, records::Records& records)
    : app_(&app),
      records_(&records),
      passwords_(records),
      sessions_(records),
      invitations_(records) {}

std::optional<PersonId> Accounts::person_of(std::string_view email) {
    return app_->load<Address>(app_->hash_of(email))->owner;
}

void Accounts::forget(std::span<const PersonId> people) {
    for (const auto person : people) {
        invitations_.forget(person);
        passwords_.forget(person);
        sessions_.forget(person);
    }
    // Also where nobody had anything left: a password that was changed is in the files still.
    records_->purge();
}

boost::asio::awaitable<SignInResult> Accounts::sign_in(std::string email, std::string password) {
    const auto address = app::stream_of(app_->hash_of(email));
    if (!attempt(address)) co_return TryLater{attempts_window};
    const auto person = person_of(email);
    const auto fits = co_await passwords_.check(person, std::move(password));
    if (!fits) co_return TryLater{};
    if (!*fits) co_return WrongSignIn{};
    succeeded(address);
    co_return SignedIn{*person, sessions_.begin(*person, app_->believed_now())};
}

/// Counts an attempt; false where there were too many of late.
bool Accounts::attempt(const std::string& address) {
    const auto now = app_->clock().now();
    const std::lock_guard lock(mutex_);
    if (attempts_.size() >= addresses_max) attempts_.clear();
    auto& [failed, since] = attempts_[address];
    if (now - since > attempts_window) {
        failed = 0;
        since = now;
    }
    return ++failed <= attempts_max;
}

void Accounts::succeeded(const std::string& address) {
    const std::lock_guard lock(mutex_);
    attempts_.erase(address);
}

std::string Accounts::csrf_token(const std::string& cookie) {
    return derived_from(cookie, "csrf");
}

}  // namespace commonweal::identity
