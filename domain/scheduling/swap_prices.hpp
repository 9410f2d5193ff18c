#pragma once
// What it is worth that two schools do not review each other: a price on both of their pairings,
// raised where both are chosen and lowered where neither is (Lagrange multipliers, by the
// subgradient method of Held, Wolfe and Crowder). The least cost at any prices, less the prices, is
// a lower bound. In whole numbers, so that every machine comes to the same.
//
// Owner: choose_pairs.

#include <vector>

#include "domain/scheduling/pairing.hpp"

namespace commonweal::scheduling {

class SwapPrices {
  public:
    explicit SwapPrices(const PairingProblem& problem) { follow(problem); }

    /// The same problem with more pairings at its end: what was learned stays.
    void follow(const PairingProblem& problem);

    /// Two pairings of the same schools, each way, by their numbers.
    struct Opposite {
        std::size_t one = 0;
        std::size_t other = 0;
    };
    const std::vector<Opposite>& opposites() const { return opposites_; }

    /// The costs of all pairings, in price units, with the prices.
    std::vector<Cost> costs() const;
    Cost sum() const;
    /// After a choice at these prices: whether the bound rose, and how far it is at most from the
    /// best, in price units.
    void learn(const std::vector<bool>& chosen, bool rose, Cost gap);

  private:
    Cost step_for(Cost excess_squares, Cost gap) const;

    const PairingProblem* problem_ = nullptr;
    std::vector<Opposite> opposites_;
    std::vector<Cost> prices_;  ///< of each two that are opposite
    Cost stretch_ = 1024;       ///< of a step, in 1024ths; shrinks where the bound rises no more
    int without_rise_ = 0;
};

}  // namespace commonweal::scheduling
