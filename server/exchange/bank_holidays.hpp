#pragma once
// Bank holidays in the shape in which GOV.UK publishes them. Pure functions.

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "domain/calendar/calendar.hpp"

namespace commonweal::exchange {

/// Those of England and Wales, in the order of days. The error says in a sentence what is wrong and
/// where.
std::expected<std::vector<calendar::Holiday>, std::string> read_bank_holidays(
    std::string_view json);

/// Those that the program was built with.
std::vector<calendar::Holiday> shipped_bank_holidays();

}  // namespace commonweal::exchange
