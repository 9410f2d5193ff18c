#pragma once
// What a pairing costs, in parts (docs/scheduling.md has the formulas).

#include "domain/scheduling/instance.hpp"

namespace commonweal::scheduling {

/// All parts of a pairing that follow from the two schools alone, and what a review by a school
/// that did not review this host in the plan before adds at least to stability. Balance and
/// spread are left at 0: they follow from the whole plan.
Parts parts_of_pairing(const Instance& instance, SchoolNumber giver, SchoolNumber host);

/// The same, with the balance as if it were the only pairing of the plan.
Parts parts_alone(const Instance& instance, SchoolNumber giver, SchoolNumber host);

/// Weight times part, in the instance's cost units.
Cost total_of(const Instance& instance, const Parts& parts);

inline Cost cost_of_pairing(const Instance& instance, SchoolNumber giver, SchoolNumber host) {
    return total_of(instance, parts_of_pairing(instance, giver, host));
}

/// Whether this school reviewed that host in the plan before.
bool paired_before(const Instance& instance, SchoolNumber giver, SchoolNumber host);

/// What stability counts for a school that is new at a host, and for a review that is not as
/// before.
inline constexpr std::int64_t new_school = 2;
inline constexpr std::int64_t not_as_before = 1;

}  // namespace commonweal::scheduling
