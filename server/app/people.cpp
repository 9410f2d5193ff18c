#include <algorithm>

#include "server/app/commands.hpp"

namespace commonweal::app {
namespace {

using access::Action;
using person::RoleKind;

/// A head adds whoever takes up a post of the school or acts for them, a coordinator whoever does
/// so at a school of theirs; what these may do then is asked role by role.
bool may_add(const access::Actor& actor) {
    auto who = access::relations(actor);
    if (actor.has(RoleKind::head)) who |= access::Relation::head_of_school;
    if (actor.has(RoleKind::coordinator)) who |= access::Relation::coordinator;
    return access::may(who, Action::add_person);
}

/// Lead or head of a school.
bool is_post(const person::Role& role) {
    return role.role == RoleKind::lead || role.role == RoleKind::head;
}

/// Whether an event said what a correction of a role's days says anew: when it ended, where only
/// that was wrong, or else when it began.
bool wrong(const AnyFact& said, const Person& person, const person::CorrectRole& command) {
    if (const auto* ended = std::get_if<person::RoleEnded>(&said))
        return ended->role == command.role && command.from == command.given &&
               ended->on == person.written(command.role, command.given)->ended_on;
    if (const auto* given = std::get_if<person::RoleGiven>(&said))
        return given->role == command.role && given->from == command.given;
    const auto* corrected = std::get_if<person::RoleCorrected>(&said);
    return corrected != nullptr && corrected->role == command.role &&
           corrected->from == command.given;
}

/// The actor is one of two people, or may act for either.
bool may_either(const Transaction& t, Action action, PersonId one, PersonId other) {
    return t.may(access::relations(t.actor(), one), action) ||
           t.may(access::relations(t.actor(), other), action);
}

}  // namespace

bool may_give(Transaction& t, Action action, const person::Role& role, PersonId holder) {
    if (!is_post(role)) return t.may(access::relations(t.actor()), action);
    const auto school = parse_school(role.place);
    const auto state = school ? t.load<School>(*school).state : std::make_shared<const School>();
    return t.may(access::relations_to_post(t.actor(), role, *state, holder), action);
}

/// Somebody is invited by whoever may give them every role that they hold or will hold, and for
/// whom alone they act: a link is the right to choose a password, and so all that comes with it.
/// Before the first role, that is whoever added them: the others know nothing of what they are to
/// become.
bool may_invite(App& app, const access::Actor& actor, PersonId person) {
    if (actor.has(RoleKind::administrator)) return true;
    const auto invited = app.load<Person>(person);
    const auto today = london_day(app.believed_now());
    bool anything =
        invited->roles.empty() && may_add(actor) && app.begun_by(stream_of(person)) == actor.id;
    for (const auto& [role, from, ended_on] : invited->roles) {
        if (ended_on && *ended_on <= today) continue;
        if (!is_post(role)) return false;
        const auto school = parse_school(role.place);
        const auto who = access::relations_to_post(actor, role, *app.load<School>(*school), person);
        if (!access::may(who, Action::invite)) return false;
        anything = true;
    }
    for (const auto& deputising : invited->deputising) {
        if (deputising.until < today) continue;
        if (deputising.acts_for != actor.id) return false;
    }
    return anything;
}

bool place_is_known(Transaction& t, const person::Role& role) {
    switch (role.role) {
        case RoleKind::lead:
        case RoleKind::head: {
            const auto school = parse_school(role.place);
            return school && t.load<School>(*school)->known();
        }
        case RoleKind::coordinator: {
            if (const auto network = parse_id<NetworkTag>(role.place))
                return t.load<Network>(*network)->known();
            const auto cluster = parse_id<ClusterTag>(role.place);
            return cluster && t.load<Cluster>(*cluster)->known();
        }
        case RoleKind::assessor:
            return !role.place.empty();
        case RoleKind::researcher:
        case RoleKind::administrator:
            return role.place.empty();
    }
    return false;
}

Decide add_person(PersonId id, AddressHash address, person::Add command) {
    return [id, address, command = std::move(command)](Transaction& t) -> Decision<Subject> {
        if (!may_add(t.actor())) return refuse(Rule::not_allowed);
        const auto person = t.load<Person>(id);
        const auto taken = t.load<Address>(address);
        const auto facts = person::decide(*person, *taken, id, command);
        if (!facts) return std::unexpected(facts.error());
        t.put(stream_of(id), facts->added, {tag::person(id)});
        t.put(stream_of(address), facts->address, {tag::person(id)});
        return Subject{to_text(id), stream_of(id)};
    };
}

Decide add_person(PersonId id, AddressHash address, person::Add command,
                  std::vector<person::Role> roles) {
    return [id, add = add_person(id, address, std::move(command)),
            roles = std::move(roles)](Transaction& t) -> Decision<Subject> {
        auto subject = add(t);
        if (!subject) return subject;
        Person so_far;
        so_far.id = id;
        so_far.added = true;
        for (const auto& role : roles) {
            if (!may_give(t, Action::give_role, role, id)) return refuse(Rule::not_allowed);
            const auto fact =
                person::decide(so_far, place_is_known(t, role), {role, {}}, t.asked());
            if (!fact) return std::unexpected(fact.error());
            person::evolve(so_far, *fact);
            t.put(stream_of(id), *fact, {tag::person(id)});
        }
        return subject;
    };
}

Decide give_role(PersonId id, person::GiveRole command) {
    return [id, command = std::move(command)](Transaction& t) -> Decision<Subject> {
        if (!may_give(t, Action::give_role, command.role, id)) return refuse(Rule::not_allowed);
        const auto person = t.load<Person>(id);
        const auto fact =
            person::decide(*person, place_is_known(t, command.role), command, t.asked());
        if (!fact) return std::unexpected(fact.error());
        t.put(stream_of(id), *fact, {tag::person(id)});
        return Subject{to_text(id), stream_of(id)};
    };
}

Decide end_role(PersonId id, person::EndRole command) {
    return [id, command = std::move(command)](Transaction& t) -> Decision<Subject> {
        if (!may_give(t, Action::end_role, command.role, id)) return refuse(Rule::not_allowed);
        const auto person = t.load<Person>(id);
        const auto fact = person::decide(*person, command, t.asked());
        if (!fact) return std::unexpected(fact.error());
        t.put(stream_of(id), *fact, {tag::person(id)});
        return Subject{to_text(id), stream_of(id)};
    };
}

Decide correct_role(PersonId id, person::CorrectRole command) {
    return [id, command = std::move(command)](Transaction& t) -> Decision<Subject> {
        if (!may_give(t, Action::give_role, command.role, id) ||
            !may_give(t, Action::end_role, command.role, id))
            return refuse(Rule::not_allowed);
        const auto person = t.load<Person>(id);
        const auto fact = person::decide(*person, command, t.asked());
        if (!fact) return std::unexpected(fact.error());
        t.correct_where(stream_of(id),
                        [&](const AnyFact& said) { return wrong(said, *person, command); });
        t.put(stream_of(id), *fact, {tag::person(id)});
        return Subject{to_text(id), stream_of(id)};
    };
}

Decide hand_over(PersonId id, person::HandOver command) {
    return [id, command = std::move(command)](Transaction& t) -> Decision<Subject> {
        const bool own = t.actor().id == id && is_post(command.role);
        const bool may_end = own || may_give(t, Action::end_role, command.role, id);
        if (!may_end || (!own && !may_give(t, Action::give_role, command.role, command.to)))
            return refuse(Rule::not_allowed);
        const auto person = t.load<Person>(id);
        const auto to = t.load<Person>(command.to);
        const auto facts = person::decide(*person, *to, command, t.asked());
        if (!facts) return std::unexpected(facts.error());
        t.put(stream_of(id), facts->ended, {tag::person(id)});
        t.put(stream_of(command.to), facts->given, {tag::person(command.to)});
        return Subject{to_text(id), stream_of(id)};
    };
}

Decide name_deputy(PersonId id, person::NameDeputy command) {
    return [id, command = std::move(command)](Transaction& t) -> Decision<Subject> {
        if (!t.may(access::relations(t.actor(), command.acts_for), Action::name_deputy))
            return refuse(Rule::not_allowed);
        const auto person = t.load<Person>(id);
        const auto principal = t.load<Person>(command.acts_for);
        const auto fact = person::decide(*person, *principal, command, t.asked());
        if (!fact) return std::unexpected(fact.error());
        t.put(stream_of(id), *fact, {tag::person(id), tag::person(command.acts_for)});
        return Subject{to_text(id), stream_of(id)};
    };
}

/// By either of the two.
Decide release_deputy(PersonId id, person::ReleaseDeputy command) {
    return [id, command = std::move(command)](Transaction& t) -> Decision<Subject> {
        if (!may_either(t, Action::name_deputy, command.acts_for, id))
            return refuse(Rule::not_allowed);
        const auto person = t.load<Person>(id);
        const auto fact = person::decide(*person, command, t.asked());
        if (!fact) return std::unexpected(fact.error());
        t.put(stream_of(id), *fact, {tag::person(id), tag::person(command.acts_for)});
        return Subject{to_text(id), stream_of(id)};
    };
}

}  // namespace commonweal::app
