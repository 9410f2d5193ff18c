#pragma once
// A round to be planned, as a document: what the coordinator asks, and what is known of schools and
// people (docs/scheduling.md). The same document comes from a file, from a round's own history, and
// from a question "what if".
//
// Schools and people stand here by whatever text names them: a URN, an id, a label of a
// spreadsheet.

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "domain/core/time.hpp"
#include "domain/review/events.hpp"

namespace commonweal::scheduling {

/// rotation: each gives and receives its numbers. pairs: each review has its return review in the
/// same round. triads: two review the third, in turn.
enum class Mode : std::uint8_t { rotation = 1, pairs = 2, triads = 3 };
BOOST_DESCRIBE_ENUM(Mode, rotation, pairs, triads)

/// Whether A may review B in the round in which B reviews A.
enum class Swaps : std::uint8_t { allowed = 1, forbidden = 2 };
BOOST_DESCRIBE_ENUM(Swaps, allowed, forbidden)

enum class TeamFrom : std::uint8_t { one_school = 1, different_schools = 2 };
BOOST_DESCRIBE_ENUM(TeamFrom, one_school, different_schools)

/// A rule is kept without exception, or breaking it has a cost.
enum class Strictness : std::uint8_t { hard = 1, soft = 2 };
BOOST_DESCRIBE_ENUM(Strictness, hard, soft)

/// Rules that are hard unless the round says that they are soft.
enum class SoftRule : std::uint8_t { no_repeat = 1, travel_cap = 2, releases = 3 };
BOOST_DESCRIBE_ENUM(SoftRule, no_repeat, travel_cap, releases)

/// What a unit of each part of the cost is worth, from 0 to 1,000. A kilometre is the measure.
struct Weights {
    double travel = 1;
    double phase = 10;
    double balance = 10;
    double expertise = 10;
    double novelty = 10;
    double spread = 5;
    double stability = 50;
    bool operator==(const Weights&) const = default;
};
BOOST_DESCRIBE_STRUCT(Weights, (), (travel, phase, balance, expertise, novelty, spread, stability))

struct RoundRules {
    Mode mode = Mode::rotation;
    std::optional<Swaps> swaps;  ///< allowed, unless the round says otherwise
    Day first_day;
    Day last_day;
    std::uint32_t review_days = 2;  ///< working days in a row
    std::uint32_t team_size = 2;    ///< people
    std::optional<TeamFrom> team_from;
    std::optional<Strictness> phase_rule;
    std::vector<SoftRule> soft;
    std::optional<std::uint32_t> no_repeat_years;
    std::optional<double> travel_cap_km;
    std::optional<std::uint32_t> releases_per_week;  ///< reviews that one school staffs
    std::optional<Weights> weights;
    std::vector<Day> closed_days;               ///< of all schools of the round
    std::optional<std::uint32_t> ledger_years;  ///< how far back give and receive are counted: 3
    bool operator==(const RoundRules&) const = default;
};
BOOST_DESCRIBE_STRUCT(RoundRules, (),
                      (mode, swaps, first_day, last_day, review_days, team_size, team_from,
                       phase_rule, soft, no_repeat_years, travel_cap_km, releases_per_week, weights,
                       closed_days, ledger_years))

struct School {
    std::string urn;
    std::optional<std::string> name;
    std::optional<double> easting;  ///< metres on the British National Grid
    std::optional<double> northing;
    std::optional<std::string> phase;  ///< in the register's words: "Primary"
    std::optional<std::string> trust;  ///< whatever group bars a review
    std::uint32_t give = 0;            ///< reviews in which it takes part as reviewer, at most
    std::uint32_t receive = 0;         ///< reviews that it wants as host
    std::vector<Day> closed_days;
    std::vector<std::string> needs;
    std::vector<std::string> offers;
    bool operator==(const School&) const = default;
};
BOOST_DESCRIBE_STRUCT(School, (),
                      (urn, name, easting, northing, phase, trust, give, receive, closed_days,
                       needs, offers))

struct Reviewer {
    std::string id;
    std::string school;
    bool can_lead = false;
    std::optional<Day> trained_until;       ///< none: in training
    std::optional<std::uint32_t> capacity;  ///< reviews in this round; none: as many as there are
    std::vector<Day> away;
    std::vector<std::string> conflicts;  ///< schools that this person may not review
    bool operator==(const Reviewer&) const = default;
};
BOOST_DESCRIBE_STRUCT(Reviewer, (),
                      (id, school, can_lead, trained_until, capacity, away, conflicts))

struct PastReview {
    std::string host;
    std::string reviewing_school;
    Day on;
    bool operator==(const PastReview&) const = default;
};
BOOST_DESCRIBE_STRUCT(PastReview, (), (host, reviewing_school, on))

struct TeamMember {
    std::string reviewer;
    std::string school;
    review::TeamRole role = review::TeamRole::reviewer;
    bool operator==(const TeamMember&) const = default;
};
BOOST_DESCRIBE_STRUCT(TeamMember, (), (reviewer, school, role))

/// A review that is to stay as it is (a lock), or was in the plan before. A lock fixes what it
/// names: the host and who reviews it; the people and the days where they are given.
struct GivenReview {
    std::string host;
    std::optional<std::string> reviewing_school;  ///< where the team does not say it
    std::vector<TeamMember> team;
    std::vector<Day> days;
    bool operator==(const GivenReview&) const = default;
};
BOOST_DESCRIBE_STRUCT(GivenReview, (), (host, reviewing_school, team, days))

struct Problem {
    RoundRules round;
    std::vector<School> schools;
    std::vector<Reviewer> reviewers;
    std::vector<PastReview> history;
    std::vector<GivenReview> locks;
    std::vector<GivenReview> previous;
    bool operator==(const Problem&) const = default;
};
BOOST_DESCRIBE_STRUCT(Problem, (), (round, schools, reviewers, history, locks, previous))

/// Bounds of a problem; a document beyond them is refused.
inline constexpr std::size_t schools_max = 20'000;
inline constexpr std::size_t reviewers_max = 100'000;
inline constexpr std::size_t history_max = 500'000;
inline constexpr std::uint32_t reviews_of_a_school_max = 50;  ///< to give, and to receive
inline constexpr std::uint32_t review_days_max = 10;
inline constexpr std::uint32_t team_size_max = 12;
inline constexpr std::size_t working_days_max = 512;
inline constexpr double weight_max = 1'000;

}  // namespace commonweal::scheduling
