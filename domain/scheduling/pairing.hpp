#pragma once
// Who reviews whom: pairs of schools that cost least together, with a proof of how little any other
// choice could cost. Days and teams come after (docs/decisions/0024-planning-a-round.md).

#include <cstdint>
#include <functional>
#include <vector>

namespace commonweal::scheduling {

/// A school of the round, by its number from 0 on.
using SchoolNumber = std::uint32_t;
/// Weights times parts, in units that people know; never negative.
using Cost = std::int64_t;

/// So that the cost of a whole plan, however bad, is a number.
inline constexpr Cost pairing_cost_max = 25'000'000;
inline constexpr std::uint64_t reviews_max = 50'000;

/// A school that may review another, and what that would cost.
struct Pairing {
    SchoolNumber giver = 0;
    SchoolNumber host = 0;
    Cost cost = 0;
    bool leads = true;  ///< the giver can send somebody who leads
    bool operator==(const Pairing&) const = default;
};

/// What it would be worth, in price units, that a school gave one review more or received one less.
/// A pairing is worth choosing where its cost and the giver's price are less than the host's.
struct Prices {
    std::vector<Cost> give;
    std::vector<Cost> receive;
};

/// Prices are this much finer than costs.
inline constexpr Cost price_unit = 64;

inline Cost reduced_cost(const Pairing& pairing, const Prices& prices) {
    return pairing.cost * price_unit + prices.give[pairing.giver] - prices.receive[pairing.host];
}

struct PairingProblem {
    std::vector<std::uint32_t> give;     ///< reviews that each school gives at most
    std::vector<std::uint32_t> receive;  ///< reviews that each school wants
    std::vector<Pairing> allowed;        ///< each of two schools at most once
    bool swaps = true;                   ///< A may review B in the round in which B reviews A

    /// What each school gave more than it received before; empty: nothing. The squares of what it
    /// has given more than received in the end count, each so much.
    std::vector<std::int64_t> ahead{};
    Cost balance = 0;
    /// Reviews that each host can receive from givers who cannot lead; empty: all.
    std::vector<std::uint32_t> without_lead{};
    /// So many givers make a review of a host; each counts as a review given.
    std::uint32_t givers = 1;

    /// Pairings that are allowed, and are left out above because they seem too dear: those that
    /// would be worth choosing at these prices. What is left out without being asked for here is
    /// not in the bound.
    std::function<std::vector<Pairing>(const Prices&)> left_out{};
    Cost dearest = 0;  ///< nothing that is left out costs more
};

/// Of all schools together.
std::uint64_t wanted_in(const PairingProblem& problem);

/// What may be spent: the same budget and seed give the same pairs on any machine.
struct PairingBudget {
    std::size_t flows = 100;
    std::size_t exchanges = 20'000'000;  ///< at most; fewer for few reviews
    std::uint64_t seed = 1;
    /// A choice so near to the bound is near enough, where a flow takes time: a share of its cost
    /// of one in so many.
    Cost near_enough = 400;
    /// Asked after each flow and now and then; true ends the search with the best that is there.
    std::function<bool()> stop{};
};

/// As many reviews as possible come first, and then what they cost.
struct Pairs {
    std::vector<Pairing> chosen;       ///< in the order of host and giver
    std::uint64_t unplaced = 0;        ///< reviews that are wanted and have no giver
    Cost cost = 0;                     ///< with the change of the squares of what schools are ahead
    std::uint64_t unplaced_bound = 0;  ///< no choice places more than all but so many
    Cost cost_bound = 0;               ///< no choice that leaves so many unplaced costs less
    std::size_t flows = 0;

    bool optimal() const { return unplaced == unplaced_bound && cost == cost_bound; }
};

/// Throws std::invalid_argument where the problem names a school that it does not have, a pairing
/// twice or of one school, or goes beyond the bounds above.
Pairs choose_pairs(const PairingProblem& problem, const PairingBudget& budget);

/// As many of those that are kept as possible and, beside them, the fewest others with which as
/// many reviews as possible are placed.
std::vector<Pairing> mend_pairs(const PairingProblem& problem, const std::vector<Pairing>& keep);

/// The cheapest pairs; of two schools that may not swap, in the direction in which these are, or
/// which is cheaper.
std::vector<Pairing> cheapest_pairs_near(const PairingProblem& problem,
                                         const std::vector<Pairing>& these);

/// No choice that leaves at most so many reviews unplaced costs less. Quick, and not as close as
/// the bound of choose_pairs.
Cost cost_bound_leaving(const PairingProblem& problem, std::uint64_t unplaced);

}  // namespace commonweal::scheduling
