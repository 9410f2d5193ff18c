#pragma once
// The calendar of a cluster or a network as the API shows it.

#include "domain/calendar/school_days.hpp"

namespace commonweal::api {

/// A visit, a review or a meeting on one of its days.
struct CalendarEntry {
    Day day{};
    std::optional<VisitId> visit;  ///< one of these three is what it is
    std::optional<ReviewId> review;
    std::optional<MeetingId> meeting;
    bool proposed = false;  ///< the day of a meeting is not settled yet
    bool took_place = false;
    std::vector<SchoolId> schools;  ///< the host first; of a meeting: the host alone
    std::optional<std::string> theme;
};
BOOST_DESCRIBE_STRUCT(CalendarEntry, (),
                      (day, visit, review, meeting, proposed, took_place, schools, theme))

/// Days on which schools are not open, with all that have the same.
struct ClosedSpan {
    Day first{};
    Day last{};
    calendar::Closed closed = calendar::Closed::holiday;
    std::string name;  ///< empty: between two terms
    std::vector<SchoolId> schools;
};
BOOST_DESCRIBE_STRUCT(ClosedSpan, (), (first, last, closed, name, schools))

struct CalendarOfGroup {
    Day from{};
    Day to{};
    std::optional<Day> today;
    bool complete = true;                ///< false: there are more entries than are given
    std::vector<CalendarEntry> entries;  ///< in the order of days
    std::vector<ClosedSpan> closed;
    std::vector<calendar::Holiday> holidays;  ///< bank holidays
};
BOOST_DESCRIBE_STRUCT(CalendarOfGroup, (), (from, to, today, complete, entries, closed, holidays))

}  // namespace commonweal::api
