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
inline constexpr Cost pairing_cost_max = 10'000'000;
inline constexpr std::uint64_t reviews_max = 100'000;

/// A school that may review another, and what that would cost.
struct Pairing {
    SchoolNumber giver = 0;
    SchoolNumber host = 0;
    Cost cost = 0;
};

struct PairingProblem {
    std::vector<std::uint32_t> give;     ///< reviews that each school gives at most
    std::vector<std::uint32_t> receive;  ///< reviews that each school wants
    std::vector<Pairing> allowed;        ///< each of two schools at most once
    bool swaps = true;                   ///< A may review B in the round in which B reviews A
};

/// What may be spent: the same budget and seed give the same pairs on any machine.
struct PairingBudget {
    std::size_t flows = 100;
    std::size_t exchanges = 20'000'000;  ///< at most; fewer for few reviews
    std::uint64_t seed = 1;
    /// Asked after each flow and now and then; true ends the search with the best that is there.
    std::function<bool()> stop{};
};

/// As many reviews as possible come first, and then what they cost.
struct Pairs {
    std::vector<std::size_t> chosen;  ///< of the allowed pairings, in their order
    std::uint64_t unplaced = 0;       ///< reviews that are wanted and have no giver
    Cost cost = 0;
    std::uint64_t unplaced_bound = 0;  ///< no choice places more than all but so many
    Cost cost_bound = 0;               ///< no choice that leaves unplaced_bound of them costs less
    std::size_t flows = 0;

    bool optimal() const { return unplaced == unplaced_bound && cost == cost_bound; }
};

/// Throws std::invalid_argument where the problem names a school that it does not have, a pairing
/// twice or of one school, or goes beyond the bounds above.
Pairs choose_pairs(const PairingProblem& problem, const PairingBudget& budget);

}  // namespace commonweal::scheduling
