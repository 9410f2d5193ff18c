// Who reviews whom: never what the problem does not allow, never worse than its own proof says, and
// on small problems what looking at every choice finds.

#include "domain/scheduling/pairing.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <random>
#include <set>

using namespace commonweal::scheduling;

namespace {

std::uint32_t below(std::mt19937& random, std::uint32_t bound) {
    return static_cast<std::uint32_t>(random() % bound);
}

PairingProblem small_problem(unsigned seed, bool swaps) {
    std::mt19937 random(seed);
    const auto schools = 2 + below(random, 4);
    PairingProblem problem;
    problem.swaps = swaps;
    for (SchoolNumber school = 0; school < schools; ++school) {
        problem.give.push_back(below(random, 3));
        problem.receive.push_back(below(random, 3));
    }
    for (SchoolNumber giver = 0; giver < schools; ++giver)
        for (SchoolNumber host = 0; host < schools; ++host)
            if (giver != host && problem.allowed.size() < 14 && below(random, 4) > 0)
                problem.allowed.push_back({giver, host, below(random, 50)});
    return problem;
}

/// Schools on a plane of 100 by 100 km, each with those that are nearest to it, both ways: the
/// kilometres, and up to three needs of the host that the giver does not offer, worth five each.
PairingProblem plane(SchoolNumber schools, std::size_t nearest, unsigned seed, Cost need = 5) {
    std::mt19937 random(seed);
    std::vector<std::pair<int, int>> places(schools);
    for (auto& [x, y] : places) {
        x = static_cast<int>(below(random, 10'000));
        y = static_cast<int>(below(random, 10'000));
    }
    std::set<std::pair<SchoolNumber, SchoolNumber>> allowed;
    const auto distance = [&](SchoolNumber a, SchoolNumber b) {
        const auto east = places[a].first - places[b].first;
        const auto north = places[a].second - places[b].second;
        return static_cast<Cost>(std::ceil(std::hypot(east, north) / 100));
    };
    for (SchoolNumber school = 0; school < schools; ++school) {
        std::vector<std::pair<Cost, SchoolNumber>> others;
        for (SchoolNumber other = 0; other < schools; ++other)
            if (other != school) others.emplace_back(distance(school, other), other);
        std::ranges::sort(others);
        for (std::size_t i = 0; i < nearest; ++i) {
            allowed.emplace(school, others[i].second);
            allowed.emplace(others[i].second, school);
        }
    }
    PairingProblem problem;
    problem.swaps = false;
    problem.give.assign(schools, 1);
    problem.receive.assign(schools, 1);
    for (const auto& [giver, host] : allowed)
        problem.allowed.push_back({giver, host, distance(giver, host) + need * below(random, 4)});
    return problem;
}

/// Written apart from the solver: what is wrong with a choice; empty: nothing.
std::string wrong_with(const PairingProblem& problem, const std::vector<Pairing>& chosen) {
    auto give = problem.give;
    auto receive = problem.receive;
    std::set<std::pair<SchoolNumber, SchoolNumber>> pairs;
    for (const auto& [giver, host, cost, leads] : chosen) {
        if (give[giver]-- == 0) return "a school gives more than it can";
        if (receive[host]-- == 0) return "a school receives more than it wants";
        if (!problem.swaps && pairs.contains({host, giver})) return "two schools swap";
        if (!pairs.insert({giver, host}).second) return "a pairing is chosen twice";
    }
    return {};
}

using Objective = std::pair<std::uint64_t, Cost>;  // what is unplaced, and what the others cost

Objective objective(const PairingProblem& problem, const std::vector<Pairing>& chosen) {
    Objective made{0, 0};
    for (const auto receive : problem.receive) made.first += receive;
    made.first -= chosen.size();
    for (const auto& pairing : chosen) made.second += pairing.cost;
    return made;
}

/// By looking at every choice that there is.
Objective optimum(const PairingProblem& problem) {
    Objective best = objective(problem, {});
    for (std::uint32_t set = 1; set < 1U << problem.allowed.size(); ++set) {
        std::vector<Pairing> chosen;
        for (std::size_t i = 0; i < problem.allowed.size(); ++i)
            if ((set >> i & 1U) != 0) chosen.push_back(problem.allowed[i]);
        if (wrong_with(problem, chosen).empty()) best = std::min(best, objective(problem, chosen));
    }
    return best;
}

}  // namespace

TEST_CASE("where schools may swap, the pairs are the best that there are, and it is proven") {
    for (unsigned seed = 0; seed < 150; ++seed) {
        CAPTURE(seed);
        const auto problem = small_problem(seed, true);
        const auto pairs = choose_pairs(problem, {});
        CHECK(wrong_with(problem, pairs.chosen) == "");
        CHECK(objective(problem, pairs.chosen) == optimum(problem));
        CHECK(objective(problem, pairs.chosen) == Objective{pairs.unplaced, pairs.cost});
        CHECK(pairs.optimal());
        CHECK(pairs.flows == 1);
    }
}

TEST_CASE("where schools may not swap, the optimum is between the bound and the pairs") {
    int best = 0;
    int proven = 0;
    for (unsigned seed = 1000; seed < 1150; ++seed) {
        CAPTURE(seed);
        const auto problem = small_problem(seed, false);
        const auto pairs = choose_pairs(problem, {});
        const auto least = optimum(problem);
        CHECK(wrong_with(problem, pairs.chosen) == "");
        CHECK(objective(problem, pairs.chosen) >= least);
        CHECK(Objective{pairs.unplaced_bound, pairs.cost_bound} <= least);
        CHECK((!pairs.optimal() || objective(problem, pairs.chosen) == least));
        best += objective(problem, pairs.chosen) == least ? 1 : 0;
        proven += pairs.optimal() ? 1 : 0;
    }
    CHECK(best >= 145);
    CHECK(proven >= 100);
}

TEST_CASE("nearest neighbours who may not swap are paired within one per cent of the bound") {
    for (const auto& [schools, nearest] : {std::pair{120U, 12U}, std::pair{400U, 20U}}) {
        const auto problem = plane(schools, nearest, schools);
        const auto pairs = choose_pairs(problem, {.exchanges = 100'000});
        CAPTURE(schools, pairs.cost, pairs.cost_bound, pairs.flows);
        CHECK(wrong_with(problem, pairs.chosen) == "");
        CHECK(pairs.unplaced == 0);
        CHECK(pairs.cost - pairs.cost_bound <= pairs.cost_bound / 100);
        // Without prices the bound is what the flow says that lets them swap.
        auto swapping = problem;
        swapping.swaps = true;
        CHECK(choose_pairs(swapping, {.exchanges = 0}).cost < pairs.cost_bound);
    }
}

TEST_CASE("where distance alone counts, exchanges make the pairs of neighbours cheaper") {
    auto problem = plane(300, 20, 5, 0);
    problem.give.assign(300, 2);
    problem.receive.assign(300, 2);
    const auto flows = choose_pairs(problem, {.flows = 60, .exchanges = 0});
    const auto pairs = choose_pairs(problem, {.flows = 60, .exchanges = 600'000});
    CAPTURE(flows.cost, pairs.cost, pairs.cost_bound);
    CHECK(wrong_with(problem, pairs.chosen) == "");
    CHECK(pairs.chosen.size() == flows.chosen.size());
    CHECK(flows.cost - flows.cost_bound > flows.cost_bound * 8 / 100);
    CHECK(pairs.cost - pairs.cost_bound <= pairs.cost_bound * 8 / 100);
}

TEST_CASE("exchanges let a school with nothing to do take over, and keep who may not swap apart") {
    for (unsigned seed = 0; seed < 60; ++seed) {
        auto problem = plane(30, 6, seed);
        problem.give.assign(30, 2);
        CAPTURE(seed);
        const auto flows = choose_pairs(problem, {.flows = 1, .exchanges = 0});
        const auto pairs = choose_pairs(problem, {.flows = 1, .exchanges = 20'000, .seed = seed});
        CHECK(wrong_with(problem, pairs.chosen) == "");
        CHECK(objective(problem, pairs.chosen) <= objective(problem, flows.chosen));
    }
}

TEST_CASE("the same problem and budget give the same pairs, and a small budget gives pairs too") {
    const auto problem = plane(150, 10, 3);
    const PairingBudget some{.exchanges = 50'000};
    const auto pairs = choose_pairs(problem, some);
    CHECK(choose_pairs(problem, some).chosen == pairs.chosen);
    auto earlier = objective(problem, pairs.chosen);
    for (const std::size_t flows : {30U, 5U, 2U, 1U}) {
        const auto fewer = choose_pairs(problem, {.flows = flows, .exchanges = 0});
        CAPTURE(flows);
        CHECK(fewer.flows <= flows);
        CHECK(wrong_with(problem, fewer.chosen) == "");
        CHECK(objective(problem, fewer.chosen) >= earlier);
        CHECK(fewer.cost_bound <= pairs.cost_bound);
        earlier = objective(problem, fewer.chosen);
    }
}

TEST_CASE("the search ends when it is told to, with what it has") {
    const auto problem = plane(150, 10, 4);
    int asked = 0;
    const auto pairs = choose_pairs(problem, {.flows = 1000, .stop = [&] { return ++asked >= 7; }});
    CHECK(asked >= 7);
    CHECK(asked <= 10);  // what was begun ends, with nothing new
    CHECK(wrong_with(problem, pairs.chosen) == "");
    CHECK_FALSE(pairs.chosen.empty());
}

TEST_CASE("what cannot be placed is counted, and proven") {
    // Two schools want reviews that only the other could give, and may not swap.
    const PairingProblem problem{{1, 1}, {1, 2}, {{0, 1, 5}, {1, 0, 3}}, false};
    const auto pairs = choose_pairs(problem, {});
    CHECK(pairs.chosen.size() == 1);
    CHECK(pairs.unplaced == 2);
    CHECK(pairs.cost == 3);
    const auto nothing = choose_pairs({{2}, {2}, {}, true}, {});
    CHECK(nothing.unplaced == 2);
    CHECK(nothing.optimal());
    CHECK(choose_pairs({}, {}).optimal());
}

TEST_CASE("a problem that contradicts itself is refused") {
    const auto refused = [](PairingProblem problem) {
        CHECK_THROWS_AS(choose_pairs(problem, {}), std::invalid_argument);
    };
    refused({{1}, {1, 1}, {}, true});
    refused({{1, 1}, {1, 1}, {{0, 2, 1}}, true});
    refused({{1, 1}, {1, 1}, {{0, 0, 1}}, true});
    refused({{1, 1}, {1, 1}, {{0, 1, -1}}, true});
    refused({{1, 1}, {1, 1}, {{0, 1, pairing_cost_max + 1}}, true});
    refused({{1, 1}, {1, 1}, {{0, 1, 1}, {0, 1, 2}}, true});
    refused({{1, 1}, {reviews_max, 1}, {{0, 1, 1}}, true});
}
