#pragma once
// What a plan costs, by the formulas of docs/scheduling.md, for the checker and the exhaustive
// search. Nothing here is fast: it is to be read beside the document.

#include "tests/domain/scheduling/facts.hpp"

namespace commonweal::scheduling::testing {

/// In a straight line; none where a place is not known.
std::optional<double> kilometres(const Facts& facts, std::size_t a, std::size_t b);
/// 0 the same phase, 1 neighbours, 2 otherwise or not known.
std::int64_t phase_steps(const Facts& facts, std::size_t a, std::size_t b);
/// The giver reviewed this host fewer than `no_repeat_years` years before the round.
bool repeats(const Facts& facts, std::size_t giver, std::size_t host);

/// The parts of each review, in the order of the reviews, which are a whole plan.
std::vector<Parts> parts_of(const Facts& facts, const std::vector<Arranged>& reviews);
double total(const Weights& weights, const Parts& parts);

/// The sum of all reviews' spread. No further review makes it smaller.
std::int64_t crowding(const Facts& facts, const std::vector<Arranged>& reviews);
/// The part of stability that days and people decide: 0 or 1.
std::int64_t moved(const Facts& facts, const Arranged& review);

/// Of a pairing alone: the balance is as if there were no other review, and nothing is crowded.
double pairing_cost(const Facts& facts, std::size_t giver, std::size_t host);

}  // namespace commonweal::scheduling::testing
