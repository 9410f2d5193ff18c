#pragma once
// The documents of planning a round as JSON (docs/scheduling.md).

#include "domain/scheduling/plan.hpp"
#include "server/codec/json_read.hpp"

namespace commonweal::codec {

struct ReadProblem {
    scheduling::Problem problem;
    std::vector<BodyError> errors;  ///< with any of these the problem is not to be planned
    std::vector<BodyError> unused;  ///< fields that the document does not have
};

/// A problem, with every value within the bounds of domain/scheduling/problem.hpp. `previous` may
/// be the list of a plan's reviews or the whole plan.
ReadProblem read_problem(std::string_view text);

}  // namespace commonweal::codec
