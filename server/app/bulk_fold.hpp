#pragma once
// Folds all of a log into the views: one thread reads and decodes, the caller's folds, joined by a
// bounded queue. For start-up and for `bench fold`.

#include <functional>

#include "server/app/views.hpp"
#include "server/log/engine.hpp"

namespace commonweal::app {

/// From after the views' position to the engine's head as it is at the call; answers that head.
/// What reading or folding throws comes out here, with both threads at an end.
Position fold_in_bulk(const log::Engine& engine, Views& views,
                      const std::function<void(Position)>& progress);

}  // namespace commonweal::app
