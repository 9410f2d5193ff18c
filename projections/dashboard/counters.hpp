#pragma once
// Which of a dashboard's counts a stage belongs to.

#include "projections/dashboard/dashboard.hpp"

namespace commonweal::view {

/// nullptr: it is not counted.
std::uint32_t* counter(Counts& counts, const Progress& progress);

}  // namespace commonweal::view
