// When a thing happened, and when it was asked.

#include "domain/core/asked.hpp"

#include "domain/calendar/days.hpp"
#include "tests/domain/world.hpp"

using namespace commonweal;
using namespace commonweal::testing;

namespace {

Asked asked_today() {
    return ordinary_world().asked;
}
template <class Ok>
std::optional<Rule> rule_of(const Decision<Ok>& decision) {
    return decision ? std::nullopt : std::optional{decision.error().rule};
}

}  // namespace

TEST_CASE("a thing happened today unless it is said") {
    auto asked = asked_today();
    CHECK(asked.day() == today);
    asked.happened = Happened{day("2026-02-10"), {}};
    CHECK(asked.day() == day("2026-02-10"));
    CHECK_FALSE(rule_of(check(asked)));
}

TEST_CASE("nothing happened after it was entered") {
    auto asked = asked_today();
    asked.happened = Happened{day("2026-03-03"), {}};
    CHECK(rule_of(check(asked)) == Rule::happened_in_the_future);
    asked.happened = Happened{today, instant("2026-03-02T10:00:01Z")};
    CHECK(rule_of(check(asked)) == Rule::happened_in_the_future);
    asked.happened = Happened{today, asked.now};
    CHECK_FALSE(rule_of(check(asked)));
}

TEST_CASE("who asked, for whom and how is attributed") {
    auto asked = asked_today();
    asked.on_behalf_of = ben;
    asked.how = How::imported;
    asked.corrects = 7;
    asked.happened = Happened{day("2026-02-10"), {}};
    CHECK(asked.attribution() == Attribution{asked.happened, ann, ben, How::imported, 7});
}

TEST_CASE("a planned day is a weekday, and not before it is arranged") {
    auto asked = asked_today();
    CHECK_FALSE(rule_of(check_planned(today, asked)));
    CHECK(rule_of(check_planned(day("2026-03-07"), asked)) == Rule::not_a_working_day);
    CHECK(rule_of(check_planned(day("2026-02-27"), asked)) == Rule::day_in_the_past);
    // A visit of February that is entered in March was arranged in February.
    asked.happened = Happened{day("2026-02-10"), {}};
    CHECK_FALSE(rule_of(check_planned(day("2026-02-27"), asked)));
    CHECK(rule_of(check_planned(day("2026-02-09"), asked)) == Rule::day_in_the_past);
}

TEST_CASE("a thing was held today or before") {
    const auto asked = asked_today();
    CHECK_FALSE(rule_of(check_held(today, asked)));
    CHECK_FALSE(rule_of(check_held(day("2020-01-01"), asked)));
    CHECK(rule_of(check_held(day("2026-03-03"), asked)) == Rule::day_in_the_future);
}
