#pragma once
// Whether a plan is what docs/scheduling.md says that it is, found out apart from the solver.

#include <string>
#include <vector>

#include "domain/scheduling/plan.hpp"
#include "domain/scheduling/problem.hpp"

namespace commonweal::scheduling::testing {

inline constexpr std::size_t faults_max = 50;

/// What is wrong with the plan, a sentence each, with what is expected and what was found; empty:
/// nothing. It ends after `faults_max`, and throws for no plan.
std::vector<std::string> faults(const Problem& problem, const Plan& plan);

}  // namespace commonweal::scheduling::testing
