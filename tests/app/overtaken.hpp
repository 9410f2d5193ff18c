#pragma once
// Decisions that somebody else gets in front of.

#include <catch2/catch.hpp>

#include "tests/app/world.hpp"

namespace commonweal::app::testing {

/// Each test is run on both engines.
#define ON_BOTH_ENGINES const auto engine = GENERATE(On::memory, On::rocks)

/// A decision that somebody else gets in front of, the first `times` times.
inline Decide overtaken(int times, Decide decide, std::function<void()> overtake, int* decided) {
    return [=, left = std::make_shared<int>(times)](Transaction& t) {
        auto decision = decide(t);
        ++*decided;
        if ((*left)-- > 0) overtake();
        return decision;
    };
}

}  // namespace commonweal::app::testing
