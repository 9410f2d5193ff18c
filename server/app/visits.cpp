#include "domain/core/sorted.hpp"
#include "server/app/commands.hpp"

namespace commonweal::app {
namespace {

using access::Action;

std::set<std::string> tags_of(const Visit& visit) {
    return inside::tags_of(visit.guest, visit.host, visit.network, visit.clusters);
}

/// A command on a visit that is there.
template <class Command>
Decide on_visit(VisitId id, Action action, Command command) {
    return [id, action, command = std::move(command)](Transaction& t) -> Decision<Subject> {
        const auto visit = t.load<Visit>(id);
        if (!visit->known()) return refuse(Rule::not_found, to_text(id));
        if (!t.may(access::relations(t.actor(), *visit), action)) return refuse(Rule::not_allowed);
        const auto fact = visit::decide(*visit, command, t.asked());
        if (!fact) return std::unexpected(fact.error());
        t.put(stream_of(id), *fact, tags_of(*visit));
        return Subject{to_text(id), stream_of(id)};
    };
}

}  // namespace

Decide request_visit(VisitId id, visit::Request command) {
    return [id, command = std::move(command)](Transaction& t) -> Decision<Subject> {
        const auto visit = t.begin<Visit>(id);
        const auto guest = t.load<School>(command.guest);
        const auto host = t.load<School>(command.host);
        const auto network = inside::network_of(t, command.network, *guest, *host, command.theme);
        Visit wanted;
        wanted.guest = command.guest;
        wanted.host = command.host;
        wanted.network = network->id;
        wanted.clusters = guest->clusters;
        if (!t.may(access::relations(t.actor(), wanted), Action::request_visit))
            return refuse(Rule::not_allowed);
        const auto fact = visit::decide(*visit, id, {*guest, *host, *network}, command);
        if (!fact) return std::unexpected(fact.error());
        const auto& requested = std::get<visit::Requested>(*fact);
        t.put(stream_of(id), *fact,
              inside::tags_of(requested.guest, requested.host, requested.network,
                              requested.clusters));
        return Subject{to_text(id), stream_of(id)};
    };
}

Decide visit_command(VisitId id, visit::Agree command) {
    return on_visit(id, Action::agree_visit, std::move(command));
}
Decide visit_command(VisitId id, visit::Decline command) {
    return on_visit(id, Action::decline_visit, std::move(command));
}
Decide visit_command(VisitId id, visit::SetDay command) {
    return on_visit(id, Action::set_visit_day, command);
}
Decide visit_command(VisitId id, visit::Move command) {
    return on_visit(id, Action::move_visit, std::move(command));
}
Decide visit_command(VisitId id, visit::Cancel command) {
    return on_visit(id, Action::cancel_visit, std::move(command));
}
Decide visit_command(VisitId id, visit::RecordHeld command) {
    return on_visit(id, Action::record_visit_held, command);
}
Decide visit_command(VisitId id, visit::Reflect command) {
    const auto action =
        command.side == visit::Side::guest ? Action::reflect_as_guest : Action::reflect_as_host;
    return on_visit(id, action, std::move(command));
}

std::vector<std::string> commands_open_to(const access::Actor& actor, const Visit& visit) {
    using enum visit::Stage;
    const auto who = access::relations(actor, visit);
    std::vector<std::string> open;
    const auto offer = [&](const char* command, Action action, bool at_this_stage) {
        if (at_this_stage && access::may(who, action)) open.emplace_back(command);
    };
    const auto stage = visit.stage;
    offer("agree", Action::agree_visit, stage == requested);
    offer("decline", Action::decline_visit, stage == requested);
    offer("set-day", Action::set_visit_day, stage == agreed);
    offer("move", Action::move_visit, stage == dated);
    offer("record-held", Action::record_visit_held, stage == agreed || stage == dated);
    offer("cancel", Action::cancel_visit, stage == requested || stage == agreed || stage == dated);
    const bool guest_open = stage == held && visit.guest_reflection.empty();
    const bool host_open = stage == held && visit.host_reflection.empty();
    const bool guest_may = guest_open && access::may(who, Action::reflect_as_guest);
    const bool host_may = host_open && access::may(who, Action::reflect_as_host);
    if (guest_may || host_may) open.emplace_back("reflect");
    return open;
}

}  // namespace commonweal::app
