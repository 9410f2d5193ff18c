#pragma once
// Numbers that look as if drawn, and follow from a seed alone, on every machine: SplitMix64
// (Steele, Lea and Flood, 2014). The domain knows no randomness; the seed comes with the problem.

#include <bit>
#include <cstdint>

namespace commonweal::scheduling {

class Sequence {
  public:
    explicit Sequence(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        auto mixed = state_ += 0x9e3779b97f4a7c15U;
        mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
        return mixed ^ (mixed >> 31U);
    }
    /// Below a bound that is small beside 2^64.
    std::uint64_t below(std::uint64_t bound) { return next() % bound; }

    /// Drawn from the exponential distribution with this mean, at most some 2^40: its logarithm is
    /// that of a random number, straight between the powers of two.
    std::int64_t exponential(std::int64_t mean) {
        constexpr std::int64_t natural_logarithm_of_two = 710;  // in 1024ths
        const auto drawn = next() | 1U;
        const auto zeros = std::countl_zero(drawn);
        const auto fraction = static_cast<std::int64_t>(drawn << zeros >> 53U) % 1024;
        const auto binary_logarithm = (zeros + 1) * std::int64_t{1024} - fraction;
        return mean * binary_logarithm / 1024 * natural_logarithm_of_two / 1024;
    }

  private:
    std::uint64_t state_;
};

}  // namespace commonweal::scheduling
