#include "domain/calendar/school_days.hpp"

#include <algorithm>

#include "domain/core/weekday.hpp"

namespace commonweal {
namespace {

using calendar::Whose;

constexpr std::chrono::days one_day{1};
constexpr std::array every{Whose::school, Whose::trust, Whose::authority};

bool within(Day day, const auto& span) {
    return span.first <= day && day <= span.last;
}

}  // namespace

const calendar::SchoolYear* SchoolDays::year_in(Whose of, std::uint16_t year) const {
    const auto* known = of == Whose::school  ? calendars_.own
                        : of == Whose::trust ? calendars_.trust
                                             : calendars_.authority;
    return known == nullptr ? nullptr : known->of_year(year);
}

std::optional<Whose> SchoolDays::terms_from(std::uint16_t year) const {
    for (const auto of : every)
        if (const auto* known = year_in(of, year); known != nullptr && !known->terms.empty())
            return of;
    return std::nullopt;
}

const calendar::SchoolYear* SchoolDays::terms(std::uint16_t year) const {
    const auto of = terms_from(year);
    return of ? year_in(*of, year) : nullptr;
}

const calendar::ClosedDays* SchoolDays::closed_on(Day day, calendar::Closed kind) const {
    for (const auto of : every) {
        const auto* known = year_in(of, calendar::school_year_of(day));
        if (known == nullptr) continue;
        for (const auto& closed : known->closed)
            if (closed.closed == kind && within(day, closed)) return &closed;
    }
    return nullptr;
}

/// Whoever is on holiday is not there, whatever else is said of the day; an INSET day may lie
/// before a term begins.
std::optional<SchoolDays::Shut> SchoolDays::shut_on(Day day) const {
    using calendar::Closed;
    for (const auto kind : {Closed::holiday, Closed::inset})
        if (const auto* closed = closed_on(day, kind)) return Shut{kind, closed->name};
    if (const auto* year = terms(calendar::school_year_of(day)))
        if (std::ranges::none_of(year->terms, [&](const auto& term) { return within(day, term); }))
            return Shut{};
    const auto* blocked = closed_on(day, Closed::blocked);
    return blocked == nullptr ? std::nullopt : std::optional{Shut{Closed::blocked, blocked->name}};
}

bool SchoolDays::is_working_day(Day day) const {
    if (!holidays_->is_working_day(day)) return false;
    const auto shut = shut_on(day);
    return !shut || shut->closed != calendar::Closed::holiday;
}

Day SchoolDays::after(Day from, unsigned count) const {
    Day day = from;
    while (!is_working_day(day)) day += one_day;
    if (day != from && count > 0) --count;  // the first one after a day off is the first to count
    while (count > 0)
        if (is_working_day(day += one_day)) --count;
    return day;
}

Day SchoolDays::before(Day day, unsigned count) const {
    while (count > 0)
        if (is_working_day(day -= one_day)) --count;
    return day;
}

calendar::SchoolYear SchoolDays::year(std::uint16_t year) const {
    calendar::SchoolYear shown{year, false, {}, {}};
    const auto* in_terms = terms(year);
    if (in_terms != nullptr) shown.terms = in_terms->terms;
    for (const auto of : every) {
        const auto* known = year_in(of, year);
        if (known == nullptr) continue;
        const bool counts = known == in_terms || !known->closed.empty();
        shown.provisional = shown.provisional || (counts && known->provisional);
        std::ranges::copy(known->closed, std::back_inserter(shown.closed));
    }
    std::ranges::sort(shown.closed, {}, calendar::in_order);
    return shown;
}

std::uint32_t SchoolDays::open_days(std::uint16_t year) const {
    std::uint32_t open = 0;
    for (Day day = calendar::first_of_year(year); day <= calendar::last_of_year(year);
         day += one_day)
        if (holidays_->is_working_day(day) && !shut_on(day)) ++open;
    return open;
}

const KnownDays::OfSchool* KnownDays::find(SchoolId school) const {
    const auto found = std::ranges::find(schools, school, &OfSchool::school);
    return found == schools.end() ? nullptr : &*found;
}

SchoolDays KnownDays::days_of(const OfSchool& school) const {
    return {*holidays, {school.own.get(), school.trust.get(), school.authority.get()}};
}

}  // namespace commonweal
