// The checker names what a plan says wrongly of itself: costs, sums, reasons and advice.

#include "tests/domain/scheduling/broken_plan.hpp"
#include "tests/domain/words.hpp"

using namespace commonweal;
using namespace commonweal::scheduling;
using namespace commonweal::scheduling::testing;
using commonweal::testing::day;
using review::TeamRole;

TEST_CASE("the checker names parts of a cost that are not as the document has them") {
    check_words({
        {"of ash by cedar on 2026-03-09: its travel: expected 14, found 10",
         [](Problem& p, auto&) {
             p.round.travel_cap_km = 7.2;
             p.round.soft = {SoftRule::travel_cap};
         }},
        {"its travel: expected 100, found 10",
         [](Problem& p, auto&) { p.schools[2].easting.reset(); }},
        {"its travel: expected 1, found 10",
         [](Problem& p, auto&) { p.schools[2].northing = p.schools[0].northing; }},
        {"its phase: expected 2, found 1",
         [](Problem& p, auto&) { p.schools[2].phase = "no such phase"; }},
        {"its phase: expected 0, found 1",
         [](Problem& p, auto&) { p.schools[2].phase = "primary"; }},
        {"its balance: expected 0, found 2", [](Problem& p, auto&) { p.round.ledger_years = 1; }},
        {"its expertise: expected 2, found 1", [](Problem& p, auto&) { p.schools[2].offers = {}; }},
        {"its novelty: expected 6, found 0",
         [](Problem& p, auto&) {
             p.round.no_repeat_years = 2;
             p.round.soft = {SoftRule::no_repeat};
             p.history.push_back({"ash", "cedar", day("2024-03-10")});
         }},
        {"its spread: expected 1, found 0",
         [](Problem& p, auto&) {
             p.round.closed_days = {day("2026-03-19"), day("2026-03-20")};
             p.round.last_day = day("2026-03-27");
         }},
        {"of beech by ash on 2026-03-13: its spread: expected 2, found 0",
         [](Problem& p, auto&) {
             p.round.releases_per_week = 0;
             p.round.soft = {SoftRule::releases};
         }},
        {"its stability: expected 3, found 0",
         [](Problem& p, auto&) { p.previous = {{"ash", "beech", {}, {}}}; }},
        {"its stability: expected 1, found 0",
         [](Problem& p, auto&) { p.previous = {{"ash", "cedar", {}, {day("2026-03-11")}}}; }},
        {"its total: expected 52.5, found 50",
         [](Problem& p, auto&) { p.round.weights = Weights{1.25, 10, 10, 10, 10, 5, 50}; }},
    });
}

TEST_CASE("the checker finds no stability in a review that stays as it was") {
    auto [problem, plan] = lawful();
    for (const auto& review : plan.reviews)
        problem.previous.push_back({review.host, {}, review.team, review.days});
    for (std::size_t i = 0; i < 3; ++i) plan.reviews[i].next_best->dearer += 150;
    CHECK(all(faults(problem, plan)) == "");
    problem.previous.pop_back();
    CHECK_THAT(all(faults(problem, plan)), Catch::Contains("its stability: expected 3, found 0"));
}

TEST_CASE("the checker names sums that are not right") {
    check_words({
        {"objective: expected 92, found 91", [](auto&, Plan& p) { p.objective = 91; }},
        {"lower_bound: expected at most the objective 92, found 93",
         [](auto&, Plan& p) { p.lower_bound = 93; }},
        {"gap: expected 0.25, found 0.5", [](auto&, Plan& p) { p.gap = 0.5; }},
        {"optimal: expected only where", [](auto&, Plan& p) { p.optimal = true; }},
        {"optimal: expected true",
         [](auto&, Plan& p) {
             p.lower_bound = 92;
             p.gap = 0;
         }},
        {"placed: expected at most placed_bound 2, found 3",
         [](auto&, Plan& p) { p.placed_bound = 2; }},
        {"wanted: expected 3, found 4", [](auto&, Plan& p) { p.wanted = 4; }},
        {"placed: expected 3, found 2", [](auto&, Plan& p) { p.placed = 2; }},
        {"changed: expected 0, found 1", [](auto&, Plan& p) { p.changed = 1; }},
        {"changed: expected 1, found 0",
         [](Problem& p, auto&) { p.previous = {{"ash", "elm", {}, {}}}; }},
        {"ledger lines: expected 3, found 2", [](auto&, Plan& p) { p.ledger.pop_back(); }},
        {"ledger line 0: its school: expected ash, found beech",
         [](auto&, Plan& p) { std::swap(p.ledger[0], p.ledger[1]); }},
        {"ledger of beech: gave: expected 2, found 1",
         [](auto&, Plan& p) { p.ledger[1].gave = 1; }},
        {"ledger of ash: received: expected 2, found 1",
         [](auto&, Plan& p) { p.ledger[0].received = 1; }},
        {"ledger of ash: balance: expected -1, found 1",
         [](auto&, Plan& p) { p.ledger[0].balance = 1; }},
    });
}

