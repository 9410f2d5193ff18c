#pragma once
// The school years of one calendar: entered, carried on to the next year, confirmed.

#include <tuple>
#include <variant>

#include "domain/calendar/term_events.hpp"
#include "domain/core/refusal.hpp"

namespace commonweal {

/// One calendar's years, in order.
struct TermDates {
    std::vector<calendar::SchoolYear> years;

    /// nullptr: nothing is known of it.
    const calendar::SchoolYear* of_year(std::uint16_t year) const;
};
BOOST_DESCRIBE_STRUCT(TermDates, (), (years))

namespace calendar {

inline constexpr std::size_t terms_max = 12;
inline constexpr std::size_t closed_max = 100;
inline constexpr std::size_t years_max = 30;
inline constexpr std::size_t name_max = 80;

/// The year in which the school year of a day begins.
std::uint16_t school_year_of(Day day);
/// The first and the last day of a school year.
Day first_of_year(std::uint16_t year);
Day last_of_year(std::uint16_t year);

/// By which closed days are put in order.
inline auto in_order(const ClosedDays& days) {
    return std::tuple(days.first, days.last, days.closed, days.name);
}

/// Says when there is school in a year: all of it. Without terms and closed days, what was said of
/// it no longer holds.
struct SetTermDates {
    Whose of = Whose::school;
    std::uint16_t year = 0;
    bool provisional = false;
    std::vector<Term> terms;
    std::vector<ClosedDays> closed;
};
BOOST_DESCRIBE_STRUCT(SetTermDates, (), (of, year, provisional, terms, closed))

/// Begins the next year with the same weeks, until its days are confirmed.
struct CarryTermDates {
    Whose of = Whose::school;
    std::uint16_t year = 0;
};
BOOST_DESCRIBE_STRUCT(CarryTermDates, (), (of, year))

using TermFact = std::variant<TermDatesSet>;

/// `whose`: the calendar that is meant; an empty code: the school has none of that kind.
Decision<TermFact> decide(const TermDates& known, const WhoseDays& whose,
                          const SetTermDates& command);
Decision<TermFact> decide(const TermDates& known, const WhoseDays& whose,
                          const CarryTermDates& command);

void evolve(TermDates& known, const TermFact& fact);

}  // namespace calendar
}  // namespace commonweal
