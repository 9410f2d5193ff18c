#pragma once
// Plans a round: who reviews whom, with which team, on which days (docs/scheduling.md; decision
// 0024). Pure: no clock, no threads; the same problem, seed and steps give the same plan.

#include <cstdint>
#include <functional>
#include <string_view>

#include "domain/scheduling/plan.hpp"

namespace commonweal::scheduling {

/// What may be spent on a plan.
struct Budget {
    std::size_t flows = 100;             ///< choices of all pairs at once
    std::size_t exchanges = 20'000'000;  ///< at most; fewer for few reviews
    std::uint64_t seed = 1;
    /// Asked often; true ends the search with the best plan that is there.
    std::function<bool()> stop{};
    /// Told now and then: what is done, of how much.
    std::function<void(std::string_view step, std::uint64_t done, std::uint64_t of)> progress{};
};

/// Never throws for what the problem says: what cannot be is among the plan's contradictions.
/// `seconds` is left at 0: there is no clock here.
Plan make_plan(const Problem& problem, const Budget& budget);

}  // namespace commonweal::scheduling
