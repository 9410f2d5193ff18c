// Costs, counts and the ledger: what the plan says of itself.

#include <algorithm>
#include <cmath>

#include "tests/domain/scheduling/checks.hpp"
#include "tests/domain/scheduling/costs.hpp"
#include "tests/domain/scheduling/given_review.hpp"

namespace commonweal::scheduling::testing {
namespace {

constexpr double gap_is_none = 1e-9;
constexpr double bound_slack = 1e-6;

void check_parts(Checked& checked, const Read& review, const Parts& expected) {
    const auto& found = review.planned->cost.parts;
    const auto same = [&](const char* part, std::int64_t Parts::* at) {
        checked.same(review.name + ": its " + part, expected.*at, found.*at);
    };
    same("travel", &Parts::travel);
    same("phase", &Parts::phase);
    same("balance", &Parts::balance);
    same("expertise", &Parts::expertise);
    same("novelty", &Parts::novelty);
    same("spread", &Parts::spread);
    same("stability", &Parts::stability);
    checked.near(review.name + ": its total", total(checked.facts.weights, expected),
                 review.planned->cost.total);
}

void check_bounds(Checked& checked) {
    const auto& plan = checked.plan;
    if (!(plan.lower_bound <= plan.objective + bound_slack))
        checked.fault("lower_bound: expected at most the objective ", plan.objective, ", found ",
                      plan.lower_bound);
    const auto gap = (plan.objective - plan.lower_bound) / std::max(1.0, std::abs(plan.objective));
    checked.near("gap", gap, plan.gap);
    if (plan.placed > plan.placed_bound)
        checked.fault("placed: expected at most placed_bound ", plan.placed_bound, ", found ",
                      plan.placed);
    const bool best = plan.placed == plan.placed_bound;
    if (plan.optimal && (!best || std::abs(plan.gap) > gap_is_none))
        checked.fault(
            "optimal: expected only where placed is placed_bound and the gap is 0, found ",
            plan.placed, " of ", plan.placed_bound, " and a gap of ", plan.gap);
    if (!plan.optimal && best && plan.gap == 0)
        checked.fault("optimal: expected true, for placed is placed_bound and the gap is 0");
}

void check_ledger(Checked& checked, std::size_t number) {
    const auto& facts = checked.facts;
    const auto& line = checked.plan.ledger[number];
    const auto& urn = facts.school(number).urn;
    const auto gave = facts.gave[number] + static_cast<std::int64_t>(checked.gives(number));
    const auto got = facts.received[number] + static_cast<std::int64_t>(checked.receives(number));
    checked.same(sentence("ledger line ", number, ": its school"), urn, line.school);
    checked.same("ledger of " + urn + ": gave", gave, line.gave);
    checked.same("ledger of " + urn + ": received", got, line.received);
    checked.same("ledger of " + urn + ": balance", gave - got, line.balance);
}

std::int64_t changed(const Checked& checked) {
    return std::ranges::count_if(checked.facts.problem.previous, [&](const GivenReview& before) {
        return std::ranges::none_of(checked.reviews, [&](const Read& review) {
            return same_review(checked.facts, review.arranged, before);
        });
    });
}

}  // namespace

void check_costs(Checked& checked) {
    const auto parts = parts_of(checked.facts, checked.arranged());
    double objective = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        check_parts(checked, checked.reviews[i], parts[i]);
        objective += total(checked.facts.weights, parts[i]);
    }
    checked.near("objective", objective, checked.plan.objective);
    check_bounds(checked);
}

void check_account(Checked& checked) {
    const auto& plan = checked.plan;
    checked.same("wanted", checked.facts.wanted(), plan.wanted);
    checked.same("placed", checked.reviews.size(), plan.placed);
    checked.same("changed", static_cast<std::uint64_t>(changed(checked)), plan.changed);
    checked.same("ledger lines", checked.facts.schools(), plan.ledger.size());
    const auto lines = std::min(plan.ledger.size(), checked.facts.schools());
    for (std::size_t number = 0; number < lines; ++number) check_ledger(checked, number);
}

}  // namespace commonweal::scheduling::testing
