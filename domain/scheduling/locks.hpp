#pragma once
// Reviews that are locked, as far as the rules allow them.

#include "domain/scheduling/diary.hpp"
#include "domain/scheduling/rules.hpp"

namespace commonweal::scheduling {

/// The locks that can be kept, in the order of the problem; a lock goes before those after it. Of
/// the others it is noted why they cannot. They point into the instance.
std::vector<Review> lawful_locks(const Instance& instance, const PairingRules& rules,
                                 std::vector<Contradiction>& contradictions);

/// The plan before's review of this host by these schools, if there was one.
const Given* review_before(const Instance& instance, SchoolNumber host,
                           const std::vector<SchoolNumber>& givers);

}  // namespace commonweal::scheduling
