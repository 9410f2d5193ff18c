#pragma once
// What an event did to the diary.

#include "projections/calendar/calendars.hpp"
#include "projections/engagement/balance.hpp"
#include "projections/meeting/meetings.hpp"

namespace commonweal::view {

/// At most one of the first two; until the next event.
struct Entered {
    std::optional<Engagements::Step> step;  ///< to a visit, a review or a partnership
    const MeetingEntry* meeting = nullptr;  ///< that it is about
    Day on{};                               ///< when it happened
    std::optional<Balance> inherited{};     ///< that counts for another school from now on
    std::optional<DaysMoved> days_moved{};  ///< of schools, so that deadlines may have, too
};

}  // namespace commonweal::view
