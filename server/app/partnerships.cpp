#include "server/app/on_thing.hpp"

namespace commonweal::app {

using access::Action;

std::set<std::string> tags_of(const Partnership& p) {
    return inside::tags_of(p.school, p.partner, p.network, p.clusters);
}

void put_on(Transaction& t, const Partnership& of, const partnership::Facts& facts) {
    t.put(stream_of(of.id), facts.partnership, tags_of(of));
    if (!facts.pair) return;
    const Pair pair{of.school, of.partner, of.purpose};
    (void)t.load<Pairing>(pair);  // the commit depends on each stream that it writes
    t.put(stream_of(pair), *facts.pair, {});
}

namespace {

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
        if (!allowed_on(t, Action::propose_partnership, wanted)) return refuse(Rule::not_allowed);
        const auto facts =
            partnership::decide(*none, id, {*school, *partner, *network, *pair}, command);
        if (!facts) return std::unexpected(facts.error());
        return begun<Partnership>(t, *facts);
    };
}

Decide partnership_command(PartnershipId id, partnership::Accept command) {
    return on_thing<Partnership>(id, Action::accept_partnership, std::move(command));
}
Decide partnership_command(PartnershipId id, partnership::Decline command) {
    return on_thing<Partnership>(id, Action::decline_partnership, std::move(command));
}
Decide partnership_command(PartnershipId id, partnership::Withdraw command) {
    return on_thing<Partnership>(id, Action::withdraw_partnership, std::move(command));
}
Decide partnership_command(PartnershipId id, partnership::LogActivity command) {
    const auto action = recording_for(command.side);
    return on_thing<Partnership>(id, action, std::move(command));
}
Decide partnership_command(PartnershipId id, partnership::NoteEffect command) {
    const auto action = recording_for(command.side);
    return on_thing<Partnership>(id, action, std::move(command));
}
Decide partnership_command(PartnershipId id, partnership::Pause command) {
    return on_thing<Partnership>(id, Action::pause_partnership, std::move(command));
}
Decide partnership_command(PartnershipId id, partnership::Resume command) {
    return on_thing<Partnership>(id, Action::resume_partnership, command);
}
Decide partnership_command(PartnershipId id, partnership::End command) {
    return on_thing<Partnership>(id, Action::end_partnership, std::move(command));
}

namespace {

/// Whoever may write for the side that wrote it down; where there is no such row, the decision says
/// so to either side. `row`: what is corrected, of a partnership; `kind`: of the event that told
/// it.
template <class Command, class Row>
Decide correcting_row(PartnershipId id, Command command, std::string_view kind, Row row) {
    return [=, command = std::move(command)](Transaction& t) -> Decision<Subject> {
        const auto partnership = t.load<Partnership>(id);
        const auto* written = row(*partnership, command.number);
        const auto side = written != nullptr ? written->side : partnership::Side::school;
        const auto correct = [&](Transaction& tx, const Partnership& p) {
            tx.correct_nth(stream_of(p.id), kind, command.number);
            return partnership::decide(p, command, tx.asked());
        };
        return on_thing<Partnership>(id, recording_for(side), correct)(t);
    };
}

}  // namespace

Decide partnership_command(PartnershipId id, partnership::CorrectActivity command) {
    return correcting_row(id, std::move(command), partnership::ActivityLogged::kind,
                          [](const auto& p, auto number) { return p.activity(number); });
}
Decide partnership_command(PartnershipId id, partnership::CorrectEffect command) {
    return correcting_row(id, std::move(command), partnership::EffectNoted::kind,
                          [](const auto& p, auto number) { return p.effect(number); });
}

std::vector<std::string> commands_open_to(const access::Actor& actor, const Partnership& p) {
    using enum partnership::Stage;
    Offers open(access::relations(actor, p));
    const bool records =
        open.may(Action::record_for_school) || open.may(Action::record_for_partner);
    const bool going_on = p.stage == active || p.stage == paused;
    open.offer("accept", Action::accept_partnership, p.stage == proposed);
    open.offer("decline", Action::decline_partnership, p.stage == proposed);
    open.offer("withdraw", Action::withdraw_partnership, p.stage == proposed);
    open.offer("log-activity", records && p.stage == active);
    const auto any_own = [&](const auto& rows) {
        return (going_on || p.stage == ended) && std::ranges::any_of(rows, [&](const auto& row) {
                   return open.may(recording_for(row.side));
               });
    };
    open.offer("correct-activity", any_own(p.activities));
    open.offer("correct-effect", any_own(p.effects));
    open.offer("note-effect", records && (going_on || p.stage == ended));
    open.offer("pause", Action::pause_partnership, p.stage == active);
    open.offer("resume", Action::resume_partnership, p.stage == paused);
    open.offer("end", Action::end_partnership, going_on);
    return open.take();
}

}  // namespace commonweal::app
