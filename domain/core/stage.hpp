#pragma once
// A rule that all things with stages share.

#include <initializer_list>
#include <string>

#include "domain/core/refusal.hpp"

namespace commonweal {

/// The thing is there, and at one of the stages at which a command makes sense.
template <class Thing>
Decision<std::monostate> at_stage(const Thing& thing,
                                  std::initializer_list<decltype(Thing::stage)> stages) {
    if (!thing.known()) return refuse(Rule::not_found, std::string(Thing::noun));
    for (const auto stage : stages)
        if (thing.stage == stage) return std::monostate{};
    return refuse(Rule::wrong_stage, boost::describe::enum_to_string(thing.stage, "unknown"));
}

}  // namespace commonweal
