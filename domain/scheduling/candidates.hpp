#pragma once
// Of all pairings of a round those that the search begins with: for each host the cheapest that are
// allowed, and for each giver. A school far from all others is nobody's cheapest; only the second
// half gives it something to do. What is left out is looked at again by its price.
//
// Owner: make_plan.

#include "domain/scheduling/costs.hpp"
#include "domain/scheduling/rules.hpp"

namespace commonweal::scheduling {

class Candidates {
  public:
    Candidates(const Instance& instance, const PairingRules& rules);

    /// In the order of host and giver.
    const std::vector<Pairing>& kept() const { return kept_; }
    /// No pairing of the round costs more.
    Cost dearest() const { return dearest_; }
    /// Of those that are not kept, the ones that are allowed and worth choosing at these prices: of
    /// each host the few that are worth most.
    std::vector<Pairing> worth_choosing(const Prices& prices) const;

    /// One way of reviewing, at its own cost.
    Pairing pairing(SchoolNumber giver, SchoolNumber host) const;

  private:
    /// The cheapest so far of one school; the dearest of them is in front.
    struct Cheapest {
        std::vector<std::pair<Cost, SchoolNumber>> heap;
        bool takes(Cost cost, SchoolNumber other) const;
        void take(Cost cost, SchoolNumber other);
    };
    bool is_kept(SchoolNumber giver, SchoolNumber host) const;
    void collect(SchoolNumber host, std::vector<Cheapest>& of_givers);

    const Instance& instance_;
    const PairingRules& rules_;
    std::vector<Pairing> kept_;
    Cost dearest_ = 0;
};

}  // namespace commonweal::scheduling
