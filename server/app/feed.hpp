#pragma once
// The events of several tags as one sequence, in order, each once: what a part of the views is
// folded from.

#include <functional>
#include <span>

#include "server/app/views.hpp"
#include "server/log/engine.hpp"

namespace commonweal::app {

/// Tells `use` the events from `first` to `last` that bear any of the tags, in batches; no tags
/// means all events. Throws what reading and decoding throw.
void feed(const log::Engine& engine, std::span<const std::string> tags, Position first,
          Position last, const std::function<void(std::vector<Routed>&)>& use);

}  // namespace commonweal::app
