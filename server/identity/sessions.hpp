#pragma once
// Sessions of people in a browser, and tokens of programs. Both are secrets that only their bearer
// has; here stands their hash and whose they are.
//
// Owner: Accounts. Threads: any. Bounds: a session ends after twelve hours without use, and after
// thirty days in any case; those looked up are cached, at most `cached_max`.

#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "domain/core/id.hpp"
#include "domain/core/time.hpp"
#include "server/records/records.hpp"

namespace commonweal::identity {

struct Bearer {
    PersonId person;
    Instant since{};
    Instant used{};
};

class Sessions {
  public:
    static constexpr std::chrono::hours idle_max{12};
    static constexpr std::chrono::hours age_max{24 * 30};
    static constexpr std::size_t cached_max = 20'000;

    explicit Sessions(records::Records& records) : records_(&records) {}

    /// Begins a session; answers the cookie's value.
    std::string begin(PersonId person, Instant now);
    /// Whose session it is, if it has not ended.
    std::optional<PersonId> find(const std::string& cookie, Instant now);
    void end(const std::string& cookie);
    /// Ends all of a person's sessions: somebody else may have one.
    void end_all(PersonId person);
    /// Ends all of a person's sessions, and takes all their tokens back.
    void forget(PersonId person);
    std::size_t count(PersonId person) const;
    std::size_t count_tokens(PersonId person) const;

    /// A token for a program that acts for somebody; it holds until it is taken back.
    std::string make_token(PersonId person, Instant now);
    std::optional<PersonId> find_token(const std::string& token, Instant now);

  private:
    void end_all(std::string_view table, PersonId person);
    std::optional<Bearer> look_up(std::string_view table, const std::string& hash);
    void keep(std::string_view table, const std::string& hash, const Bearer& bearer);

    records::Records* records_;
    std::mutex mutex_;
    std::unordered_map<std::string, Bearer> cached_;
};

}  // namespace commonweal::identity
