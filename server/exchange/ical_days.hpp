#pragma once
// The terms, holidays and INSET days among the events of an iCalendar file.

#include <expected>

#include "server/exchange/named_days.hpp"

namespace commonweal::exchange {

/// Events about anything else are passed over. The error is for a file of which nothing can be
/// read.
std::expected<NamedDaysRead, std::string> read_ical_days(std::string_view text);

}  // namespace commonweal::exchange
