#pragma once
// Random lawful histories: commands drawn at random, of which the refused do not happen.

#include <random>

#include "tests/projections/ring.hpp"

namespace commonweal::testing {

class Chance {
  public:
    explicit Chance(std::uint64_t seed) : random_(seed) {}
    /// From 0 to below `bound`.
    std::uint32_t below(std::size_t bound) { return static_cast<std::uint32_t>(random_() % bound); }
    bool one_in(std::size_t of) { return below(of) == 0; }

  private:
    std::mt19937_64 random_;
};

/// So many draws on a ring of seven schools; two thirds or so come to pass.
Ring random_history(std::uint64_t seed, std::size_t draws);

}  // namespace commonweal::testing
