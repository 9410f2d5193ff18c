#pragma once
// Cuts the text of an iCalendar file (RFC 5545) into its events, so that one that is broken spoils
// no other and each can say on which line it stands. Pure functions.

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "server/exchange/import_result.hpp"

namespace commonweal::exchange {

/// From its BEGIN:VEVENT to its END:VEVENT, within the text that was cut.
struct IcalEvent {
    std::uint64_t line = 0;
    std::string_view text;
};

struct IcalEvents {
    std::vector<IcalEvent> events;
    std::vector<RejectedRow> rejected;  ///< those that never end, or that are too long
};

/// True for what begins like a calendar.
bool is_ical(std::string_view text);

/// The error says in a sentence why none can be read.
std::expected<IcalEvents, std::string> cut_events(std::string_view text);

}  // namespace commonweal::exchange
