#pragma once
// Which day it is, as far as the log says; and which days are working days.

#include <variant>

#include "domain/calendar/events.hpp"
#include "domain/core/refusal.hpp"

namespace commonweal {

/// The last day that began; none before the first.
struct Calendar {
    std::optional<Day> today;
};

/// Working days are Monday to Friday, but for bank holidays.
struct BankHolidays {
    std::vector<calendar::Holiday> holidays;  ///< in the order of their days

    /// The holiday on that day; nullptr: none.
    const calendar::Holiday* on(Day day) const;
    bool is_working_day(Day day) const;
};
BOOST_DESCRIBE_STRUCT(BankHolidays, (), (holidays))

namespace calendar {

inline constexpr std::size_t holidays_max = 1000;
/// Days that began while nobody looked are told one by one, at most so many at once.
inline constexpr int days_at_once = 100;

/// Says that a day has begun, and those between it and the last one.
struct BeginDay {
    Day day{};
};
/// Says that a clock that jumped ahead is right.
struct ConfirmClock {
    Instant from{};
    Instant to{};
};
struct SetBankHolidays {
    std::vector<Holiday> holidays;
};
BOOST_DESCRIBE_STRUCT(SetBankHolidays, (), (holidays))

using DayFact = std::variant<DayBegan, ClockConfirmed>;
using HolidayFact = std::variant<BankHolidaysSet>;

Decision<std::vector<DayFact>> decide(const Calendar& calendar, const BeginDay& command);
Decision<DayFact> decide(const Calendar& calendar, const ConfirmClock& command);
Decision<HolidayFact> decide(const BankHolidays& known, const SetBankHolidays& command);

void evolve(Calendar& calendar, const DayFact& fact);
void evolve(BankHolidays& known, const HolidayFact& fact);

}  // namespace calendar
}  // namespace commonweal
