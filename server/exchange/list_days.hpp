#pragma once
// The terms, holidays, INSET and blocked days of a list: First day, Last day, Name, Kind.

#include <expected>

#include "server/exchange/named_days.hpp"
#include "server/exchange/table.hpp"

namespace commonweal::exchange {

/// A row without a last day is about one day; one without a kind is of that which its name says.
/// The error is for a table that is no such list.
std::expected<NamedDaysRead, std::string> read_list_days(const Table& table);

}  // namespace commonweal::exchange
