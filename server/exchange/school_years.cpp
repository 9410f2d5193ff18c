#include "server/exchange/school_years.hpp"

#include <algorithm>
#include <map>

#include "server/exchange/school_runs.hpp"

namespace commonweal::exchange {
namespace {

using calendar::Closed;
using calendar::ClosedDays;
using calendar::Term;

constexpr std::chrono::days one_day{1};
/// Fewer single days with "term" in their names are no list of school days, but a term's events.
constexpr std::size_t school_days_min = 20;
/// Of the 190 to 195 on which a school opens; a year with fewer has holidays that are not named.
constexpr int weekdays_min = 150;
constexpr std::chrono::month_day begins_by = std::chrono::September / 20;
constexpr std::chrono::month_day ends_from = std::chrono::July / 1;

struct NamedYear {
    std::uint64_t row = 0;
    std::vector<Term> terms;
    std::vector<NamedDays> school_days;  ///< one by one
    std::vector<ClosedDays> closed;
};

Closed closed_as(DaysKind kind) {
    if (kind == DaysKind::inset) return Closed::inset;
    return kind == DaysKind::blocked ? Closed::blocked : Closed::holiday;
}

bool is_of_the_summer(const ClosedDays& days) {
    const std::chrono::year_month_day first{days.first};
    const std::chrono::year_month_day last{days.last};
    return days.closed == Closed::holiday &&
           (first.month() == std::chrono::August ||
            (last.month() == std::chrono::July && last.day() == std::chrono::day{31}));
}

/// What is left of another year's file: nothing to say of this one.
bool is_mere_summer(const NamedYear& year) {
    return year.terms.empty() && year.school_days.empty() &&
           std::ranges::all_of(year.closed, is_of_the_summer);
}

/// The holidays that the terms lie between were all named, from one summer to the next.
bool is_whole(const std::vector<Term>& terms, std::uint16_t year, const BankHolidays& holidays) {
    int open = 0;
    for (const auto& term : terms) open += weekdays(term.first, term.last, holidays);
    return open >= weekdays_min && terms.front().first <= std::chrono::year{year} / begins_by &&
           terms.back().last >= std::chrono::year{year + 1} / ends_from;
}

void put_in_order(NamedYear& year) {
    const auto of_term = [](const Term& t) { return std::tuple(t.first, t.last, t.name); };
    std::ranges::sort(year.terms, {}, of_term);
    std::ranges::sort(year.closed, {}, calendar::in_order);
    const auto twice = std::ranges::unique(year.terms);
    year.terms.erase(twice.begin(), twice.end());
    const auto again = std::ranges::unique(year.closed);
    year.closed.erase(again.begin(), again.end());
}

class Building {
  public:
    Building(calendar::Whose of, const BankHolidays& holidays) : of_(of), holidays_(&holidays) {}

    TermDatesRead run(NamedDaysRead read) {
        built_.told = std::move(read.told);
        for (const auto& named : read.days) take(named);
        for (auto& [number, year] : years_) finish(number, year);
        return std::move(built_);
    }

  private:
    void take(const NamedDays& named) {
        const bool only_bank_holidays =
            named.kind == DaysKind::holiday && weekdays(named.first, named.last, *holidays_) == 0;
        if (only_bank_holidays) {
            ++built_.told.passed_over;
            return;
        }
        for (NamedDays rest = named; rest.first <= named.last; rest.first = rest.last + one_day) {
            const auto number = calendar::school_year_of(rest.first);
            rest.last = std::min(named.last, calendar::last_of_year(number));
            put(years_[number], rest, named.first == named.last);
        }
    }

    static void put(NamedYear& year, const NamedDays& named, bool single) {
        year.row = year.row == 0 ? named.row : std::min(year.row, named.row);
        if (named.kind != DaysKind::term)
            year.closed.push_back({named.first, named.last, closed_as(named.kind), named.name});
        else if (single)
            year.school_days.push_back(named);
        else
            year.terms.push_back({named.name, named.first, named.last});
    }

    void finish(std::uint16_t number, NamedYear& year) {
        put_in_order(year);
        if (is_mere_summer(year)) return;
        find_terms(number, year);
        if (year.terms.empty() && year.closed.empty()) return;
        if (year.terms.empty() && of_ != calendar::Whose::school) {
            built_.told.rejected.push_back(
                {year.row, "the year " + year_in_words(number),
                 "has no terms, and no holidays from one summer to the next that they lie "
                 "between: give the first and the last day of each term"});
            return;
        }
        leave_out_summer(year);
        built_.years.push_back(
            {year.row, {of_, number, false, std::move(year.terms), std::move(year.closed)}});
    }

    void find_terms(std::uint16_t number, NamedYear& year) {
        const bool by_days = year.terms.empty() && year.school_days.size() >= school_days_min;
        if (by_days) {
            auto found = terms_of_days(year.school_days, year.closed, *holidays_);
            year.terms = std::move(found.terms);
            std::ranges::copy(found.closed, std::back_inserter(year.closed));
            return put_in_order(year);
        }
        built_.told.passed_over += year.school_days.size();
        if (!year.terms.empty()) return;
        auto between = terms_between(year.closed, *holidays_);
        if (!between.empty() && is_whole(between, number, *holidays_))
            year.terms = std::move(between);
    }

    /// Before the first term and after the last there is no school anyhow.
    static void leave_out_summer(NamedYear& year) {
        if (year.terms.empty()) return;
        std::erase_if(year.closed, [&](const ClosedDays& days) {
            return days.closed == Closed::holiday &&
                   (days.last < year.terms.front().first || days.first > year.terms.back().last);
        });
    }

    calendar::Whose of_;
    const BankHolidays* holidays_;
    std::map<std::uint16_t, NamedYear> years_;
    TermDatesRead built_;
};

}  // namespace

std::string year_in_words(std::uint16_t year) {
    const auto next = (year + 1) % 100;
    return std::to_string(year) + (next < 10 ? "-0" : "-") + std::to_string(next);
}

TermDatesRead school_years(NamedDaysRead read, calendar::Whose of, const BankHolidays& holidays) {
    return Building(of, holidays).run(std::move(read));
}

}  // namespace commonweal::exchange
