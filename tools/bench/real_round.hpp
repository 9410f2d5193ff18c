#pragma once
// Rounds of real schools, for the benchmark of planning (tools/bench/README.md).

#include "domain/scheduling/problem.hpp"

namespace commonweal::bench {

inline constexpr std::size_t real_schools = 5'500;

/// A round of the first so many schools of the cut: their places, phases and trusts are real.
/// Invented, and the same at every call, are two to four reviewers of each, when they are away and
/// how long their training holds, needs and offers, two years of past reviews, and an autumn term
/// with the half-term of each authority and training days of each school. All rules are on: trusts,
/// phases, no repeat within three years, a soft travel cap, one release a week; two-day reviews by
/// a team of two from one school; no swaps, where it is a rotation.
scheduling::Problem real_round(std::size_t schools, scheduling::Mode mode);

}  // namespace commonweal::bench
