// Somebody whose school became another one.

#include <algorithm>

#include "domain/core/among.hpp"
#include "domain/person/person.hpp"

namespace commonweal::person {
namespace {

/// A role that ends on a day already ends on that day there.
void follow(std::vector<Fact>& facts, const Person& person, const HeldRole& held,
            const FollowSchool& command) {
    const Role there{held.role.role, to_text(command.to)};
    const Day on = std::max(command.on, held.from);
    if (!held.ended_on) facts.emplace_back(RoleEnded{person.id, held.role, on});
    const bool held_there = std::ranges::any_of(person.roles, [&](const auto& other) {
        return other.role == there && (!other.ended_on || on < *other.ended_on);
    });
    if (held_there) return;
    facts.emplace_back(RoleGiven{person.id, there, on});
    if (held.ended_on) facts.emplace_back(RoleEnded{person.id, there, *held.ended_on});
}

void follow(std::vector<Fact>& facts, const Person& person, const Deputising& deputising,
            const FollowSchool& command) {
    const Role there{deputising.role.role, to_text(command.to)};
    facts.emplace_back(DeputyReleased{person.id, deputising.acts_for, deputising.role});
    facts.emplace_back(DeputyNamed{person.id, deputising.acts_for, there, deputising.scopes,
                                   std::max(command.on, deputising.from), deputising.until});
}

}  // namespace

Decision<std::vector<Fact>> decide(const Person& person, const FollowSchool& command) {
    if (!person.known()) return refuse(Rule::person_unknown, to_text(person.id));
    const auto place = to_text(command.from);
    std::vector<Fact> facts;
    for (const auto& held : person.roles)
        if (held.role.place == place && (!held.ended_on || command.on < *held.ended_on))
            follow(facts, person, held, command);
    for (const auto& deputising : person.deputising)
        if (deputising.role.place == place && deputising.until >= command.on &&
            among(command.together, deputising.acts_for))
            follow(facts, person, deputising, command);
    if (facts.empty()) return refuse(Rule::role_not_held, place);
    return facts;
}

}  // namespace commonweal::person
