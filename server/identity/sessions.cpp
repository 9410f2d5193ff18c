#include "server/identity/sessions.hpp"

#include <cstring>
#include <vector>

#include "server/identity/secrets.hpp"

namespace commonweal::identity {
namespace {

constexpr std::string_view session_table = "session";
constexpr std::string_view token_table = "token";
/// A session's last use is written at most so often.
constexpr std::chrono::minutes written_every{10};

/// 16 bytes of the person, then two times in microseconds.
std::string row_of(const Bearer& bearer) {
    std::string row(bearer.person.bytes.begin(), bearer.person.bytes.end());
    for (const Instant time : {bearer.since, bearer.used}) {
        const std::int64_t us = time.time_since_epoch().count();
        row.append(reinterpret_cast<const char*>(&us), sizeof us);
    }
    return row;
}

std::optional<Bearer> bearer_in(const std::string& row) {
    if (row.size() != 32) return std::nullopt;
    Bearer bearer;
    std::int64_t times[2];
    std::memcpy(bearer.person.bytes.data(), row.data(), 16);
    std::memcpy(times, row.data() + 16, sizeof times);
    bearer.since = Instant{std::chrono::microseconds{times[0]}};
    bearer.used = Instant{std::chrono::microseconds{times[1]}};
    return bearer;
}

std::vector<std::string> hashes_of(const records::Records& records, std::string_view table,
                                   PersonId person) {
    std::vector<std::string> hashes;
    records.each(table, [&](std::string_view key, std::string_view row) {
        const auto bearer = bearer_in(std::string(row));
        if (bearer && bearer->person == person) hashes.emplace_back(key);
        return true;
    });
    return hashes;
}

}  // namespace

std::string Sessions::begin(PersonId person, Instant now) {
    auto secret = new_secret();
    keep(session_table, hash_of(secret), {person, now, now});
    return secret;
}

std::optional<PersonId> Sessions::find(const std::string& cookie, Instant now) {
    const auto hash = hash_of(cookie);
    auto bearer = look_up(session_table, hash);
    if (!bearer) return std::nullopt;
    if (now - bearer->used > idle_max || now - bearer->since > age_max) {
        end(cookie);
        return std::nullopt;
    }
    if (now - bearer->used > written_every) {
        bearer->used = now;
        keep(session_table, hash, *bearer);
    }
    return bearer->person;
}

void Sessions::end(const std::string& cookie) {
    const auto hash = hash_of(cookie);
    records_->remove(session_table, hash);
    const std::lock_guard lock(mutex_);
    cached_.erase(std::string(session_table) + hash);
}

void Sessions::end_all(PersonId person) {
    end_all(session_table, person);
}

void Sessions::forget(PersonId person) {
    end_all(session_table, person);
    end_all(token_table, person);
}

void Sessions::end_all(std::string_view table, PersonId person) {
    const auto hashes = hashes_of(*records_, table, person);
    for (const auto& hash : hashes) records_->remove(table, hash);
    const std::lock_guard lock(mutex_);
    for (const auto& hash : hashes) cached_.erase(std::string(table) + hash);
}

std::size_t Sessions::count(PersonId person) const {
    return hashes_of(*records_, session_table, person).size();
}

std::size_t Sessions::count_tokens(PersonId person) const {
    return hashes_of(*records_, token_table, person).size();
}

std::string Sessions::make_token(PersonId person, Instant now) {
    auto token = "cwt_" + new_secret();
    keep(token_table, hash_of(token), {person, now, now});
    return token;
}

std::optional<PersonId> Sessions::find_token(const std::string& token, Instant) {
    const auto bearer = look_up(token_table, hash_of(token));
    return bearer ? std::optional(bearer->person) : std::nullopt;
}

std::optional<Bearer> Sessions::look_up(std::string_view table, const std::string& hash) {
    const auto key = std::string(table) + hash;
    {
        const std::lock_guard lock(mutex_);
        if (const auto found = cached_.find(key); found != cached_.end()) return found->second;
    }
    const auto row = records_->find(table, hash);
    const auto bearer = row ? bearer_in(*row) : std::nullopt;
    if (!bearer) return std::nullopt;
    const std::lock_guard lock(mutex_);
    if (cached_.size() >= cached_max) cached_.clear();
    cached_.emplace(key, *bearer);
    return bearer;
}

void Sessions::keep(std::string_view table, const std::string& hash, const Bearer& bearer) {
    records_->put(table, hash, row_of(bearer));
    const std::lock_guard lock(mutex_);
    if (cached_.size() >= cached_max) cached_.clear();
    cached_.insert_or_assign(std::string(table) + hash, bearer);
}

}  // namespace commonweal::identity
