#pragma once
// On which days the schools of networks are open, as views need it.

#include <map>
#include <unordered_map>

#include "domain/calendar/school_days.hpp"
#include "domain/catalogue.hpp"

namespace commonweal::view {

/// Of these members of networks; nothing: of all schools.
struct DaysMoved {
    std::optional<std::vector<SchoolId>> schools;
};

class Calendars {
  public:
    /// Of which schools the days have moved; none: of none.
    std::optional<DaysMoved> apply(const AnyFact& fact);
    /// Until the next event.
    SchoolDays days_of(SchoolId school) const;
    const BankHolidays& bank_holidays() const { return holidays_; }

  private:
    struct Codes {
        std::string trust;
        std::string authority;
        bool operator==(const Codes&) const = default;
        BOOST_DESCRIBE_CLASS(Codes, (), (trust, authority), (), ())
    };
    bool know(SchoolId school, const school::Details& details);
    std::vector<SchoolId> schools_of(const calendar::WhoseDays& whose) const;
    const TermDates* find(calendar::Whose of, const std::string& code) const;

    BankHolidays holidays_;
    std::map<calendar::WhoseDays, TermDates> terms_;
    std::unordered_map<SchoolId, Codes> codes_;  ///< of members of networks

    BOOST_DESCRIBE_CLASS(Calendars, (), (), (), (holidays_, terms_, codes_))
};

}  // namespace commonweal::view
