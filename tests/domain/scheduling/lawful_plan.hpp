#pragma once
// Rounds of three schools and a plan for each, made and reckoned by hand.

#include "domain/scheduling/plan.hpp"
#include "domain/scheduling/problem.hpp"

namespace commonweal::scheduling::testing {

struct Case {
    Problem problem;
    Plan plan;
};

/// Ash is reviewed by Cedar, Beech by Ash over a weekend, and Cedar by Beech. Each school has a
/// lead ("a1"), somebody trained ("a2") and somebody in training ("a3").
Case lawful();
/// Ash and Beech, of the same people, review each other.
Case lawful_pair();
/// The same three schools as one triad, in which nothing has a cost.
Case lawful_triad();

}  // namespace commonweal::scheduling::testing
