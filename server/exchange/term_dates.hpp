#pragma once
// Reads when there is school from a file that an authority, a trust or a school gives: a calendar
// (.ics) or a list (CSV, pasted, .xlsx). Which of them it is, is told from its content.
//
// Reading is a pure function of the bytes, within bounds: at most 8 MB and 20,000 events or rows,
// a second or two at the worst. Not for a thread that serves connections.

#include <expected>

#include "server/app/commands.hpp"
#include "server/exchange/school_years.hpp"

namespace commonweal::exchange {

/// The error is for a file of which no school year can be made, and says in a sentence why. `of`:
/// an authority or a trust needs terms, a school may name its closed days alone.
std::expected<TermDatesRead, std::string> read_term_dates(std::string_view file, calendar::Whose of,
                                                          const BankHolidays& holidays);

/// One year into the calendar that is meant.
void put_terms(app::Transaction& t, const calendar::WhoseDays& whose, const TermYear& row,
               ImportResult& counted);

}  // namespace commonweal::exchange
