#pragma once
// Schools two by two, as a matching of greatest weight: exact. A school may be in several pairs,
// with another school at most in one.
//
// Owner: PairsOfSchools. LEMON's algorithm (Edmonds' blossoms) does the work; nothing of LEMON is
// seen from here.

#include <span>

#include "domain/scheduling/pairing.hpp"

namespace commonweal::scheduling {

/// Two schools that may be a pair.
struct Edge {
    SchoolNumber one = 0;  ///< the smaller number
    SchoolNumber other = 0;
    Cost cost = 0;
    bool operator==(const Edge&) const = default;
};

struct Matching {
    std::vector<std::size_t> chosen;  ///< of the edges
    Cost worth = 0;                   ///< of all chosen together, less what they cost
    /// What each school's place in a pair is worth, in a `price_scale`th. A pair that is not among
    /// the edges could be worth choosing only if it is worth more than both its schools' prices.
    std::vector<Cost> prices;
    Cost price_scale = 1;
};

/// The pairs that are worth most together, each worth so much less its cost; a school is in at most
/// `degree` of them.
Matching heaviest_matching(std::span<const std::uint32_t> degree, std::span<const Edge> edges,
                           Cost worth);

}  // namespace commonweal::scheduling
