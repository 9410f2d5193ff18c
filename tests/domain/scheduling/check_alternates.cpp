// People who could step in: that they could, and that somebody is named where anybody surely could.

#include <algorithm>
#include <set>

#include "domain/core/among.hpp"
#include "domain/core/sorted.hpp"
#include "tests/domain/scheduling/checks.hpp"
#include "tests/domain/scheduling/rules.hpp"

namespace commonweal::scheduling::testing {
namespace {

using Numbers = std::vector<std::size_t>;

/// None where the person is free for this review; otherwise why not.
std::optional<std::string> not_free(const Checked& checked, const Read& review,
                                    std::size_t person) {
    const auto& facts = checked.facts;
    const auto& [host, givers, people, days] = review.arranged;
    if (among(people, person)) return "is on the team";
    if (!facts.school_of[person] || !among(givers, *facts.school_of[person]))
        return "is of no reviewing school";
    if (facts.away(person, days)) return "is away on one of its days";
    if (!facts.may_join(person, days.back())) return "has training that ran out";
    if (facts.in_conflict(person, host)) return "has a conflict with the host";
    std::uint32_t reviews = 0;
    for (const auto& other : checked.reviews) {
        if (!among(other.arranged.people, person)) continue;
        ++reviews;
        if (std::ranges::any_of(days, [&](Day day) { return among(other.arranged.days, day); }))
            return "is on another review on one of its days";
    }
    const auto capacity = facts.person(person).capacity;
    if (capacity && reviews >= *capacity) return "has no capacity left";
    return std::nullopt;
}

/// For somebody of the same school: the team without one of its people and with this one keeps the
/// same schools, and has somebody who may lead. Strictly: whoever stands in for the lead may lead.
bool could_replace(const Facts& facts, const Read& review, std::size_t person,
                   const TeamMember& member, bool strictly) {
    if (member.school != facts.school(*facts.school_of[person]).urn) return false;
    auto people = review.arranged.people;
    erase(people, *facts.find_person(member.reviewer));
    insert(people, person);
    Numbers givers;
    for (const auto each : people) insert(givers, *facts.school_of[each]);
    const auto last = review.arranged.days.back();
    const bool led =
        std::ranges::any_of(people, [&](auto each) { return facts.may_lead(each, last); });
    return givers == review.arranged.givers && led &&
           (!strictly || member.role != review::TeamRole::lead || facts.may_lead(person, last));
}

bool could_step_in(const Facts& facts, const Read& review, std::size_t person, bool strictly) {
    return std::ranges::any_of(review.planned->team, [&](const TeamMember& member) {
        return could_replace(facts, review, person, member, strictly);
    });
}

void check_alternate(Checked& checked, const Read& review, const std::string& id) {
    const auto person = checked.facts.find_person(id);
    if (!person) {
        checked.fault(review.name, ": expected an alternate of the reviewing schools, found ", id);
        return;
    }
    if (const auto why = not_free(checked, review, *person))
        checked.fault(review.name, ": alternate ", id, " ", *why);
    else if (!could_step_in(checked.facts, review, *person, false))
        checked.fault(review.name, ": alternate ", id, " can stand in for nobody of the team");
}

/// Whether all who could are to be named is left open; that nobody is, is wrong.
void check_none_named(Checked& checked, const Read& review) {
    for (const auto giver : review.arranged.givers)
        for (const auto person : checked.facts.staff[giver])
            if (!not_free(checked, review, person) &&
                could_step_in(checked.facts, review, person, true)) {
                checked.fault(review.name, ": expected alternates, such as ",
                              checked.facts.person(person).id, ", found none");
                return;
            }
}

}  // namespace

void check_alternates(Checked& checked) {
    for (const auto& review : checked.reviews) {
        const auto& alternates = review.planned->alternates;
        for (const auto& id : alternates) check_alternate(checked, review, id);
        if (std::set(alternates.begin(), alternates.end()).size() != alternates.size())
            checked.fault(review.name, ": an alternate is named twice");
        if (alternates.empty()) check_none_named(checked, review);
    }
}

}  // namespace commonweal::scheduling::testing
