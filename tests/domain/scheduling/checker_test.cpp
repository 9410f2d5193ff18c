// The checker finds nothing wrong with lawful plans, and names what was broken in a review.

#include "tests/domain/scheduling/broken_plan.hpp"
#include "tests/domain/words.hpp"

using namespace commonweal;
using namespace commonweal::scheduling;
using namespace commonweal::scheduling::testing;
using commonweal::testing::day;
using review::TeamRole;

TEST_CASE("the checker finds nothing wrong with lawful plans") {
    const auto rotation = lawful();
    CHECK(all(faults(rotation.problem, rotation.plan)) == "");
    const auto pairs = lawful_pair();
    CHECK(all(faults(pairs.problem, pairs.plan)) == "");
    const auto threes = lawful_triad();
    CHECK(all(faults(threes.problem, threes.plan)) == "");
    Plan empty;
    empty.optimal = true;
    CHECK(all(faults({}, empty)) == "");
}

TEST_CASE("the checker names a review that is not there, and does not end in an error") {
    check_words({
        {"no school of the round is nowhere",
         [](auto&, Plan& p) { p.reviews[0].host = "nowhere"; }},
        {"nobody of the round's schools is zoe",
         [](auto&, Plan& p) { p.reviews[0].team[0].reviewer = "zoe"; }},
        {"the school of c1: expected cedar, found ash",
         [](auto&, Plan& p) { p.reviews[0].team[0].school = "ash"; }},
        {"c1 is twice on the team", [](auto&, Plan& p) { p.reviews[0].team[1].reviewer = "c1"; }},
        {"it has no team", [](auto&, Plan& p) { p.reviews[0].team.clear(); }},
        {"it has no days", [](auto&, Plan& p) { p.reviews[0].days.clear(); }},
    });
    auto [problem, plan] = lawful();
    plan.reviews.assign(200, plan.reviews[0]);
    CHECK(faults(problem, plan).size() == faults_max);
}

TEST_CASE("the checker names days on which a review cannot be") {
    check_words({
        {"expected 2 working days of the round in a row, found 2026-03-09, 2026-03-11",
         [](auto&, Plan& p) { p.reviews[0].days[1] = day("2026-03-11"); }},
        {"in a row, found 2026-03-09, 2026-03-10",
         [](Problem& p, auto&) { p.round.closed_days = {day("2026-03-10")}; }},
        {"in a row, found 2026-03-09, 2026-03-10",
         [](Problem& p, auto&) {
             for (auto& school : p.schools) school.closed_days = {day("2026-03-10")};
         }},
        {"the host is closed on one of its days",
         [](Problem& p, auto&) { p.schools[0].closed_days = {day("2026-03-10")}; }},
        {"cedar is closed on one of its days",
         [](Problem& p, auto&) { p.schools[2].closed_days = {day("2026-03-10")}; }},
        {"c2 is away on one of its days",
         [](Problem& p, auto&) { p.reviewers[7].away = {day("2026-03-10")}; }},
        {"expected before the review of beech",
         [](auto&, Plan& p) { std::swap(p.reviews[0], p.reviews[1]); }},
    });
}

TEST_CASE("the checker names people who cannot be on a team") {
    check_words({
        {"people on the team: expected 2, found 1",
         [](auto&, Plan& p) { p.reviews[0].team.pop_back(); }},
        {"leads: expected 1, found 0",
         [](auto&, Plan& p) { p.reviews[0].team[0].role = TeamRole::reviewer; }},
        {"leads: expected 1, found 2",
         [](auto&, Plan& p) { p.reviews[0].team[1].role = TeamRole::lead; }},
        {"c1 may not lead", [](Problem& p, auto&) { p.reviewers[6].can_lead = false; }},
        {"c1 may not lead", [](Problem& p, auto&) { p.reviewers[6].trained_until.reset(); }},
        {"c1 training ran out on 2026-03-09",
         [](Problem& p, auto&) { p.reviewers[6].trained_until = day("2026-03-09"); }},
        {"c2 is in training, found as reviewer",
         [](Problem& p, auto&) { p.reviewers[7].trained_until.reset(); }},
        {"c2 is trained, found as in training",
         [](auto&, Plan& p) { p.reviews[0].team[1].role = TeamRole::training; }},
        {"c2 has a conflict with the host",
         [](Problem& p, auto&) { p.reviewers[7].conflicts = {"ash"}; }},
        {"c2 is on more reviews than the capacity: expected at most 0, found 1",
         [](Problem& p, auto&) { p.reviewers[7].capacity = 0; }},
        {"expected a team from one school, found 2 people from 2",
         [](auto&, Plan& p) { p.reviews[0].team[1] = {"b2", "beech", TeamRole::reviewer}; }},
        {"expected a team from different schools, found 2 people from 1",
         [](Problem& p, auto&) { p.round.team_from = TeamFrom::different_schools; }},
        {"a school reviews itself", [](auto&, Plan& p) { p.reviews[0].host = "cedar"; }},
    });
}

