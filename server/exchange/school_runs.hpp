#pragma once
// The terms of a school year where a file does not name them: from its single school days, or from
// its holidays. Pure functions.

#include <vector>

#include "domain/calendar/calendar.hpp"
#include "domain/calendar/term_events.hpp"
#include "server/exchange/named_days.hpp"

namespace commonweal::exchange {

struct Terms {
    std::vector<calendar::Term> terms;
    std::vector<calendar::ClosedDays> closed;  ///< within the terms, where the file says nothing
};

/// How many days from the first to the last are weekdays and no bank holidays.
int weekdays(Day first, Day last, const BankHolidays& holidays);

/// `school_days`: single days in any order, of one school year. A run ends where three weekdays or
/// more are missing; fewer are closed days within it, unless `closed` has them already.
Terms terms_of_days(const std::vector<NamedDays>& school_days,
                    const std::vector<calendar::ClosedDays>& closed, const BankHolidays& holidays);

/// What lies between holidays of three weekdays or more.
std::vector<calendar::Term> terms_between(const std::vector<calendar::ClosedDays>& closed,
                                          const BankHolidays& holidays);

}  // namespace commonweal::exchange
