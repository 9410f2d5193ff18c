#pragma once
// What the words of a calendar say about a day: "Autumn half-term", "INSET day", "Term 1". Pure
// functions.

#include <chrono>
#include <string_view>

#include "server/exchange/named_days.hpp"

namespace commonweal::exchange {

/// `length`: how many days they are said of, since "half term 1" is a holiday of a week or a term
/// of seven.
DaysKind kind_of_words(std::string_view text, std::chrono::days length);

}  // namespace commonweal::exchange
