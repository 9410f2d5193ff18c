#pragma once
// One event of an iCalendar file, as far as term dates need it. Pure functions; libical reads.

#include <expected>
#include <string>
#include <string_view>

#include "domain/core/time.hpp"

namespace commonweal::exchange {

/// On which days it takes place, all of them included.
struct EventDays {
    Day first{};
    Day last{};
};

struct EventRead {
    std::string summary;  ///< tidy; empty where it has none
    bool cancelled = false;
    std::expected<EventDays, std::string> days;  ///< or why they cannot be known
};

/// A time in UTC is taken to the day in Europe/London; one with a zone, or with none, is on the day
/// that is written. What ends at midnight ends on the day before.
EventRead read_event(std::string_view text);

}  // namespace commonweal::exchange
