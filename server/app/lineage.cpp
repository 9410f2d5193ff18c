// What schools came from, and places outside the register.

#include "server/app/on_thing.hpp"

namespace commonweal::app {
namespace {

using access::Action;
using inside::put_all;

/// Told on the pages of both.
void put_link(Transaction& t, const school::Link& command, const School& school,
              const school::Facts& facts) {
    put_all(t, command.school, school, facts, {tag::school(command.predecessor)});
}

}  // namespace

Decide link_school(school::Link command) {
    return [command = std::move(command)](Transaction& t) -> Decision<Subject> {
        if (!t.may(access::relations(t.actor()), Action::link_schools))
            return refuse(Rule::not_allowed);
        const auto school = t.load<School>(command.school);
        const auto predecessor = t.load<School>(command.predecessor);
        if (!school->known()) return refuse(Rule::school_unknown, to_text(command.school));
        const auto facts = school::decide(*school, *predecessor, command);
        if (!facts) return std::unexpected(facts.error());
        put_link(t, command, *school, *facts);
        return Subject{to_text(command.school), stream_of(command.school)};
    };
}

Decide add_place(SchoolId number, school::Details details) {
    return [number, details = std::move(details)](Transaction& t) -> Decision<Subject> {
        auto who = access::relations(t.actor());
        if (t.actor().has(person::RoleKind::coordinator)) who |= access::Relation::coordinator;
        if (!t.may(who, Action::add_place)) return refuse(Rule::not_allowed);
        const auto school = t.load<School>(number);
        const auto facts = school::decide(*school, school::AddPlace{number, details});
        if (!facts) return std::unexpected(facts.error());
        put_all(t, number, *school, *facts, {});
        return Subject{to_text(number), stream_of(number)};
    };
}

}  // namespace commonweal::app
