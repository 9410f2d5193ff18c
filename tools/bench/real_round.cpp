#include "tools/bench/real_round.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>
#include <string_view>

#include "domain/scheduling/sequence.hpp"

namespace commonweal::bench {
namespace {

using namespace std::chrono_literals;
using scheduling::Problem;
using scheduling::Sequence;
using std::chrono::days;

constexpr unsigned char bytes[] = {
#embed "schools.csv"
};

constexpr Day first_day{2026y / 9 / 7};
constexpr Day last_day{2026y / 12 / 18};
constexpr std::uint32_t days_of_term = 100;
constexpr std::array themes{"equity",  "behaviour",  "reading",  "mathematics",
                            "voice",   "inclusion",  "parents",  "curriculum",
                            "feeding", "attendance", "coaching", "community"};

struct Row {
    std::string urn;
    double easting = 0;
    double northing = 0;
    std::string phase;
    std::string trust;
    std::uint32_t authority = 0;
};

std::string_view next(std::string_view& text, char end) {
    const auto at = std::min(text.find(end), text.size());
    const auto part = text.substr(0, at);
    text.remove_prefix(std::min(at + 1, text.size()));
    return part;
}

template <class T>
T number(std::string_view text) {
    T value{};
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::vector<Row> rows(std::size_t count) {
    if (count > real_schools) throw std::invalid_argument("there are not so many schools");
    std::string_view text(reinterpret_cast<const char*>(bytes), sizeof bytes);
    next(text, '\n');  // the names of the columns
    std::vector<Row> rows;
    while (rows.size() < count) {
        auto line = next(text, '\n');
        Row row;
        row.urn = next(line, ',');
        row.easting = number<std::uint32_t>(next(line, ','));
        row.northing = number<std::uint32_t>(next(line, ','));
        row.phase = next(line, ',');
        row.trust = next(line, ',');
        row.authority = number<std::uint32_t>(next(line, ','));
        rows.push_back(std::move(row));
    }
    return rows;
}

std::uint32_t below(Sequence& sequence, std::uint32_t bound) {
    return static_cast<std::uint32_t>(sequence.below(bound));
}
Day some_day(Sequence& sequence) {
    return first_day + days{below(sequence, days_of_term)};
}

/// The half-term of one authority is a week earlier than that of another.
std::vector<Day> closed_days(const Row& row, Sequence& sequence) {
    const Day half_term = row.authority % 3 == 0 ? Day{2026y / 10 / 19} : Day{2026y / 10 / 26};
    std::vector<Day> closed;
    for (int i = 0; i < 5; ++i) closed.push_back(half_term + days{i});
    for (auto more = 1 + below(sequence, 3); more > 0; --more) closed.push_back(some_day(sequence));
    return closed;
}

std::vector<std::string> some_themes(Sequence& sequence, std::uint32_t count) {
    std::vector<std::string> some;
    for (std::uint32_t i = 0; i < count; ++i)
        some.emplace_back(themes[below(sequence, themes.size())]);
    return some;
}

scheduling::School school_of(const Row& row, Sequence& sequence) {
    scheduling::School school;
    school.urn = row.urn;
    school.easting = row.easting;
    school.northing = row.northing;
    // Some schools' phase is not in the register: most of them are primary schools.
    school.phase = row.phase.empty() ? "Primary" : row.phase;
    if (!row.trust.empty()) school.trust = row.trust;
    school.give = school.receive = 1;
    school.closed_days = closed_days(row, sequence);
    school.needs = some_themes(sequence, 2);
    school.offers = some_themes(sequence, 4);
    return school;
}

/// The first of a school may lead and is in date all term; of the others most.
void add_reviewers(Problem& problem, const Row& row, Sequence& sequence) {
    const auto count = 2 + below(sequence, 3);
    for (std::uint32_t i = 0; i < count; ++i) {
        scheduling::Reviewer reviewer;
        reviewer.id = row.urn + "-" + std::to_string(i);
        reviewer.school = row.urn;
        reviewer.can_lead = i == 0 || below(sequence, 3) == 0;
        reviewer.trained_until =
            i == 0 || below(sequence, 4) > 0 ? Day{2027y / 12 / 31} : Day{2026y / 10 / 30};
        reviewer.capacity = 2;
        for (auto away = below(sequence, 7); away > 0; --away)
            reviewer.away.push_back(some_day(sequence));
        problem.reviewers.push_back(std::move(reviewer));
    }
}

/// In each of two years a school was reviewed by one that stands near it in the list.
void add_history(Problem& problem, const std::vector<Row>& rows, Sequence& sequence) {
    constexpr std::uint32_t reach = 20;
    for (std::size_t host = 0; host < rows.size(); ++host)
        for (const auto year : {2024y, 2025y}) {
            const auto other = host + below(sequence, 2 * reach + 1);
            if (other < reach || other - reach >= rows.size() || other - reach == host) continue;
            problem.history.push_back({rows[host].urn, rows[other - reach].urn,
                                       Day{year / 11 / 10} + days{below(sequence, 9)}});
        }
}

}  // namespace

Problem real_round(std::size_t schools, scheduling::Mode mode) {
    Sequence sequence(schools);
    Problem problem;
    problem.round.mode = mode;
    problem.round.swaps = scheduling::Swaps::forbidden;
    problem.round.first_day = first_day;
    problem.round.last_day = last_day;
    problem.round.phase_rule = scheduling::Strictness::hard;
    problem.round.soft = {scheduling::SoftRule::travel_cap};
    problem.round.no_repeat_years = 3;
    problem.round.travel_cap_km = 80;
    problem.round.releases_per_week = 1;
    const auto all = rows(schools);
    for (const auto& row : all) {
        problem.schools.push_back(school_of(row, sequence));
        add_reviewers(problem, row, sequence);
    }
    add_history(problem, all, sequence);
    return problem;
}

}  // namespace commonweal::bench
