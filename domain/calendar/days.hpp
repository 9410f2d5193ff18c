#pragma once
// Rules about days that visits, reviews and meetings share.

#include "domain/calendar/school_days.hpp"
#include "domain/core/asked.hpp"

namespace commonweal {

/// A day for something that is planned: a working day, and not before the day on which it is
/// arranged.
Decision<std::monostate> check_planned(Day day, const Asked& asked);

/// Pupils and staff of the school are there on that day, as far as its days are known.
Decision<std::monostate> check_open(Day day, SchoolId school, const Asked& asked);
/// Its staff is there: also on an INSET day.
Decision<std::monostate> check_staffed(Day day, SchoolId school, const Asked& asked);

/// A day on which something took place: not after today.
inline Decision<std::monostate> check_held(Day day, const Asked& asked) {
    if (day > asked.today) return refuse(Rule::day_in_the_future, to_text(day));
    return std::monostate{};
}

}  // namespace commonweal
