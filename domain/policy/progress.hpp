#pragma once
// How far a policy is: what it has answered is never answered again, whatever crashed between.

#include <variant>

#include "domain/policy/events.hpp"

namespace commonweal {

struct PolicyProgress {
    bool enabled = false;
    Position source = 0;     ///< the last event that it answered, or after which it began
    std::uint32_t done = 0;  ///< of its answers to that event
    std::uint32_t of = 0;

    /// Nothing more is to be said to `source`: not even where a newer program would say more.
    bool complete() const { return done >= of; }
};

namespace policy {

using Fact = std::variant<Enabled, Answered>;

inline void evolve(PolicyProgress& progress, const Fact& fact) {
    if (const auto* enabled = std::get_if<Enabled>(&fact)) {
        progress = {true, enabled->after, 0, 0};
    } else {
        const auto& answered = std::get<Answered>(fact);
        progress = {true, answered.source, answered.done, answered.of};
    }
}

}  // namespace policy
}  // namespace commonweal
