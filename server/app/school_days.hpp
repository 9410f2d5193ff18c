#pragma once
// What is known of the days of schools, looked up where a day is planned or shown.

#include "domain/calendar/school_days.hpp"
#include "server/app/app.hpp"

namespace commonweal::app {

/// Which calendars may hold a school's days; an empty code: the register names none.
struct CalendarsOf {
    calendar::WhoseDays own;
    calendar::WhoseDays trust;
    calendar::WhoseDays authority;

    const calendar::WhoseDays& of(calendar::Whose whose) const {
        if (whose == calendar::Whose::school) return own;
        return whose == calendar::Whose::trust ? trust : authority;
    }
};
CalendarsOf calendars_of(const School& school);

/// `load`: a state by the name of its stream, in a command or for an answer.
template <class Load>
KnownDays::OfSchool days_of(const School& school, Load load) {
    const auto calendars = calendars_of(school);
    const auto terms = [&](const calendar::WhoseDays& whose) {
        return whose.code.empty() ? nullptr : load(whose);
    };
    return {school.id, school.details.name, terms(calendars.own), terms(calendars.trust),
            terms(calendars.authority)};
}

/// For a command: what it is decided on is looked up with it.
std::shared_ptr<const KnownDays> known_days(Transaction& t,
                                            std::initializer_list<SchoolId> schools);

}  // namespace commonweal::app
