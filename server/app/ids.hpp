#pragma once
// New ids: a ULID is 48 bits of milliseconds and 80 random bits.

#include <array>
#include <functional>
#include <mutex>
#include <optional>
#include <random>

#include "domain/core/id.hpp"
#include "server/app/clock.hpp"

namespace commonweal::app {

/// Threads: any.
class Ids {
  public:
    /// The same ids for the same seed, for the demo and for tests; without a seed from the
    /// operating system's randomness.
    explicit Ids(std::optional<std::uint64_t> seed = {});

    IdBytes ulid(Instant now);
    template <class IdType>
    IdType next(Instant now) {
        return IdType{ulid(now)};
    }
    /// 16 random bytes.
    IdBytes random();

  private:
    void draw();

    std::mutex mutex_;
    std::optional<std::mt19937_64> seeded_;
    /// Drawn from the operating system many at a time: asking it for each would cost as much as all
    /// else that an id needs.
    std::array<std::uint8_t, 1024> drawn_{};
    std::size_t used_ = drawn_.size();
};

}  // namespace commonweal::app
