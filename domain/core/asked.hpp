#pragma once
// What comes with every command: when it was asked, and by whom.

#include <memory>

#include "domain/core/event.hpp"
#include "domain/core/refusal.hpp"

namespace commonweal {

struct KnownDays;

struct Asked {
    Instant now{};
    Day today{};  ///< in Europe/London
    PersonId by;
    std::optional<PersonId> on_behalf_of;
    std::optional<Happened> happened;
    How how = How::live;
    std::optional<Position> corrects;
    std::shared_ptr<const KnownDays> known_days;  ///< where a day is planned; none: not looked up

    /// The day on which the thing happened: today, unless it is said.
    Day day() const { return happened ? happened->day : today; }
    Attribution attribution() const { return {happened, by, on_behalf_of, how, corrects}; }
};

/// Nothing has happened after the day on which it is entered.
inline Decision<std::monostate> check(const Asked& asked) {
    if (asked.day() > asked.today)
        return refuse(Rule::happened_in_the_future, to_text(asked.day()));
    if (asked.happened && asked.happened->instant && *asked.happened->instant > asked.now)
        return refuse(Rule::happened_in_the_future, to_text(*asked.happened->instant));
    return std::monostate{};
}

}  // namespace commonweal
