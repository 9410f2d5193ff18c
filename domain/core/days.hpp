#pragma once
// Rules about days that visits and reviews share.

#include "domain/core/asked.hpp"

namespace commonweal {

/// Monday to Friday. Holidays and term dates come from calendars (a later slice).
inline bool is_weekday(Day day) {
    const std::chrono::weekday weekday{day};
    return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday;
}

/// A day for something that is planned: a weekday, and not before the day on which it is arranged.
inline Decision<std::monostate> check_planned(Day day, const Asked& asked) {
    if (!is_weekday(day)) return refuse(Rule::not_a_working_day, to_text(day));
    if (day < asked.day()) return refuse(Rule::day_in_the_past, to_text(day));
    return std::monostate{};
}

/// A day on which something took place: not after today.
inline Decision<std::monostate> check_held(Day day, const Asked& asked) {
    if (day > asked.today) return refuse(Rule::day_in_the_future, to_text(day));
    return std::monostate{};
}

}  // namespace commonweal
