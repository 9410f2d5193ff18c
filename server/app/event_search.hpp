#pragma once
// Events that bear several tags at once, read without those that bear but one of them: from tag to
// tag, each time to the next place where the other one may agree.

#include <functional>
#include <span>
#include <string>

#include "server/log/engine.hpp"

namespace commonweal::app {

/// Positions from `first` to `last`, both included; every tag is on each event that is told. No tag
/// means any event.
struct Wanted {
    std::vector<std::string> tags;
    log::Position first = 1;
    log::Position last = ~log::Position{0};
    log::Direction direction = log::Direction::forward;
};

/// In order of the direction, until `visit` answers false. `looked_at_max` bounds the records that
/// are read for it; answers the position from which to go on where that ended it, else 0.
log::Position read_wanted(const log::Engine& engine, const Wanted& wanted,
                          std::size_t looked_at_max, const log::Visitor& visit);

}  // namespace commonweal::app
