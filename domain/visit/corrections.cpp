// What was entered wrongly of a visit.

#include "domain/calendar/days.hpp"
#include "domain/core/stage.hpp"
#include "domain/visit/visit.hpp"

namespace commonweal::visit {
namespace {

/// What has followed from it since: it did take place, or that has to be taken back first.
bool followed_up(const Visit& visit) {
    return !visit.guest_reflection.empty() || !visit.host_reflection.empty() ||
           !visit.practices.empty() || visit.return_stage > Return::offered;
}

}  // namespace

Decision<Fact> decide(const Visit& visit, const CorrectHeld& command, const Asked& asked) {
    if (auto ok = at_stage(visit, {Stage::held}); !ok) return std::unexpected(ok.error());
    if (command.reason.too_long()) return refuse(Rule::text_too_long, "reason");
    if (!command.took_place) {
        if (followed_up(visit)) return refuse(Rule::followed_up);
        return HeldCorrected{visit.id, std::nullopt, command.reason};
    }
    if (!command.day) return refuse(Rule::days_missing, "day");
    if (command.day == visit.day) return refuse(Rule::same_again, to_text(*command.day));
    if (auto ok = check_held(*command.day, asked); !ok) return std::unexpected(ok.error());
    return HeldCorrected{visit.id, command.day, command.reason};
}

Decision<Fact> decide(const Visit& visit, const CorrectReflection& command, const Asked&) {
    if (auto ok = at_stage(visit, {Stage::held}); !ok) return std::unexpected(ok.error());
    const auto& written =
        command.side == Side::guest ? visit.guest_reflection : visit.host_reflection;
    if (written.empty()) return refuse(Rule::nothing_to_correct, "reflection");
    if (command.reflection.empty()) return refuse(Rule::text_missing, "reflection");
    if (command.reflection.too_long()) return refuse(Rule::text_too_long, "reflection");
    return ReflectionCorrected{visit.id, command.side, command.reflection};
}

/// One that did not take place is where it was before a day was agreed; one of earlier times was
/// never asked for, and is nothing any more.
void evolve(Visit& visit, const HeldCorrected& fact) {
    visit.day = fact.day;
    visit.reason = fact.reason;
    if (!fact.day) visit.stage = visit.attested ? Stage::cancelled : Stage::agreed;
}

void evolve(Visit& visit, const ReflectionCorrected& fact) {
    (fact.side == Side::guest ? visit.guest_reflection : visit.host_reflection) = fact.reflection;
}

}  // namespace commonweal::visit
