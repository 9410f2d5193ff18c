#pragma once
// Rules about days that visits, reviews and meetings share.

#include "domain/calendar/calendar.hpp"
#include "domain/core/asked.hpp"

namespace commonweal {

/// A day for something that is planned: a working day, and not before the day on which it is
/// arranged.
inline Decision<std::monostate> check_planned(Day day, const Asked& asked) {
    static const BankHolidays none;
    const auto& holidays = asked.holidays ? *asked.holidays : none;
    if (const auto* holiday = holidays.on(day))
        return refuse(Rule::not_a_working_day, to_text(day) + " (" + holiday->name + ")");
    if (!holidays.is_working_day(day)) return refuse(Rule::not_a_working_day, to_text(day));
    if (day < asked.day()) return refuse(Rule::day_in_the_past, to_text(day));
    return std::monostate{};
}

/// A day on which something took place: not after today.
inline Decision<std::monostate> check_held(Day day, const Asked& asked) {
    if (day > asked.today) return refuse(Rule::day_in_the_future, to_text(day));
    return std::monostate{};
}

}  // namespace commonweal
