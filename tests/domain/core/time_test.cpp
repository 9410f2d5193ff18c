// Days and instants: what is written is read again, and no day is made up.

#include "domain/core/time.hpp"

#include "domain/core/weekday.hpp"
#include "tests/domain/words.hpp"

using namespace commonweal;
using namespace commonweal::testing;
using namespace std::chrono_literals;

TEST_CASE("a day is read and written as YYYY-MM-DD") {
    for (const std::string text : {"2026-03-09", "2024-02-29", "1999-12-31", "0001-01-01"})
        CHECK(to_text(day(text)) == text);
    CHECK(day("1970-01-02") == Day{std::chrono::days{1}});
}

TEST_CASE("what is no day is not read") {
    for (const std::string wrong : {"", "2026-3-09", "2026-02-29", "2026-13-01", "2026-00-10",
                                    "2026-04-31", "2026-04-00", "2026/03/09", "2026-03-09 ",
                                    "2026-03-9x", "26-03-09", "2026-03-09T00:00:00Z", "-026-03-09"})
        CHECK_FALSE(parse_day(wrong));
}

TEST_CASE("an instant is written in UTC, with microseconds only where there are any") {
    CHECK(to_text(instant("2026-03-09T14:05:00Z")) == "2026-03-09T14:05:00Z");
    CHECK(to_text(instant("2026-03-09T14:05:00.25Z")) == "2026-03-09T14:05:00.250000Z");
    CHECK(to_text(instant("2026-03-09T14:05:00.000001Z")) == "2026-03-09T14:05:00.000001Z");
    CHECK(to_text(Instant{-1us}) == "1969-12-31T23:59:59.999999Z");
}

TEST_CASE("an offset is turned into UTC") {
    CHECK(instant("2026-06-01T00:30:00+01:00") == instant("2026-05-31T23:30:00Z"));
    CHECK(instant("2026-06-01T00:30:00-05:30") == instant("2026-06-01T06:00:00Z"));
    CHECK(instant("2026-06-01t00:30:00z") == instant("2026-06-01T00:30:00Z"));
}

TEST_CASE("more than microseconds is cut off") {
    CHECK(instant("2026-03-09T14:05:00.1234567899Z") == instant("2026-03-09T14:05:00.123456Z"));
}

TEST_CASE("what is no instant is not read") {
    for (const std::string wrong :
         {"", "2026-03-09", "2026-03-09T14:05:00", "2026-03-09 14:05:00Z", "2026-03-09T24:00:00Z",
          "2026-03-09T14:60:00Z", "2026-03-09T14:05:60Z", "2026-03-09T14:05:00.Z",
          "2026-03-09T14:05:00.5", "2026-03-09T14:05:00+1:00", "2026-03-09T14:05:00+24:00",
          "2026-03-09T14:05:00+01:60", "2026-03-09T14:05:00*01:00", "2026-02-30T14:05:00Z",
          "2026-03-09T14:05:00ZZ", "2026-03-09T14-05-00Z"})
        CHECK_FALSE(parse_instant(wrong));
}

TEST_CASE("Monday to Friday are weekdays") {
    const Day monday = day("2026-03-02");
    for (int i = 0; i < 14; ++i) {
        const Day then = monday + std::chrono::days{i};
        INFO(to_text(then));
        CHECK(is_weekday(then) == (i % 7 < 5));
    }
}
