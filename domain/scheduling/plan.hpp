#pragma once
// A plan of a round, as a document: who reviews whom, with which team, on which days, what it
// costs, and how far it can be from the best (docs/scheduling.md has every formula).

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "domain/scheduling/problem.hpp"

namespace commonweal::scheduling {

/// Why a school may not, or in this plan does not, review a host. In the order in which they are
/// counted: a candidate counts under the first that holds.
enum class Blocking : std::uint8_t {
    same_trust = 1,
    conflict,         ///< too few of its people are free of a conflict with the host
    no_repeat,        ///< it reviewed the host too short a time ago
    phase,            ///< neither the same nor a neighbouring phase
    place_not_known,  ///< and the travel cap is hard
    travel_cap,
    gives_none,       ///< it offers to give no review
    no_lead,          ///< nobody there may lead
    team_too_small,   ///< it has fewer people than a team
    no_common_day,    ///< its people and the host are never there on the same days
    receives_none,    ///< a return review is needed, and it wants none
    return_blocked,   ///< a return review is needed, and may not be
    swap,             ///< the host reviews it already
    reviews_it,       ///< it does review the host in this plan
    receives_enough,  ///< the host has all the reviews that it wants
    fully_booked,     ///< allowed, but the reviews that it gives go to others
    days_taken,       ///< allowed and free, but on no day that is left
};
BOOST_DESCRIBE_ENUM(Blocking, same_trust, conflict, no_repeat, phase, place_not_known, travel_cap,
                    gives_none, no_lead, team_too_small, no_common_day, receives_none,
                    return_blocked, swap, reviews_it, receives_enough, fully_booked, days_taken)

/// The parts of a cost, each a whole number of a unit that people know.
struct Parts {
    std::int64_t travel = 0;     ///< kilometres
    std::int64_t phase = 0;      ///< steps between phases
    std::int64_t balance = 0;    ///< reviews that the giver is ahead and the host behind
    std::int64_t expertise = 0;  ///< needs of the host that the reviewing school does not offer
    std::int64_t novelty = 0;    ///< earlier reviews between the two
    std::int64_t spread = 0;     ///< reviews too many in its weeks
    std::int64_t stability = 0;  ///< how much of it is new
    bool operator==(const Parts&) const = default;
    Parts& operator+=(const Parts& other);
};
BOOST_DESCRIBE_STRUCT(Parts, (), (travel, phase, balance, expertise, novelty, spread, stability))

struct ReviewCost {
    double total = 0;  ///< weight times part, over all parts
    Parts parts;
    bool operator==(const ReviewCost&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReviewCost, (), (total, parts))

/// The cheapest other school that may review the host.
struct NextBest {
    std::string school;
    double dearer = 0;  ///< than the school that it would stand in for, both as a pairing alone
    bool free = false;  ///< it has a review left to give in this plan
    bool operator==(const NextBest&) const = default;
};
BOOST_DESCRIBE_STRUCT(NextBest, (), (school, dearer, free))

struct PlannedReview {
    std::string host;
    std::vector<TeamMember> team;
    std::vector<Day> days;
    ReviewCost cost;
    std::optional<NextBest> next_best;
    /// People of the reviewing schools who could stand in on these days, under every rule.
    std::vector<std::string> alternates;
    bool locked = false;
    bool operator==(const PlannedReview&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlannedReview, (), (host, team, days, cost, next_best, alternates, locked))

enum class Wants : std::uint8_t { give = 1, receive = 2 };
BOOST_DESCRIBE_ENUM(Wants, give, receive)

struct BlockedCount {
    Blocking rule{};
    std::uint64_t count = 0;
    bool operator==(const BlockedCount&) const = default;
};
BOOST_DESCRIBE_STRUCT(BlockedCount, (), (rule, count))

/// The least that would have to give way, with the school for which it costs least.
struct Relaxation {
    std::vector<Blocking> rules;
    std::string with;
    double cost = 0;  ///< of the pairing, once the rules are lifted
    bool operator==(const Relaxation&) const = default;
};
BOOST_DESCRIBE_STRUCT(Relaxation, (), (rules, with, cost))

struct Unplaced {
    std::string school;
    Wants wants{};
    std::uint32_t reviews = 0;          ///< so many of them
    std::vector<BlockedCount> blocked;  ///< every other school is counted once
    std::optional<Relaxation> relax;    ///< none where there is no other school
    bool operator==(const Unplaced&) const = default;
};
BOOST_DESCRIBE_STRUCT(Unplaced, (), (school, wants, reviews, blocked, relax))

struct LedgerLine {
    std::string school;
    std::int64_t gave = 0;  ///< in the years that count, and in this plan
    std::int64_t received = 0;
    std::int64_t balance = 0;  ///< gave less received
    bool operator==(const LedgerLine&) const = default;
};
BOOST_DESCRIBE_STRUCT(LedgerLine, (), (school, gave, received, balance))

/// Something in the problem that cannot be, and what was done about it.
struct Contradiction {
    std::string at;    ///< a pointer into the problem: "/locks/3"
    std::string what;  ///< in words
    bool operator==(const Contradiction&) const = default;
};
BOOST_DESCRIBE_STRUCT(Contradiction, (), (at, what))

struct Plan {
    std::vector<PlannedReview> reviews;  ///< by first day, then host, then lead
    std::vector<Unplaced> unplaced;
    std::vector<LedgerLine> ledger;  ///< in the order of the problem's schools
    std::vector<Contradiction> contradictions;
    std::uint64_t wanted = 0;  ///< reviews, by the hosts
    std::uint64_t placed = 0;
    std::uint64_t placed_bound = 0;  ///< no plan places more
    double objective = 0;            ///< the sum of all reviews' costs
    double lower_bound = 0;          ///< no plan that places as many costs less
    double gap = 0;                  ///< (objective − lower_bound) / max(1, |objective|)
    bool optimal = false;            ///< placed is placed_bound, and objective is lower_bound
    std::uint64_t changed =
        0;  ///< reviews of the previous plan that are not in this one as they were
    std::uint64_t steps = 0;  ///< of the search
    double seconds = 0;       ///< told by whoever has a clock
    std::uint64_t seed = 0;
    bool operator==(const Plan&) const = default;
};
BOOST_DESCRIBE_STRUCT(Plan, (),
                      (reviews, unplaced, ledger, contradictions, wanted, placed, placed_bound,
                       objective, lower_bound, gap, optimal, changed, steps, seconds, seed))

}  // namespace commonweal::scheduling
