// A visit when one of its schools changes, and a visit of before the log.

#include "domain/calendar/days.hpp"
#include "domain/core/sorted.hpp"
#include "domain/core/stage.hpp"
#include "domain/visit/visit.hpp"

namespace commonweal::visit {

Decision<Fact> decide(const Visit& visit, const school::CarryOver& command, const Asked&) {
    if (auto ok = at_stage(visit, {Stage::requested, Stage::agreed, Stage::dated, Stage::held});
        !ok)
        return std::unexpected(ok.error());
    if (visit.guest != command.from && visit.host != command.from)
        return refuse(Rule::not_taking_part, to_text(command.from));
    if (visit.guest == command.to || visit.host == command.to)
        return refuse(Rule::same_school, to_text(command.to));
    return CarriedOver{visit.id, command.from, command.to};
}

Decision<Facts> decide(const Visit& visit, VisitId id, const Surroundings& around,
                       const Attest& command, const Asked& asked) {
    const auto& [guest, host, network, original] = around;
    if (visit.known()) return refuse(Rule::already_exists, to_text(id));
    if (auto ok = two_of_the_past(network, {guest, command.guest}, {host, command.host}); !ok)
        return std::unexpected(ok.error());
    if (!network.has_theme(command.theme)) return refuse(Rule::theme_unknown, command.theme);
    if (auto ok = check_held(command.day, asked); !ok) return std::unexpected(ok.error());
    return Facts{Attested{id, command.guest, command.host, network.id,
                          merged(guest.clusters, host.clusters), command.theme, command.day}};
}

void evolve(Visit& visit, const CarriedOver& fact) {
    if (visit.guest == fact.from)
        visit.guest = fact.to;
    else if (visit.host == fact.from)
        visit.host = fact.to;
}

void evolve(Visit& visit, const Attested& fact) {
    visit.attested = true;
    visit.id = fact.visit;
    visit.stage = Stage::held;
    visit.guest = fact.guest;
    visit.host = fact.host;
    visit.network = fact.network;
    visit.clusters = fact.clusters;
    visit.theme = fact.theme;
    visit.day = fact.day;
}

}  // namespace commonweal::visit
