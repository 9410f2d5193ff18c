#pragma once
// The terms of the sample: invented, by a rule that most of England's authorities come near to, so
// that every year has them whenever the sample is made.

#include "domain/calendar/terms.hpp"

namespace commonweal::demo {

/// In some places the autumn half-term is a week earlier than in most.
enum class HalfTerm : std::uint8_t { usual, early };

/// The six halves of the three terms of a school year, which begins in September of `year`.
std::vector<calendar::Term> terms_of(std::uint16_t year, HalfTerm autumn);

/// The days on which one is back at school after a holiday: schools take their INSET days there.
std::vector<Day> days_back(std::uint16_t year);

/// School is on everywhere in the sample: no holiday of any authority, and no day back.
bool in_term(Day day);

}  // namespace commonweal::demo
