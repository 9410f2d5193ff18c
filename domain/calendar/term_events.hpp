#pragma once
// When schools are open: the terms of authorities and trusts, and the days of single schools.
// Streams: terms/authority-CODE, terms/trust-CODE, terms/school-URN.

#include <string>
#include <vector>

#include "domain/core/event.hpp"

namespace commonweal::calendar {

/// Whose calendar it is. A school's own terms come before its trust's, and these before its
/// authority's; closed days of all three add up.
enum class Whose : std::uint8_t { authority = 1, trust = 2, school = 3 };
BOOST_DESCRIBE_ENUM(Whose, authority, trust, school)

/// The authority's or trust's code in the register, or a school's URN.
struct WhoseDays {
    Whose of = Whose::school;
    std::string code;
    auto operator<=>(const WhoseDays&) const = default;
};
BOOST_DESCRIBE_STRUCT(WhoseDays, (), (of, code))

/// Or half of one: from the first to the last day on which there is school.
struct Term {
    std::string name;  ///< "Autumn term, first half"
    Day first{};
    Day last{};
    bool operator==(const Term&) const = default;
};
BOOST_DESCRIBE_STRUCT(Term, (), (name, first, last))

enum class Closed : std::uint8_t {
    holiday = 1,
    inset = 2,    ///< the staff is there, the pupils are not
    blocked = 3,  ///< a week of tests, or whatever else lets nobody visit
};
BOOST_DESCRIBE_ENUM(Closed, holiday, inset, blocked)

struct ClosedDays {
    Day first{};
    Day last{};
    Closed closed = Closed::holiday;
    std::string name;  ///< "INSET day"
    bool operator==(const ClosedDays&) const = default;
};
BOOST_DESCRIBE_STRUCT(ClosedDays, (), (first, last, closed, name))

/// From 1 August of `year` to 31 July of the next: what lies between its terms is holiday.
struct SchoolYear {
    std::uint16_t year = 0;
    bool provisional = false;
    std::vector<Term> terms;  ///< in order; none: those of the trust or authority
    std::vector<ClosedDays> closed;
    bool operator==(const SchoolYear&) const = default;
};
BOOST_DESCRIBE_STRUCT(SchoolYear, (), (year, provisional, terms, closed))

struct TermDatesSet {
    static constexpr std::string_view kind = "term-dates-set";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "The terms and closed days of a school year became known, or changed: this is all of it.";
    WhoseDays whose;
    SchoolYear year;
    static constexpr std::array fields{Field{"whose"}, Field{"year"}};
};
BOOST_DESCRIBE_STRUCT(TermDatesSet, (), (whose, year))

}  // namespace commonweal::calendar
