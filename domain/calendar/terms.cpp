#include "domain/calendar/terms.hpp"

#include <algorithm>

namespace commonweal {

const calendar::SchoolYear* TermDates::of_year(std::uint16_t year) const {
    const auto found = std::ranges::find(years, year, &calendar::SchoolYear::year);
    return found == years.end() ? nullptr : &*found;
}

namespace calendar {
namespace {

using std::chrono::August;
using std::chrono::July;
using Check = Decision<std::monostate>;

constexpr std::uint16_t year_min = 1990;
constexpr std::uint16_t year_max = 2200;
/// So that each day keeps its weekday.
constexpr std::chrono::days weeks_of_a_year{52 * 7};

/// A stretch with a name that begins before it ends, within the year.
template <class Span>
Check check_span(const Span& span, std::uint16_t year) {
    const auto malformed = [&](const char* what) {
        return refuse(Rule::terms_malformed, to_text(span.first) + ": " + what);
    };
    if (span.name.empty()) return malformed("it has no name");
    if (span.name.size() > name_max) return malformed("its name is too long");
    if (span.last < span.first) return malformed("it ends before it begins");
    if (span.first < first_of_year(year) || span.last > last_of_year(year))
        return malformed("it is outside of the school year, 1 August to 31 July");
    return std::monostate{};
}

Check check_terms(const SetTermDates& command) {
    if (command.terms.size() > terms_max)
        return refuse(Rule::too_many_rows, std::to_string(terms_max) + " terms");
    for (const auto& term : command.terms)
        if (auto ok = check_span(term, command.year); !ok) return ok;
    const auto overlap = std::ranges::adjacent_find(
        command.terms,
        [](const Term& earlier, const Term& later) { return later.first <= earlier.last; });
    if (overlap != command.terms.end())
        return refuse(Rule::terms_malformed,
                      to_text(overlap->last) + ": the next term has begun by then");
    return std::monostate{};
}

Check check_closed(const SetTermDates& command) {
    if (command.closed.size() > closed_max)
        return refuse(Rule::too_many_rows, std::to_string(closed_max) + " closed days");
    for (const auto& days : command.closed)
        if (auto ok = check_span(days, command.year); !ok) return ok;
    return std::monostate{};
}

bool is_code(const std::string& code) {
    return !code.empty() && std::ranges::all_of(code, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    });
}

SchoolYear year_after(const SchoolYear& from) {
    auto next = from;
    ++next.year;
    next.provisional = true;
    const auto move = [](auto& span) {
        span.first += weeks_of_a_year;
        span.last += weeks_of_a_year;
    };
    // What began on the first days of the year would begin before it.
    const auto cut = [&](auto& spans) {
        std::ranges::for_each(spans, move);
        std::erase_if(spans,
                      [&](const auto& span) { return span.last < first_of_year(next.year); });
        for (auto& span : spans) span.first = std::max(span.first, first_of_year(next.year));
    };
    cut(next.terms);
    cut(next.closed);
    return next;
}

}  // namespace

std::uint16_t school_year_of(Day day) {
    const std::chrono::year_month_day date{day};
    const auto year = static_cast<int>(date.year());
    return static_cast<std::uint16_t>(date.month() >= August ? year : year - 1);
}

Day first_of_year(std::uint16_t year) {
    return std::chrono::year{year} / August / 1;
}

Day last_of_year(std::uint16_t year) {
    return std::chrono::year{year + 1} / July / 31;
}

Decision<TermFact> decide(const TermDates& known, const WhoseDays& whose,
                          const SetTermDates& command) {
    if (!is_code(whose.code))
        return refuse(Rule::no_such_calendar, boost::describe::enum_to_string(whose.of, ""));
    if (command.year < year_min || command.year > year_max)
        return refuse(Rule::terms_malformed, std::to_string(command.year) + " is no school year");
    if (auto ok = check_terms(command); !ok) return std::unexpected(ok.error());
    if (auto ok = check_closed(command); !ok) return std::unexpected(ok.error());
    SchoolYear year{command.year, command.provisional, command.terms, command.closed};
    std::ranges::sort(year.closed, {}, in_order);
    const auto* before = known.of_year(command.year);
    const bool says_nothing = year.terms.empty() && year.closed.empty();
    if (year.terms.empty() && command.of != Whose::school && (!says_nothing || before == nullptr))
        return refuse(Rule::terms_malformed, "there is no term");
    if (says_nothing && before == nullptr)
        return refuse(Rule::terms_malformed, "there is neither a term nor a closed day");
    if (before != nullptr && *before == year)
        return refuse(Rule::same_again, std::to_string(command.year));
    if (before == nullptr && known.years.size() == years_max)
        return refuse(Rule::too_many_rows, std::to_string(years_max) + " years");
    return TermDatesSet{whose, std::move(year)};
}

Decision<TermFact> decide(const TermDates& known, const WhoseDays& whose,
                          const CarryTermDates& command) {
    const auto* from = known.of_year(command.year);
    if (from == nullptr) return refuse(Rule::no_such_year, std::to_string(command.year));
    const auto next = year_after(*from);
    if (known.of_year(next.year) != nullptr)
        return refuse(Rule::already_exists, std::to_string(next.year));
    return decide(known, whose,
                  SetTermDates{whose.of, next.year, next.provisional, next.terms, next.closed});
}

void evolve(TermDates& known, const TermFact& fact) {
    const auto& year = std::get<TermDatesSet>(fact).year;
    auto at = std::ranges::lower_bound(known.years, year.year, {}, &SchoolYear::year);
    if (at != known.years.end() && at->year == year.year)
        *at = year;
    else
        known.years.insert(at, year);
}

}  // namespace calendar
}  // namespace commonweal
