#pragma once
// All pairs at once, as a flow of least cost from the schools that give to those that host: exact
// where each pairing can be chosen regardless of the others.
//
// Owner: choose_pairs. LEMON's network simplex does the work; nothing of LEMON is seen from here.

#include <memory>
#include <span>

#include "domain/scheduling/pairing.hpp"

namespace commonweal::scheduling {

class PairFlow {
  public:
    /// `unplaced`: what a review costs that is wanted and has no giver.
    PairFlow(const PairingProblem& problem, Cost unplaced);
    ~PairFlow();
    PairFlow(const PairFlow&) = delete;
    PairFlow& operator=(const PairFlow&) = delete;

    /// By the number of the pairing: whether it is chosen. Those that are blocked are not.
    struct Chosen {
        std::vector<bool> pairs;
        Cost cost = 0;  ///< at the costs that were given, with what is unplaced
    };
    Chosen least(std::span<const Cost> costs, const std::vector<bool>& blocked);

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace commonweal::scheduling
