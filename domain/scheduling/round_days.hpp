#pragma once
// The working days of a round, and the windows of days in a row that a review takes.

#include <bitset>
#include <span>
#include <vector>

#include "domain/scheduling/problem.hpp"

namespace commonweal::scheduling {

/// By the number of a working day.
using DaySet = std::bitset<working_days_max>;
/// By the number of a window, which is that of its first working day.
using WindowSet = std::bitset<working_days_max>;
using WindowNumber = std::uint32_t;
/// ISO weeks in a row, from the week of the first working day.
using WeekNumber = std::uint32_t;

class RoundDays {
  public:
    explicit RoundDays(const Problem& problem);

    const std::vector<Day>& days() const { return days_; }
    WindowNumber windows() const { return windows_; }
    /// More working days than a round may have were left out at its end.
    bool cut_off() const { return cut_off_; }

    std::vector<Day> days_of(WindowNumber window) const;
    DaySet day_set_of(WindowNumber window) const { return window_ << window; }
    /// All windows but those with a day among these.
    WindowSet windows_without(std::span<const Day> closed) const;
    /// Those whose last day is not after this one.
    WindowSet windows_until(Day last) const;
    std::optional<WindowNumber> window_of(std::span<const Day> days) const;

    WeekNumber first_week(WindowNumber window) const { return weeks_[window]; }
    WeekNumber last_week(WindowNumber window) const { return weeks_[window + review_days_ - 1]; }
    bool has_day_in(WindowNumber window, WeekNumber week) const;
    WeekNumber weeks() const { return weeks_.empty() ? 0 : weeks_.back() + 1; }
    /// Weeks in which a window begins.
    std::uint32_t open_weeks() const;
    /// A weekend or a closed day lies in it.
    bool broken(WindowNumber window) const;

  private:
    std::uint32_t review_days_;
    std::vector<Day> days_;
    std::vector<WeekNumber> weeks_;  ///< of each working day
    WindowNumber windows_ = 0;
    DaySet window_;  ///< the first of them
    bool cut_off_ = false;
};

}  // namespace commonweal::scheduling
