// From when until when somebody had a role, where that was entered wrongly.

#include <algorithm>
#include <ranges>

#include "domain/person/person.hpp"

namespace commonweal {

const HeldRole* Person::written(const person::Role& role, Day from) const {
    const auto found = std::ranges::find_if(roles | std::views::reverse, [&](const auto& held) {
        return held.role == role && held.from == from;
    });
    return found == roles.rend() ? nullptr : &*found;
}

namespace person {
namespace {

bool overlap(const HeldRole& one, const HeldRole& other) {
    const auto ends_before = [](const HeldRole& first, const HeldRole& second) {
        return first.ended_on && *first.ended_on <= second.from;
    };
    return !ends_before(one, other) && !ends_before(other, one);
}

}  // namespace

Decision<Fact> decide(const Person& person, const CorrectRole& command, const Asked&) {
    if (!person.known()) return refuse(Rule::person_unknown);
    const auto* before = person.written(command.role, command.given);
    if (before == nullptr)
        return refuse(Rule::nothing_to_correct, "role from " + to_text(command.given));
    const HeldRole anew{command.role, command.from, command.ended_on};
    if (anew.ended_on && *anew.ended_on < anew.from)
        return refuse(Rule::days_not_in_order, to_text(*anew.ended_on));
    const bool same = before->from == anew.from && before->ended_on == anew.ended_on;
    if (same && !anew.never_held())  // given and ended on one day, it is taken out
        return refuse(Rule::same_again, to_text(anew.from));
    for (const auto& other : person.roles)
        if (&other != before && other.role == anew.role && overlap(other, anew))
            return refuse(Rule::role_held_already, anew.role.place);
    return RoleCorrected{person.id, anew.role, command.given, anew.from, anew.ended_on};
}

/// Of a role that they never had nothing is left.
void evolve(Person& person, const RoleCorrected& fact) {
    const auto* before = person.written(fact.role, fact.given);
    if (before == nullptr) return;
    const auto held = person.roles.begin() + (before - person.roles.data());
    *held = {fact.role, fact.from, fact.ended_on};
    if (held->never_held()) person.roles.erase(held);
}

}  // namespace person
}  // namespace commonweal
