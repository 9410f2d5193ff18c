#pragma once
// The calendar as the API shows it.

#include "domain/calendar/calendar.hpp"

namespace commonweal::api {

struct CalendarView {
    std::optional<Day> today;  ///< the last day that began
    std::vector<calendar::Holiday> bank_holidays;
};
BOOST_DESCRIBE_STRUCT(CalendarView, (), (today, bank_holidays))

}  // namespace commonweal::api
