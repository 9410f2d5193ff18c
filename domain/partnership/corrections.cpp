// What was entered wrongly of a partnership.

#include <algorithm>

#include "domain/calendar/days.hpp"
#include "domain/core/stage.hpp"
#include "domain/partnership/partnership.hpp"

namespace commonweal {

const partnership::Activity* Partnership::activity(std::uint32_t number) const {
    const auto found = std::ranges::find(activities, number, &partnership::Activity::number);
    return found == activities.end() ? nullptr : &*found;
}

const partnership::Effect* Partnership::effect(std::uint32_t number) const {
    const auto found = std::ranges::find(effects, number, &partnership::Effect::number);
    return found == effects.end() ? nullptr : &*found;
}

namespace partnership {

Decision<Facts> decide(const Partnership& p, const CorrectActivity& command, const Asked& asked) {
    if (auto ok = at_stage(p, {Stage::active, Stage::paused, Stage::ended}); !ok)
        return std::unexpected(ok.error());
    if (p.activity(command.number) == nullptr)
        return refuse(Rule::nothing_to_correct, "activity " + std::to_string(command.number));
    if (auto ok = check_held(command.day, asked); !ok) return std::unexpected(ok.error());
    if (command.activity.empty()) return refuse(Rule::text_missing, "activity");
    if (command.activity.too_long()) return refuse(Rule::text_too_long, "activity");
    return Facts{ActivityCorrected{p.id, command.number, command.day, command.activity},
                 std::nullopt};
}

void evolve(Partnership& p, const ActivityCorrected& fact) {
    const auto found = std::ranges::find(p.activities, fact.number, &Activity::number);
    if (found == p.activities.end()) return;  // one of those that are no longer kept
    found->day = fact.day;
    found->activity = fact.activity;
}

Decision<Facts> decide(const Partnership& p, const CorrectEffect& command, const Asked&) {
    if (auto ok = at_stage(p, {Stage::active, Stage::paused, Stage::ended}); !ok)
        return std::unexpected(ok.error());
    if (p.effect(command.number) == nullptr)
        return refuse(Rule::nothing_to_correct, "effect " + std::to_string(command.number));
    if (auto ok = check_effect(command.effect, command.evidence); !ok)
        return std::unexpected(ok.error());
    return Facts{EffectCorrected{p.id, command.number, command.effect, command.evidence},
                 std::nullopt};
}

void evolve(Partnership& p, const EffectCorrected& fact) {
    const auto found = std::ranges::find(p.effects, fact.number, &Effect::number);
    if (found == p.effects.end()) return;  // one of those that are no longer kept
    found->effect = fact.effect;
    found->evidence = fact.evidence;
}

}  // namespace partnership
}  // namespace commonweal
