#pragma once
// What a problem says, by number instead of by name, for the checker and the exhaustive search.
// Written from docs/scheduling.md alone, apart from the solver: a mistake made in one of them is
// then not made in the other.

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/scheduling/plan.hpp"
#include "domain/scheduling/problem.hpp"

namespace commonweal::scheduling::testing {

/// A review by numbers of schools and people. What stands in a list is sorted, and once.
struct Arranged {
    std::size_t host = 0;
    std::vector<std::size_t> givers;  ///< the schools of the team
    std::vector<std::size_t> people;
    std::vector<Day> days;
};

/// The problem outlives it. Of two schools or people of one name, the first counts.
struct Facts {
    explicit Facts(const Problem& given);
    Facts(Problem&&) = delete;

    const Problem& problem;
    Weights weights;
    std::map<std::string, std::size_t> school_numbers;
    std::map<std::string, std::size_t> person_numbers;
    std::vector<std::optional<std::size_t>> school_of;  ///< of each person
    std::vector<std::vector<std::size_t>> staff;        ///< of each school
    std::vector<Day> working_days;
    std::vector<std::vector<Day>> windows;
    std::int64_t even_share = 0;  ///< of reviews, for each week in which a window begins
    /// Days before the round on which the first school reviewed the second.
    std::map<std::pair<std::size_t, std::size_t>, std::vector<Day>> past;
    std::vector<std::int64_t> gave;  ///< in the ledger's years before the round
    std::vector<std::int64_t> received;

    std::size_t schools() const { return problem.schools.size(); }
    const School& school(std::size_t number) const { return problem.schools[number]; }
    const Reviewer& person(std::size_t number) const { return problem.reviewers[number]; }
    std::optional<std::size_t> find_school(const std::string& urn) const;
    std::optional<std::size_t> find_person(const std::string& id) const;

    bool soft(SoftRule rule) const;
    /// The mode is rotation or pairs, and each member of a team comes from another school.
    bool different_schools() const;
    std::int64_t ahead(std::size_t school) const { return gave[school] - received[school]; }
    std::uint64_t wanted() const;

    bool open(std::size_t school, const std::vector<Day>& days) const;
    bool away(std::size_t person, const std::vector<Day>& days) const;
    bool in_conflict(std::size_t person, std::size_t host) const;
    bool may_join(std::size_t person, Day last) const;
    bool may_lead(std::size_t person, Day last) const;

  private:
    void number_names();
    void find_days();
    void share_weeks();
    void read_history();
};

/// The Monday of the day's week, which names an ISO week.
Day week_of(Day day);
/// The weeks that have one of these days, each once.
std::vector<Day> weeks_of(const std::vector<Day>& days);
/// The same day so many years earlier; from 29 February to 28 February where there is no other.
Day years_before(Day day, std::uint32_t years);

}  // namespace commonweal::scheduling::testing
