// School years are entered whole, checked, and carried on to the next year.

#include "domain/calendar/terms.hpp"

#include "tests/domain/given.hpp"

using namespace commonweal;
using namespace commonweal::calendar;
using namespace commonweal::testing;

namespace {

const WhoseDays bristol{Whose::authority, "801"};
const Term autumn{"Autumn", day("2025-09-02"), day("2025-10-24")};
const Term winter{"Winter", day("2025-11-03"), day("2025-12-19")};
const ClosedDays inset{day("2025-09-01"), day("2025-09-01"), Closed::inset, "INSET day"};
const ClosedDays tests_week{day("2025-12-08"), day("2025-12-12"), Closed::blocked, "Mock exams"};

SetTermDates year(std::vector<Term> terms, std::vector<ClosedDays> closed = {}) {
    return {Whose::authority, 2025, false, std::move(terms), std::move(closed)};
}
void refused(const SetTermDates& command, const std::string& about) {
    given<TermDates>().when(command).then_refused(Rule::terms_malformed, about);
}

}  // namespace

TEST_CASE("the year in which a school year begins is that of its August") {
    CHECK(school_year_of(day("2025-08-01")) == 2025);
    CHECK(school_year_of(day("2026-07-31")) == 2025);
    CHECK(school_year_of(day("2026-08-01")) == 2026);
    CHECK(first_of_year(2025) == day("2025-08-01"));
    CHECK(last_of_year(2025) == day("2026-07-31"));
}

TEST_CASE("a school year is entered, entered anew, and not twice the same") {
    given<TermDates>()
        .when(year({autumn, winter}, {tests_week, inset}))
        .then(TermDatesSet{bristol, {2025, false, {autumn, winter}, {inset, tests_week}}})
        .when(year({autumn, winter}, {inset, tests_week}))
        .then_refused(Rule::same_again, "2025")
        .when(year({autumn}))
        .then(TermDatesSet{bristol, {2025, false, {autumn}, {}}});
}

TEST_CASE("terms have names, are in order, apart from each other and within the year") {
    refused(year({winter, autumn}), "2025-12-19: the next term has begun by then");
    refused(year({autumn, {"More", autumn.last, autumn.last}}),
            "2025-10-24: the next term has begun by then");
    refused(year({{"", autumn.first, autumn.last}}), "2025-09-02: it has no name");
    refused(year({{std::string(name_max + 1, 'x'), autumn.first, autumn.last}}),
            "2025-09-02: its name is too long");
    refused(year({{"Autumn", autumn.last, autumn.first}}), "2025-10-24: it ends before it begins");
    refused(year({{"Early", day("2025-07-31"), day("2025-08-05")}}),
            "2025-07-31: it is outside of the school year, 1 August to 31 July");
    refused(year({autumn}, {{day("2026-08-01"), day("2026-08-01"), Closed::inset, "INSET"}}),
            "2026-08-01: it is outside of the school year, 1 August to 31 July");
    refused(year({}), "there is no term");
    refused(year({}, {inset}), "there is no term");
    refused({Whose::school, 2025, false, {}, {}}, "there is neither a term nor a closed day");
    given<TermDates>()
        .when(year(std::vector<Term>(terms_max + 1, autumn)))
        .then_refused(Rule::too_many_rows, "12 terms")
        .when(year({autumn}, std::vector<ClosedDays>(closed_max + 1, inset)))
        .then_refused(Rule::too_many_rows, "100 closed days");
    auto far = year({autumn});
    far.year = 2300;
    refused(far, "2300 is no school year");
}

TEST_CASE("a school alone may have closed days and no terms of its own") {
    const WhoseDays own{Whose::school, "801"};
    const SchoolYear days{2025, false, {}, {inset}};
    given<TermDates>()
        .when(SetTermDates{Whose::school, 2025, false, {}, {inset}})
        .then(TermDatesSet{own, days});
}

TEST_CASE("the next year begins with the same weekdays, provisionally, and once") {
    given<TermDates>(TermFact{TermDatesSet{bristol, {2025, false, {autumn}, {inset}}}})
        .when(CarryTermDates{Whose::authority, 2025})
        .then(TermDatesSet{bristol,
                           {2026,
                            true,
                            {{"Autumn", day("2026-09-01"), day("2026-10-23")}},
                            {{day("2026-08-31"), day("2026-08-31"), Closed::inset, "INSET day"}}}})
        .when(CarryTermDates{Whose::authority, 2025})
        .then_refused(Rule::already_exists, "2026")
        .when(CarryTermDates{Whose::authority, 2030})
        .then_refused(Rule::no_such_year, "2030");
}

TEST_CASE("what would begin before the next year is cut there, or left out") {
    const ClosedDays august{day("2026-08-01"), day("2026-08-31"), Closed::holiday, "Summer"};
    const ClosedDays first_day{day("2026-08-01"), day("2026-08-01"), Closed::inset, "INSET day"};
    const Term early{"Autumn", day("2026-08-01"), day("2026-10-23")};
    given<TermDates>(TermFact{TermDatesSet{bristol, {2026, false, {early}, {first_day, august}}}})
        .when(CarryTermDates{Whose::authority, 2026})
        .then(TermDatesSet{bristol,
                           {2027,
                            true,
                            {{"Autumn", day("2027-08-01"), day("2027-10-22")}},
                            {{day("2027-08-01"), day("2027-08-30"), Closed::holiday, "Summer"}}}});
}

TEST_CASE("a year that was entered by mistake is emptied") {
    given<TermDates>(TermFact{TermDatesSet{bristol, {2025, false, {autumn}, {inset}}}})
        .when(year({}))
        .then(TermDatesSet{bristol, {2025, false, {}, {}}})
        .when(year({}))
        .then_refused(Rule::same_again, "2025");
}

TEST_CASE("a calendar has a code, and no more years than anybody needs") {
    const auto command = year({autumn});
    for (const auto* code : {"", "8 01", "8/1"}) {
        const auto decided = decide(TermDates{}, {Whose::authority, code}, command);
        REQUIRE_FALSE(decided.has_value());
        CHECK(decided.error() == Refusal{Rule::no_such_calendar, "authority"});
    }
    TermDates full;
    for (std::uint16_t i = 0; i < years_max; ++i)
        full.years.push_back({static_cast<std::uint16_t>(2050 + i), false, {autumn}, {}});
    Given<TermDates>(full).when(command).then_refused(Rule::too_many_rows, "30 years");
}
