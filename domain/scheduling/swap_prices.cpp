#include "domain/scheduling/swap_prices.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace commonweal::scheduling {
namespace {

constexpr Cost whole = 1024;
constexpr Cost shrunk = 614;  ///< six tenths
constexpr int patience = 4;

std::uint64_t key_of(SchoolNumber giver, SchoolNumber host) {
    return (std::uint64_t{giver} << 32U) | host;
}

/// In the order in which the later of the two stands in the list.
std::vector<SwapPrices::Opposite> opposites_in(const std::vector<Pairing>& allowed) {
    std::unordered_map<std::uint64_t, std::size_t> seen;
    std::vector<SwapPrices::Opposite> opposites;
    for (std::size_t i = 0; i < allowed.size(); ++i) {
        const auto& [giver, host, cost, leads] = allowed[i];
        if (const auto found = seen.find(key_of(host, giver)); found != seen.end())
            opposites.push_back({found->second, i});
        seen.emplace(key_of(giver, host), i);
    }
    return opposites;
}

/// By how much two opposite pairings are more than one may be: 1, 0 or -1.
Cost excess(const std::vector<bool>& chosen, const SwapPrices::Opposite& both) {
    return (chosen[both.one] ? 1 : 0) + (chosen[both.other] ? 1 : 0) - 1;
}

}  // namespace

void SwapPrices::follow(const PairingProblem& problem) {
    problem_ = &problem;
    if (!problem.swaps) opposites_ = opposites_in(problem.allowed);
    prices_.resize(opposites_.size());
}

std::vector<Cost> SwapPrices::costs() const {
    std::vector<Cost> costs;
    costs.reserve(problem_->allowed.size());
    for (const auto& pairing : problem_->allowed) costs.push_back(pairing.cost * price_unit);
    for (std::size_t i = 0; i < opposites_.size(); ++i)
        for (const auto pairing : {opposites_[i].one, opposites_[i].other})
            costs[pairing] += prices_[i];
    return costs;
}

Cost SwapPrices::sum() const {
    return std::accumulate(prices_.begin(), prices_.end(), Cost{0});
}

void SwapPrices::learn(const std::vector<bool>& chosen, bool rose, Cost gap) {
    without_rise_ = rose ? 0 : without_rise_ + 1;
    if (without_rise_ == patience) {
        stretch_ = std::max<Cost>(1, stretch_ * shrunk / whole);
        without_rise_ = 0;
    }
    Cost squares = 0;
    for (std::size_t i = 0; i < opposites_.size(); ++i)
        if (const auto by = excess(chosen, opposites_[i]); by > 0 || prices_[i] > 0)
            squares += by * by;
    const auto step = step_for(squares, gap);
    for (std::size_t i = 0; i < opposites_.size(); ++i)
        prices_[i] = std::max<Cost>(0, prices_[i] + step * excess(chosen, opposites_[i]));
}

Cost SwapPrices::step_for(Cost excess_squares, Cost gap) const {
    return excess_squares == 0 ? 0 : std::max<Cost>(1, gap / excess_squares * stretch_ / whole);
}

}  // namespace commonweal::scheduling
