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

Decision<Fact> decide(const Person& person, const Person& principal, const NameDeputy& command,
                      const Asked& asked) {
    if (!person.known() || !principal.known()) return refuse(Rule::person_unknown);
    if (person.id == principal.id) return refuse(Rule::deputy_malformed, "themselves");
    const Day from = command.from.value_or(asked.day());
    const auto kind = command.role.role;
    if (kind != RoleKind::lead && kind != RoleKind::head)
        return refuse(Rule::deputy_malformed, "a role of a school");
    if (!principal.holds(command.role, from))
        return refuse(Rule::role_not_held, command.role.place);
    if (command.scopes.empty()) return refuse(Rule::text_missing, "scopes");
    if (command.until < from || command.until > from + deputy_for_max)
        return refuse(Rule::deputy_malformed, to_text(command.until));
    const auto others = std::ranges::count_if(person.deputising, [&](const auto& other) {
        const bool same = other.acts_for == command.acts_for && other.role == command.role;
        return !same && other.until >= asked.day();
    });
    if (static_cast<std::size_t>(others) >= deputising_max)
        return refuse(Rule::too_many_rows, std::to_string(deputising_max));
    auto scopes = command.scopes;
    std::ranges::sort(scopes);
    const auto twice = std::ranges::unique(scopes);
    scopes.erase(twice.begin(), twice.end());
    return DeputyNamed{person.id, command.acts_for, command.role, std::move(scopes),
                       from,      command.until};
}

Decision<Fact> decide(const Person& person, const ReleaseDeputy& command, const Asked&) {
    if (!person.known()) return refuse(Rule::person_unknown);
    const bool deputy = std::ranges::any_of(person.deputising, [&](const auto& d) {
        return d.acts_for == command.acts_for && d.role == command.role;
    });
    if (!deputy) return refuse(Rule::role_not_held, command.role.place);
    return DeputyReleased{person.id, command.acts_for, command.role};
}

Decision<HandedOver> decide(const Person& person, const Person& to, const HandOver& command,
                            const Asked& asked) {
    if (!to.known()) return refuse(Rule::person_unknown, to_text(command.to));
    if (person.id == to.id) return refuse(Rule::same_again, command.role.place);
    const Day on = command.on.value_or(asked.day());
    if (!person.holds(command.role, on))
        return refuse(Rule::role_not_held, command.role.place);  // not yet, or not any more
    auto ended = decide(person, EndRole{command.role, on}, asked);
    if (!ended) return std::unexpected(ended.error());
    auto given = decide(to, true, GiveRole{command.role, on}, asked);
    if (!given) return std::unexpected(given.error());
    return HandedOver{*std::move(ended), *std::move(given)};
}

namespace {

/// Ends that somebody acts for another one, within these days.
void release(Person& person, PersonId acts_for, const Role& role, Day from, Day until) {
    std::erase_if(person.deputising, [&](const auto& other) {
        return other.acts_for == acts_for && other.role == role && other.from <= until &&
               from <= other.until;
    });
}

}  // namespace

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
                   [&](const RoleCorrected& f) { evolve(person, f); },
                   [&](const DetailsCorrected& f) {
                       person.name = f.name;
                       person.email = f.email;
                   },
                   [&](const Erased&) { person.erased = true; },
                   [&](const DeputyNamed& f) {
                       release(person, f.acts_for, f.role, f.from, f.until);
                       person.deputising.push_back({f.acts_for, f.role, f.scopes, f.from, f.until});
                   },
                   [&](const DeputyReleased& f) {
                       release(person, f.acts_for, f.role, Day::min(), Day::max());
                   },
               },
               fact);
}

void evolve(Address& address, const AddressFact& fact) {
    if (const auto* taken = std::get_if<AddressTaken>(&fact))
        address.owner = taken->person;
    else
        address.owner.reset();
}

}  // namespace person
}  // namespace commonweal
