// When a school is open: its own days, its trust's and its authority's terms, and bank holidays.

#include "domain/calendar/days.hpp"
#include "tests/domain/given.hpp"

using namespace commonweal;
using namespace commonweal::calendar;
using namespace commonweal::testing;

namespace {

const BankHolidays holidays{{{day("2025-12-25"), "Christmas Day"}}};
const Term autumn{"Autumn", day("2025-09-02"), day("2025-10-24")};
const Term winter{"Winter", day("2025-11-03"), day("2025-12-19")};
const TermDates authority{{{2025,
                            false,
                            {autumn, winter},
                            {{day("2025-10-24"), day("2025-10-24"), Closed::inset, "INSET day"}}}}};
/// Half-term is a week earlier.
const TermDates trust{{{2025,
                        true,
                        {{"Autumn", day("2025-09-02"), day("2025-10-17")},
                         {"Winter", day("2025-10-27"), day("2025-12-19")}},
                        {}}}};
const TermDates own{
    {{2025, false, {}, {{day("2025-11-10"), day("2025-11-11"), Closed::blocked, "Mock exams"}}}}};

SchoolDays days_with(const TermDates* trust_dates, const TermDates* own_dates = nullptr) {
    return {holidays, {own_dates, trust_dates, &authority}};
}
std::string shut(const SchoolDays& days, std::string_view on) {
    const auto shut = days.shut_on(day(on));
    if (!shut) return "open";
    return boost::describe::enum_to_string(shut->closed, "") + std::string(" ") + shut->name;
}

}  // namespace

TEST_CASE("where nothing is known, every weekday counts") {
    const SchoolDays days(holidays);
    CHECK(shut(days, "2025-10-28") == "open");
    CHECK(days.is_working_day(day("2025-10-28")));
    CHECK_FALSE(days.is_working_day(day("2025-12-25")));
    CHECK_FALSE(days.terms_from(2025).has_value());
}

TEST_CASE("between the terms of its authority a school is on holiday") {
    const auto days = days_with(nullptr);
    CHECK(shut(days, "2025-09-01") == "holiday ");
    CHECK(shut(days, "2025-09-02") == "open");
    CHECK(shut(days, "2025-10-28") == "holiday ");
    CHECK(shut(days, "2025-12-19") == "open");
    CHECK(shut(days, "2026-03-02") == "holiday ");
    CHECK(shut(days, "2026-09-01") == "open");  // of that year nothing is known
    CHECK(days.terms_from(2025) == Whose::authority);
}

TEST_CASE("a trust's terms take the place of the authority's, whose closed days stay") {
    const auto days = days_with(&trust);
    CHECK(shut(days, "2025-10-20") == "holiday ");
    CHECK(shut(days, "2025-10-28") == "open");
    CHECK(shut(days, "2025-10-24") == "inset INSET day");
    CHECK(days.terms_from(2025) == Whose::trust);
    CHECK(days.year(2025).provisional);
}

TEST_CASE("a school's own days come on top, and its own terms before all others") {
    CHECK(shut(days_with(&trust, &own), "2025-11-10") == "blocked Mock exams");
    CHECK(days_with(&trust, &own).terms_from(2025) == Whose::trust);
    const TermDates short_year{
        {{2025, false, {{"All", day("2025-09-10"), day("2025-09-12")}}, {}}}};
    const auto days = days_with(&trust, &short_year);
    CHECK(days.terms_from(2025) == Whose::school);
    CHECK(shut(days, "2025-09-09") == "holiday ");
    CHECK(days.open_days(2025) == 3);
}

TEST_CASE("a holiday stays one, whatever the school says of the day; INSET may lie before a term") {
    const TermDates blocked{
        {{2025, false, {}, {{day("2025-10-27"), day("2025-10-31"), Closed::blocked, "Painters"}}}}};
    CHECK(shut(days_with(nullptr, &blocked), "2025-10-28") == "holiday ");
    const TermDates inset{
        {{2025, true, {}, {{day("2025-09-01"), day("2025-09-01"), Closed::inset, "INSET day"}}}}};
    const auto days = days_with(nullptr, &inset);
    CHECK(shut(days, "2025-09-01") == "inset INSET day");
    CHECK(days.is_working_day(day("2025-09-01")));
    CHECK(days.year(2025).provisional);
    CHECK_FALSE(days_with(nullptr, &blocked).year(2025).provisional);
}

TEST_CASE("the year as it is for the school has the closed days of all calendars") {
    const auto year = days_with(nullptr, &own).year(2025);
    CHECK(year.terms == std::vector{autumn, winter});
    REQUIRE(year.closed.size() == 2);
    CHECK(year.closed[0].name == "INSET day");
    CHECK(year.closed[1].name == "Mock exams");
    // 39 days of the first half-term without the INSET day, 35 of the second without two blocked.
    CHECK(days_with(nullptr, &own).open_days(2025) == 38 + 33);
}

TEST_CASE("working days leave out holidays, and no INSET or blocked days") {
    const auto days = days_with(nullptr, &own);
    CHECK(to_text(days.after(day("2025-10-23"), 1)) == "2025-10-24");
    CHECK(to_text(days.after(day("2025-10-23"), 2)) == "2025-11-03");
    CHECK(to_text(days.after(day("2025-11-07"), 1)) == "2025-11-10");
    CHECK(to_text(days.before(day("2025-11-04"), 2)) == "2025-10-24");
    CHECK(to_text(days.after(day("2025-12-19"), 1)) == "2026-08-03");  // of it nothing is known
}

TEST_CASE("a visit is planned for a day on which its host has school") {
    auto world = ordinary_world();
    const TermDates terms{{{2025,
                            false,
                            {{"Spring", day("2026-01-05"), day("2026-03-27")}},
                            {{day("2026-03-16"), day("2026-03-16"), Closed::inset, "INSET day"}}}}};
    Visit visit;
    visit.stage = visit::Stage::agreed;
    visit.guest = ashton_park;
    visit.host = cooper;
    const auto on = [&](const char* when, std::vector<SchoolId> known) {
        world.asked.known_days = days_of(terms, std::move(known));
        return Given<Visit>(visit).in(world).when(visit::SetDay{day(when)});
    };
    on("2026-03-30", {cooper})
        .then_refused(Rule::not_a_school_day, "The Cooper School on 2026-03-30 (school holidays)");
    on("2026-03-16", {cooper})
        .then_refused(Rule::not_a_school_day, "The Cooper School on 2026-03-16 (INSET day)");
    on("2026-03-17", {cooper}).then(visit::Dated{visit.id, day("2026-03-17")});
    on("2026-03-16", {ashton_park}).then(visit::Dated{visit.id, day("2026-03-16")});
}
