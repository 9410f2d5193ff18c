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
        Cost cost = 0;  ///< at the costs that were given, less what is earned by those placed
    };
    Chosen least(std::span<const Cost> costs, const std::vector<bool>& blocked);
    /// Those at which the last choice is the best, each pairing at the cost that was given.
    Prices prices() const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// Between which costs every choice is.
struct CostRange {
    Cost least = 0;
    Cost most = 0;
    /// So much an unplaced review costs: none is given up to be cheaper.
    Cost more_than_all() const { return most - least + 1; }
};
CostRange range_of(const PairingProblem& problem);

/// What is left out of a problem and worth choosing at these prices could lower each host's share
/// of the least cost by the most that one of them is worth, for each review that the host receives.
Cost share_of(const std::vector<Pairing>& left_out, const Prices& prices,
              const std::vector<std::uint32_t>& receive);

}  // namespace commonweal::scheduling
