#include "tools/demo/terms.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "server/exchange/bank_holidays.hpp"

namespace commonweal::demo {
namespace {

using std::chrono::days;
using std::chrono::weeks;

struct Half {
    Day first{};
    Day last{};
};
using Halves = std::array<Half, 6>;

/// 190 with pupils, and five INSET days.
constexpr std::ptrdiff_t days_a_year = 195;

constexpr std::array<const char*, 6> names{"Autumn term, first half", "Autumn term, second half",
                                           "Spring term, first half", "Spring term, second half",
                                           "Summer term, first half", "Summer term, second half"};

const BankHolidays& holidays() {
    static const BankHolidays known{exchange::shipped_bank_holidays()};
    return known;
}

Day working_day_from(Day day) {
    while (!holidays().is_working_day(day)) day += days{1};
    return day;
}
Day monday_from(Day day) {
    while (std::chrono::weekday{day} != std::chrono::Monday) day += days{1};
    return day;
}

/// Gauss's rule, good until 2099 but for two years, in which the sample's Easter is a week late.
Day easter_sunday(int year) {
    const int moon = (19 * (year % 19) + 24) % 30;
    const int weekday = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7;
    return Day{std::chrono::year{year} / std::chrono::March / 22} + days{moon + weekday};
}

std::ptrdiff_t working_days(const Halves& halves) {
    std::ptrdiff_t count = 0;
    for (const auto& half : halves)
        for (Day day = half.first; day <= half.last; day += days{1})
            count += holidays().is_working_day(day) ? 1 : 0;
    return count;
}

/// The days are Mondays, on which the holidays of a week or two begin; the year ends when it is
/// full.
Halves work_out(int autumn, HalfTerm half_term) {
    using namespace std::chrono;
    const year first{autumn};
    const year second{autumn + 1};
    const Day october =
        Day{first / October / Monday[last]} - (half_term == HalfTerm::early ? weeks{1} : weeks{0});
    const Day christmas = monday_from(first / December / 20);
    const Day february{second / February / Monday[3]};
    const Day easter = easter_sunday(autumn + 1) - days{6};
    const Day may{second / May / Monday[last]};
    constexpr days friday_before{3};
    Halves halves{{
        {working_day_from(first / September / 2), october - friday_before},
        {october + weeks{1}, christmas - friday_before},
        {working_day_from(christmas + weeks{2}), february - friday_before},
        {february + weeks{1}, easter - friday_before},
        {easter + weeks{2}, may - friday_before},
        {may + weeks{1}, may + weeks{1}},
    }};
    Day& summer_ends = halves.back().last;
    for (auto left = days_a_year - working_days(halves); left > 0; --left)
        summer_ends = working_day_from(summer_ends + days{1});
    return halves;
}

/// Asked of every day of the story, so that each year is worked out once.
const Halves& halves_of(int autumn, HalfTerm half_term) {
    static std::map<std::pair<int, HalfTerm>, Halves> known;
    const std::pair key{autumn, half_term};
    const auto found = known.find(key);
    return found != known.end() ? found->second
                                : known.emplace(key, work_out(autumn, half_term)).first->second;
}

bool within(Day day, const Halves& halves) {
    return std::ranges::any_of(
        halves, [&](const auto& half) { return half.first <= day && day <= half.last; });
}

}  // namespace

std::vector<calendar::Term> terms_of(std::uint16_t year, HalfTerm autumn) {
    const auto& halves = halves_of(year, autumn);
    std::vector<calendar::Term> terms;
    for (std::size_t i = 0; i < halves.size(); ++i)
        terms.push_back({names[i], halves[i].first, halves[i].last});
    return terms;
}

std::vector<Day> days_back(std::uint16_t year) {
    std::vector<Day> back;
    for (const auto& half : halves_of(year, HalfTerm::usual)) back.push_back(half.first);
    return back;
}

bool in_term(Day day) {
    const int year = calendar::school_year_of(day);
    const auto& usual = halves_of(year, HalfTerm::usual);
    if (std::ranges::find(usual, day, &Half::first) != usual.end()) return false;
    return holidays().is_working_day(day) && within(day, usual) &&
           within(day, halves_of(year, HalfTerm::early));
}

}  // namespace commonweal::demo
