#pragma once
// Threes of schools that cost little: built one by one, then made cheaper by exchanges of two
// schools between threes (simulated annealing, in whole numbers).
//
// Owner: Triads.

#include <array>
#include <functional>
#include <optional>

#include "domain/scheduling/pairing.hpp"

namespace commonweal::scheduling {

using Three = std::array<SchoolNumber, 3>;  ///< in order

struct ThreesProblem {
    /// Of each school, for each three that it can be in, what it costs that it is in one more.
    std::vector<std::vector<Cost>> places;
    /// What it costs that two schools are in one three; none: they may not.
    std::function<std::optional<Cost>(SchoolNumber, SchoolNumber)> cost;
    /// Of each school those with whom it costs least.
    std::vector<std::vector<SchoolNumber>> neighbours;
};

struct Threes {
    std::vector<Three> threes;
    std::size_t tried = 0;
};

/// As many threes as are found, and then as cheap as is found. Two schools are together once.
Threes cheap_threes(const ThreesProblem& problem, std::size_t tries, std::uint64_t seed,
                    const std::function<bool()>& stop);

}  // namespace commonweal::scheduling
