#pragma once
// Holds every snapshot of views against views that are folded from the log anew.
//
// Failure: what does not fit is a Problem of the kind "snapshot"; damage in the log throws.

#include "server/app/snapshots.hpp"
#include "server/log/problems.hpp"

namespace commonweal::app {

/// `progress` is told how many snapshots of how many are done. Answers how many there are.
std::size_t verify_snapshots(const log::Engine& engine, const Snapshots& snapshots,
                             log::Problems& problems,
                             const std::function<void(std::size_t, std::size_t)>& progress);

}  // namespace commonweal::app
