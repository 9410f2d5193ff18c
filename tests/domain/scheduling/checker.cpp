#include "tests/domain/scheduling/checker.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "domain/core/among.hpp"
#include "domain/core/sorted.hpp"
#include "tests/domain/scheduling/checks.hpp"

namespace commonweal::scheduling::testing {
namespace {

constexpr double difference_max = 1e-6;

std::string name_of(const PlannedReview& review) {
    std::string by;
    for (const auto& member : review.team) {
        if (by.find(member.school) != std::string::npos) continue;
        by += (by.empty() ? "" : " and ") + member.school;
    }
    const auto on = review.days.empty() ? "no day" : to_text(review.days.front());
    return "the review of " + review.host + " by " + (by.empty() ? "nobody" : by) + " on " + on;
}

/// False where the person, or the person's school, is not known.
bool read_member(Checked& checked, const TeamMember& member, Read& review) {
    const auto& facts = checked.facts;
    const auto person = facts.find_person(member.reviewer);
    if (!person || !facts.school_of[*person]) {
        checked.fault(review.name, ": nobody of the round's schools is ", member.reviewer);
        return false;
    }
    if (among(review.arranged.people, *person))
        checked.fault(review.name, ": ", member.reviewer, " is twice on the team");
    checked.same(review.name + ": the school of " + member.reviewer, facts.person(*person).school,
                 member.school);
    insert(review.arranged.people, *person);
    insert(review.arranged.givers, *facts.school_of[*person]);
    return true;
}

bool read_review(Checked& checked, const PlannedReview& planned) {
    Read review{&planned, {}, name_of(planned)};
    const auto host = checked.facts.find_school(planned.host);
    if (!host) checked.fault(review.name, ": no school of the round is ", planned.host);
    if (planned.team.empty()) checked.fault(review.name, ": it has no team");
    if (planned.days.empty()) checked.fault(review.name, ": it has no days");
    bool known = host && !planned.team.empty() && !planned.days.empty();
    for (const auto& member : planned.team) known = read_member(checked, member, review) && known;
    if (!known) return false;
    review.arranged.host = *host;
    for (const auto day : planned.days) insert(review.arranged.days, day);
    checked.reviews.push_back(std::move(review));
    return true;
}

}  // namespace

std::string list_of(const std::vector<Day>& days) {
    std::string text;
    for (const auto day : days) text += (text.empty() ? "" : ", ") + to_text(day);
    return text.empty() ? "none" : text;
}

std::string name_of_rule(Blocking rule) {
    return boost::describe::enum_to_string(rule, "no known rule");
}

void Checked::near(const std::string& what, double expected, double found) {
    // Written so that a number that is none is not near.
    if (!(std::abs(expected - found) <= difference_max * std::max(1.0, std::abs(expected))))
        fault(what, ": expected ", expected, ", found ", found);
}

std::vector<Arranged> Checked::arranged() const {
    std::vector<Arranged> all;
    for (const auto& review : reviews) all.push_back(review.arranged);
    return all;
}

std::uint64_t Checked::gives(std::size_t school) const {
    return static_cast<std::uint64_t>(std::ranges::count_if(
        reviews, [&](const Read& review) { return among(review.arranged.givers, school); }));
}

std::uint64_t Checked::receives(std::size_t school) const {
    return static_cast<std::uint64_t>(std::ranges::count_if(
        reviews, [&](const Read& review) { return review.arranged.host == school; }));
}

bool Checked::reviewed_by(std::size_t host, std::size_t giver) const {
    return std::ranges::any_of(reviews, [&](const Read& review) {
        return review.arranged.host == host && among(review.arranged.givers, giver);
    });
}

bool read_reviews(Checked& checked) {
    bool whole = true;
    for (const auto& review : checked.plan.reviews) whole = read_review(checked, review) && whole;
    return whole;
}

std::vector<std::string> faults(const Problem& problem, const Plan& plan) {
    const Facts facts(problem);
    Checked checked{facts, plan};
    std::vector checks{check_each, check_together, check_mode, check_locks};
    // Where a review is missing, sums say nothing.
    if (read_reviews(checked))
        checks.insert(checks.end(), {check_costs, check_account, check_unplaced, check_next_best,
                                     check_alternates});
    for (const auto check : checks)
        if (checked.faults.size() < faults_max) check(checked);
    if (checked.faults.size() > faults_max) checked.faults.resize(faults_max);
    return checked.faults;
}

}  // namespace commonweal::scheduling::testing
