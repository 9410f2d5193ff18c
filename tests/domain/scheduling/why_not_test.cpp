// Questions about a plan. Ash is reviewed by Cedar, Beech by Ash over a weekend, Cedar by Beech.

#include "domain/scheduling/why_not.hpp"

#include <catch2/catch.hpp>

#include "tests/domain/scheduling/lawful_plan.hpp"
#include "tests/domain/words.hpp"

using namespace commonweal;
using namespace commonweal::scheduling;
using commonweal::testing::day;
using scheduling::testing::lawful;
using Rules = std::vector<Blocking>;
using Obstacles = std::vector<WhyNotDay>;

TEST_CASE("a pairing that is in the plan is told with its cost") {
    const auto [problem, plan] = lawful();
    const auto told = why_not(problem, plan, "ash", "cedar");
    REQUIRE(told);
    CHECK(told->in_plan);
    CHECK(told->blocked.empty());
    CHECK(told->cost->parts.travel == 10);
}

TEST_CASE("a pairing that could be is blocked by what the plan does instead") {
    const auto [problem, plan] = lawful();
    const auto told = why_not(problem, plan, "ash", "beech");
    REQUIRE(told);
    CHECK_FALSE(told->in_plan);
    CHECK(told->blocked == Rules{Blocking::receives_enough, Blocking::fully_booked});
    CHECK(told->dearer == 105 - 70);
}

TEST_CASE("a pairing that may not be is told with every rule") {
    auto [problem, plan] = lawful();
    problem.schools[1].trust = "north";
    problem.round.no_repeat_years = 3;
    problem.round.swaps = Swaps::forbidden;
    const auto told = why_not(problem, plan, "ash", "beech");
    CHECK(told->blocked == Rules{Blocking::same_trust, Blocking::no_repeat, Blocking::swap,
                                 Blocking::receives_enough, Blocking::fully_booked});
}

TEST_CASE("schools that are not in the round, or the same, are no pairing") {
    const auto [problem, plan] = lawful();
    CHECK_FALSE(why_not(problem, plan, "ash", "elm"));
    CHECK_FALSE(why_not(problem, plan, "elm", "ash"));
    CHECK_FALSE(why_not(problem, plan, "ash", "ash"));
}

TEST_CASE("a day on which everybody is there has nothing against it") {
    const auto [problem, plan] = lawful();
    CHECK(why_not_on(problem, plan, 0, day("2026-03-11")).empty());
    CHECK(why_not_on(problem, plan, 0, plan.reviews[0].days.front()).empty());
}

TEST_CASE("every obstacle to a day is told by its name") {
    auto [problem, plan] = lawful();
    const auto wednesday = day("2026-03-11");
    problem.schools[0].closed_days = {day("2026-03-12")};
    problem.schools[2].closed_days = {wednesday};
    problem.reviewers[6].away = {wednesday};
    problem.reviewers[7].trained_until = wednesday;
    CHECK(why_not_on(problem, plan, 0, wednesday) ==
          Obstacles{{DayObstacle::host_closed, "ash"},
                    {DayObstacle::school_closed, "cedar"},
                    {DayObstacle::away, "c1"},
                    {DayObstacle::training_runs_out, "c2"}});
}

TEST_CASE("other reviews of the host, of the people and of the school stand in the way") {
    auto [problem, plan] = lawful();
    problem.round.releases_per_week = 1;
    plan.reviews[1].host = "ash";
    plan.reviews[1].team = plan.reviews[0].team;
    CHECK(why_not_on(problem, plan, 0, day("2026-03-12")) ==
          Obstacles{{DayObstacle::host_has_review, "ash"},
                    {DayObstacle::on_another_review, "c1"},
                    {DayObstacle::on_another_review, "c2"},
                    {DayObstacle::releases, "cedar"}});
    // The review on Friday and Monday takes a release in both weeks.
    CHECK(why_not_on(problem, plan, 0, day("2026-03-18")) ==
          Obstacles{{DayObstacle::releases, "cedar"}});
    problem.round.soft = {SoftRule::releases};
    CHECK(why_not_on(problem, plan, 0, day("2026-03-18")).empty());
}

TEST_CASE("a weekend, and days that do not fit before the end, are outside the round") {
    const auto [problem, plan] = lawful();
    const Obstacles outside{{DayObstacle::outside_the_round, ""}};
    CHECK(why_not_on(problem, plan, 0, day("2026-03-14")) == outside);
    CHECK(why_not_on(problem, plan, 0, day("2026-03-20")) == outside);
    CHECK(why_not_on(problem, plan, 0, day("2026-03-19")).empty());
}
