#include "server/api/write_limit.hpp"

#include <algorithm>
#include <chrono>

namespace commonweal::api {

bool WriteLimit::take(PersonId account, Instant now) {
    if (a_second_ == 0) return true;
    const std::lock_guard lock(mutex_);
    if (buckets_.size() >= accounts_max) forget_the_idle(now);
    auto& bucket =
        buckets_.try_emplace(account, Bucket{static_cast<double>(a_second_), now}).first->second;
    bucket = {filled(bucket, now), now};
    if (bucket.left < 1) return false;
    bucket.left -= 1;
    return true;
}

/// How many more may come now. A clock that was set back fills nothing.
double WriteLimit::filled(const Bucket& bucket, Instant now) const {
    const auto passed = std::max(std::chrono::duration<double>(now - bucket.at).count(), 0.0);
    return std::min(bucket.left + passed * a_second_, static_cast<double>(a_second_));
}

/// A bucket that is full again says no more than none. Where nobody is idle, all begin afresh.
void WriteLimit::forget_the_idle(Instant now) {
    std::erase_if(buckets_, [&](const auto& entry) {
        return filled(entry.second, now) >= static_cast<double>(a_second_);
    });
    if (buckets_.size() >= accounts_max) buckets_.clear();
}

}  // namespace commonweal::api