TEST_CASE("the checker names schools that may not review a host") {
    check_words({
        {"cedar is barred by same_trust", [](Problem& p, auto&) { p.schools[2].trust = "north"; }},
        {"cedar is barred by no_repeat",
         [](Problem& p, auto&) {
             p.round.no_repeat_years = 2;
             p.history.push_back({"ash", "cedar", day("2024-03-10")});
         }},
        {"beech is barred by phase",
         [](Problem& p, auto&) { p.round.phase_rule = Strictness::hard; }},
        {"cedar is barred by place_not_known",
         [](Problem& p, auto&) {
             p.round.travel_cap_km = 50;
             p.schools[2].northing.reset();
         }},
        {"cedar is barred by travel_cap", [](Problem& p, auto&) { p.round.travel_cap_km = 9.9; }},
        {"school cedar gives more reviews than it may: expected at most 0, found 1",
         [](Problem& p, auto&) { p.schools[2].give = 0; }},
        {"school ash receives more reviews than it wants: expected at most 0, found 1",
         [](Problem& p, auto&) { p.schools[0].receive = 0; }},
    });
}

TEST_CASE("the checker names reviews that are not lawful together") {
    check_words({
        {"a school reviews the same host more than once",
         [](auto&, Plan& p) { p.reviews.push_back(p.reviews[2]); }},
        {"the host has both on one day", [](auto&, Plan& p) { p.reviews.push_back(p.reviews[2]); }},
        {"b1 is on both on one day", [](auto&, Plan& p) { p.reviews.push_back(p.reviews[2]); }},
        {"school ash releases people too often in the week of 2026-03-09: expected at most 0, "
         "found 1",
         [](Problem& p, auto&) { p.round.releases_per_week = 0; }},
        {"the host reviews beech, and swaps are forbidden",
         [](Problem& p, Plan& plan) {
             p.round.swaps = Swaps::forbidden;
             plan.reviews[2].host = "ash";
         }},
        {"expected a review of cedar by ash, found none",
         [](Problem& p, auto&) { p.round.mode = Mode::pairs; }},
        {"expected a team from two schools, found 2 people from 1",
         [](Problem& p, auto&) { p.round.mode = Mode::triads; }},
    });
    auto [problem, plan] = lawful_triad();
    plan.reviews.pop_back();
    CHECK_THAT(all(faults(problem, plan)),
               Catch::Contains("expected a review of cedar by ash, found none"));
}

TEST_CASE("the checker names locks that are not kept") {
    check_words({
        {"/locks/0: expected a review of ash by beech, found none, and no contradiction",
         [](Problem& p, auto&) { p.locks = {{"ash", "beech", {}, {}}}; }},
        {"on 2026-03-10, 2026-03-11, found none",
         [](Problem& p, auto&) {
             p.locks = {{"ash", "cedar", {}, {day("2026-03-10"), day("2026-03-11")}}};
         }},
        {"by cedar, c3, found none",
         [](Problem& p, auto&) { p.locks = {{"ash", {}, {{"c3", "cedar", {}}}, {}}}; }},
        {"expected to be locked, found not locked",
         [](Problem& p, auto&) { p.locks = {{"ash", "cedar", {}, {}}}; }},
        {"expected not to be locked, found locked",
         [](auto&, Plan& p) { p.reviews[0].locked = true; }},
    });
    auto [problem, plan] = lawful();
    problem.locks = {{"ash", "beech", {}, {}}, {"ash", "cedar", {}, {}}};
    plan.contradictions = {{"/locks/0", "Ash and Beech may not"}};
    plan.reviews[0].locked = true;
    CHECK(all(faults(problem, plan)) == "");
}
