// What a review keeps or breaks by itself: its days, its people, its schools.

#include <algorithm>

#include "domain/core/among.hpp"
#include "tests/domain/scheduling/checks.hpp"
#include "tests/domain/scheduling/rules.hpp"

namespace commonweal::scheduling::testing {
namespace {

using review::TeamRole;

void check_days(Checked& checked, const Read& review) {
    const auto& facts = checked.facts;
    const auto& days = review.planned->days;
    if (!among(facts.windows, days))
        checked.fault(review.name, ": expected ", facts.problem.round.review_days,
                      " working days of the round in a row, found ", list_of(days));
    if (!facts.open(review.arranged.host, days))
        checked.fault(review.name, ": the host is closed on one of its days, ", list_of(days));
    for (const auto giver : review.arranged.givers)
        if (!facts.open(giver, days))
            checked.fault(review.name, ": ", facts.school(giver).urn,
                          " is closed on one of its days, ", list_of(days));
}

/// None where the person may have the role; otherwise why not.
std::optional<std::string> wrong_role(const Facts& facts, std::size_t person, TeamRole role,
                                      Day last) {
    const auto until = facts.person(person).trained_until;
    if (!facts.may_join(person, last)) return "training ran out on " + to_text(*until);
    if (role == TeamRole::lead && !facts.may_lead(person, last)) return "may not lead";
    if (role == TeamRole::reviewer && !until) return "is in training, found as reviewer";
    if (role == TeamRole::training && until) return "is trained, found as in training";
    return std::nullopt;
}

void check_member(Checked& checked, const Read& review, const TeamMember& member) {
    const auto& facts = checked.facts;
    const auto person = *facts.find_person(member.reviewer);
    const auto last = review.arranged.days.back();
    if (const auto wrong = wrong_role(facts, person, member.role, last))
        checked.fault(review.name, ": ", member.reviewer, " ", *wrong);
    if (facts.away(person, review.arranged.days))
        checked.fault(review.name, ": ", member.reviewer, " is away on one of its days, ",
                      list_of(review.arranged.days));
    if (facts.in_conflict(person, review.arranged.host))
        checked.fault(review.name, ": ", member.reviewer, " has a conflict with the host");
}

void check_team(Checked& checked, const Read& review) {
    const auto& team = review.planned->team;
    for (const auto& member : team) check_member(checked, review, member);
    checked.same(review.name + ": people on the team",
                 std::size_t{checked.facts.problem.round.team_size}, team.size());
    checked.same(review.name + ": leads", 1,
                 std::ranges::count(team, TeamRole::lead, &TeamMember::role));
}

bool team_from_is_contradiction(const Plan& plan) {
    return among(plan.contradictions, "/round/team_from", &Contradiction::at);
}

void check_schools(Checked& checked, const Read& review) {
    const auto& facts = checked.facts;
    const auto& [host, givers, people, days] = review.arranged;
    if (among(givers, host)) checked.fault(review.name, ": a school reviews itself");
    const auto wrong = wrong_schools(facts, people, givers.size());
    if (wrong && !team_from_is_contradiction(checked.plan))
        checked.fault(review.name, ": ", *wrong);
    for (const auto giver : givers)
        for (const auto rule : barred(facts, giver, host))
            checked.fault(review.name, ": ", facts.school(giver).urn, " is barred by ",
                          name_of_rule(rule));
}

}  // namespace

void check_each(Checked& checked) {
    for (const auto& review : checked.reviews) {
        check_days(checked, review);
        check_team(checked, review);
        check_schools(checked, review);
    }
}

}  // namespace commonweal::scheduling::testing
