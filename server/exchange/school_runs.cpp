#include "server/exchange/school_runs.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace commonweal::exchange {
namespace {

using calendar::ClosedDays;
using calendar::Term;

constexpr std::chrono::days one_day{1};
/// So many weekdays without school are a holiday; fewer are an odd day off.
constexpr std::size_t weekdays_of_a_holiday = 3;

std::vector<Day> weekdays_between(Day before, Day after, const BankHolidays& holidays) {
    std::vector<Day> days;
    for (Day day = before + one_day; day < after; day += one_day)
        if (holidays.is_working_day(day)) days.push_back(day);
    return days;
}

bool is_closed(const std::vector<ClosedDays>& closed, Day day) {
    return std::ranges::any_of(
        closed, [&](const ClosedDays& days) { return days.first <= day && day <= days.last; });
}

Term numbered(std::size_t number, Day first, Day last) {
    return {"Term " + std::to_string(number), first, last};
}

/// From the first to the last weekday between two holidays; none: one follows on the other.
std::optional<std::pair<Day, Day>> between(Day before, Day after, const BankHolidays& holidays) {
    const auto days = weekdays_between(before, after, holidays);
    if (days.empty()) return std::nullopt;
    return std::pair(days.front(), days.back());
}

}  // namespace

int weekdays(Day first, Day last, const BankHolidays& holidays) {
    return static_cast<int>(weekdays_between(first - one_day, last + one_day, holidays).size());
}

Terms terms_of_days(const std::vector<NamedDays>& school_days,
                    const std::vector<ClosedDays>& closed, const BankHolidays& holidays) {
    std::set<Day> days;
    for (const auto& named : school_days) days.insert(named.first);
    Terms found;
    for (const Day day : days) {
        const auto missing = found.terms.empty()
                                 ? std::vector<Day>()
                                 : weekdays_between(found.terms.back().last, day, holidays);
        if (found.terms.empty() || missing.size() >= weekdays_of_a_holiday) {
            found.terms.push_back(numbered(found.terms.size() + 1, day, day));
            continue;
        }
        found.terms.back().last = day;
        for (const Day off : missing)
            if (!is_closed(closed, off))
                found.closed.push_back({off, off, calendar::Closed::holiday, "No school"});
    }
    return found;
}

std::vector<Term> terms_between(const std::vector<ClosedDays>& closed,
                                const BankHolidays& holidays) {
    std::vector<ClosedDays> long_ones;
    for (const auto& days : closed)
        if (days.closed == calendar::Closed::holiday &&
            weekdays(days.first, days.last, holidays) >= static_cast<int>(weekdays_of_a_holiday))
            long_ones.push_back(days);
    std::ranges::sort(long_ones, {}, &ClosedDays::first);
    std::vector<Term> terms;
    std::optional<Day> before;  ///< the last day of the holidays so far
    for (const auto& holiday : long_ones) {
        if (const auto days = before ? between(*before, holiday.first, holidays) : std::nullopt)
            terms.push_back(numbered(terms.size() + 1, days->first, days->second));
        before = std::max(before.value_or(holiday.last), holiday.last);
    }
    return terms;
}

}  // namespace commonweal::exchange
