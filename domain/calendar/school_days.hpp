#pragma once
// The days on which a school is open, from what is known of bank holidays, its authority's or
// trust's terms and its own days. Where no terms are known, every weekday counts.

#include <memory>

#include "domain/calendar/calendar.hpp"
#include "domain/calendar/terms.hpp"

namespace commonweal {

/// The calendars outlive it.
class SchoolDays {
  public:
    /// nullptr: not known.
    struct Calendars {
        const TermDates* own = nullptr;
        const TermDates* trust = nullptr;
        const TermDates* authority = nullptr;
        auto operator<=>(const Calendars&) const = default;
    };
    explicit SchoolDays(const BankHolidays& holidays) : SchoolDays(holidays, {}) {}
    SchoolDays(const BankHolidays& holidays, Calendars calendars)
        : holidays_(&holidays), calendars_(calendars) {}

    const Calendars& calendars() const { return calendars_; }
    /// Why there is no school on a weekday that is no bank holiday.
    struct Shut {
        calendar::Closed closed = calendar::Closed::holiday;
        std::string name;  ///< empty: it is between two terms
        bool operator==(const Shut&) const = default;
    };
    std::optional<Shut> shut_on(Day day) const;
    /// Monday to Friday, no bank holiday, and the staff is not on holiday.
    bool is_working_day(Day day) const;
    /// The day by which something is due that has `count` working days from `from` on, which itself
    /// does not count: 0 is the first working day from `from` on.
    Day after(Day from, unsigned count) const;
    /// The last day that is at least `count` working days before `day`.
    Day before(Day day, unsigned count) const;

    /// From whose calendar the terms of a year are; none: nothing is known of it.
    std::optional<calendar::Whose> terms_from(std::uint16_t year) const;
    /// That year with the closed days of all calendars, as it is for the school.
    calendar::SchoolYear year(std::uint16_t year) const;
    /// Weekdays of that year on which the pupils are there.
    std::uint32_t open_days(std::uint16_t year) const;

  private:
    const calendar::SchoolYear* year_in(calendar::Whose of, std::uint16_t year) const;
    const calendar::ClosedDays* closed_on(Day day, calendar::Closed kind) const;
    const calendar::SchoolYear* terms(std::uint16_t year) const;

    const BankHolidays* holidays_;
    Calendars calendars_;
};

/// What is known of the days of schools, for a command that plans a day.
struct KnownDays {
    std::shared_ptr<const BankHolidays> holidays;
    struct OfSchool {
        SchoolId school;
        std::string name;
        std::shared_ptr<const TermDates> own;
        std::shared_ptr<const TermDates> trust;
        std::shared_ptr<const TermDates> authority;
    };
    std::vector<OfSchool> schools;

    /// nullptr: nothing was looked up for it.
    const OfSchool* find(SchoolId school) const;
    SchoolDays days_of(const OfSchool& school) const;
};

}  // namespace commonweal
