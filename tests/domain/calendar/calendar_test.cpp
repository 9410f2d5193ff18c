// Days begin one after the other, and bank holidays are no working days.

#include "tests/domain/given.hpp"

using namespace commonweal;
using namespace commonweal::calendar;
using namespace commonweal::testing;

namespace {

/// Christmas of 2026, a Friday, with the holiday in lieu of Boxing Day.
const std::vector<Holiday> christmas{{day("2026-12-25"), "Christmas Day"},
                                     {day("2026-12-28"), "Boxing Day"}};
const BankHolidays known{christmas};

std::string after(std::string_view from, unsigned count) {
    return to_text(SchoolDays(known).after(day(from), count));
}
std::string before(std::string_view to, unsigned count) {
    return to_text(SchoolDays(known).before(day(to), count));
}

}  // namespace

TEST_CASE("a day begins once, and no earlier day after it") {
    given<Calendar>()
        .when(BeginDay{today})
        .then(DayBegan{today})
        .when(BeginDay{today})
        .then_refused(Rule::same_again, "2026-03-02")
        .when(BeginDay{day("2026-03-01")})
        .then_refused(Rule::same_again, "2026-03-01");
}

TEST_CASE("days that nobody looked at begin one by one") {
    given<Calendar>(DayBegan{day("2026-02-27")})
        .when(BeginDay{today})
        .then(DayBegan{day("2026-02-28")}, DayBegan{day("2026-03-01")}, DayBegan{today});
}

TEST_CASE("after a long time the days begin in several steps") {
    Calendar calendar{today - std::chrono::days{2 * days_at_once + 7}};
    std::vector<std::size_t> steps;
    while (calendar.today != today) {
        const auto facts = decide(calendar, BeginDay{today});
        REQUIRE(facts.has_value());
        for (const auto& fact : *facts) evolve(calendar, fact);
        steps.push_back(facts->size());
    }
    CHECK(steps == std::vector<std::size_t>{days_at_once, days_at_once, 7});
}

TEST_CASE("bank holidays are in the order of days, each once and with a name") {
    given<BankHolidays>()
        .when(SetBankHolidays{christmas})
        .then(BankHolidaysSet{christmas})
        .when(SetBankHolidays{christmas})
        .then_refused(Rule::same_again)
        .when(SetBankHolidays{{christmas[1], christmas[0]}})
        .then_refused(Rule::calendar_malformed, "2026-12-28")
        .when(SetBankHolidays{{christmas[0], christmas[0]}})
        .then_refused(Rule::calendar_malformed, "2026-12-25")
        .when(SetBankHolidays{{{day("2026-12-25"), ""}}})
        .then_refused(Rule::calendar_malformed, "2026-12-25")
        .when(SetBankHolidays{std::vector<Holiday>(holidays_max + 1, christmas[0])})
        .then_refused(Rule::calendar_malformed, "more than 1000");
}

TEST_CASE("a working day is Monday to Friday and no bank holiday") {
    CHECK(known.is_working_day(day("2026-12-24")));
    CHECK_FALSE(known.is_working_day(day("2026-12-25")));
    CHECK_FALSE(known.is_working_day(day("2026-12-26")));
    CHECK_FALSE(known.is_working_day(day("2026-12-28")));
    CHECK(known.on(day("2026-12-28"))->name == "Boxing Day");
    CHECK(known.on(day("2026-12-29")) == nullptr);
}

TEST_CASE("working days are counted from the day after, over weekends and holidays") {
    CHECK(after("2026-12-21", 1) == "2026-12-22");
    CHECK(after("2026-12-24", 1) == "2026-12-29");
    CHECK(after("2026-12-23", 3) == "2026-12-30");
    CHECK(after("2026-12-24", 0) == "2026-12-24");
}

TEST_CASE("what begins on a day off has as long as what began on the working day before it") {
    CHECK(after("2026-12-25", 0) == "2026-12-29");
    CHECK(after("2026-12-25", 1) == "2026-12-29");
    CHECK(after("2026-12-27", 2) == "2026-12-30");
    CHECK(after("2026-12-24", 2) == after("2026-12-26", 2));
}

TEST_CASE("working days are counted back, too") {
    CHECK(before("2026-12-30", 1) == "2026-12-29");
    CHECK(before("2026-12-29", 1) == "2026-12-24");
    CHECK(before("2026-12-29", 2) == "2026-12-23");
    CHECK(before("2026-12-29", 0) == "2026-12-29");
}

TEST_CASE("nothing is planned on a bank holiday, and the refusal says which one it is") {
    auto world = ordinary_world();
    world.asked.known_days = bank_holidays(christmas);
    Visit visit;
    visit.stage = visit::Stage::agreed;
    Given<Visit>(visit)
        .in(world)
        .when(visit::SetDay{day("2026-12-28")})
        .then_refused(Rule::not_a_working_day, "2026-12-28 (Boxing Day)")
        .when(visit::SetDay{day("2026-12-29")})
        .then(visit::Dated{visit.id, day("2026-12-29")});
}
