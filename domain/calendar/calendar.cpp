#include "domain/calendar/calendar.hpp"

#include <algorithm>

#include "domain/core/weekday.hpp"

namespace commonweal {
namespace {

constexpr std::chrono::days one_day{1};

}  // namespace

const calendar::Holiday* BankHolidays::on(Day day) const {
    const auto found = std::ranges::lower_bound(holidays, day, {}, &calendar::Holiday::day);
    return found != holidays.end() && found->day == day ? &*found : nullptr;
}

bool BankHolidays::is_working_day(Day day) const {
    return is_weekday(day) && on(day) == nullptr;
}

namespace calendar {

Decision<std::vector<DayFact>> decide(const Calendar& calendar, const BeginDay& command) {
    if (calendar.today && command.day <= *calendar.today)
        return refuse(Rule::same_again, to_text(command.day));
    if (!calendar.today) return std::vector<DayFact>{DayBegan{command.day}};
    std::vector<DayFact> facts;
    const Day last = std::min(command.day, *calendar.today + std::chrono::days{days_at_once});
    for (Day day = *calendar.today + one_day; day <= last; day += one_day)
        facts.emplace_back(DayBegan{day});
    return facts;
}

Decision<DayFact> decide(const Calendar&, const ConfirmClock& command) {
    return ClockConfirmed{command.from, command.to};
}

Decision<HolidayFact> decide(const BankHolidays& known, const SetBankHolidays& command) {
    const auto& holidays = command.holidays;
    if (holidays.size() > holidays_max)
        return refuse(Rule::calendar_malformed, "more than " + std::to_string(holidays_max));
    for (const auto& holiday : holidays)
        if (holiday.name.empty()) return refuse(Rule::calendar_malformed, to_text(holiday.day));
    const auto unordered =
        std::ranges::adjacent_find(holidays, std::ranges::greater_equal{}, &Holiday::day);
    if (unordered != holidays.end())
        return refuse(Rule::calendar_malformed, to_text(unordered->day));
    if (holidays == known.holidays) return refuse(Rule::same_again, "the bank holidays");
    return BankHolidaysSet{holidays};
}

void evolve(Calendar& calendar, const DayFact& fact) {
    if (const auto* began = std::get_if<DayBegan>(&fact)) calendar.today = began->day;
}

void evolve(BankHolidays& known, const HolidayFact& fact) {
    known.holidays = std::get<BankHolidaysSet>(fact).holidays;
}

}  // namespace calendar
}  // namespace commonweal