TEST_CASE("the checker names reviews that are missing, and reasons that do not add up") {
    const auto unplaced = [](std::uint32_t reviews, std::uint64_t count) {
        auto both = lawful();
        both.problem.schools[0].receive = 2;
        both.problem.schools[1].trust = "north";
        both.plan.wanted = 4;
        both.plan.reviews.erase(both.plan.reviews.begin() + 1);
        both.plan.unplaced = {{"ash", Wants::receive, reviews, {{Blocking::same_trust, 1}}, {}},
                              {"ash", Wants::give, 1, {{Blocking::same_trust, 1}}, {}},
                              {"beech", Wants::receive, 1, {{Blocking::same_trust, 1}}, {}}};
        for (auto& entry : both.plan.unplaced)
            entry.blocked.push_back({Blocking::fully_booked, count});
        return both;
    };
    const auto told = [](const Case& both) { return all(faults(both.problem, both.plan)); };
    auto right = unplaced(1, 1);
    CHECK_THAT(told(right), !Catch::Contains("unplaced"));
    CHECK_THAT(told(unplaced(2, 1)),
               Catch::Contains("that ash wants to receive: expected 1, found 2"));
    CHECK_THAT(told(unplaced(1, 2)),
               Catch::Contains("to give: other schools that are counted: expected 2, found 3"));
    auto twice = right;
    twice.plan.unplaced.push_back(twice.plan.unplaced[1]);
    CHECK_THAT(told(twice), Catch::Contains("wants to give: found more than once"));
    auto missing = right;
    missing.plan.unplaced.pop_back();
    CHECK_THAT(told(missing),
               Catch::Contains("that beech wants to receive: expected 1, found none"));
    auto more = right;
    more.plan.unplaced[0].school = "cedar";
    CHECK_THAT(told(more), Catch::Contains("that cedar wants to receive: expected none, found 1"));
    auto rule = right;
    rule.plan.unplaced[0].blocked[0].rule = Blocking::phase;
    CHECK_THAT(told(rule), Catch::Contains("schools blocked by same_trust: expected 1, found 0"));
    auto again = right;
    again.plan.unplaced[0].blocked[1].rule = Blocking::same_trust;
    CHECK_THAT(told(again), Catch::Contains("same_trust is counted twice"));
    auto relaxed = right;
    relaxed.plan.unplaced[0].relax = Relaxation{{Blocking::same_trust}, "ash", 1};
    CHECK_THAT(told(relaxed), Catch::Contains("expected another school of the round to relax"));
}

TEST_CASE("the checker names a next best that is not") {
    check_words({
        {"expected beech as next_best, found none",
         [](auto&, Plan& p) { p.reviews[0].next_best.reset(); }},
        {"expected another school of the round as next_best, found elm",
         [](auto&, Plan& p) { p.reviews[0].next_best->school = "elm"; }},
        {"expected a next_best that does not review the host, found cedar",
         [](auto&, Plan& p) { p.reviews[0].next_best->school = "cedar"; }},
        {"expected a next_best that may review the host, found beech",
         [](Problem& p, auto&) { p.schools[1].trust = "north"; }},
        {"its next_best: expected dearer by 35, found 36",
         [](auto&, Plan& p) { p.reviews[0].next_best->dearer = 36; }},
        {"whether its next_best is free: expected 1, found 0",
         [](Problem& p, auto&) { p.schools[1].give = 2; }},
        {"expected elm as next_best, at",
         [](Problem& p, auto&) {
             auto elm = p.schools[2];
             elm.urn = "elm";
             p.schools.push_back(elm);
             p.reviewers.push_back({"e1", "elm", true, day("2027-08-31"), {}, {}, {}});
             p.reviewers.push_back({"e2", "elm", false, {}, {}, {}, {}});
         }},
    });
}

TEST_CASE("the checker names alternates who could not step in") {
    check_words({
        {"expected alternates, such as c3, found none",
         [](auto&, Plan& p) { p.reviews[0].alternates.clear(); }},
        {"expected an alternate of the reviewing schools, found zoe",
         [](auto&, Plan& p) { p.reviews[0].alternates = {"zoe"}; }},
        {"alternate c2 is on the team", [](auto&, Plan& p) { p.reviews[0].alternates = {"c2"}; }},
        {"alternate b3 is of no reviewing school",
         [](auto&, Plan& p) { p.reviews[0].alternates = {"b3"}; }},
        {"alternate c3 is away",
         [](Problem& p, auto&) { p.reviewers[8].away = {day("2026-03-09")}; }},
        {"alternate c3 has training that ran out",
         [](Problem& p, auto&) { p.reviewers[8].trained_until = day("2026-03-09"); }},
        {"alternate c3 has a conflict",
         [](Problem& p, auto&) { p.reviewers[8].conflicts = {"ash"}; }},
        {"alternate c3 has no capacity left",
         [](Problem& p, auto&) { p.reviewers[8].capacity = 0; }},
        {"an alternate is named twice",
         [](auto&, Plan& p) { p.reviews[0].alternates.push_back("c3"); }},
        {"alternate c3 can stand in for nobody",
         [](auto&, Plan& p) { p.reviews[0].team.pop_back(); }},
        {"alternate a3 is on another review on one of its days",
         [](auto&, Plan& p) {
             p.reviews[2].team[0] = {"a1", "ash", TeamRole::lead};
             p.reviews[2].team[1] = {"a2", "ash", TeamRole::reviewer};
             p.reviews[2].days = p.reviews[1].days;
             p.reviews[2].alternates = {"a3"};
         }},
    });
}
