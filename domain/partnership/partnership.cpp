#include "domain/partnership/partnership.hpp"

#include "domain/calendar/days.hpp"
#include "domain/core/overloaded.hpp"
#include "domain/core/sorted.hpp"
#include "domain/core/stage.hpp"

namespace commonweal::partnership {
namespace {

Facts alone(Fact fact) {
    return {std::move(fact), std::nullopt};
}
Facts and_frees(Fact fact, PartnershipId id) {
    return {std::move(fact), PairFreed{id}};
}

template <class Kept, class One>
void keep(std::vector<Kept>& kept, One one) {
    if (kept.size() == kept_max) kept.erase(kept.begin());
    kept.push_back(std::move(one));
}

}  // namespace

Decision<Facts> decide(const Partnership& partnership, PartnershipId id, const Surroundings& around,
                       const Propose& command) {
    const auto& [school, partner, network, pair] = around;
    if (partnership.known()) return refuse(Rule::already_exists, to_text(id));
    if (auto ok = two_members(network, {school, command.school}, {partner, command.with}); !ok)
        return std::unexpected(ok.error());
    if (!network.has_theme(command.purpose)) return refuse(Rule::theme_unknown, command.purpose);
    if (command.note.too_long()) return refuse(Rule::text_too_long, "note");
    if (pair.open) return refuse(Rule::already_partners, command.purpose);
    return Facts{Proposed{id, command.school, command.with, network.id,
                          merged(school.clusters, partner.clusters), command.purpose, command.note},
                 PairTaken{id}};
}

Decision<Facts> decide(const Partnership& p, const Accept& command, const Asked&) {
    if (auto ok = at_stage(p, {Stage::proposed}); !ok) return std::unexpected(ok.error());
    if (command.note.too_long()) return refuse(Rule::text_too_long, "note");
    return alone(Accepted{p.id, command.note});
}

Decision<Facts> decide(const Partnership& p, const Decline& command, const Asked&) {
    if (auto ok = at_stage(p, {Stage::proposed}); !ok) return std::unexpected(ok.error());
    if (command.reason.too_long()) return refuse(Rule::text_too_long, "reason");
    return and_frees(Declined{p.id, command.reason}, p.id);
}

Decision<Facts> decide(const Partnership& p, const Withdraw& command, const Asked&) {
    if (auto ok = at_stage(p, {Stage::proposed}); !ok) return std::unexpected(ok.error());
    if (command.reason.too_long()) return refuse(Rule::text_too_long, "reason");
    return and_frees(Withdrawn{p.id, command.reason}, p.id);
}

Decision<Facts> decide(const Partnership& p, const LogActivity& command, const Asked& asked) {
    if (auto ok = at_stage(p, {Stage::active}); !ok) return std::unexpected(ok.error());
    if (auto ok = check_held(command.day, asked); !ok) return std::unexpected(ok.error());
    if (command.activity.empty()) return refuse(Rule::text_missing, "activity");
    if (command.activity.too_long()) return refuse(Rule::text_too_long, "activity");
    return alone(ActivityLogged{p.id, command.side, command.day, command.activity});
}

Decision<std::monostate> check_effect(const Personal<FreeText>& effect,
                                      const Personal<FreeText>& evidence) {
    if (effect.empty()) return refuse(Rule::text_missing, "effect");
    if (effect.too_long()) return refuse(Rule::text_too_long, "effect");
    if (evidence.too_long()) return refuse(Rule::text_too_long, "evidence");
    return std::monostate{};
}

Decision<Facts> decide(const Partnership& p, const NoteEffect& command, const Asked&) {
    if (auto ok = at_stage(p, {Stage::active, Stage::paused, Stage::ended}); !ok)
        return std::unexpected(ok.error());
    if (auto ok = check_effect(command.effect, command.evidence); !ok)
        return std::unexpected(ok.error());
    return alone(EffectNoted{p.id, command.side, command.effect, command.evidence});
}

Decision<Facts> decide(const Partnership& p, const Pause& command, const Asked&) {
    if (auto ok = at_stage(p, {Stage::active}); !ok) return std::unexpected(ok.error());
    if (command.reason.too_long()) return refuse(Rule::text_too_long, "reason");
    return alone(Paused{p.id, command.reason});
}

Decision<Facts> decide(const Partnership& p, const Resume&, const Asked&) {
    if (auto ok = at_stage(p, {Stage::paused}); !ok) return std::unexpected(ok.error());
    return alone(Resumed{p.id});
}

Decision<Facts> decide(const Partnership& p, const End& command, const Asked&) {
    if (auto ok = at_stage(p, {Stage::active, Stage::paused}); !ok)
        return std::unexpected(ok.error());
    if (command.reason.too_long()) return refuse(Rule::text_too_long, "reason");
    return and_frees(Ended{p.id, command.reason}, p.id);
}

void evolve(Partnership& p, const Fact& fact) {
    const auto because = [&](Stage stage, const Personal<FreeText>& reason) {
        p.stage = stage;
        p.reason = reason;
    };
    std::visit(Overloaded{
                   [&](const Proposed& f) {
                       p.id = f.partnership;
                       p.stage = Stage::proposed;
                       p.school = f.school;
                       p.partner = f.partner;
                       p.network = f.network;
                       p.clusters = f.clusters;
                       p.purpose = f.purpose;
                       p.note = f.note;
                   },
                   [&](const Accepted& f) {
                       p.stage = Stage::active;
                       p.partner_note = f.note;
                   },
                   [&](const Declined& f) { because(Stage::declined, f.reason); },
                   [&](const Withdrawn& f) { because(Stage::withdrawn, f.reason); },
                   [&](const ActivityLogged& f) {
                       keep(p.activities,
                            Activity{++p.activities_written, f.day, f.side, f.activity});
                   },
                   [&](const EffectNoted& f) {
                       keep(p.effects, Effect{++p.effects_noted, f.side, f.effect, f.evidence});
                   },
                   [&](const Paused& f) { because(Stage::paused, f.reason); },
                   [&](const Resumed&) { because(Stage::active, {}); },
                   [&](const Ended& f) { because(Stage::ended, f.reason); },
                   [&](const CarriedOver& f) { evolve(p, f); },
                   [&](const Attested& f) { evolve(p, f); },
                   [&](const ActivityCorrected& f) { evolve(p, f); },
                   [&](const EffectCorrected& f) { evolve(p, f); },
               },
               fact);
}

void evolve(Pairing& pair, const PairFact& fact) {
    std::visit(Overloaded{
                   [&](const PairTaken& f) { pair.open = f.partnership; },
                   [&](const PairFreed&) { pair.open.reset(); },
               },
               fact);
}

}  // namespace commonweal::partnership
