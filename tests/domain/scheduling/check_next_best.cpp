// The school that could review a host instead: that it may, and that none is cheaper.

#include <algorithm>
#include <cmath>

#include "domain/core/among.hpp"
#include "tests/domain/scheduling/checks.hpp"
#include "tests/domain/scheduling/costs.hpp"
#include "tests/domain/scheduling/rules.hpp"

namespace commonweal::scheduling::testing {
namespace {

constexpr double difference_max = 1e-6;

/// No reading of the document keeps this school from standing in.
bool surely_stands_in(const Checked& checked, std::size_t host, std::size_t other) {
    const auto& round = checked.facts.problem.round;
    const bool swap = round.mode == Mode::rotation && round.swaps == Swaps::forbidden &&
                      checked.reviewed_by(other, host);
    return !swap && !checked.reviewed_by(host, other) &&
           may_review(checked.facts, other, host).surely;
}

/// The cheapest of those that surely may, cheaper than `below`; any, where that is none.
std::optional<std::size_t> cheaper(const Checked& checked, std::size_t host,
                                   std::optional<double> below) {
    std::optional<std::size_t> best;
    for (std::size_t other = 0; other < checked.facts.schools(); ++other) {
        if (other == host) continue;
        const auto cost = pairing_cost(checked.facts, other, host);
        if (below && cost >= *below) continue;
        if (!surely_stands_in(checked, host, other)) continue;
        best = other;
        below = cost;
    }
    return best;
}

/// With a team from several schools, it may stand in for any of them.
bool is_dearer_by(const Facts& facts, const Arranged& review, double cost, double dearer) {
    return std::ranges::any_of(review.givers, [&](auto giver) {
        const auto expected = cost - pairing_cost(facts, giver, review.host);
        return std::abs(expected - dearer) <= difference_max * std::max(1.0, std::abs(expected));
    });
}

void check_school(Checked& checked, const Read& review, std::size_t school) {
    const auto host = review.arranged.host;
    const auto& urn = checked.facts.school(school).urn;
    if (checked.reviewed_by(host, school))
        checked.fault(review.name, ": expected a next_best that does not review the host, found ",
                      urn);
    if (!may_review(checked.facts, school, host).possibly)
        checked.fault(review.name, ": expected a next_best that may review the host, found ", urn);
    const auto cost = pairing_cost(checked.facts, school, host);
    if (const auto best = cheaper(checked, host, cost - difference_max))
        checked.fault(review.name, ": expected ", checked.facts.school(*best).urn,
                      " as next_best, at ", pairing_cost(checked.facts, *best, host), ", found ",
                      urn, ", at ", cost);
}

void check_numbers(Checked& checked, const Read& review, std::size_t school) {
    const auto& facts = checked.facts;
    const auto& next = *review.planned->next_best;
    const auto& [host, givers, people, days] = review.arranged;
    const auto cost = pairing_cost(facts, school, host);
    if (!is_dearer_by(facts, review.arranged, cost, next.dearer))
        checked.fault(review.name, ": its next_best: expected dearer by ",
                      cost - pairing_cost(facts, givers.front(), host), ", found ", next.dearer);
    const bool free = checked.gives(school) < facts.school(school).give;
    checked.same(review.name + ": whether its next_best is free", free, next.free);
}

void check_review(Checked& checked, const Read& review) {
    const auto& next = review.planned->next_best;
    if (!next) {
        if (const auto best = cheaper(checked, review.arranged.host, std::nullopt))
            checked.fault(review.name, ": expected ", checked.facts.school(*best).urn,
                          " as next_best, found none");
        return;
    }
    const auto school = checked.facts.find_school(next->school);
    if (!school || *school == review.arranged.host) {
        checked.fault(review.name, ": expected another school of the round as next_best, found ",
                      next->school);
        return;
    }
    check_school(checked, review, *school);
    check_numbers(checked, review, *school);
}

}  // namespace

void check_next_best(Checked& checked) {
    for (const auto& review : checked.reviews) check_review(checked, review);
}

}  // namespace commonweal::scheduling::testing
