// Around choose_pairs: a choice that has to change a little, and a bound for one that places less.

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "domain/scheduling/pair_flow.hpp"

namespace commonweal::scheduling {
namespace {

using Key = std::pair<SchoolNumber, SchoolNumber>;

Cost dearest_of(const PairingProblem& problem) {
    Cost dearest = 0;
    for (const auto& pairing : problem.allowed) dearest = std::max(dearest, pairing.cost);
    return dearest;
}

std::set<Key> keys_of(const std::vector<Pairing>& pairings) {
    std::set<Key> keys;
    for (const auto& pairing : pairings) keys.emplace(pairing.giver, pairing.host);
    return keys;
}

/// Of two opposite pairings of which at most one may be chosen, the one that is kept or is cheaper
/// stays; the other is blocked.
std::vector<bool> one_way_only(const PairingProblem& problem, const std::set<Key>& kept) {
    std::vector<bool> blocked(problem.allowed.size());
    if (problem.swaps) return blocked;
    std::map<Key, Cost> costs;
    for (const auto& [giver, host, cost, leads] : problem.allowed)
        costs.emplace(Key{giver, host}, cost);
    for (std::size_t i = 0; i < blocked.size(); ++i) {
        const auto& [giver, host, cost, leads] = problem.allowed[i];
        const auto opposite = costs.find({host, giver});
        if (opposite == costs.end()) continue;
        blocked[i] = kept.contains({host, giver}) ||
                     (!kept.contains({giver, host}) &&
                      std::pair{cost, giver} > std::pair{opposite->second, host});
    }
    return blocked;
}

/// At their costs, and what is not kept at so much more.
std::vector<Pairing> least(const PairingProblem& problem, const std::set<Key>& kept, Cost fresh) {
    const auto unplaced =
        range_of(problem).more_than_all() + fresh * (static_cast<Cost>(wanted_in(problem)) + 1);
    std::vector<Cost> costs;
    for (const auto& pairing : problem.allowed)
        costs.push_back(price_unit * (pairing.cost +
                                      (kept.contains({pairing.giver, pairing.host}) ? 0 : fresh)));
    PairFlow flow(problem, unplaced * price_unit);
    const auto chosen = flow.least(costs, one_way_only(problem, kept));
    std::vector<Pairing> pairings;
    for (std::size_t i = 0; i < costs.size(); ++i)
        if (chosen.pairs[i]) pairings.push_back(problem.allowed[i]);
    return pairings;
}

}  // namespace

std::vector<Pairing> mend_pairs(const PairingProblem& problem, const std::vector<Pairing>& keep) {
    // Anything new costs more than all that an old one could save.
    return least(problem, keys_of(keep), dearest_of(problem) + 1);
}

std::vector<Pairing> cheapest_pairs_near(const PairingProblem& problem,
                                         const std::vector<Pairing>& these) {
    return least(problem, keys_of(these), 0);
}

Cost cost_bound_leaving(const PairingProblem& problem, std::uint64_t unplaced) {
    std::vector<Cost> costs;
    for (const auto& pairing : problem.allowed) costs.push_back(pairing.cost * price_unit);
    const std::vector<bool> none(costs.size());
    const auto left = static_cast<Cost>(unplaced);
    std::optional<Cost> best;
    // At any worth of a placed review this is a bound (Lagrange); a few are tried.
    for (auto worth = 4 * dearest_of(problem) + 1; worth > 0; worth /= 3) {
        PairFlow flow(problem, worth * price_unit);
        const auto least = flow.least(costs, none).cost;
        auto bound = least + worth * (static_cast<Cost>(wanted_in(problem)) - left) * price_unit;
        const auto prices = flow.prices();
        if (problem.left_out) bound -= share_of(problem.left_out(prices), prices, problem.receive);
        if (best && bound <= *best) break;
        best = bound;
    }
    return best.value_or(0) / price_unit;
}

}  // namespace commonweal::scheduling
