#pragma once
// A plan's pairs made cheaper by exchanges: two schools that give take over each other's host, or
// one with nothing to do takes over a host. Dearer exchanges are taken as well, the rarer the
// dearer and less and less (simulated annealing), so that the search leaves what is only better
// than its neighbours. In whole numbers, so that every machine comes to the same.
//
// Owner: choose_pairs.

#include "domain/scheduling/pairing.hpp"

namespace commonweal::scheduling {

/// So many exchanges are tried, drawn from a seed. What comes out breaks no rule that what went in
/// did not break, places as many, and costs no more. `stop` is asked now and then.
std::vector<bool> exchanged(const PairingProblem& problem, std::vector<bool> pairs,
                            std::size_t tries, std::uint64_t seed,
                            const std::function<bool()>& stop);

}  // namespace commonweal::scheduling
