// What could not be placed, and what the plan says of why.

#include <algorithm>
#include <set>

#include "domain/core/among.hpp"
#include "tests/domain/scheduling/checks.hpp"
#include "tests/domain/scheduling/rules.hpp"

namespace commonweal::scheduling::testing {
namespace {

using Missing = std::map<std::pair<std::string, Wants>, std::uint64_t>;

std::string told(const std::pair<std::string, Wants>& of) {
    return "unplaced reviews that " + of.first + " wants to " +
           boost::describe::enum_to_string(of.second, "?");
}

Missing missing(const Checked& checked) {
    Missing all;
    const auto add = [&](const School& school, Wants wants, std::uint64_t most,
                         std::uint64_t count) {
        if (count < most) all[{school.urn, wants}] = most - count;
    };
    for (std::size_t number = 0; number < checked.facts.schools(); ++number) {
        const auto& school = checked.facts.school(number);
        add(school, Wants::receive, school.receive, checked.receives(number));
        add(school, Wants::give, school.give, checked.gives(number));
    }
    return all;
}

/// How many of the other schools are barred by each rule before people and days are looked at.
std::map<Blocking, std::uint64_t> barred_by(const Facts& facts, std::size_t school, Wants wants) {
    std::map<Blocking, std::uint64_t> counts;
    for (std::size_t other = 0; other < facts.schools(); ++other) {
        if (other == school) continue;
        const auto rules =
            wants == Wants::receive ? barred(facts, other, school) : barred(facts, school, other);
        if (!rules.empty()) ++counts[rules.front()];
    }
    return counts;
}

std::uint64_t count_of(const Unplaced& unplaced, Blocking rule) {
    const auto at = std::ranges::find(unplaced.blocked, rule, &BlockedCount::rule);
    return at == unplaced.blocked.end() ? 0 : at->count;
}

bool any_conflict(const Facts& facts) {
    return std::ranges::any_of(facts.problem.reviewers,
                               [](const auto& person) { return !person.conflicts.empty(); });
}

/// Conflicts come second among the rules, so that where there are any they may hide later ones.
void check_rules(Checked& checked, const Unplaced& unplaced, const std::string& name) {
    const auto school = checked.facts.find_school(unplaced.school);
    if (!school) return;
    auto counts = barred_by(checked.facts, *school, unplaced.wants);
    const bool conflicts = any_conflict(checked.facts);
    for (const auto rule : {Blocking::same_trust, Blocking::no_repeat, Blocking::phase,
                            Blocking::place_not_known, Blocking::travel_cap}) {
        const auto found = count_of(unplaced, rule);
        if (conflicts && rule != Blocking::same_trust && found < counts[rule]) continue;
        checked.same(name + ": schools blocked by " + name_of_rule(rule), counts[rule], found);
    }
}

void check_relax(Checked& checked, const Unplaced& unplaced, const std::string& name) {
    if (!unplaced.relax) return;
    const auto& with = unplaced.relax->with;
    if (!checked.facts.find_school(with) || with == unplaced.school)
        checked.fault(name, ": expected another school of the round to relax rules with, found ",
                      with);
}

void check_entry(Checked& checked, const Unplaced& unplaced, const std::string& name) {
    std::uint64_t sum = 0;
    std::set<Blocking> rules;
    for (const auto& blocked : unplaced.blocked) {
        sum += blocked.count;
        if (!rules.insert(blocked.rule).second)
            checked.fault(name, ": ", name_of_rule(blocked.rule), " is counted twice");
    }
    checked.same(name + ": other schools that are counted", checked.facts.schools() - 1, sum);
    check_rules(checked, unplaced, name);
    check_relax(checked, unplaced, name);
}

}  // namespace

void check_unplaced(Checked& checked) {
    auto left = missing(checked);
    std::set<std::pair<std::string, Wants>> seen;
    for (const auto& unplaced : checked.plan.unplaced) {
        const std::pair of{unplaced.school, unplaced.wants};
        const auto name = told(of);
        const auto at = left.find(of);
        if (!seen.insert(of).second) {
            checked.fault(name, ": found more than once");
        } else if (at == left.end()) {
            checked.fault(name, ": expected none, found ", unplaced.reviews);
        } else {
            checked.same(name, at->second, unplaced.reviews);
            left.erase(at);
        }
        check_entry(checked, unplaced, name);
    }
    for (const auto& [of, reviews] : left)
        checked.fault(told(of), ": expected ", reviews, ", found none");
}

}  // namespace commonweal::scheduling::testing
