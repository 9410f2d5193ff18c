#pragma once
// Problems made by chance, with whatever odd things the document allows, for tests of the solver.

#include <cstdint>

#include "domain/scheduling/problem.hpp"
#include "tests/domain/scheduling/chance.hpp"

namespace commonweal::scheduling::testing {

/// small: 2 to 5 schools and up to three weeks, so that every plan can be looked at. middle: 10 to
/// 40 schools and three to eight weeks.
enum class Size : std::uint8_t { small = 1, middle = 2 };

/// The same problem for a seed, everywhere. Some of its locks cannot be kept. Pairs with teams from
/// different schools are not among these problems: the document does not say what they would be.
Problem random_problem(std::uint64_t seed, Size size);

/// What came before the round and what is fixed in it: history, the plan before, locks. The schools
/// and people are there already.
void add_given(Problem& problem, Size size, Chance& chance);

}  // namespace commonweal::scheduling::testing
