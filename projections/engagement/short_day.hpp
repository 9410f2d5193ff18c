#pragma once
// Days in half the bytes, without padding: views keep hundreds of thousands of them, and a snapshot
// of such a view is its bytes.

#include <boost/describe.hpp>
#include <limits>

#include "domain/core/time.hpp"

namespace commonweal::view {

/// From 5 million years before our era to as many after it.
class ShortDay {
  public:
    ShortDay() = default;
    ShortDay(Day day) : days_(static_cast<std::int32_t>(day.time_since_epoch().count())) {}
    operator Day() const { return Day{std::chrono::days{days_}}; }
    auto operator<=>(const ShortDay&) const = default;

  private:
    std::int32_t days_ = 0;

    BOOST_DESCRIBE_CLASS(ShortDay, (), (), (), (days_))
};

/// A day, or none.
class ShortDayOrNone {
  public:
    ShortDayOrNone() = default;
    ShortDayOrNone(Day day) : day_(day) {}
    explicit operator bool() const { return day_ != none(); }
    operator std::optional<Day>() const {
        return day_ == none() ? std::nullopt : std::optional<Day>{day_};
    }

  private:
    /// Before every day that can be entered.
    static ShortDay none() {
        return Day{std::chrono::days{std::numeric_limits<std::int32_t>::min()}};
    }
    ShortDay day_ = none();

    BOOST_DESCRIBE_CLASS(ShortDayOrNone, (), (), (), (day_))
};

}  // namespace commonweal::view
