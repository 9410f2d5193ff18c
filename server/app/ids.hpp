#pragma once
// New ids: a ULID is 48 bits of milliseconds and 80 random bits.

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
    std::mutex mutex_;
    std::optional<std::mt19937_64> seeded_;
};

}  // namespace commonweal::app
