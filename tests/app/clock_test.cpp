// Days in London, instants, and new ids.
#include <catch2/catch.hpp>
#include <set>

#include "server/app/clock.hpp"
#include "server/app/ids.hpp"

namespace commonweal::app::testing {
namespace {

Instant at(const char* text) {
    return *parse_instant(text);
}
std::string london(const char* text) {
    return to_text(london_day(at(text)));
}

}  // namespace

TEST_CASE("The day is London's, in winter and in summer") {
    CHECK(london("2026-01-15T23:59:59Z") == "2026-01-15");
    CHECK(london("2026-01-16T00:00:00Z") == "2026-01-16");
    CHECK(london("2026-06-30T22:59:59Z") == "2026-06-30");
    CHECK(london("2026-06-30T23:00:00Z") == "2026-07-01");
}

TEST_CASE("The day holds over both changes of the clock") {
    // Forward at 01:00 on 29 March, back at 02:00 on 25 October.
    CHECK(london("2026-03-28T23:59:59Z") == "2026-03-28");
    CHECK(london("2026-03-29T00:59:59Z") == "2026-03-29");
    CHECK(london("2026-03-29T22:59:59Z") == "2026-03-29");
    CHECK(london("2026-03-29T23:00:00Z") == "2026-03-30");
    CHECK(london("2026-10-24T23:00:00Z") == "2026-10-25");
    CHECK(london("2026-10-25T23:30:00Z") == "2026-10-25");
    CHECK(london("2026-10-26T00:00:00Z") == "2026-10-26");
}

TEST_CASE("A time of day in London is an instant, on the days of the change too") {
    const auto time = [](const char* day, int minutes) {
        return to_text(london_time(*parse_day(day), std::chrono::minutes(minutes)));
    };
    CHECK(time("2026-01-15", 9 * 60) == "2026-01-15T09:00:00Z");
    CHECK(time("2026-06-15", 9 * 60) == "2026-06-15T08:00:00Z");
    CHECK(time("2026-03-29", 0) == "2026-03-29T00:00:00Z");
    CHECK(time("2026-03-29", 90) == "2026-03-29T01:00:00Z");  // 01:30 does not exist
    CHECK(time("2026-03-29", 3 * 60) == "2026-03-29T02:00:00Z");
    CHECK(time("2026-10-25", 90) == "2026-10-25T00:30:00Z");  // 01:30 exists twice
    CHECK(time("2026-10-25", 3 * 60) == "2026-10-25T03:00:00Z");
}

TEST_CASE("The machine's clock goes on, to the microsecond; a set clock stands") {
    const SystemClock machine;
    const auto first = machine.now();
    CHECK(first > at("2024-01-01T00:00:00Z"));
    CHECK(machine.now() >= first);
    SetClock set(at("2026-03-09T09:00:00Z"));
    CHECK(to_text(set.now()) == "2026-03-09T09:00:00Z");
    set.set(at("2026-03-09T09:00:00.000001Z"));
    CHECK(to_text(set.now()) == "2026-03-09T09:00:00.000001Z");
}

TEST_CASE("Ids begin with their time and never come twice") {
    for (const bool seeded : {false, true}) {
        Ids ids(seeded ? std::optional<std::uint64_t>(1) : std::nullopt);
        std::set<IdBytes> seen;
        for (int i = 0; i < 1000; ++i) seen.insert(ids.ulid(at("2026-03-09T09:00:00Z")));
        CHECK(seen.size() == 1000);
        const auto early = ulid_text(ids.ulid(at("2026-03-09T09:00:00Z")));
        const auto late = ulid_text(ids.ulid(at("2026-03-09T09:00:00.001Z")));
        CHECK(early < late);
        CHECK(early.substr(0, 10) == ulid_text(*seen.begin()).substr(0, 10));
    }
    // The ULID of the specification's first milliseconds: time 1 is ten characters that end in 1.
    CHECK(ulid_text(Ids(1).ulid(at("1970-01-01T00:00:00.001Z"))).substr(0, 10) == "0000000001");
}

TEST_CASE("The same seed gives the same ids") {
    Ids a(42), b(42), c(43);
    const auto now = at("2026-03-09T09:00:00Z");
    const auto first = a.ulid(now);
    CHECK(first == b.ulid(now));
    CHECK(first != c.ulid(now));
    CHECK(a.random() == b.random());
}

}  // namespace commonweal::app::testing
