#pragma once
// The parts of the checker, each of which looks at one side of a plan.

#include <sstream>

#include "tests/domain/scheduling/facts.hpp"

namespace commonweal::scheduling::testing {

/// A sentence of texts and numbers.
template <class... Part>
std::string sentence(const Part&... parts) {
    std::ostringstream text;
    text.precision(12);
    (text << ... << parts);
    return text.str();
}

std::string list_of(const std::vector<Day>& days);
/// As the document has it: "same_trust"
std::string name_of_rule(Blocking rule);

/// A review of the plan that could be read: schools and people are those of the problem.
struct Read {
    const PlannedReview* planned = nullptr;
    Arranged arranged;
    std::string name;  ///< "the review of 100 by 200 on 2026-03-09"
};

/// A plan that is being checked, and what was found.
struct Checked {
    const Facts& facts;
    const Plan& plan;
    std::vector<Read> reviews{};
    std::vector<std::string> faults{};

    template <class... Part>
    void fault(const Part&... parts) {
        faults.push_back(sentence(parts...));
    }
    /// Faulted where the two are not the same.
    template <class T, class U>
    void same(const std::string& what, const T& expected, const U& found) {
        if (!(expected == found)) fault(what, ": expected ", expected, ", found ", found);
    }
    void near(const std::string& what, double expected, double found);

    std::vector<Arranged> arranged() const;
    std::uint64_t gives(std::size_t school) const;
    std::uint64_t receives(std::size_t school) const;
    bool reviewed_by(std::size_t host, std::size_t giver) const;
};

/// Fills `reviews`. False where a review names what the problem does not have, so that the rest
/// cannot be reckoned.
bool read_reviews(Checked& checked);
void check_each(Checked& checked);      ///< days, people and schools of each review
void check_together(Checked& checked);  ///< what reviews have to do with one another
void check_mode(Checked& checked);      ///< swaps, return reviews, threes
void check_locks(Checked& checked);
void check_costs(Checked& checked);    ///< of each review, and the sums
void check_account(Checked& checked);  ///< counts and ledger
void check_unplaced(Checked& checked);
void check_next_best(Checked& checked);
void check_alternates(Checked& checked);

}  // namespace commonweal::scheduling::testing
