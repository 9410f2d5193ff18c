#include "tests/domain/scheduling/exhaustive.hpp"

#include <algorithm>

#include "domain/core/among.hpp"
#include "tests/domain/scheduling/choices.hpp"
#include "tests/domain/scheduling/costs.hpp"
#include "tests/domain/scheduling/given_review.hpp"

namespace commonweal::scheduling::testing {
namespace {

constexpr double difference_min = 1e-9;

bool share(const auto& a, const auto& b) {
    return std::ranges::any_of(a, [&](const auto& each) { return among(b, each); });
}

/// The schools are those that the lock names. No other review of a plan can be the lock's, for no
/// school reviews a host twice.
bool is_of(const Facts& facts, const Pairing& pairing, const GivenReview& lock) {
    const auto schools = schools_of(lock);
    return !schools.empty() && lock.host == facts.school(pairing.host).urn &&
           std::ranges::all_of(schools, [&](const std::string& urn) {
               const auto school = facts.find_school(urn);
               return school && among(pairing.givers, *school);
           });
}

/// Looks at all plans in the order of the reviews that they place, then of what their pairings
/// cost.
struct Search {
    const Facts& facts;
    Limit limit;
    std::vector<Pairing> all_pairings = pairings(facts);
    std::vector<Choice> all_choices = choices(facts, all_pairings, limit);
    std::vector<GivenReview> locks{};

    // Of the choice that is being looked at:
    std::vector<std::vector<Way>> ways{};
    double base = 0;
    double moved = 0;
    std::vector<Arranged> reviews{};
    bool first_is_enough = false;
    std::optional<double> best{};

