#pragma once
// A day as files have it.

#include <string>

#include "domain/core/time.hpp"

namespace commonweal::exchange {

/// The register writes 31-08-2024; spreadsheets that saved it again write 31/08/2024, and a
/// worksheet's own date is read as 2024-08-31.
inline std::optional<Day> parse_written_day(std::string_view text) {
    if (text.size() != 10) return std::nullopt;
    if (text[4] == '-') return parse_day(std::string(text));
    if (text[2] != text[5] || (text[2] != '-' && text[2] != '/')) return std::nullopt;
    std::string day(text.substr(6));
    day.append("-").append(text.substr(3, 2)).append("-").append(text.substr(0, 2));
    return parse_day(day);
}

}  // namespace commonweal::exchange
