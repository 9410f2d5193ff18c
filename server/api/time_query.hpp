#pragma once
// Days, instants and positions as they stand in an address.

#include <optional>
#include <string_view>

#include "domain/core/time.hpp"

namespace commonweal::api {

/// An instant, or a day: its beginning in London or, as an end, that of the next one.
std::optional<Instant> parse_time(std::string_view text, bool as_end);

}  // namespace commonweal::api
