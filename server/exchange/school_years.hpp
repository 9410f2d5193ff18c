#pragma once
// School years from the stretches of days that a file names. Pure functions.

#include "domain/calendar/calendar.hpp"
#include "domain/calendar/terms.hpp"
#include "server/exchange/named_days.hpp"

namespace commonweal::exchange {

struct TermYear {
    std::uint64_t row = 0;  ///< where the file begins to speak of it
    calendar::SetTermDates terms;
};

struct TermDatesRead {
    std::vector<TermYear> years;  ///< in order
    ImportResult told;            ///< what was rejected or passed over
};

/// "2025-26"
std::string year_in_words(std::uint16_t year);

/// What crosses 31 July is cut there. Where no terms are named they follow from single school days
/// or from the holidays; a year whose terms cannot be known is rejected, but a school may name its
/// closed days alone.
TermDatesRead school_years(NamedDaysRead read, calendar::Whose of, const BankHolidays& holidays);

}  // namespace commonweal::exchange
