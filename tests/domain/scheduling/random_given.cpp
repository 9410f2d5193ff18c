// What a problem made by chance says of before, and what is fixed in it.

#include <algorithm>

#include "tests/domain/scheduling/facts.hpp"
#include "tests/domain/scheduling/random_problem.hpp"

namespace commonweal::scheduling::testing {
namespace {

using review::TeamRole;
using std::chrono::days;

constexpr std::uint32_t history_days = 6 * 366;

/// Often a school of the round, seldom one that is not in it.
std::string some_school(const Problem& problem, Chance& chance) {
    if (chance.one_in(20)) return "999999";
    return chance.of(problem.schools).urn;
}

Day some_day_before(const Problem& problem, Chance& chance) {
    const auto first = problem.round.first_day;
    // The very days on which years begin and end to count.
    if (chance.one_in(8)) {
        const auto then = years_before(first, chance.between(1, 4));
        return then + days{chance.below(2)};
    }
    if (chance.one_in(15)) return first + days{chance.below(3)};
    return first - days{1 + chance.below(history_days)};
}

void add_history(Problem& problem, Size size, Chance& chance) {
    const auto count = chance.one_in(3) ? 0 : chance.below(size == Size::small ? 8 : 80);
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto host = some_school(problem, chance);
        const auto giver = some_school(problem, chance);
        const auto on = some_day_before(problem, chance);
        if (host != giver) problem.history.push_back({host, giver, on});
    }
}

/// People of the school, the first of whom leads; perhaps fewer than a team.
void add_people(const Facts& facts, std::size_t school, std::size_t count, GivenReview& review) {
    for (const auto person : facts.staff[school]) {
        if (count-- == 0) return;
        const auto& reviewer = facts.person(person);
        const auto trained = reviewer.trained_until ? TeamRole::reviewer : TeamRole::training;
        review.team.push_back({reviewer.id, facts.school(school).urn,
                               review.team.empty() ? TeamRole::lead : trained});
    }
}

/// A review as a plan might have it. Whether it is lawful is left to chance.
GivenReview some_review(const Facts& facts, Chance& chance) {
    const auto count = facts.schools();
    const std::size_t size = facts.problem.round.team_size;
    const auto host = chance.below(count);
    const auto giver = (host + 1 + chance.below(count - 1)) % count;
    const bool several = facts.different_schools() || facts.problem.round.mode == Mode::triads;
    GivenReview review{facts.school(host).urn, {}, {}, {}};
    add_people(facts, giver, several ? 1 : size, review);
    for (std::size_t other = 0; several && other < count && review.team.size() < size; ++other)
        if (other != host && other != giver)
            add_people(facts, other, facts.different_schools() ? 1 : size - 1, review);
    if (review.team.empty() || chance.one_in(8))
        review = {review.host, facts.school(giver).urn, {}, {}};
    if (!facts.windows.empty()) review.days = chance.of(facts.windows);
    return review;
}

void add_previous(Problem& problem, Chance& chance) {
    const Facts facts(problem);
    std::vector<GivenReview> previous;
    for (std::size_t i = 0; i < problem.schools.size(); ++i)
        previous.push_back(some_review(facts, chance));
    if (chance.one_in(4)) previous.push_back({"999999", problem.schools[0].urn, {}, {}});
    problem.previous = std::move(previous);
}

GivenReview some_lock(const Problem& problem, Chance& chance) {
    const Facts facts(problem);
    if (!problem.previous.empty() && chance.one_in(2)) return chance.of(problem.previous);
    auto lock = some_review(facts, chance);
    if (chance.one_in(2)) lock.days.clear();
    if (!lock.team.empty() && chance.one_in(2)) {
        lock.reviewing_school = lock.team[0].school;
        lock.team.clear();
    }
    if (chance.one_in(12)) lock.host = "999999";
    if (chance.one_in(12)) lock.reviewing_school = lock.host;
    if (chance.one_in(12)) lock.days = {problem.round.last_day + days{1}};
    return lock;
}

}  // namespace

void add_given(Problem& problem, Size size, Chance& chance) {
    add_history(problem, size, chance);
    if (chance.one_in(3)) add_previous(problem, chance);
    if (!chance.one_in(3)) return;
    for (auto count = chance.between(1, size == Size::small ? 2 : 5); count > 0; --count)
        problem.locks.push_back(some_lock(problem, chance));
}

}  // namespace commonweal::scheduling::testing
