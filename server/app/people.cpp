#include "server/app/commands.hpp"

namespace commonweal::app {
namespace {

using access::Action;
using person::RoleKind;

bool may_manage(const Transaction& t, Action action) {
    return access::may(access::relations(t.actor()), action);
}

}  // namespace

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
        if (!may_manage(t, Action::add_person)) return refuse(Rule::not_allowed);
        const auto person = t.load<Person>(id);
        const auto taken = t.load<Address>(address);
        const auto facts = person::decide(*person, *taken, id, command);
        if (!facts) return std::unexpected(facts.error());
        t.put(stream_of(id), facts->added, {tag::person(id)});
        t.put(stream_of(address), facts->address, {tag::person(id)});
        return Subject{to_text(id), stream_of(id)};
    };
}

Decide give_role(PersonId id, person::GiveRole command) {
    return [id, command = std::move(command)](Transaction& t) -> Decision<Subject> {
        if (!may_manage(t, Action::give_role)) return refuse(Rule::not_allowed);
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
        if (!may_manage(t, Action::end_role)) return refuse(Rule::not_allowed);
        const auto person = t.load<Person>(id);
        const auto fact = person::decide(*person, command, t.asked());
        if (!fact) return std::unexpected(fact.error());
        t.put(stream_of(id), *fact, {tag::person(id)});
        return Subject{to_text(id), stream_of(id)};
    };
}

}  // namespace commonweal::app