    void keep_locks();
    bool locks_can_be();
    bool has_all_locks(const Choice& choice) const;
    bool is_but_locks(const Choice& choice) const;
    bool fits_locks(std::size_t pairing, const Arranged& review) const;
    std::optional<Best> best_of_all();
    void look_at_all(std::vector<Choice> choices);
    void look_at(const Choice& choice, double cost);
    void arrange(std::size_t next);
    bool lawful_with(const Arranged& review) const;
    bool has_capacity(const Arranged& review) const;
    bool may_release(const Arranged& review) const;
    bool may_be_best() const;
};

bool Search::has_all_locks(const Choice& choice) const {
    return std::ranges::all_of(locks, [&](const GivenReview& lock) {
        return std::ranges::any_of(
            choice, [&](std::size_t number) { return is_of(facts, all_pairings[number], lock); });
    });
}

bool Search::fits_locks(std::size_t pairing, const Arranged& review) const {
    return std::ranges::all_of(locks, [&](const GivenReview& lock) {
        return !is_of(facts, all_pairings[pairing], lock) || fits(facts, review, lock);
    });
}

bool Search::has_capacity(const Arranged& review) const {
    return std::ranges::all_of(review.people, [&](std::size_t person) {
        const auto capacity = facts.person(person).capacity;
        const auto count = std::ranges::count_if(
            reviews, [&](const Arranged& other) { return among(other.people, person); });
        return !capacity || count < std::int64_t{*capacity};
    });
}

bool Search::may_release(const Arranged& review) const {
    const auto most = facts.problem.round.releases_per_week;
    if (!most || facts.soft(SoftRule::releases)) return true;
    const auto weeks = weeks_of(review.days);
    const auto staffed = [&](std::size_t giver, Day week) {
        return std::ranges::count_if(reviews, [&](const Arranged& other) {
            return among(other.givers, giver) && among(weeks_of(other.days), week);
        });
    };
    return std::ranges::all_of(review.givers, [&](std::size_t giver) {
        return std::ranges::all_of(
            weeks, [&](Day week) { return staffed(giver, week) < std::int64_t{*most}; });
    });
}

bool Search::lawful_with(const Arranged& review) const {
    const bool free = std::ranges::none_of(reviews, [&](const Arranged& other) {
        return share(review.days, other.days) &&
               (review.host == other.host || share(review.people, other.people));
    });
    return free && has_capacity(review) && may_release(review);
}

/// What further reviews add to crowding and to moves is not below zero.
bool Search::may_be_best() const {
    if (!best) return true;
    const auto crowded = facts.weights.spread * static_cast<double>(crowding(facts, reviews));
    return base + moved + crowded < *best - difference_min;
}

void Search::arrange(std::size_t next) {
    if (!limit.spend() || !may_be_best()) return;
    if (next == ways.size()) {
        best = 0;
        for (const auto& parts : parts_of(facts, reviews)) *best += total(facts.weights, parts);
        return;
    }
    for (const auto& way : ways[next]) {
        if (limit.over || (best && first_is_enough)) return;
        if (!lawful_with(way.review)) continue;
        reviews.push_back(way.review);
        moved += way.moved;
        arrange(next + 1);
        moved -= way.moved;
        reviews.pop_back();
    }
}

void Search::look_at(const Choice& choice, double cost) {
    ways.clear();
    for (const auto number : choice) {
        auto fitting = all_pairings[number].ways;
        std::erase_if(fitting, [&](const Way& way) { return !fits_locks(number, way.review); });
        ways.push_back(std::move(fitting));
    }
    std::ranges::sort(ways, {}, &std::vector<Way>::size);
    base = cost;
    arrange(0);
}

void Search::look_at_all(std::vector<Choice> choices) {
    std::vector<std::pair<double, Choice>> by_cost;
    for (auto& choice : choices) {
        const auto cost = cost_of(facts, all_pairings, choice);
        by_cost.emplace_back(cost, std::move(choice));
    }
    std::ranges::sort(by_cost);
    for (const auto& [cost, choice] : by_cost) {
        if (best && (first_is_enough || cost >= *best - difference_min)) return;
        look_at(choice, cost);
    }
}

/// Without the reviews that are there for no lock a plan is as lawful: only those are looked at.
bool Search::is_but_locks(const Choice& choice) const {
    const auto locked = [&](std::size_t number) {
        return std::ranges::any_of(locks, [&](const GivenReview& lock) {
            return is_of(facts, all_pairings[number], lock);
        });
    };
    // In pairs and threes, one of those that come together is enough.
    const auto together = facts.problem.round.mode == Mode::rotation ? 1U
                          : facts.problem.round.mode == Mode::pairs  ? 2U
                                                                     : 3U;
    for (std::size_t from = 0; from + together <= choice.size(); from += together) {
        const auto unit = choice.begin() + static_cast<std::ptrdiff_t>(from);
        if (std::none_of(unit, unit + together, locked)) return false;
    }
    return true;
}

bool Search::locks_can_be() {
    auto some = all_choices;
    std::erase_if(some, [&](const Choice& choice) {
        return !has_all_locks(choice) || !is_but_locks(choice);
    });
    best.reset();
    first_is_enough = true;
    look_at_all(std::move(some));
    first_is_enough = false;
    return best.has_value();
}

void Search::keep_locks() {
    for (const auto& lock : facts.problem.locks) {
        locks.push_back(lock);
        if (!locks_can_be()) locks.pop_back();
    }
    best.reset();
}

std::optional<Best> Search::best_of_all() {
    keep_locks();
    std::map<std::size_t, std::vector<Choice>, std::greater<>> by_placed;
    for (auto& choice : all_choices)
        if (has_all_locks(choice)) by_placed[choice.size()].push_back(choice);
    for (auto& [placed, some] : by_placed) {
        look_at_all(std::move(some));
        if (limit.over) return std::nullopt;
        if (best) return Best{placed, *best};
    }
    return std::nullopt;
}

}  // namespace

std::optional<Best> best_plan(const Problem& problem, std::uint64_t limit) {
    const Facts facts(problem);
    // The document does not say what pairs with teams from several schools are.
    if (problem.round.mode == Mode::pairs && facts.different_schools()) return std::nullopt;
    Search search{facts, {limit}};
    if (search.limit.over) return std::nullopt;
    return search.best_of_all();
}

}  // namespace commonweal::scheduling::testing
