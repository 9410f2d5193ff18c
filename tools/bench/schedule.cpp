// How long a round takes to plan, on real schools, with all rules on; beside one flow of least cost
// over the nearest schools of each, which no way of choosing pairs for all at once can do without.

#include <algorithm>
#include <chrono>
#include <cmath>

#include "domain/scheduling/pairing.hpp"
#include "domain/scheduling/planner.hpp"
#include "tools/bench/figures.hpp"
#include "tools/bench/real_round.hpp"

namespace commonweal::bench {
namespace {

using scheduling::Mode;
using scheduling::Plan;
using scheduling::Problem;
using scheduling::SchoolNumber;

double milliseconds(const std::function<void()>& work) {
    const auto begun = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun)
        .count();
}

/// Kilometres, among the nearest 25 of each school.
scheduling::PairingProblem nearest(const Problem& problem) {
    constexpr std::size_t neighbours = 25;
    scheduling::PairingProblem pairing;
    const auto& schools = problem.schools;
    for (SchoolNumber host = 0; host < schools.size(); ++host) {
        pairing.give.push_back(schools[host].give);
        pairing.receive.push_back(schools[host].receive);
        std::vector<std::pair<scheduling::Cost, SchoolNumber>> others;
        for (SchoolNumber giver = 0; giver < schools.size(); ++giver)
            if (giver != host)
                others.emplace_back(std::hypot(*schools[host].easting - *schools[giver].easting,
                                               *schools[host].northing - *schools[giver].northing) /
                                        1000,
                                    giver);
        const auto count = std::min(neighbours, others.size());
        std::ranges::partial_sort(others, others.begin() + static_cast<std::ptrdiff_t>(count));
        for (std::size_t i = 0; i < count; ++i)
            pairing.allowed.push_back({others[i].second, host, others[i].first});
    }
    return pairing;
}

double one_flow(const Problem& problem) {
    const auto pairing = nearest(problem);
    return milliseconds([&] { scheduling::choose_pairs(pairing, {.flows = 1, .exchanges = 0}); });
}

std::string words_of(const Plan& plan) {
    char gap[32];
    std::snprintf(gap, sizeof gap, "%.2f", plan.gap * 100);
    return std::to_string(plan.placed) + " of " + std::to_string(plan.wanted) +
           " reviews placed (at most " + std::to_string(plan.placed_bound) + "), " +
           (plan.optimal ? "optimal" : "within " + std::string(gap) + " % of the bound") + ", " +
           std::to_string(plan.steps) + " steps";
}

struct Measured {
    Plan plan;
    Figure figure;
};

Measured measured(const std::string& name, const Problem& problem) {
    Measured measured;
    measured.figure.name = name;
    measured.figure.unit = "ms";
    measured.figure.raw = one_flow(problem);
    measured.figure.raw_name = "one flow over the nearest 25 of each school";
    measured.figure.value =
        milliseconds([&] { measured.plan = scheduling::make_plan(problem, {}); });
    measured.figure.ratio = measured.figure.value / measured.figure.raw;
    measured.figure.detail = words_of(measured.plan);
    return measured;
}

std::vector<scheduling::GivenReview> as_previous(const Plan& plan) {
    std::vector<scheduling::GivenReview> previous;
    for (const auto& review : plan.reviews)
        previous.push_back({review.host, {}, review.team, review.days});
    return previous;
}

/// Reviews in which a school takes part.
std::uint64_t reviews_of(const Plan& plan, const std::string& school) {
    return static_cast<std::uint64_t>(std::ranges::count_if(plan.reviews, [&](const auto& review) {
        return review.host == school ||
               std::ranges::count(review.team, school, &scheduling::TeamMember::school) > 0;
    }));
}

Figure withdrawal(Problem problem, const Plan& plan) {
    auto& gone = problem.schools[problem.schools.size() / 2];
    problem.previous = as_previous(plan);
    gone.give = gone.receive = 0;
    auto again = measured("a withdrawal among " + std::to_string(problem.schools.size()), problem);
    again.figure.detail += "; beside its own, " +
                           std::to_string(again.plan.changed - reviews_of(plan, gone.urn)) +
                           " reviews changed";
    return again.figure;
}

}  // namespace

std::vector<Figure> schedule(const Options& options) {
    std::vector<Figure> figures;
    for (const std::size_t schools : {40U, 1'000U, 5'500U}) {
        options.progress("planning a rotation of " + std::to_string(schools) + " schools");
        const auto problem = real_round(schools, Mode::rotation);
        auto planned = measured("rotation of " + std::to_string(schools), problem);
        figures.push_back(planned.figure);
        if (schools == 1'000) figures.push_back(withdrawal(problem, planned.plan));
    }
    for (const std::size_t schools : {40U, 1'000U}) {
        options.progress("planning pairs of " + std::to_string(schools) + " schools");
        figures.push_back(
            measured("pairs of " + std::to_string(schools), real_round(schools, Mode::pairs))
                .figure);
    }
    return figures;
}

}  // namespace commonweal::bench
