#pragma once
// What a plan could not place, and why: every other school of the round counted once, under the
// first rule that holds, and the least that would have to give way.
//
// Owner: PlanWriter.

#include "domain/scheduling/costs.hpp"
#include "domain/scheduling/rules.hpp"

namespace commonweal::scheduling {

/// `reviewed_by`: of each host the schools that review it in the plan, in order.
std::vector<Unplaced> unplaced(const Instance& instance, const PairingRules& rules,
                               const std::vector<std::vector<SchoolNumber>>& reviewed_by,
                               const std::vector<std::int64_t>& gave,
                               const std::vector<std::int64_t>& received);

}  // namespace commonweal::scheduling
