#pragma once
// What stands outside the server and knows all that it said: each command that was asked for, what
// was acknowledged of it, and the newest signed head of the receipts. Whatever contradicts an
// earlier answer is a complaint; the test ends where there is one.
//
// Threads: any may tell; `told` and `given_up` are read while nobody writes.

#include <boost/json.hpp>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "domain/core/event.hpp"
#include "server/log/leaf_hash.hpp"

namespace commonweal::api::testing {

/// The life of a visit, as the writers lead it.
enum class Step : std::uint8_t { request, agree, record_held, give_back };

/// As it is sent, and sent again.
struct Asked {
    Step step = Step::request;
    std::string key;  ///< also the note of a visit that is asked for
    std::string target;
    boost::json::object body;
    std::string who;    ///< the Authorization header
    std::string visit;  ///< that it is about, or returns; empty where there is none
    bool again = false;
};

struct ToldEvent {
    Position position = 0;
    std::string kind, leaf_hash;
    bool operator==(const ToldEvent&) const = default;
};

/// What was acknowledged.
struct Told {
    Asked asked;
    std::string visit;
    Version version = 0;
    std::vector<ToldEvent> events;
};

struct KeptHead {
    Position size = 0;
    std::string root, note;
};

class Oracle {
  public:
    /// The server answered a command: keeps it, or compares it with what was said before. Answers
    /// the visit's id.
    std::string heard(const Asked& asked, const boost::json::value& answer);
    /// Its answer was cut off, and nobody asks again: it may be there once, or not at all.
    void give_up(Asked asked);
    void keep(const boost::json::value& head);
    void complain(std::string what);
    /// How long the log was when the server was begun.
    void began_at(Position size) { began_at_ = size; }

    const std::vector<Told>& told() const { return told_; }
    const std::vector<Asked>& given_up() const { return given_up_; }
    /// The newest version of each visit that follows from what was acknowledged.
    const std::map<std::string, Version>& versions() const { return versions_; }
    const KeptHead& newest() const { return newest_; }
    Position last_position() const { return owners_.empty() ? 0 : owners_.rbegin()->first; }
    std::vector<std::string> complaints() const;

    std::size_t found = 0;      ///< asked again, and it had been in the log
    std::size_t not_there = 0;  ///< asked again, and it had not

  private:
    void keep_locked(const boost::json::value& head);
    void own_locked(const Told& told);
    void expect_the_same_locked(const Told& before, const Told& now);

    mutable std::mutex mutex_;
    std::vector<Told> told_;
    std::vector<Asked> given_up_;
    std::map<std::string, std::size_t> by_key_;
    std::map<Position, std::string> owners_;  ///< the key of the command that has it
    std::map<std::string, Version> versions_;
    KeptHead newest_;
    Position began_at_ = 0;
    std::vector<std::string> complaints_;
};

}  // namespace commonweal::api::testing
