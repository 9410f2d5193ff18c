// Random problems are the same for a seed, and have what the tests of the solver want to see.

#include "tests/domain/scheduling/random_problem.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "domain/core/among.hpp"
#include "tests/domain/scheduling/exhaustive.hpp"

using namespace commonweal;
using namespace commonweal::scheduling;
using namespace commonweal::scheduling::testing;

namespace {

template <class List, class Test>
bool any(const List& list, Test test) {
    return std::ranges::any_of(list, test);
}

bool two_in_one_place(const Problem& problem) {
    std::map<std::pair<double, double>, int> places;
    for (const auto& school : problem.schools)
        if (school.easting && school.northing) ++places[{*school.easting, *school.northing}];
    return any(places, [](const auto& place) { return place.second > 1; });
}

/// What a problem has, in words.
std::map<std::string, bool> seen_in(const Problem& problem) {
    const auto& round = problem.round;
    const auto unknown = [&](const std::string& urn) {
        return !among(problem.schools, urn, &School::urn);
    };
    return {
        {"rotation", round.mode == Mode::rotation},
        {"pairs", round.mode == Mode::pairs},
        {"triads", round.mode == Mode::triads},
        {"different schools", round.team_from == TeamFrom::different_schools},
        {"teams of three", round.team_size == 3},
        {"no swaps", round.swaps == Swaps::forbidden},
        {"hard phases", round.phase_rule == Strictness::hard},
        {"soft cap", round.travel_cap_km && among(round.soft, SoftRule::travel_cap)},
        {"hard cap", round.travel_cap_km && !among(round.soft, SoftRule::travel_cap)},
        {"soft releases", round.releases_per_week && among(round.soft, SoftRule::releases)},
        {"hard releases", round.releases_per_week && !among(round.soft, SoftRule::releases)},
        {"soft repeats", round.no_repeat_years && among(round.soft, SoftRule::no_repeat)},
        {"hard repeats", round.no_repeat_years && !among(round.soft, SoftRule::no_repeat)},
        {"weights", round.weights.has_value()},
        {"closed days", !round.closed_days.empty()},
        {"no place", any(problem.schools, [](const auto& s) { return !s.northing; })},
        {"one place", two_in_one_place(problem)},
        {"odd phase", any(problem.schools, [](const auto& s) { return s.phase == "Upper"; })},
        {"trusts", any(problem.schools, [](const auto& s) { return s.trust.has_value(); })},
        {"away", any(problem.reviewers, [](const auto& r) { return !r.away.empty(); })},
        {"no capacity", any(problem.reviewers, [](const auto& r) { return r.capacity == 0; })},
        {"conflicts", any(problem.reviewers, [](const auto& r) { return !r.conflicts.empty(); })},
        {"strangers", any(problem.reviewers, [&](const auto& r) { return unknown(r.school); })},
        {"history", !problem.history.empty()},
        {"previous", !problem.previous.empty()},
        {"locks", !problem.locks.empty()},
        {"odd locks", any(problem.locks, [&](const auto& lock) { return unknown(lock.host); })},
    };
}

}  // namespace

TEST_CASE("a seed makes the same problem each time, and another seed another one") {
    for (const auto size : {Size::small, Size::middle})
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            CAPTURE(seed);
            CHECK(random_problem(seed, size) == random_problem(seed, size));
            CHECK_FALSE(random_problem(seed, size) == random_problem(seed + 1, size));
        }
}

TEST_CASE("random problems have every rule and every odd thing, in both sizes") {
    for (const auto size : {Size::small, Size::middle}) {
        std::map<std::string, int> counts;
        for (std::uint64_t seed = 1; seed <= 300; ++seed)
            for (const auto& [what, seen] : seen_in(random_problem(seed, size)))
                counts[what] += seen ? 1 : 0;
        for (const auto& [what, count] : counts) {
            CAPTURE(what, count);
            CHECK(count >= 3);
        }
    }
}

TEST_CASE(
    "most small problems are small enough for the exhaustive search, in many something is placed") {
    int looked_at = 0;
    int with_reviews = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        const auto best = best_plan(random_problem(seed, Size::small), 20'000);
        looked_at += best ? 1 : 0;
        with_reviews += best && best->placed > 0 ? 1 : 0;
    }
    CHECK(looked_at >= 80);
    CHECK(with_reviews >= 40);
}
