#include "domain/scheduling/triads.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <unordered_map>

namespace commonweal::scheduling {
namespace {

constexpr std::size_t neighbours_kept = 30;
constexpr std::size_t exchanges_a_school = 2'000;
constexpr std::size_t neighbours_mixed_in = 6;

Three three_of(const Review& review) {
    Three three{review.host, review.givers[0], review.givers[1]};
    std::ranges::sort(three);
    return three;
}

}  // namespace

Triads::Triads(const Arranging& arranging) : in_(arranging) {
    for (const auto& member : in_.instance.members())
        places_.push_back(std::min(member.can_give / 2, member.receive));
    for (const auto& lock : in_.locks)
        if (locked_.insert(three_of(lock)).second)
            for (const auto school : three_of(lock)) --places_[school];
    find_neighbours();
}

bool Triads::allowed(SchoolNumber one, SchoolNumber other) const {
    const auto together = [&](const Three& three) {
        return std::ranges::count(three, one) + std::ranges::count(three, other) == 2;
    };
    return places_[one] > 0 && places_[other] > 0 && in_.rules.blocked(one, other) == 0 &&
           std::ranges::none_of(locked_, together);
}

Cost Triads::cost_of(SchoolNumber one, SchoolNumber other) const {
    return cost_of_pairing(in_.instance, one, other) + cost_of_pairing(in_.instance, other, one);
}

/// A school that may be with fewer than two others is in no three.
void Triads::find_neighbours() {
    neighbours_.resize(places_.size());
    std::vector<std::pair<Cost, SchoolNumber>> others;
    for (SchoolNumber one = 0; one < places_.size(); ++one) {
        others.clear();
        for (SchoolNumber other = 0; other < places_.size(); ++other)
            if (other != one && allowed(one, other))
                others.emplace_back(cost_of(one, other), other);
        if (others.size() < 2) {
            places_[one] = 0;
            continue;
        }
        const auto count = std::min(neighbours_kept, others.size());
        std::ranges::partial_sort(others, others.begin() + static_cast<std::ptrdiff_t>(count));
        for (std::size_t i = 0; i < count; ++i) neighbours_[one].push_back(others[i].second);
    }
}

std::vector<Review> Triads::arrange() {
    std::vector<Three> threes;
    put_together(threes, {});
    return reviews_of(threes);
}

/// Schools that have a place left come into threes as well, but into none of `without`.
void Triads::put_together(std::vector<Three>& threes, const std::set<Three>& without) {
    auto free = places_;
    std::set<std::pair<SchoolNumber, SchoolNumber>> together;
    for (const auto& three : threes)
        for (const auto one : three) {
            --free[one];
            for (const auto other : three) together.emplace(one, other);
        }
    std::vector<std::vector<Cost>> costs;
    for (SchoolNumber school = 0; school < free.size(); ++school)
        costs.push_back(balance_costs(school, free[school]));
    std::unordered_map<std::uint64_t, std::optional<Cost>> seen;
    const auto cost = [&](SchoolNumber one, SchoolNumber other) {
        const auto key = std::uint64_t{std::min(one, other)} << 32U | std::max(one, other);
        if (const auto found = seen.find(key); found != seen.end()) return found->second;
        const bool may = allowed(one, other) && !together.contains({one, other});
        return seen.emplace(key, may ? std::optional(cost_of(one, other)) : std::nullopt)
            .first->second;
    };
    const auto tries = std::min(in_.budget.exchanges, exchanges_a_school * free.size());
    const auto made =
        cheap_threes({costs, cost, neighbours_}, tries, in_.budget.seed + tried_, in_.budget.stop);
    for (const auto& three : made.threes)
        if (!without.contains(three)) threes.push_back(three);
    tried_ += made.tried + 1;
}

/// Near: the schools of threes that are not to be come together otherwise, with those near them.
std::vector<Review> Triads::arrange(const Otherwise& otherwise) {
    std::set<Three> away;
    std::set<SchoolNumber> mixed;
    for (const auto& review : otherwise.without) {
        const auto three = three_of(review);
        if (locked_.contains(three) || !away.insert(three).second) continue;
        for (const auto school : three)
            for (std::size_t i = 0; i < neighbours_[school].size() && i < neighbours_mixed_in; ++i)
                mixed.insert(neighbours_[school][i]);
    }
    std::set<Three> before;
    for (const auto& review : otherwise.before) before.insert(three_of(review));
    std::vector<Three> threes;
    for (const auto& three : before)
        if (otherwise.near && !locked_.contains(three) && !away.contains(three) &&
            std::ranges::none_of(three, [&](auto school) { return mixed.contains(school); }))
            threes.push_back(three);
    put_together(threes, away);
    return reviews_of(threes);
}

void Triads::add_reviews(const Three& three, std::vector<Review>& to) const {
    for (const auto host : three) {
        std::vector<SchoolNumber> givers;
        for (const auto giver : three)
            if (giver != host) givers.push_back(giver);
        const auto locked = [&](const Review& lock) {
            return lock.host == host && lock.givers == givers;
        };
        if (std::ranges::none_of(in_.locks, locked))
            to.push_back({host, givers, nullptr, review_before(in_.instance, host, givers)});
    }
}

std::vector<Review> Triads::reviews_of(const std::vector<Three>& threes) const {
    auto reviews = in_.locks;
    for (const auto& three : locked_) add_reviews(three, reviews);
    for (const auto& three : threes) add_reviews(three, reviews);
    return reviews;
}

/// In each three a school gives two and receives one: of the next so many threes.
std::vector<Cost> Triads::balance_costs(SchoolNumber school, std::uint32_t places) const {
    const auto& member = in_.instance.member(school);
    const auto taken = std::min(member.can_give / 2, member.receive) - places;
    std::vector<Cost> costs;
    for (std::uint32_t i = 0; i < places; ++i)
        costs.push_back(in_.instance.weights().balance * (2 * (member.ahead() + taken + i) + 1));
    return costs;
}

/// The least that so many places can cost.
Cost Triads::least_balance(std::uint64_t places) const {
    std::vector<Cost> costs;
    for (SchoolNumber school = 0; school < places_.size(); ++school)
        std::ranges::copy(balance_costs(school, places_[school]), std::back_inserter(costs));
    std::ranges::sort(costs);
    costs.resize(std::min<std::size_t>(places, costs.size()));
    return std::accumulate(costs.begin(), costs.end(), Cost{0});
}

/// Every school reviewed by two others and reviewing two for each three: threes are among these.
PairingProblem Triads::everybody_by_two() const {
    PairingProblem problem;
    for (const auto places : places_) {
        problem.give.push_back(2 * places);
        problem.receive.push_back(2 * places);
    }
    const Candidates candidates(in_.instance, in_.rules);
    const auto open_ones = [this](std::vector<Pairing> pairings) {
        std::erase_if(pairings,
                      [&](const auto& pairing) { return !allowed(pairing.giver, pairing.host); });
        return pairings;
    };
    problem.allowed = open_ones(candidates.kept());
    problem.left_out = [=](const Prices& prices) {
        return open_ones(candidates.worth_choosing(prices));
    };
    return problem;
}

Cost Triads::balance_of_locks() const {
    std::vector<std::int64_t> more(places_.size());
    for (const auto& three : locked_)
        for (const auto school : three) ++more[school];
    Cost sum = 0;
    for (SchoolNumber school = 0; school < more.size(); ++school)
        sum += more[school] * (2 * in_.instance.member(school).ahead() + more[school]);
    return in_.instance.weights().balance * sum;
}

Bound Triads::bound(std::uint64_t placing) const {
    std::uint64_t places = 0;
    for (const auto count : places_) places += count;
    Bound bound;
    bound.placed = 3 * (locked_.size() + places / 3);
    bound.placing = placing;
    for (const auto& three : locked_)
        for (const auto one : three)
            for (const auto other : three)
                if (one < other) bound.cost += cost_of(one, other);
    bound.cost +=
        balance_of_locks() + least_balance(placing - std::min(placing, 3 * locked_.size()));
    const auto problem = everybody_by_two();
    const auto units = 2 * (placing - std::min(placing, 3 * locked_.size()));
    bound.cost += cost_bound_leaving(problem, wanted_in(problem) - units);
    return bound;
}

}  // namespace commonweal::scheduling
