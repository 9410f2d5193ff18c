#include "tests/domain/scheduling/costs.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "domain/core/among.hpp"
#include "domain/core/text.hpp"
#include "tests/domain/scheduling/given_review.hpp"

namespace commonweal::scheduling::testing {
namespace {

constexpr std::int64_t kilometres_not_known = 100;
constexpr std::int64_t novelty_max = 5;
constexpr std::int64_t novelty_of_repeat = 5;
constexpr std::int64_t stability_of_school = 2;
constexpr std::array phases_in_order{
    "nursery",   "primary", "middle deemed primary", "middle deemed secondary",
    "secondary", "16 plus"};
constexpr std::array phases_with_all{"all-through", "not applicable"};

/// A place that is not known counts as 100 kilometres, beyond a soft cap too.
std::int64_t travel(const Facts& facts, std::size_t giver, std::size_t host) {
    const auto line = kilometres(facts, giver, host);
    const auto far = line ? std::max(std::int64_t{1}, static_cast<std::int64_t>(std::ceil(*line)))
                          : kilometres_not_known;
    const auto cap = facts.problem.round.travel_cap_km;
    if (!cap || !facts.soft(SoftRule::travel_cap)) return far;
    return far + 2 * std::max(std::int64_t{0}, far - static_cast<std::int64_t>(std::ceil(*cap)));
}

std::int64_t expertise(const Facts& facts, std::size_t giver, std::size_t host) {
    const auto& needs = facts.school(host).needs;
    const std::set<std::string> each(needs.begin(), needs.end());
    return std::ranges::count_if(
        each, [&](const auto& need) { return !among(facts.school(giver).offers, need); });
}

std::int64_t reviews_between(const Facts& facts, std::size_t a, std::size_t b) {
    std::size_t sum = 0;
    for (const auto& key : {std::pair{a, b}, std::pair{b, a}})
        if (const auto at = facts.past.find(key); at != facts.past.end()) sum += at->second.size();
    return static_cast<std::int64_t>(sum);
}

std::int64_t novelty(const Facts& facts, std::size_t giver, std::size_t host) {
    const bool repeat = facts.soft(SoftRule::no_repeat) && repeats(facts, giver, host);
    return std::min(novelty_max, reviews_between(facts, giver, host)) +
           (repeat ? novelty_of_repeat : 0);
}

/// Balance, spread and stability are left at 0: they are not the pairing's own.
Parts own_parts(const Facts& facts, std::size_t giver, std::size_t host) {
    Parts parts;
    parts.travel = travel(facts, giver, host);
    parts.phase = phase_steps(facts, giver, host);
    parts.expertise = expertise(facts, giver, host);
    parts.novelty = novelty(facts, giver, host);
    return parts;
}

bool reviewed_before(const Facts& facts, std::size_t giver, std::size_t host) {
    return std::ranges::any_of(facts.problem.previous, [&](const GivenReview& before) {
        return before.host == facts.school(host).urn &&
               among(schools_of(before), facts.school(giver).urn);
    });
}

std::int64_t stability(const Facts& facts, const Arranged& review) {
    const auto& previous = facts.problem.previous;
    if (previous.empty()) return 0;
    std::int64_t sum = 0;
    for (const auto giver : review.givers)
        if (!reviewed_before(facts, giver, review.host)) sum += stability_of_school;
    return sum + moved(facts, review);
}

/// How far each school is ahead, before the round and after it together.
std::vector<std::int64_t> ahead_twice(const Facts& facts, const std::vector<Arranged>& reviews) {
    std::vector<std::int64_t> sums;
    for (std::size_t school = 0; school < facts.schools(); ++school)
        sums.push_back(2 * facts.ahead(school));
    for (const auto& review : reviews) {
        --sums[review.host];
        for (const auto giver : review.givers) ++sums[giver];
    }
    return sums;
}

/// How many reviews begin in each week, and how many each school staffs in each.
struct Crowds {
    std::map<Day, std::int64_t> beginning;
    std::map<std::pair<std::size_t, Day>, std::int64_t> staffed;
};

Crowds crowds_of(const std::vector<Arranged>& reviews) {
    Crowds crowds;
    for (const auto& review : reviews) {
        ++crowds.beginning[week_of(review.days.front())];
        for (const auto week : weeks_of(review.days))
            for (const auto giver : review.givers) ++crowds.staffed[{giver, week}];
    }
    return crowds;
}

std::int64_t spread(const Facts& facts, const Arranged& review, const Crowds& crowds) {
    const auto begin = crowds.beginning.at(week_of(review.days.front()));
    auto sum = std::max(std::int64_t{0}, begin - facts.even_share);
    const auto releases = facts.problem.round.releases_per_week;
    if (!releases || !facts.soft(SoftRule::releases)) return sum;
    for (const auto week : weeks_of(review.days))
        for (const auto giver : review.givers)
            sum += std::max(std::int64_t{0}, crowds.staffed.at({giver, week}) -
                                                 static_cast<std::int64_t>(*releases));
    return sum;
}

/// Its place in the order, or none.
std::optional<std::ptrdiff_t> step(const std::string& phase) {
    const auto at = std::ranges::find(phases_in_order, phase);
    if (at == phases_in_order.end()) return std::nullopt;
    return at - phases_in_order.begin();
}

/// Each is a neighbour of the next one, and from primary to secondary all are neighbours.
bool neighbours(const std::string& a, const std::string& b) {
    const auto first = step(a);
    const auto second = step(b);
    if (!first || !second) return true;  // one of them is neighbour of all
    const auto [low, high] = std::minmax(*first, *second);
    return high - low == 1 || (low >= 1 && high <= 4);
}

std::optional<std::string> known_phase(const School& school) {
    if (!school.phase) return std::nullopt;
    auto phase = small_letters(*school.phase);
    if (!step(phase) && !among(phases_with_all, phase)) return std::nullopt;
    return phase;
}

}  // namespace

std::optional<double> kilometres(const Facts& facts, std::size_t a, std::size_t b) {
    const auto& from = facts.school(a);
    const auto& to = facts.school(b);
    if (!from.easting || !from.northing || !to.easting || !to.northing) return std::nullopt;
    // Places are taken to the metre.
    return std::hypot(std::round(*from.easting) - std::round(*to.easting),
                      std::round(*from.northing) - std::round(*to.northing)) /
           1000;
}

std::int64_t phase_steps(const Facts& facts, std::size_t a, std::size_t b) {
    const auto first = known_phase(facts.school(a));
    const auto second = known_phase(facts.school(b));
    if (!first || !second) return 2;
    if (*first == *second) return 0;
    return neighbours(*first, *second) ? 1 : 2;
}

bool repeats(const Facts& facts, std::size_t giver, std::size_t host) {
    const auto& round = facts.problem.round;
    const auto reviews = facts.past.find({giver, host});
    if (!round.no_repeat_years || reviews == facts.past.end()) return false;
    const auto since = years_before(round.first_day, *round.no_repeat_years);
    return std::ranges::any_of(reviews->second, [since](Day on) { return on > since; });
}

std::vector<Parts> parts_of(const Facts& facts, const std::vector<Arranged>& reviews) {
    const auto ahead = ahead_twice(facts, reviews);
    const auto crowds = crowds_of(reviews);
    std::vector<Parts> all;
    for (const auto& review : reviews) {
        auto& parts = all.emplace_back();
        parts.balance = -ahead[review.host];
        for (const auto giver : review.givers) {
            const auto own = own_parts(facts, giver, review.host);
            parts.travel += own.travel;
            parts.phase += own.phase;
            parts.expertise += own.expertise;
            parts.novelty += own.novelty;
            parts.balance += ahead[giver];
        }
        parts.spread = spread(facts, review, crowds);
        parts.stability = stability(facts, review);
    }
    return all;
}

double total(const Weights& weights, const Parts& parts) {
    const auto worth = [](double weight, std::int64_t part) {
        return weight * static_cast<double>(part);
    };
    return worth(weights.travel, parts.travel) + worth(weights.phase, parts.phase) +
           worth(weights.balance, parts.balance) + worth(weights.expertise, parts.expertise) +
           worth(weights.novelty, parts.novelty) + worth(weights.spread, parts.spread) +
           worth(weights.stability, parts.stability);
}

double pairing_cost(const Facts& facts, std::size_t giver, std::size_t host) {
    auto parts = own_parts(facts, giver, host);
    parts.balance = 2 * (facts.ahead(giver) - facts.ahead(host)) + 2;
    // A school that is new at this host comes with new people, too; one school of several does not
    // decide that.
    const bool several = facts.problem.round.mode == Mode::triads ||
                         (facts.different_schools() && facts.problem.round.team_size > 1);
    if (!facts.problem.previous.empty() && !reviewed_before(facts, giver, host))
        parts.stability = stability_of_school + (several ? 0 : 1);
    return total(facts.weights, parts);
}

std::int64_t moved(const Facts& facts, const Arranged& review) {
    const auto& previous = facts.problem.previous;
    const bool stays = std::ranges::any_of(
        previous, [&](const GivenReview& before) { return same_review(facts, review, before); });
    return previous.empty() || stays ? 0 : 1;
}

std::int64_t crowding(const Facts& facts, const std::vector<Arranged>& reviews) {
    const auto crowds = crowds_of(reviews);
    std::int64_t sum = 0;
    for (const auto& review : reviews) sum += spread(facts, review, crowds);
    return sum;
}

}  // namespace commonweal::scheduling::testing
