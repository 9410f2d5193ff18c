#include "tests/domain/scheduling/lawful_plan.hpp"

#include "tests/domain/words.hpp"

namespace commonweal::scheduling::testing {
namespace {

using commonweal::testing::day;
using review::TeamRole;

void add_staff(Problem& problem, const std::string& school, const std::string& letter) {
    problem.reviewers.push_back({letter + "1", school, true, day("2027-08-31"), 1, {}, {}});
    problem.reviewers.push_back({letter + "2", school, false, day("2027-08-31"), {}, {}, {}});
    problem.reviewers.push_back({letter + "3", school, false, {}, {}, {}, {}});
}

Problem three_schools() {
    Problem problem;
    problem.round.first_day = day("2026-03-09");  // a Monday
    problem.round.last_day = day("2026-03-20");
    problem.round.releases_per_week = 2;
    problem.schools = {
        {"ash", {}, 400'000, 100'000, "Primary", "north", 1, 1, {}, {"phonics", "send"}, {}},
        {"beech", {}, 403'000, 104'000, "secondary", {}, 1, 1, {}, {}, {}},
        {"cedar", {}, 400'000, 110'000, "Nursery", {}, 1, 1, {}, {"maths"}, {"send"}}};
    add_staff(problem, "ash", "a");
    add_staff(problem, "beech", "b");
    add_staff(problem, "cedar", "c");
    problem.history = {{"ash", "beech", day("2024-05-01")}};
    return problem;
}

PlannedReview of_ash_by_cedar() {
    return {"ash",
            {{"c1", "cedar", TeamRole::lead}, {"c2", "cedar", TeamRole::reviewer}},
            {day("2026-03-09"), day("2026-03-10")},
            // 10 km, neighbours, Cedar 0 less Ash −2, phonics.
            {50, {10, 1, 2, 1, 0, 0, 0}},
            NextBest{"beech", 105 - 70, false},
            {"c3"},
            false};
}

PlannedReview of_beech_by_ash() {
    return {"beech",
            {{"a1", "ash", TeamRole::lead}, {"a3", "ash", TeamRole::training}},
            {day("2026-03-13"), day("2026-03-16")},
            // 5 km, neighbours, Ash −2 less Beech 2, once before the other way.
            {-15, {5, 1, -4, 0, 1, 0, 0}},
            NextBest{"cedar", 27 - 5, false},
            {"a2"},
            false};
}

PlannedReview of_cedar_by_beech() {
    return {"cedar",
            {{"b1", "beech", TeamRole::lead}, {"b2", "beech", TeamRole::reviewer}},
            {day("2026-03-17"), day("2026-03-18")},
            // 6.7 km, far in phase, Beech 2 less Cedar 0, maths.
            {57, {7, 2, 2, 1, 0, 0, 0}},
            NextBest{"ash", 30 - 77, false},
            {"b3"},
            false};
}

}  // namespace

Case lawful() {
    Plan plan;
    plan.reviews = {of_ash_by_cedar(), of_beech_by_ash(), of_cedar_by_beech()};
    plan.ledger = {{"ash", 1, 2, -1}, {"beech", 2, 1, 1}, {"cedar", 1, 1, 0}};
    plan.wanted = plan.placed = plan.placed_bound = 3;
    plan.objective = 92;
    plan.lower_bound = 69;
    plan.gap = 0.25;
    return {three_schools(), plan};
}

Case lawful_pair() {
    auto both = lawful();
    auto& [problem, plan] = both;
    problem.round.mode = Mode::pairs;
    problem.schools.pop_back();
    problem.reviewers.resize(6);
    plan.reviews.erase(plan.reviews.begin());
    auto& of_ash = plan.reviews[1];
    of_ash.host = "ash";
    of_ash.cost = {5 + 10 + 40 + 20 + 10, {5, 1, 4, 2, 1, 0, 0}};
    for (auto& review : plan.reviews) review.next_best.reset();
    plan.ledger.pop_back();
    plan.wanted = plan.placed = plan.placed_bound = 2;
    plan.objective = plan.lower_bound = 70;
    plan.gap = 0;
    plan.optimal = true;
    return both;
}

Case lawful_triad() {
    auto both = lawful();
    auto& [problem, plan] = both;
    problem.round.mode = Mode::triads;
    problem.round.weights = Weights{0, 0, 0, 0, 0, 0, 0};
    for (auto& school : problem.schools) school.give = 2;
    plan.reviews[0].team[1] = {"b2", "beech", TeamRole::reviewer};
    plan.reviews[1].team[1] = {"c2", "cedar", TeamRole::reviewer};
    plan.reviews[2].team[1] = {"a2", "ash", TeamRole::reviewer};
    plan.reviews[0].cost = {0, {15, 2, 5, 3, 1, 0, 0}};
    plan.reviews[1].cost = {0, {12, 3, -3, 0, 1, 0, 0}};
    plan.reviews[2].cost = {0, {17, 3, 1, 2, 0, 0, 0}};
    for (auto& review : plan.reviews) review.next_best.reset();
    plan.reviews[0].alternates = {"b3"};
    plan.reviews[1].alternates = {"c3"};
    plan.reviews[2].alternates = {"a3"};
    plan.ledger = {{"ash", 2, 2, 0}, {"beech", 3, 1, 2}, {"cedar", 2, 1, 1}};
    plan.objective = plan.lower_bound = plan.gap = 0;
    plan.optimal = true;
    return both;
}

}  // namespace commonweal::scheduling::testing
