#pragma once
// The days of a school as the API shows them.

#include "domain/calendar/school_days.hpp"

namespace commonweal::api {

/// One calendar, as it stands.
struct TermCalendar {
    calendar::Whose of = calendar::Whose::school;
    std::string code;
    std::string name;  ///< of the authority, the trust or the school
    std::vector<calendar::SchoolYear> years;
    Version version = 0;
    bool may = false;  ///< this reader may change it
};
BOOST_DESCRIBE_STRUCT(TermCalendar, (), (of, code, name, years, version, may))

/// A school year as it is for a school, from all that is known.
struct YearOfSchool {
    std::uint16_t year = 0;
    std::optional<calendar::Whose> of;  ///< whose terms they are; none: no terms are known
    bool provisional = false;
    std::vector<calendar::Term> terms;
    std::vector<calendar::ClosedDays> closed;
    std::uint32_t open_days = 0;  ///< schools in England open on 190
};
BOOST_DESCRIBE_STRUCT(YearOfSchool, (), (year, of, provisional, terms, closed, open_days))

struct TermDatesView {
    SchoolId school;
    std::optional<Day> today;
    std::vector<calendar::Holiday> holidays;  ///< bank holidays of those years
    std::vector<TermCalendar> calendars;
    std::vector<YearOfSchool> years;
};
BOOST_DESCRIBE_STRUCT(TermDatesView, (), (school, today, holidays, calendars, years))

}  // namespace commonweal::api
