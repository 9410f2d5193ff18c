#include "domain/scheduling/round_days.hpp"

#include <algorithm>
#include <unordered_map>

#include "domain/core/weekday.hpp"

namespace commonweal::scheduling {
namespace {

using Counts = std::unordered_map<std::int32_t, std::size_t>;

std::int32_t count_of(Day day) {
    return static_cast<std::int32_t>(day.time_since_epoch().count());
}

/// Of each day, the schools that are closed then.
Counts closed_schools(const Problem& problem) {
    Counts closed;
    for (const auto& school : problem.schools) {
        auto days = school.closed_days;
        std::ranges::sort(days);
        days.erase(std::ranges::unique(days).begin(), days.end());
        for (const auto day : days) ++closed[count_of(day)];
    }
    return closed;
}

/// 1 January 1970 was a Thursday: three days into its ISO week.
std::int32_t iso_week(Day day) {
    constexpr std::int32_t monday_before = 3;
    const auto days = count_of(day) + monday_before;
    return (days >= 0 ? days : days - 6) / 7;
}

}  // namespace

RoundDays::RoundDays(const Problem& problem) : review_days_(problem.round.review_days) {
    const auto closed = closed_schools(problem);
    const auto all_closed = [&](Day day) {
        const auto found = closed.find(count_of(day));
        return found != closed.end() && found->second == problem.schools.size();
    };
    const auto& round = problem.round;
    for (auto day = round.first_day; day <= round.last_day; day += std::chrono::days{1}) {
        if (!is_weekday(day) || std::ranges::count(round.closed_days, day) > 0 || all_closed(day))
            continue;
        cut_off_ = days_.size() == working_days_max;
        if (cut_off_) break;
        days_.push_back(day);
        weeks_.push_back(static_cast<WeekNumber>(iso_week(day) - iso_week(days_.front())));
    }
    if (days_.size() >= review_days_)
        windows_ = static_cast<WindowNumber>(days_.size() - review_days_ + 1);
    for (std::uint32_t i = 0; i < review_days_; ++i) window_.set(i);
}

std::vector<Day> RoundDays::days_of(WindowNumber window) const {
    const auto first = days_.begin() + window;
    return {first, first + review_days_};
}

WindowSet RoundDays::windows_without(std::span<const Day> closed) const {
    DaySet open;
    for (std::size_t i = 0; i < days_.size(); ++i) open.set(i);
    for (const auto day : closed) {
        const auto found = std::ranges::lower_bound(days_, day);
        if (found != days_.end() && *found == day)
            open.reset(static_cast<std::size_t>(found - days_.begin()));
    }
    auto windows = open;
    for (std::uint32_t i = 1; i < review_days_; ++i) windows &= open >> i;
    return windows;
}

WindowSet RoundDays::windows_until(Day last) const {
    WindowSet windows;
    for (WindowNumber window = 0; window < windows_; ++window)
        if (days_[window + review_days_ - 1] <= last) windows.set(window);
    return windows;
}

std::optional<WindowNumber> RoundDays::window_of(std::span<const Day> days) const {
    if (days.size() != review_days_) return std::nullopt;
    const auto found = std::ranges::lower_bound(days_, days.front());
    const auto window = static_cast<WindowNumber>(found - days_.begin());
    if (window >= windows_ || !std::ranges::equal(days_of(window), days)) return std::nullopt;
    return window;
}

bool RoundDays::has_day_in(WindowNumber window, WeekNumber week) const {
    const auto first = weeks_.begin() + window;
    return std::ranges::binary_search(first, first + review_days_, week);
}

std::uint32_t RoundDays::open_weeks() const {
    std::uint32_t open = 0;
    for (WindowNumber window = 0; window < windows_; ++window)
        if (window == 0 || weeks_[window] != weeks_[window - 1]) ++open;
    return open;
}

bool RoundDays::broken(WindowNumber window) const {
    const auto last = window + review_days_ - 1;
    return days_[last] - days_[window] != std::chrono::days{review_days_ - 1};
}

}  // namespace commonweal::scheduling
