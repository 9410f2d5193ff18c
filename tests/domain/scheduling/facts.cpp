#include "tests/domain/scheduling/facts.hpp"

#include <algorithm>

#include "domain/core/among.hpp"
#include "domain/core/sorted.hpp"
#include "domain/core/weekday.hpp"

namespace commonweal::scheduling::testing {
namespace {

constexpr std::uint32_t ledger_years_unless_given = 3;

std::optional<std::size_t> find(const std::map<std::string, std::size_t>& numbers,
                                const std::string& name) {
    const auto at = numbers.find(name);
    if (at == numbers.end()) return std::nullopt;
    return at->second;
}

bool anybody_open(const Problem& problem, Day day) {
    return std::ranges::any_of(
        problem.schools, [day](const School& school) { return !among(school.closed_days, day); });
}

}  // namespace

Facts::Facts(const Problem& given)
    : problem(given),
      weights(given.round.weights.value_or(Weights{})),
      school_of(given.reviewers.size()),
      staff(given.schools.size()),
      gave(given.schools.size()),
      received(given.schools.size()) {
    number_names();
    find_days();
    share_weeks();
    read_history();
}

void Facts::number_names() {
    for (std::size_t i = 0; i < schools(); ++i) school_numbers.emplace(school(i).urn, i);
    for (std::size_t i = 0; i < problem.reviewers.size(); ++i) {
        if (!person_numbers.emplace(person(i).id, i).second) continue;
        school_of[i] = find_school(person(i).school);
        if (school_of[i]) staff[*school_of[i]].push_back(i);
    }
}

void Facts::find_days() {
    const auto& round = problem.round;
    for (Day day = round.first_day; day <= round.last_day; day += std::chrono::days{1})
        if (is_weekday(day) && !among(round.closed_days, day) && anybody_open(problem, day))
            working_days.push_back(day);
    const std::size_t length = round.review_days;
    for (std::size_t from = 0; length > 0 && from + length <= working_days.size(); ++from) {
        const auto first = working_days.begin() + static_cast<std::ptrdiff_t>(from);
        windows.emplace_back(first, first + static_cast<std::ptrdiff_t>(length));
    }
}

void Facts::share_weeks() {
    std::vector<Day> weeks;
    for (const auto& window : windows) insert(weeks, week_of(window.front()));
    const auto count = std::max(std::uint64_t{1}, std::uint64_t{weeks.size()});
    even_share = static_cast<std::int64_t>((wanted() + count - 1) / count);
}

void Facts::read_history() {
    const auto first = problem.round.first_day;
    const auto since =
        years_before(first, problem.round.ledger_years.value_or(ledger_years_unless_given));
    for (const auto& review : problem.history) {
        if (review.on >= first) continue;
        const auto giver = find_school(review.reviewing_school);
        const auto host = find_school(review.host);
        if (giver && host) past[{*giver, *host}].push_back(review.on);
        if (giver && review.on > since) ++gave[*giver];
        if (host && review.on > since) ++received[*host];
    }
}

std::optional<std::size_t> Facts::find_school(const std::string& urn) const {
    return find(school_numbers, urn);
}

std::optional<std::size_t> Facts::find_person(const std::string& id) const {
    return find(person_numbers, id);
}

bool Facts::soft(SoftRule rule) const {
    return among(problem.round.soft, rule);
}

bool Facts::different_schools() const {
    return problem.round.mode != Mode::triads &&
           problem.round.team_from == TeamFrom::different_schools;
}

std::uint64_t Facts::wanted() const {
    std::uint64_t sum = 0;
    for (const auto& school : problem.schools) sum += school.receive;
    return sum;
}

bool Facts::open(std::size_t number, const std::vector<Day>& days) const {
    const auto& closed = school(number).closed_days;
    return std::ranges::none_of(days, [&](Day day) { return among(closed, day); });
}

bool Facts::away(std::size_t number, const std::vector<Day>& days) const {
    const auto& gone = person(number).away;
    return std::ranges::any_of(days, [&](Day day) { return among(gone, day); });
}

bool Facts::in_conflict(std::size_t number, std::size_t host) const {
    return among(person(number).conflicts, school(host).urn);
}

bool Facts::may_join(std::size_t number, Day last) const {
    const auto until = person(number).trained_until;
    return !until || *until >= last;
}

bool Facts::may_lead(std::size_t number, Day last) const {
    return person(number).can_lead && person(number).trained_until && may_join(number, last);
}

Day week_of(Day day) {
    return day - (std::chrono::weekday{day} - std::chrono::Monday);
}

std::vector<Day> weeks_of(const std::vector<Day>& days) {
    std::vector<Day> weeks;
    for (const auto day : days) insert(weeks, week_of(day));
    return weeks;
}

Day years_before(Day day, std::uint32_t years) {
    std::chrono::year_month_day date{day};
    date -= std::chrono::years{years};
    if (!date.ok()) date = date.year() / date.month() / std::chrono::last;
    return Day{date};
}

}  // namespace commonweal::scheduling::testing
