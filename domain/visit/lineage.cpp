// A visit when one of its schools changes, and a visit of before the log.

#include "domain/calendar/days.hpp"
#include "domain/core/sorted.hpp"
#include "domain/core/stage.hpp"
#include "domain/visit/visit.hpp"

namespace commonweal::visit {

Decision<Fact> decide(const Visit& visit, const school::CarryOver& command) {
    if (auto ok = at_stage(visit, {Stage::requested, Stage::agreed, Stage::dated, Stage::held});
        !ok)
        return std::unexpected(ok.error());
    if (auto ok = school::check_carried(visit.guest, visit.host, command); !ok)
        return std::unexpected(ok.error());
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
    school::carry(visit.guest, visit.host, {fact.from, fact.to});
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
