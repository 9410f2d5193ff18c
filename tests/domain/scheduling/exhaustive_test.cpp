// The exhaustive search finds what the checker, asked about every set of reviews, finds lawful and
// cheapest; and it says so where it would have to look at too much.

#include "tests/domain/scheduling/exhaustive.hpp"

#include <algorithm>
#include <bit>
#include <catch2/catch.hpp>

#include "domain/core/sorted.hpp"
#include "tests/domain/scheduling/checks.hpp"
#include "tests/domain/scheduling/costs.hpp"
#include "tests/domain/scheduling/lawful_plan.hpp"
#include "tests/domain/scheduling/random_problem.hpp"

using namespace commonweal;
using namespace commonweal::scheduling;
using namespace commonweal::scheduling::testing;
using review::TeamRole;

namespace {

constexpr std::uint64_t limit = 200'000;
constexpr std::size_t reviews_to_try = 30;

std::vector<TeamMember> with_roles(const Facts& facts, const Arranged& review) {
    std::vector<TeamMember> team;
    bool led = false;
    for (const auto number : review.people) {
        const auto& person = facts.person(number);
        const bool leads = !led && facts.may_lead(number, review.days.back());
        led = led || leads;
        team.push_back({person.id, person.school,
                        leads                  ? TeamRole::lead
                        : person.trained_until ? TeamRole::reviewer
                                               : TeamRole::training});
    }
    return team;
}

/// Whether the checker has nothing against these reviews in one plan; of their returns and thirds
/// only where they are whole.
bool lawful_together(const Facts& facts, const std::vector<Arranged>& reviews, bool whole) {
    Plan plan;
    for (const auto& review : reviews)
        plan.reviews.push_back({facts.school(review.host).urn,
                                with_roles(facts, review),
                                review.days,
                                {},
                                {},
                                {},
                                false});
    std::ranges::sort(plan.reviews, {}, [](const PlannedReview& review) {
        const auto lead = std::ranges::find(review.team, TeamRole::lead, &TeamMember::role);
        return std::tuple{review.days.front(), review.host,
                          lead == review.team.end() ? "" : lead->reviewer};
    });
    Checked checked{facts, plan};
    read_reviews(checked);
    check_each(checked);
    check_together(checked);
    if (whole) check_mode(checked);
    return checked.faults.empty();
}

/// Every team of the right number of people, lawful or not, at every host in every window.
std::vector<Arranged> any_reviews(const Facts& facts) {
    std::vector<Arranged> all;
    for (std::uint32_t team = 1; team < 1U << facts.problem.reviewers.size(); ++team) {
        if (std::popcount(team) != static_cast<int>(facts.problem.round.team_size)) continue;
        Arranged review;
        bool known = true;
        for (std::size_t person = 0; person < facts.problem.reviewers.size(); ++person) {
            if ((team >> person & 1U) == 0) continue;
            known = known && facts.school_of[person];
            review.people.push_back(person);
            if (known) insert(review.givers, *facts.school_of[person]);
        }
        for (review.host = 0; known && review.host < facts.schools(); ++review.host)
            for (const auto& days : facts.windows) {
                review.days = days;
                all.push_back(review);
            }
    }
    return all;
}

double cost_of(const Facts& facts, const std::vector<Arranged>& reviews) {
    double sum = 0;
    for (const auto& parts : parts_of(facts, reviews)) sum += total(facts.weights, parts);
    return sum;
}

/// Adds each of the reviews from `from` on in turn, as long as nothing is wrong.
void try_all(const Facts& facts, const std::vector<Arranged>& some, std::size_t from,
             std::vector<Arranged>& chosen, Best& best) {
    for (; from < some.size(); ++from) {
        chosen.push_back(some[from]);
        if (lawful_together(facts, chosen, false)) {
            try_all(facts, some, from + 1, chosen, best);
            const auto cost = cost_of(facts, chosen);
            if ((chosen.size() > best.placed ||
                 (chosen.size() == best.placed && cost < best.objective)) &&
                lawful_together(facts, chosen, true))
                best = {chosen.size(), cost};
        }
        chosen.pop_back();
    }
}

/// None where there is too much to try.
std::optional<Best> best_by_checker(const Facts& facts) {
    auto some = any_reviews(facts);
    std::erase_if(some,
                  [&](const Arranged& review) { return !lawful_together(facts, {review}, false); });
    if (some.size() > reviews_to_try) return std::nullopt;
    Best best;
    std::vector<Arranged> chosen;
    try_all(facts, some, 0, chosen, best);
    return best;
}

/// Three schools, each with no more than two people.
void make_fewer(Problem& problem) {
    problem.schools.resize(std::min<std::size_t>(problem.schools.size(), 3));
    std::map<std::string, int> staff;
    for (const auto& school : problem.schools) staff[school.urn] = 2;
    std::erase_if(problem.reviewers,
                  [&](const Reviewer& person) { return staff[person.school]-- <= 0; });
}

/// So small that every set of reviews can be tried.
Problem tiny_problem(std::uint64_t seed) {
    auto problem = random_problem(seed, Size::small);
    auto& round = problem.round;
    round.last_day = std::min(round.last_day, round.first_day + std::chrono::days{6});
    round.review_days = 1 + seed % 4;
    problem.locks.clear();
    if (round.mode == Mode::triads) make_fewer(problem);
    return problem;
}

}  // namespace

TEST_CASE("the best plan is the best of all sets of reviews that the checker lets pass") {
    std::map<Mode, int> with_reviews;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        const auto problem = tiny_problem(seed);
        const Facts facts(problem);
        if (problem.reviewers.size() > 12) continue;
        const auto expected = best_by_checker(facts);
        if (!expected) continue;
        CAPTURE(seed);
        const auto found = best_plan(problem, limit);
        REQUIRE(found);
        CHECK(found->placed == expected->placed);
        CHECK(found->objective == Approx(expected->objective).margin(1e-6));
        with_reviews[problem.round.mode] += found->placed > 0 ? 1 : 0;
    }
    CHECK(with_reviews[Mode::rotation] >= 60);
    CHECK(with_reviews[Mode::pairs] >= 15);
    CHECK(with_reviews[Mode::triads] >= 5);
}

TEST_CASE("the plans made by hand are the best of their rounds") {
    CHECK(best_plan(lawful().problem, limit) == Best{3, 92});
    CHECK(best_plan(lawful_pair().problem, limit) == Best{2, 70});
    CHECK(best_plan(lawful_triad().problem, limit) == Best{3, 0});
}

TEST_CASE("a lock that can be kept is kept, and one that cannot makes no difference") {
    auto problem = lawful().problem;
    problem.locks = {{"ash", "beech", {}, {}}};
    CHECK(best_plan(problem, limit) == Best{3, 102});
    problem.locks.insert(problem.locks.begin(), {{"ash", "ash", {}, {}}, {"elm", "ash", {}, {}}});
    CHECK(best_plan(problem, limit) == Best{3, 102});
    // Of two that cannot both be kept, the first is.
    problem.locks.push_back({"ash", "cedar", {}, {}});
    CHECK(best_plan(problem, limit) == Best{3, 102});
    // The host's one review, on a Sunday.
    problem.locks = {{"ash", "cedar", {}, {problem.round.first_day - std::chrono::days{1}}}};
    CHECK(best_plan(problem, limit) == best_plan(lawful().problem, limit));
}

TEST_CASE("a search that would look at too much ends without a plan") {
    CHECK_FALSE(best_plan(lawful().problem, 3));
    CHECK_FALSE(best_plan(random_problem(1, Size::middle), 1000));
    CHECK(best_plan({}, limit) == Best{0, 0});
}
