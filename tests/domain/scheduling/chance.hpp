#pragma once
// Chance from a seed, the same on every machine: the standard distributions are not.

#include <cstdint>
#include <random>
#include <vector>

namespace commonweal::scheduling::testing {

class Chance {
  public:
    explicit Chance(std::uint64_t seed) : numbers_(seed) {}

    /// From 0 on. The bound is at least 1, and small: that the remainder favours small numbers does
    /// not matter here.
    std::uint32_t below(std::uint64_t bound) {
        return static_cast<std::uint32_t>(numbers_() % bound);
    }
    /// Both included.
    std::uint32_t between(std::uint32_t least, std::uint32_t most) {
        return least + below(most - least + 1);
    }
    bool one_in(std::uint32_t count) { return below(count) == 0; }
    template <class T>
    const T& of(const std::vector<T>& choices) {
        return choices[below(choices.size())];
    }

  private:
    std::mt19937_64 numbers_;
};

}  // namespace commonweal::scheduling::testing
