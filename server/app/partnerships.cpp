#include "server/app/commands.hpp"

namespace commonweal::app {
namespace {

using access::Action;

std::set<std::string> tags_of(const Partnership& p) {
    return inside::tags_of(p.school, p.partner, p.network, p.clusters);
}

void put(Transaction& t, PartnershipId id, const Partnership& of, const partnership::Facts& facts) {
    t.put(stream_of(id), facts.partnership, tags_of(of));
    if (!facts.pair) return;
    const Pair pair{of.school, of.partner, of.purpose};
    (void)t.load<Pairing>(pair);  // the commit depends on each stream that it writes
    t.put(stream_of(pair), *facts.pair, {});
}

/// A command on a partnership that is there.
template <class Command>
Decide on_partnership(PartnershipId id, Action action, Command command) {
    return [id, action, command = std::move(command)](Transaction& t) -> Decision<Subject> {
        const auto partnership = t.load<Partnership>(id);
        if (!partnership->known()) return refuse(Rule::not_found, to_text(id));
        if (!t.may(access::relations(t.actor(), *partnership), action))
            return refuse(Rule::not_allowed);
        const auto facts = partnership::decide(*partnership, command, t.asked());
        if (!facts) return std::unexpected(facts.error());
        put(t, id, *partnership, *facts);
        return Subject{to_text(id), stream_of(id)};
    };
}

Action recording_for(partnership::Side side) {
    return side == partnership::Side::school ? Action::record_for_school
                                             : Action::record_for_partner;
}

}  // namespace

Decide propose_partnership(PartnershipId id, partnership::Propose command) {
    return [id, command = std::move(command)](Transaction& t) -> Decision<Subject> {
        const auto none = t.begin<Partnership>(id);
        const auto school = t.load<School>(command.school);
        const auto partner = t.load<School>(command.with);
        const auto network =
            inside::network_of(t, command.network, *school, *partner, command.purpose);
        const auto pair = t.load<Pairing>(Pair{command.school, command.with, command.purpose});
        Partnership wanted;
        wanted.school = command.school;
        wanted.partner = command.with;
        wanted.network = network->id;
        wanted.clusters = school->clusters;
        if (!t.may(access::relations(t.actor(), wanted), Action::propose_partnership))
            return refuse(Rule::not_allowed);
        const auto facts =
            partnership::decide(*none, id, {*school, *partner, *network, *pair}, command);
        if (!facts) return std::unexpected(facts.error());
        partnership::evolve(wanted, facts->partnership);
        put(t, id, wanted, *facts);
        return Subject{to_text(id), stream_of(id)};
    };
}

Decide partnership_command(PartnershipId id, partnership::Accept command) {
    return on_partnership(id, Action::accept_partnership, std::move(command));
}
Decide partnership_command(PartnershipId id, partnership::Decline command) {
    return on_partnership(id, Action::decline_partnership, std::move(command));
}
Decide partnership_command(PartnershipId id, partnership::LogActivity command) {
    const auto action = recording_for(command.side);
    return on_partnership(id, action, std::move(command));
}
Decide partnership_command(PartnershipId id, partnership::NoteEffect command) {
    const auto action = recording_for(command.side);
    return on_partnership(id, action, std::move(command));
}
Decide partnership_command(PartnershipId id, partnership::Pause command) {
    return on_partnership(id, Action::pause_partnership, std::move(command));
}
Decide partnership_command(PartnershipId id, partnership::Resume command) {
    return on_partnership(id, Action::resume_partnership, command);
}
Decide partnership_command(PartnershipId id, partnership::End command) {
    return on_partnership(id, Action::end_partnership, std::move(command));
}

std::vector<std::string> commands_open_to(const access::Actor& actor, const Partnership& p) {
    using enum partnership::Stage;
    const auto who = access::relations(actor, p);
    std::vector<std::string> open;
    const auto offer = [&](const char* command, Action action, bool at_this_stage) {
        if (at_this_stage && access::may(who, action)) open.emplace_back(command);
    };
    const bool records =
        access::may(who, Action::record_for_school) || access::may(who, Action::record_for_partner);
    offer("accept", Action::accept_partnership, p.stage == proposed);
    offer("decline", Action::decline_partnership, p.stage == proposed);
    if (records && p.stage == active) open.emplace_back("log-activity");
    if (records && (p.stage == active || p.stage == paused || p.stage == ended))
        open.emplace_back("note-effect");
    offer("pause", Action::pause_partnership, p.stage == active);
    offer("resume", Action::resume_partnership, p.stage == paused);
    offer("end", Action::end_partnership,
          p.stage == proposed || p.stage == active || p.stage == paused);
    return open;
}

}  // namespace commonweal::app
