#include "domain/visit/visit.hpp"

#include "domain/calendar/days.hpp"
#include "domain/core/overloaded.hpp"
#include "domain/core/sorted.hpp"
#include "domain/core/stage.hpp"

namespace commonweal::visit {
namespace {

/// A return visit goes the other way, in the same network, and one is owed.
Decision<std::monostate> check_return(const Visit& original, const Network& network,
                                      const Request& command) {
    if (!original.known()) return refuse(Rule::not_found, to_text(*command.returns));
    if (auto ok = at_stage(original, {Stage::held}); !ok) return ok;
    const bool the_other_way = original.guest == command.host && original.host == command.guest;
    if (!the_other_way || original.network != network.id || !original.return_owed())
        return refuse(Rule::no_return_owed, to_text(*command.returns));
    return std::monostate{};
}

}  // namespace

Decision<Facts> decide(const Visit& visit, VisitId id, const Surroundings& around,
                       const Request& command) {
    const auto& [guest, host, network, original] = around;
    if (visit.known()) return refuse(Rule::already_exists, to_text(id));
    if (auto ok = two_members(network, {guest, command.guest}, {host, command.host}); !ok)
        return std::unexpected(ok.error());
    if (!network.has_theme(command.theme)) return refuse(Rule::theme_unknown, command.theme);
    if (command.note.too_long()) return refuse(Rule::text_too_long, "note");
    Facts facts{Requested{id, command.guest, command.host, network.id,
                          merged(guest.clusters, host.clusters), command.theme, command.note}};
    if (command.returns) {
        if (auto ok = check_return(original, network, command); !ok)
            return std::unexpected(ok.error());
        facts.emplace_back(MadeInReturn{id, *command.returns});
    }
    if (command.reciprocal.value_or(false)) facts.emplace_back(ReturnOffered{id});
    return facts;
}

Decision<Fact> decide(const Visit& visit, const Agree& command, const Asked&) {
    if (auto ok = at_stage(visit, {Stage::requested}); !ok) return std::unexpected(ok.error());
    if (command.note.too_long()) return refuse(Rule::text_too_long, "note");
    return Agreed{visit.id, command.note};
}

Decision<Fact> decide(const Visit& visit, const Decline& command, const Asked&) {
    if (auto ok = at_stage(visit, {Stage::requested}); !ok) return std::unexpected(ok.error());
    if (command.reason.too_long()) return refuse(Rule::text_too_long, "reason");
    return Declined{visit.id, command.reason};
}

Decision<Fact> decide(const Visit& visit, const SetDay& command, const Asked& asked) {
    if (auto ok = at_stage(visit, {Stage::agreed}); !ok) return std::unexpected(ok.error());
    if (auto ok = check_planned(command.day, asked); !ok) return std::unexpected(ok.error());
    if (auto ok = check_open(command.day, visit.host, asked); !ok)
        return std::unexpected(ok.error());
    return Dated{visit.id, command.day};
}

Decision<Fact> decide(const Visit& visit, const Move& command, const Asked& asked) {
    if (auto ok = at_stage(visit, {Stage::dated}); !ok) return std::unexpected(ok.error());
    if (auto ok = check_planned(command.day, asked); !ok) return std::unexpected(ok.error());
    if (auto ok = check_open(command.day, visit.host, asked); !ok)
        return std::unexpected(ok.error());
    if (visit.day == command.day) return refuse(Rule::same_again, to_text(command.day));
    if (command.reason.too_long()) return refuse(Rule::text_too_long, "reason");
    return Moved{visit.id, *visit.day, command.day, command.reason};
}

Decision<Fact> decide(const Visit& visit, const Cancel& command, const Asked&) {
    if (auto ok = at_stage(visit, {Stage::requested, Stage::agreed, Stage::dated}); !ok)
        return std::unexpected(ok.error());
    if (command.reason.too_long()) return refuse(Rule::text_too_long, "reason");
    return Cancelled{visit.id, command.reason};
}

Decision<Fact> decide(const Visit& visit, const RecordHeld& command, const Asked& asked) {
    if (auto ok = at_stage(visit, {Stage::agreed, Stage::dated}); !ok)
        return std::unexpected(ok.error());
    const auto day = command.day ? command.day : visit.day;
    if (!day) return refuse(Rule::days_missing, "day");
    if (auto ok = check_held(*day, asked); !ok) return std::unexpected(ok.error());
    return Held{visit.id, *day};
}

Decision<Fact> decide(const Visit& visit, const Reflect& command, const Asked&) {
    if (auto ok = at_stage(visit, {Stage::held}); !ok) return std::unexpected(ok.error());
    if (command.reflection.empty()) return refuse(Rule::text_missing, "reflection");
    if (command.reflection.too_long()) return refuse(Rule::text_too_long, "reflection");
    const auto& written =
        command.side == Side::guest ? visit.guest_reflection : visit.host_reflection;
    if (!written.empty()) return refuse(Rule::already_reflected);
    return Reflected{visit.id, command.side, command.reflection};
}

Decision<Fact> decide(const Visit& visit, const WaiveReturn& command, const Asked&) {
    if (auto ok = at_stage(visit, {Stage::held}); !ok) return std::unexpected(ok.error());
    if (!visit.return_owed()) return refuse(Rule::no_return_owed, to_text(visit.id));
    if (command.reason.too_long()) return refuse(Rule::text_too_long, "reason");
    return ReturnWaived{visit.id, command.reason};
}

std::optional<Fact> of_original(const Visit& visit, const Fact& fact) {
    if (const auto* made = std::get_if<MadeInReturn>(&fact))
        return ReturnArranged{made->returns, made->visit};
    if (!visit.returns) return std::nullopt;
    if (std::holds_alternative<Held>(fact)) return ReturnPaid{*visit.returns, visit.id};
    if (std::holds_alternative<Declined>(fact) || std::holds_alternative<Cancelled>(fact))
        return ReturnFellThrough{*visit.returns, visit.id};
    if (const auto* corrected = std::get_if<HeldCorrected>(&fact); corrected && !corrected->day)
        return ReturnArranged{*visit.returns, visit.id};
    return std::nullopt;
}

void evolve(Visit& visit, const Fact& fact) {
    std::visit(Overloaded{
                   [&](const Requested& f) {
                       visit.id = f.visit;
                       visit.stage = Stage::requested;
                       visit.guest = f.guest;
                       visit.host = f.host;
                       visit.network = f.network;
                       visit.clusters = f.clusters;
                       visit.theme = f.theme;
                       visit.note = f.note;
                   },
                   [&](const Agreed& f) {
                       visit.stage = Stage::agreed;
                       visit.host_note = f.note;
                   },
                   [&](const Declined& f) {
                       visit.stage = Stage::declined;
                       visit.reason = f.reason;
                   },
                   [&](const Dated& f) {
                       visit.stage = Stage::dated;
                       visit.day = f.day;
                   },
                   [&](const Moved& f) {
                       visit.day = f.to;
                       visit.reason = f.reason;
                   },
                   [&](const Cancelled& f) {
                       visit.stage = Stage::cancelled;
                       visit.reason = f.reason;
                   },
                   [&](const Held& f) {
                       visit.stage = Stage::held;
                       visit.day = f.day;
                   },
                   [&](const Reflected& f) {
                       auto& side =
                           f.side == Side::guest ? visit.guest_reflection : visit.host_reflection;
                       side = f.reflection;
                   },
                   [&](const MadeInReturn& f) { visit.returns = f.returns; },
                   [&](const ReturnOffered&) { visit.return_stage = Return::offered; },
                   [&](const ReturnArranged& f) {
                       visit.return_stage = Return::arranged;
                       visit.return_visit = f.by;
                   },
                   [&](const ReturnFellThrough&) {
                       visit.return_stage = Return::offered;
                       visit.return_visit.reset();
                   },
                   [&](const ReturnPaid&) { visit.return_stage = Return::paid; },
                   [&](const ReturnWaived& f) {
                       visit.return_stage = Return::waived;
                       visit.return_reason = f.reason;
                   },
                   [&](const SheetWritten& f) { evolve(visit, f); },
                   [&](const VisitorsNamed& f) { evolve(visit, f); },
                   [&](const PracticeAdopted& f) { evolve(visit, f); },
                   [&](const PracticeFollowedUp& f) { evolve(visit, f); },
                   [&](const CarriedOver& f) { evolve(visit, f); },
                   [&](const Attested& f) { evolve(visit, f); },
                   [&](const HeldCorrected& f) { evolve(visit, f); },
                   [&](const ReflectionCorrected& f) { evolve(visit, f); },
               },
               fact);
}

}  // namespace commonweal::visit
