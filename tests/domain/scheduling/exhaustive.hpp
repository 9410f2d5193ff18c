#pragma once
// The best plan of a very small problem, by looking at every plan that there is: every choice of
// who reviews whom, and for each every team and every window.

#include <cstdint>
#include <optional>

#include "domain/scheduling/problem.hpp"

namespace commonweal::scheduling::testing {

struct Best {
    std::uint64_t placed = 0;
    double objective = 0;
    bool operator==(const Best&) const = default;
};

/// The most reviews that can be placed, and the least that so many cost. None where more than
/// `limit` choices would be looked at.
///
/// A lock is kept where some lawful plan, of however few reviews, keeps it and all locks before it
/// that are kept.
std::optional<Best> best_plan(const Problem& problem, std::uint64_t limit);

}  // namespace commonweal::scheduling::testing
