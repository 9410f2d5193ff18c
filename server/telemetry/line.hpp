#pragma once
// How a log line is put into words: pure, so that it can be tested. Private to telemetry.

#include <initializer_list>
#include <string>
#include <string_view>

#include "server/telemetry/log.hpp"

namespace commonweal::telemetry {

/// The event and its fields without time and level, appended to `line`. Control characters, quotes
/// and bytes that are not ASCII text are escaped, so that a client cannot forge a line.
void append_fields(std::string& line, Format format, std::string_view event,
                   std::initializer_list<Field> fields);

}  // namespace commonweal::telemetry
