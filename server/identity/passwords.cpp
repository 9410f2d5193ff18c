#include "server/identity/passwords.hpp"

#include <sodium.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <stdexcept>

#include "server/identity/secrets.hpp"

namespace commonweal::identity {
namespace {

constexpr std::string_view table = "password";
constexpr int waiting_max = 64;

std::string key_of(PersonId person) {
    return {person.bytes.begin(), person.bytes.end()};
}

std::string hashed(const std::string& password) {
    char text[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str(text, password.c_str(), password.size(),
                          crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
        throw std::runtime_error("there is not enough memory to hash a password");
    return text;
}

}  // namespace

Passwords::Passwords(records::Records& records)
    : records_(&records), nobody_(hashed(new_secret())) {}

Passwords::~Passwords() {
    pool_.join();
}

void Passwords::set(PersonId person, const std::string& password) {
    records_->put(table, key_of(person), hashed(password));
}

bool Passwords::has(PersonId person) const {
    return records_->find(table, key_of(person)).has_value();
}

void Passwords::forget(PersonId person) {
    records_->remove(table, key_of(person));
}

bool Passwords::verify(std::optional<PersonId> person, const std::string& password) const {
    std::optional<std::string> hash;
    if (person) hash = records_->find(table, key_of(*person));
    const bool fits = crypto_pwhash_str_verify(hash.value_or(nobody_).c_str(), password.c_str(),
                                               password.size()) == 0;
    return fits && hash.has_value();
}

boost::asio::awaitable<std::optional<bool>> Passwords::check(std::optional<PersonId> person,
                                                             std::string password) {
    if (waiting_.fetch_add(1) >= waiting_max) {
        --waiting_;
        co_return std::nullopt;
    }
    const auto work = [](Passwords* self, std::optional<PersonId> who,
                         std::string given) -> boost::asio::awaitable<bool> {
        co_return self->verify(who, given);
    };
    const bool fits = co_await boost::asio::co_spawn(pool_, work(this, person, std::move(password)),
                                                     boost::asio::use_awaitable);
    --waiting_;
    co_return fits;
}

}  // namespace commonweal::identity
