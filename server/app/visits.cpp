#include "server/app/on_thing.hpp"

namespace commonweal::app {

using access::Action;

std::set<std::string> tags_of(const Visit& visit) {
    return inside::tags_of(visit.guest, visit.host, visit.network, visit.clusters);
}

void put_on(Transaction& t, const Visit& visit, const visit::Fact& fact) {
    t.put(stream_of(visit.id), fact, tags_of(visit));
    const auto follows = visit::of_original(visit, fact);
    if (!follows) return;
    const auto original = t.load<Visit>(*visit.returns);
    t.put(stream_of(original->id), *follows, tags_of(*original));
}

void put_on(Transaction& t, const Visit& visit, const visit::Facts& facts) {
    for (const auto& fact : facts) put_on(t, visit, fact);
}

namespace {

Action reflecting_for(visit::Side side) {
    return side == visit::Side::guest ? Action::reflect_as_guest : Action::reflect_as_host;
}

}  // namespace

Decide request_visit(VisitId id, visit::Request command) {
    return [id, command = std::move(command)](Transaction& t) -> Decision<Subject> {
        const auto visit = t.begin<Visit>(id);
        const auto guest = t.load<School>(command.guest);
        const auto host = t.load<School>(command.host);
        const auto original =
            command.returns ? t.load<Visit>(*command.returns) : Loaded<Visit>{visit.state, 0};
        const auto named = command.network || !original->known()
                               ? command.network
                               : std::optional<NetworkId>(original->network);
        const auto network = inside::network_of(t, named, *guest, *host, command.theme);
        Visit wanted;
        wanted.guest = command.guest;
        wanted.host = command.host;
        wanted.network = network->id;
        wanted.clusters = guest->clusters;
        if (!allowed_on(t, Action::request_visit, wanted)) return refuse(Rule::not_allowed);
        const auto facts = visit::decide(*visit, id, {*guest, *host, *network, *original}, command);
        if (!facts) return std::unexpected(facts.error());
        return begun<Visit>(t, *facts);
    };
}

Decide visit_command(VisitId id, visit::Agree command) {
    return on_thing<Visit>(id, Action::agree_visit, std::move(command));
}
Decide visit_command(VisitId id, visit::Decline command) {
    return on_thing<Visit>(id, Action::decline_visit, std::move(command));
}
Decide visit_command(VisitId id, visit::SetDay command) {
    return on_thing<Visit>(id, Action::set_visit_day, with_days(command));
}
Decide visit_command(VisitId id, visit::Move command) {
    return on_thing<Visit>(id, Action::move_visit, with_days(std::move(command)));
}
Decide visit_command(VisitId id, visit::Cancel command) {
    return on_thing<Visit>(id, Action::cancel_visit, std::move(command));
}
Decide visit_command(VisitId id, visit::RecordHeld command) {
    return on_thing<Visit>(id, Action::record_visit_held, command);
}
Decide visit_command(VisitId id, visit::Reflect command) {
    const auto action = reflecting_for(command.side);
    return on_thing<Visit>(id, action, std::move(command));
}

Decide visit_command(VisitId id, visit::WaiveReturn command) {
    return on_thing<Visit>(id, Action::waive_return, std::move(command));
}

Decide visit_command(VisitId id, visit::WriteSheet command) {
    return on_thing<Visit>(id, Action::write_sheet, std::move(command));
}
Decide visit_command(VisitId id, visit::NameVisitors command) {
    return on_thing<Visit>(id, Action::name_visitors, std::move(command));
}
Decide visit_command(VisitId id, visit::AdoptPractice command) {
    const auto action = reflecting_for(command.side);
    return on_thing<Visit>(id, action, std::move(command));
}
/// Whoever may write for the side that adopted it; where there is no such practice, the decision
/// says so to either side.
Decide visit_command(VisitId id, visit::FollowUpPractice command) {
    return [id, command = std::move(command)](Transaction& t) -> Decision<Subject> {
        const auto visit = t.load<Visit>(id);
        const auto* practice = visit->practice(command.number);
        const auto side = practice != nullptr ? practice->side : visit::Side::guest;
        return on_thing<Visit>(id, reflecting_for(side), command)(t);
    };
}

Decide visit_command(VisitId id, visit::CorrectHeld command) {
    return on_thing<Visit>(id, Action::record_visit_held,
                           correcting(std::move(command), visit::Held::kind, visit::Attested::kind,
                                      visit::HeldCorrected::kind));
}
/// Of the same side: what it wrote first, or wrote anew since.
Decide visit_command(VisitId id, visit::CorrectReflection command) {
    const auto action = reflecting_for(command.side);
    const auto correct = [command = std::move(command)](Transaction& t, const Visit& visit) {
        t.correct_where(stream_of(visit.id), [&](const AnyFact& fact) {
            const auto* first = std::get_if<visit::Reflected>(&fact);
            const auto* anew = std::get_if<visit::ReflectionCorrected>(&fact);
            return (first != nullptr && first->side == command.side) ||
                   (anew != nullptr && anew->side == command.side);
        });
        return visit::decide(visit, command, t.asked());
    };
    return on_thing<Visit>(id, action, correct);
}

std::vector<std::string> commands_open_to(const access::Actor& actor, const Visit& visit) {
    using enum visit::Stage;
    Offers open(access::relations(actor, visit));
    const auto stage = visit.stage;
    open.offer("agree", Action::agree_visit, stage == requested);
    open.offer("decline", Action::decline_visit, stage == requested);
    open.offer("set-day", Action::set_visit_day, stage == agreed);
    open.offer("move", Action::move_visit, stage == dated);
    open.offer("record-held", Action::record_visit_held, stage == agreed || stage == dated);
    open.offer("cancel", Action::cancel_visit,
               stage == requested || stage == agreed || stage == dated);
    const bool guest = visit.guest_reflection.empty() && open.may(Action::reflect_as_guest);
    const bool host = visit.host_reflection.empty() && open.may(Action::reflect_as_host);
    open.offer("reflect", stage == held && (guest || host));
    open.offer("correct-held", Action::record_visit_held, stage == held);
    const bool guest_wrote = !visit.guest_reflection.empty();
    const bool host_wrote = !visit.host_reflection.empty();
    open.offer("correct-reflection",
               stage == held && ((guest_wrote && open.may(Action::reflect_as_guest)) ||
                                 (host_wrote && open.may(Action::reflect_as_host))));
    open.offer("waive-return", Action::waive_return, visit.return_owed());
    open.offer("write-sheet", Action::write_sheet, stage == dated);
    open.offer("name-visitors", Action::name_visitors, stage == dated);
    const bool writes = open.may(Action::reflect_as_guest) || open.may(Action::reflect_as_host);
    open.offer("adopt-practice",
               writes && stage == held && visit.practices.size() < visit::practices_max);
    open.offer("follow-up-practice", std::ranges::any_of(visit.practices, [&](const auto& p) {
                   return open.may(reflecting_for(p.side)) &&
                          p.follow_ups.size() < visit::follow_ups_max;
               }));
    return open.take();
}

}  // namespace commonweal::app
