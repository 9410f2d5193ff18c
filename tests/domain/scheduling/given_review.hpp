#pragma once
// Reviews that the problem names, locks and those of the plan before, beside those of a plan.

#include "tests/domain/scheduling/facts.hpp"

namespace commonweal::scheduling::testing {

/// The schools that review the host, sorted, by what the review names.
std::vector<std::string> schools_of(const GivenReview& review);
/// The same people, in whatever roles.
bool same_people(const Facts& facts, const Arranged& review, const GivenReview& given);
/// The same host, people and days.
bool same_review(const Facts& facts, const Arranged& review, const GivenReview& given);
/// The review is what the lock names; what it does not name may be anything.
bool fits(const Facts& facts, const Arranged& review, const GivenReview& lock);

}  // namespace commonweal::scheduling::testing
