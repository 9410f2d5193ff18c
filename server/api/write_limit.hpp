#pragma once
// How many writes an account may ask for in a second: enough for any program that imports or plans,
// too few to fill a disk by mistake.
//
// Owner: Program. Threads: any.

#include <cstdint>
#include <mutex>
#include <unordered_map>

#include "domain/core/id.hpp"
#include "domain/core/time.hpp"

namespace commonweal::api {

class WriteLimit {
  public:
    /// Accounts that are remembered; beyond that, those who have not written lately are forgotten.
    static constexpr std::size_t accounts_max = 10'000;

    /// `a_second`: also how many may come at once; 0: no limit.
    explicit WriteLimit(std::uint32_t a_second) : a_second_(a_second) {}

    /// Counts a write; false: this one is too many.
    bool take(PersonId account, Instant now);
    std::uint32_t a_second() const { return a_second_; }

  private:
    struct Bucket {
        double left = 0;
        Instant at{};
    };
    double filled(const Bucket& bucket, Instant now) const;
    void forget_the_idle(Instant now);

    std::uint32_t a_second_;
    std::mutex mutex_;
    std::unordered_map<PersonId, Bucket> buckets_;
};

}  // namespace commonweal::api
