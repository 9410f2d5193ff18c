// Whole plans: lawful and counted right, and on small problems as good as looking at every plan.

#include "domain/scheduling/planner.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>

#include "tests/domain/scheduling/checker.hpp"
#include "tests/domain/scheduling/exhaustive.hpp"
#include "tests/domain/scheduling/random_problem.hpp"

using namespace commonweal::scheduling;
using namespace commonweal::scheduling::testing;

namespace {

std::string in_lines(const std::vector<std::string>& faults) {
    std::string lines;
    for (const auto& fault : faults) lines += fault + "\n";
    return lines;
}

/// So many seeds; COMMONWEAL_SEED says another first one.
std::pair<std::uint64_t, std::uint64_t> seeds(std::uint64_t count) {
    const auto* first = std::getenv("COMMONWEAL_SEED");
    const auto from = first != nullptr ? std::strtoull(first, nullptr, 10) : 1;
    return {from, from + count};
}

Budget some(std::uint64_t seed) {
    return {.flows = 20, .exchanges = 2'000, .seed = seed};
}

constexpr double a_hair = 1e-6;

}  // namespace

TEST_CASE("no plan of a random problem breaks a rule or counts a cost wrongly") {
    const auto [from, to] = seeds(60);
    for (auto seed = from; seed < to; ++seed) {
        CAPTURE(seed);
        const auto problem = random_problem(seed, seed % 2 == 0 ? Size::small : Size::middle);
        CHECK(in_lines(faults(problem, make_plan(problem, some(seed)))) == "");
    }
}

TEST_CASE("no plan places more than the bound says, or as many for less") {
    const auto [from, to] = seeds(120);
    std::uint64_t compared = 0;
    std::uint64_t most_placed = 0;
    std::uint64_t best = 0;
    std::uint64_t proven = 0;
    for (auto seed = from; seed < to; ++seed) {
        CAPTURE(seed);
        auto problem = random_problem(seed, Size::small);
        problem.locks.clear();
        const auto optimum = best_plan(problem, 20'000);
        if (!optimum) continue;
        const auto plan = make_plan(problem, some(seed));
        ++compared;
        CAPTURE(plan.placed, plan.objective, plan.lower_bound);
        CHECK(optimum->placed <= plan.placed_bound);
        CHECK(plan.placed <= optimum->placed);
        if (plan.placed < optimum->placed) continue;
        ++most_placed;
        CHECK(plan.objective >= optimum->objective - a_hair);
        CHECK(plan.lower_bound <= optimum->objective + a_hair);
        best += plan.objective <= optimum->objective + a_hair ? 1 : 0;
        proven += plan.optimal ? 1 : 0;
    }
    CAPTURE(compared, most_placed, best, proven);
    CHECK(compared >= 90);
    CHECK(most_placed * 100 >= compared * 93);
    CHECK(best * 100 >= compared * 90);
    CHECK(proven * 100 >= compared * 50);
}

TEST_CASE("the same problem, seed and budget give the same plan") {
    const auto [from, to] = seeds(6);
    for (auto seed = from; seed < to; ++seed) {
        CAPTURE(seed);
        const auto problem = random_problem(seed, Size::middle);
        CHECK(make_plan(problem, some(seed)) == make_plan(problem, some(seed)));
    }
}
