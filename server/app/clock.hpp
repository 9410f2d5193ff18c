#pragma once
// The one clock. It is injected, so that tests, the demo and replays have times of their own.

#include <atomic>
#include <functional>

#include "domain/core/time.hpp"

namespace commonweal::app {

/// Threads: any.
class Clock {
  public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

/// The machine's clock.
class SystemClock final : public Clock {
  public:
    Instant now() const override;
};

/// A clock that is set by hand.
class SetClock final : public Clock {
  public:
    explicit SetClock(Instant start) : now_us_(start.time_since_epoch().count()) {}
    Instant now() const override;
    void set(Instant instant) { now_us_ = instant.time_since_epoch().count(); }

  private:
    std::atomic<std::int64_t> now_us_;
};

/// The calendar day in Europe/London at an instant.
Day london_day(Instant instant);
/// The instant at which a day begins in Europe/London, plus a time of day.
Instant london_time(Day day, std::chrono::minutes after_midnight);

}  // namespace commonweal::app
