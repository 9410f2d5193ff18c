#include "server/app/on_thing.hpp"

namespace commonweal::app {
namespace {

using access::Action;

access::Relations relations_to_account(const access::Actor& actor, const School& school,
                                       const ledger::SetCoverRate&) {
    return access::relations(actor, school.id);
}
/// The coordinator of that network, and of no other of the school's.
access::Relations relations_to_account(const access::Actor& actor, const School&,
                                       const ledger::EnterInLedger& command) {
    return access::relations(actor, command.network, {});
}

std::set<std::string> tags_of(SchoolId school, const ledger::SetCoverRate&) {
    return {tag::school(school)};
}
std::set<std::string> tags_of(SchoolId school, const ledger::EnterInLedger& command) {
    return {tag::school(school), tag::network(command.network)};
}

template <class Command>
Decide on_account(SchoolId id, Action action, Command command) {
    return [id, action, command = std::move(command)](Transaction& t) -> Decision<Subject> {
        const auto school = t.load<School>(id);
        const LedgerOf of{id};
        const auto account = t.load<LedgerAccount>(of);
        if (!school->known()) return refuse(Rule::not_found, to_text(id));
        const auto relate = [&](const access::Actor& actor) {
            return relations_to_account(actor, *school, command);
        };
        if (!allowed(t, action, relate)) return refuse(Rule::not_allowed);
        const auto fact = ledger::decide(*account, *school, command, t.asked());
        if (!fact) return std::unexpected(fact.error());
        t.put(stream_of(of), *fact, tags_of(id, command));
        return Subject{to_text(id), stream_of(of)};
    };
}

}  // namespace

Decide school_command(SchoolId id, ledger::SetCoverRate command) {
    return on_account(id, Action::set_cover_rate, command);
}
Decide school_command(SchoolId id, ledger::EnterInLedger command) {
    return on_account(id, Action::enter_in_ledger, std::move(command));
}

}  // namespace commonweal::app
