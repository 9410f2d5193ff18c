// A partnership when one of its schools changes, and a partnership from before the log.

#include "domain/calendar/days.hpp"
#include "domain/core/sorted.hpp"
#include "domain/core/stage.hpp"
#include "domain/partnership/partnership.hpp"

namespace commonweal::partnership {

Decision<CarriedOverFacts> decide(const Partnership& p, const Pairing& pair,
                                  const school::CarryOver& command) {
    if (auto ok = at_stage(p, {Stage::proposed, Stage::active, Stage::paused}); !ok)
        return std::unexpected(ok.error());
    if (auto ok = school::check_carried(p.school, p.partner, command); !ok)
        return std::unexpected(ok.error());
    if (pair.open) return refuse(Rule::already_partners, p.purpose);
    return CarriedOverFacts{CarriedOver{p.id, command.from, command.to}, PairFreed{p.id},
                            PairTaken{p.id}};
}

Decision<Facts> decide(const Partnership& partnership, PartnershipId id, const Surroundings& around,
                       const Attest& command, const Asked& asked) {
    const auto& [school, partner, network, pair] = around;
    if (partnership.known()) return refuse(Rule::already_exists, to_text(id));
    if (auto ok = two_members(network, {school, command.school}, {partner, command.with}); !ok)
        return std::unexpected(ok.error());
    if (!network.has_theme(command.purpose)) return refuse(Rule::theme_unknown, command.purpose);
    if (auto ok = check_held(command.since, asked); !ok) return std::unexpected(ok.error());
    if (pair.open) return refuse(Rule::already_partners, command.purpose);
    return Facts{
        Attested{id, command.school, command.with, network.id,
                 merged(school.clusters, partner.clusters), command.purpose, command.since},
        PairTaken{id}};
}

void evolve(Partnership& p, const CarriedOver& fact) {
    school::carry(p.school, p.partner, {fact.from, fact.to});
}

void evolve(Partnership& p, const Attested& fact) {
    p.attested = true;
    p.id = fact.partnership;
    p.stage = Stage::active;
    p.school = fact.school;
    p.partner = fact.partner;
    p.network = fact.network;
    p.clusters = fact.clusters;
    p.purpose = fact.purpose;
}

}  // namespace commonweal::partnership
