#pragma once
// Days and instants. The domain has no clock: both come in with the command.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace commonweal {

/// A calendar day in Europe/London.
using Day = std::chrono::sys_days;
/// An instant in UTC, to the microsecond.
using Instant = std::chrono::sys_time<std::chrono::microseconds>;

/// "2026-03-09"
std::string to_text(Day day);
/// None where the text is not exactly YYYY-MM-DD or no such day exists.
std::optional<Day> parse_day(std::string_view text);
/// RFC 3339 in UTC, "2026-03-09T14:05:00Z"; with microseconds where there are any.
std::string to_text(Instant instant);
/// None where the text is not an RFC 3339 instant; an offset is turned into UTC.
std::optional<Instant> parse_instant(std::string_view text);

}  // namespace commonweal
