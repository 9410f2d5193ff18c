#include "domain/person/person.hpp"

#include <algorithm>

#include "domain/core/overloaded.hpp"

namespace commonweal {

bool Person::holds(const person::Role& role, Day day) const {
    return std::ranges::any_of(
        roles, [&](const auto& held) { return held.role == role && held.holds_on(day); });
}

bool Person::works_at(SchoolId school, Day day) const {
    const auto place = to_text(school);
    return holds({person::RoleKind::lead, place}, day) ||
           holds({person::RoleKind::head, place}, day);
}

std::vector<person::Role> Person::roles_on(Day day) const {
    std::vector<person::Role> held_then;
    for (const auto& held : roles)
        if (held.holds_on(day)) held_then.push_back(held.role);
    return held_then;
}

namespace person {

Decision<AddedFacts> decide(const Person& person, const Address& address, PersonId id,
                            const Add& command) {
    if (person.known()) return refuse(Rule::already_exists, to_text(id));
    if (command.name.empty()) return refuse(Rule::text_missing, "name");
    if (command.name.too_long()) return refuse(Rule::text_too_long, "name");
    if (command.email.empty()) return refuse(Rule::text_missing, "email");
    if (command.email.too_long()) return refuse(Rule::text_too_long, "email");
    if (address.owner) return refuse(Rule::address_taken);
    return AddedFacts{Added{id, command.name, command.email}, AddressTaken{id}};
}

Decision<Fact> decide(const Person& person, bool place_known, const GiveRole& command,
                      const Asked& asked) {
    if (!person.known()) return refuse(Rule::person_unknown);
    if (!place_known) return refuse(Rule::place_unknown, command.role.place);
    const Day from = command.from.value_or(asked.day());
    const bool overlaps = std::ranges::any_of(person.roles, [&](const auto& held) {
        return held.role == command.role && (!held.ended_on || from < *held.ended_on);
    });
    if (overlaps) return refuse(Rule::role_held_already, command.role.place);
    return RoleGiven{person.id, command.role, from};
}

Decision<Fact> decide(const Person& person, const EndRole& command, const Asked& asked) {
    if (!person.known()) return refuse(Rule::person_unknown);
    const bool open = std::ranges::any_of(person.roles, [&](const auto& held) {
        return held.role == command.role && !held.ended_on;
    });
    if (!open) return refuse(Rule::role_not_held, command.role.place);
    return RoleEnded{person.id, command.role, command.on.value_or(asked.day())};
}

void evolve(Person& person, const Fact& fact) {
    std::visit(Overloaded{
                   [&](const Added& f) {
                       person.id = f.person;
                       person.added = true;
                       person.name = f.name;
                       person.email = f.email;
                   },
                   [&](const RoleGiven& f) { person.roles.push_back({f.role, f.from, {}}); },
                   [&](const RoleEnded& f) {
                       for (auto& held : person.roles)
                           if (held.role == f.role && !held.ended_on) held.ended_on = f.on;
                   },
               },
               fact);
}

void evolve(Address& address, const AddressFact& fact) {
    address.owner = std::get<AddressTaken>(fact).person;
}

}  // namespace person
}  // namespace commonweal
