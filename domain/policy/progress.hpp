#pragma once
// How far a policy is: what it has answered is never answered again, whatever crashed between.

#include <compare>
#include <variant>

#include "domain/policy/events.hpp"

namespace commonweal {

struct PolicyProgress {
    bool enabled = false;
    Position source = 0;     ///< the last event that it answered, or after which it began
    std::uint32_t done = 0;  ///< of its answers to that event

    auto operator<=>(const PolicyProgress&) const = default;
};

namespace policy {

using Fact = std::variant<Enabled, Answered>;

inline void evolve(PolicyProgress& progress, const Fact& fact) {
    if (const auto* enabled = std::get_if<Enabled>(&fact))
        progress = {true, enabled->after, 0};
    else
        progress = {true, std::get<Answered>(fact).source, std::get<Answered>(fact).done};
}

}  // namespace policy
}  // namespace commonweal
