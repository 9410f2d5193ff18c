#pragma once
// Weights in whole numbers, so that costs are added without error.
//
// Owner: Instance.

#include "domain/scheduling/instance.hpp"
#include "domain/scheduling/noted.hpp"

namespace commonweal::scheduling {

/// As fine as they are given, to a thousandth, where the sums of a plan have room.
IntegerWeights integer_weights(const Weights& weights, Noted& noted);

}  // namespace commonweal::scheduling
