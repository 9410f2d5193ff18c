#include "server/exchange/term_dates.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "domain/calendar/school_days.hpp"
#include "tests/exchange/term_dates_checks.hpp"

namespace commonweal::exchange {
namespace {

std::string calendar_file(const std::string& name) {
    std::ifstream input{COMMONWEAL_CALENDARS "/" + name, std::ios::binary};
    REQUIRE(input.is_open());
    std::ostringstream bytes;
    bytes << input.rdbuf();
    return std::move(bytes).str();
}

std::uint32_t open_days(const calendar::SetTermDates& year) {
    const BankHolidays holidays{shipped_bank_holidays()};
    TermDates known;
    const auto fact = calendar::decide(known, {year.of, "373"}, year);
    REQUIRE(fact.has_value());
    calendar::evolve(known, *fact);
    return SchoolDays(holidays, {.authority = &known}).open_days(year.year);
}

/// The school days from Monday to Friday of so many weeks, but for those left out.
std::string weeks(Day monday, int count, const std::vector<Day>& without = {}) {
    std::string events;
    for (int i = 0; i < count * 7; ++i) {
        const Day day = monday + std::chrono::days{i};
        if (i % 7 > 4 || std::ranges::find(without, day) != without.end()) continue;
        std::string digits = to_text(day);
        std::erase(digits, '-');
        events += event_of("DTSTART;VALUE=DATE:" + digits + "\r\nSUMMARY:Term day\r\n");
    }
    return ics(events);
}

Day day(const char* text) {
    return *parse_day(text);
}

const std::string holidays_2025 = event("20250722", "20250902", "Summer holiday") +
                                  event("20251025", "20251103", "Autumn half-term") +
                                  event("20251220", "20260105", "Christmas holiday") +
                                  event("20260214", "20260223", "Half Term") +
                                  event("20260328", "20260413", "Easter break") +
                                  event("20260523", "20260601", "School closed") +
                                  event("20260722", "20260902", "Summer holiday");

}  // namespace

TEST_CASE("Given an authority's school days one by one, when read, then its terms are the runs") {
    const auto read = read_terms(calendar_file("sheffield-autumn.ics"));
    const auto year = only_year(read);
    CHECK(year.of == Whose::authority);
    CHECK(year.year == 2025);
    CHECK_FALSE(year.provisional);
    CHECK(spans(year.terms) == Words{"2025-09-01 2025-10-24 Term 1", "2025-11-03 2025-12-19 Term 2",
                                     "2026-01-05 2026-01-16 Term 3"});
    CHECK(year.closed.empty());
    CHECK(open_days(year) == 85);
    CHECK(read.years.front().row == 6);
    CHECK(read.told.rejected.empty());
}

TEST_CASE("Given school days with gaps, when read, then three weekdays end a term and fewer none") {
    const auto two = only_year(read_terms(
        weeks(day("2025-09-01"), 6, {day("2025-09-12"), day("2025-09-15"), day("2025-09-30")})));
    CHECK(spans(two.terms) == Words{"2025-09-01 2025-10-10 Term 1"});
    CHECK(spans(two.closed) == Words{"2025-09-12 2025-09-12 No school",
                                     "2025-09-15 2025-09-15 No school",
                                     "2025-09-30 2025-09-30 No school"});
    const auto three = only_year(read_terms(
        weeks(day("2025-09-01"), 6, {day("2025-09-11"), day("2025-09-12"), day("2025-09-15")})));
    CHECK(spans(three.terms) ==
          Words{"2025-09-01 2025-09-10 Term 1", "2025-09-16 2025-10-10 Term 2"});
    CHECK(three.closed.empty());
}

TEST_CASE("Given school days around bank holidays, when read, then these are no gap") {
    // Good Friday and Easter Monday, and two weekdays beside them.
    const auto year = only_year(read_terms(
        weeks(day("2026-03-16"), 5,
              {day("2026-04-02"), day("2026-04-03"), day("2026-04-06"), day("2026-04-07")})));
    CHECK(spans(year.terms) == Words{"2026-03-16 2026-04-17 Term 1"});
    CHECK(spans(year.closed) ==
          Words{"2026-04-02 2026-04-02 No school", "2026-04-07 2026-04-07 No school"});
}

TEST_CASE("Given school days and an INSET day between them, when read, then it is closed once") {
    auto file = weeks(day("2025-09-01"), 6, {day("2025-09-12")});
    file.insert(file.find("BEGIN:VEVENT"), event("20250912", "20250913", "Staff training day"));
    const auto year = only_year(read_terms(file));
    REQUIRE(year.closed.size() == 1);
    CHECK(year.closed.front() == calendar::ClosedDays{day("2025-09-12"), day("2025-09-12"),
                                                      calendar::Closed::inset,
                                                      "Staff training day"});
}

TEST_CASE("Given terms and what lies in them, when read, then words tell which is which") {
    const auto read = read_terms(ics(event("20250901", "20251220", "Autumn term") +
                                     event("20260105", "20260328", "Half Term 3 and 4") +
                                     event("20260413", "20260722", "Term 5 &\\, 6") +
                                     event("20251025", "20251103", "Autumn half-term") +
                                     event("20251220", "20260105", "Christmas holiday") +
                                     event("20250901", "20250902", "INSET Day 1") +
                                     event("20260112", "20260113", "PD day") +
                                     event("20260202", "20260204", "Blocked: mock exams") +
                                     event("20260504", "20260505", "May Day (school closed)") +
                                     event("20260525", "20260526", "Spring bank holiday") +
                                     event("20260608", "20260609", "Bank holiday of Scotland") +
                                     event("20251105", "20251106", "Football training") +
                                     event("20251106", "20251107", "Long-term plans due") +
                                     event("20260722", "20260801", "Summer holiday")));
    const auto year = only_year(read);
    CHECK(spans(year.terms) == Words{"2025-09-01 2025-12-19 Autumn term",
                                     "2026-01-05 2026-03-27 Half Term 3 and 4",
                                     "2026-04-13 2026-07-21 Term 5 &, 6"});
    CHECK(spans(year.closed) ==
          Words{"2025-09-01 2025-09-01 INSET Day 1", "2025-10-25 2025-11-02 Autumn half-term",
                "2025-12-20 2026-01-04 Christmas holiday", "2026-01-12 2026-01-12 PD day",
                "2026-02-02 2026-02-03 Blocked: mock exams"});
    CHECK(year.closed[0].closed == calendar::Closed::inset);
    CHECK(year.closed[1].closed == calendar::Closed::holiday);
    CHECK(year.closed[3].closed == calendar::Closed::inset);
    CHECK(year.closed[4].closed == calendar::Closed::blocked);
    CHECK(read.told.passed_over == 5);
    CHECK(read.told.rejected.empty());
}

TEST_CASE("Given holidays alone, when read, then the terms lie between them") {
    const auto read = read_terms(ics(holidays_2025));
    const auto year = only_year(read);  // of 2024-25 and 2026-27 there are summer holidays alone
    CHECK(year.year == 2025);
    CHECK(spans(year.terms) == Words{"2025-09-02 2025-10-24 Term 1", "2025-11-03 2025-12-19 Term 2",
                                     "2026-01-05 2026-02-13 Term 3", "2026-02-23 2026-03-27 Term 4",
                                     "2026-04-13 2026-05-22 Term 5",
                                     "2026-06-01 2026-07-21 Term 6"});
    CHECK(year.closed.size() == 5);
    CHECK(open_days(year) == 195);
}

TEST_CASE("Given an odd day off among holidays, when read, then it ends no term") {
    const auto year = only_year(
        read_terms(ics(holidays_2025 + event("20260618", "20260620", "School closed (polling)"))));
    CHECK(year.terms.size() == 6);
    CHECK(year.closed.size() == 6);
}

TEST_CASE("Given holidays that do not say when the year begins or ends, then no term is guessed") {
    const auto without_first = holidays_2025.substr(holidays_2025.find("END:VEVENT\r\n") + 12);
    const std::string why =
        "has no terms, and no holidays from one summer to the next that they lie between: give "
        "the first and the last day of each term";
    CHECK(no_year(ics(without_first)) ==
          "no school year can be made of it: the year 2025-26 of line 3 " + why);
    const auto without_last = holidays_2025.substr(0, holidays_2025.rfind("BEGIN:VEVENT"));
    CHECK(no_year(ics(without_last)).ends_with(why));
    const auto too_long = holidays_2025 + event("20251025", "20260328", "Christmas holiday");
    CHECK(no_year(ics(too_long)).ends_with(why));
    const auto both = read_terms(ics(without_first + event("20270901", "20280722", "Term 1")));
    CHECK(both.years.size() == 1);
    CHECK(rejected(both) == Words{"3, the year 2025-26: " + why});
}

TEST_CASE("Given a school's INSET days alone, when read, then they need no terms") {
    const auto file = ics(event("20260112", "20260113", "INSET day"));
    const auto year = only_year(read_terms(file, Whose::school));
    CHECK(year.terms.empty());
    CHECK(spans(year.closed) == Words{"2026-01-12 2026-01-12 INSET day"});
    CHECK_FALSE(read_any(file, Whose::authority).has_value());
    CHECK_FALSE(read_any(file, Whose::trust).has_value());
}

TEST_CASE("Given days across 31 July, when read, then they are cut there") {
    const auto read = read_terms(
        ics(event("20250720", "20250806", "Term 6") + event("20250728", "20250804", "INSET week")));
    REQUIRE(read.years.size() == 2);
    CHECK(read.years[0].terms.year == 2024);
    CHECK(spans(read.years[0].terms.terms) == Words{"2025-07-20 2025-07-31 Term 6"});
    CHECK(spans(read.years[0].terms.closed) == Words{"2025-07-28 2025-07-31 INSET week"});
    CHECK(read.years[1].terms.year == 2025);
    CHECK(spans(read.years[1].terms.terms) == Words{"2025-08-01 2025-08-05 Term 6"});
    CHECK(spans(read.years[1].terms.closed) == Words{"2025-08-01 2025-08-03 INSET week"});
}

}  // namespace commonweal::exchange
