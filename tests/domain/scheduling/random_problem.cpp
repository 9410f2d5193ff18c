#include "tests/domain/scheduling/random_problem.hpp"

#include <algorithm>
#include <string>

namespace commonweal::scheduling::testing {
namespace {

using std::chrono::days;

const std::vector<std::string> phases{"Nursery",   "Primary",        "Middle deemed primary",
                                      "Secondary", "All-through",    "Middle deemed secondary",
                                      "16 plus",   "Not applicable", "PRIMARY",
                                      "primary",   "secondary",      "Upper"};
const std::vector<std::string> trusts{"north", "south", "east"};
const std::vector<std::string> topics{"phonics", "maths", "send", "music", "attendance"};

/// Makes one problem; each step adds to it.
struct Maker {
    Chance chance;
    Size size;
    bool harsh = chance.one_in(3);  ///< much of what makes reviews impossible
    Problem problem{};

    bool small() const { return size == Size::small; }
    bool odd(std::uint32_t count) { return chance.one_in(harsh ? count : 4 * count); }
    template <class T>
    std::optional<T> perhaps(T value, std::uint32_t one_in = 2) {
        return chance.one_in(one_in) ? std::optional<T>(value) : std::nullopt;
    }
    Day day_of_round() {
        const auto& round = problem.round;
        return round.first_day + days{chance.below(static_cast<std::uint64_t>(
                                     (round.last_day - round.first_day).count() + 1))};
    }
    std::vector<std::string> some_topics() {
        std::vector<std::string> some;
        for (const auto& topic : topics)
            if (chance.one_in(3)) some.push_back(topic);
        return some;
    }

    void make_days();
    void make_mode();
    void make_rules();
    void make_weights();
    void make_schools();
    void place(School& school);
    void make_staff(const School& school);
    void train(Reviewer& reviewer);
    void close_days();
};

void Maker::make_days() {
    auto& round = problem.round;
    round.first_day = Day{std::chrono::year{2026} / 1 / 1} + days{chance.below(700)};
    const auto weeks = small() ? chance.between(1, 3) : chance.between(3, 8);
    round.last_day = round.first_day + days{weeks * 7 - 1 - chance.below(4)};
    round.review_days = chance.one_in(3) ? 1 : chance.between(2, 3);
}

void Maker::make_mode() {
    auto& round = problem.round;
    const std::vector modes{Mode::rotation, Mode::rotation, Mode::rotation, Mode::pairs,
                            Mode::triads};
    round.mode = chance.of(modes);
    round.swaps = perhaps(chance.one_in(3) ? Swaps::allowed : Swaps::forbidden);
    round.team_size = chance.one_in(5) ? 3 : chance.between(1, 2);
    if (round.mode == Mode::triads) round.team_size = std::max(round.team_size, 2U);
    if (round.mode != Mode::rotation) return;
    round.team_from =
        perhaps(chance.one_in(3) ? TeamFrom::one_school : TeamFrom::different_schools);
}

void Maker::make_rules() {
    auto& round = problem.round;
    round.phase_rule = perhaps(chance.one_in(harsh ? 2 : 4) ? Strictness::hard : Strictness::soft);
    for (const auto rule : {SoftRule::no_repeat, SoftRule::travel_cap, SoftRule::releases})
        if (chance.one_in(2)) round.soft.push_back(rule);
    round.no_repeat_years = perhaps(chance.between(1, 4));
    round.travel_cap_km = perhaps(chance.between(harsh ? 100 : 400, harsh ? 600 : 900) / 10.0, 3);
    round.releases_per_week = perhaps(odd(6) ? 0 : chance.between(1, 2), 3);
    round.ledger_years = perhaps(chance.below(6));
}

void Maker::make_weights() {
    if (chance.one_in(2)) return;
    const auto weight = [&](std::uint32_t most) -> double {
        if (chance.one_in(4)) return 0;
        return chance.one_in(2) ? chance.between(1, most) : chance.between(1, most * 100) / 100.0;
    };
    problem.round.weights =
        Weights{weight(3), weight(20), weight(20), weight(20), weight(20), weight(20), weight(100)};
}

void Maker::place(School& school) {
    const auto& others = problem.schools;
    school.easting = 400'000 + chance.below(60'000);
    school.northing = 200'000 + chance.below(60'000);
    if (chance.one_in(4)) *school.easting += 0.25;
    if (!others.empty() && chance.one_in(8)) {
        school.easting = others.back().easting;
        school.northing = others.back().northing;
    }
    if (odd(4)) school.northing.reset();
    if (odd(6)) school.easting.reset();
}

void Maker::make_schools() {
    const auto mode = problem.round.mode;
    const auto count =
        small() ? chance.between(mode == Mode::triads ? 3 : 2, 5) : chance.between(10, 40);
    const bool labels = chance.one_in(4);  // whose order is not that of their numbers
    const auto numbers_max = small() ? chance.between(1, 2) : 3U;
    for (std::uint32_t i = 0; i < count; ++i) {
        School school;
        school.urn = labels ? "School " + std::to_string(i + 1) : std::to_string(100'003 + 7 * i);
        if (chance.one_in(2)) school.name = "School of number " + std::to_string(i + 1);
        place(school);
        if (!odd(4)) school.phase = chance.of(phases);
        if (odd(2)) school.trust = chance.of(trusts);
        school.receive = odd(4) ? chance.below(numbers_max + 2) : chance.between(1, numbers_max);
        school.give = school.receive * (mode == Mode::triads ? 2 : 1);
        if (mode == Mode::rotation && problem.round.team_from == TeamFrom::different_schools)
            school.give = school.receive * problem.round.team_size;
        if (odd(4)) school.give = chance.below(numbers_max + 2);
        school.needs = some_topics();
        school.offers = some_topics();
        problem.schools.push_back(std::move(school));
    }
}

void Maker::train(Reviewer& reviewer) {
    if (reviewer.can_lead ? odd(4) : chance.one_in(4)) return;
    reviewer.trained_until = problem.round.last_day + days{chance.below(900)};
    if (odd(4)) reviewer.trained_until = day_of_round();
    if (odd(8)) reviewer.trained_until = problem.round.first_day - days{30};
}

void Maker::make_staff(const School& school) {
    const auto enough = problem.round.team_size + chance.below(small() ? 3 : 5);
    const auto count = odd(2) ? chance.between(1, 3) : enough;
    for (std::uint32_t i = 0; i < count; ++i) {
        Reviewer person;
        person.id = "r" + std::to_string(problem.reviewers.size() * 13 % 101) + "-" + school.urn +
                    "-" + std::to_string(i);
        person.school = chance.one_in(60) ? "nowhere" : school.urn;
        person.can_lead = i == 0 ? !odd(4) : chance.one_in(3);
        train(person);
        if (odd(2)) person.capacity = chance.below(4);
        for (auto away = odd(1) ? chance.below(small() ? 3 : 8) : 0; away > 0; --away)
            person.away.push_back(day_of_round());
        if (odd(4)) person.conflicts.push_back(chance.of(problem.schools).urn);
        if (odd(20)) person.conflicts.emplace_back("nowhere");
        problem.reviewers.push_back(std::move(person));
    }
}

/// Days on which the whole round rests, days of single schools, and a week in which all are closed,
/// most of them in the same one.
void Maker::close_days() {
    auto& round = problem.round;
    while (odd(2)) round.closed_days.push_back(day_of_round());
    for (auto& school : problem.schools)
        while (odd(2)) school.closed_days.push_back(day_of_round());
    if ((round.last_day - round.first_day).count() < 10 || !chance.one_in(3)) return;
    const auto rest = day_of_round();
    for (auto& school : problem.schools) {
        const auto from = chance.one_in(12) ? rest + days{7} : rest;
        for (int i = 0; i < 5; ++i) school.closed_days.push_back(from + days{i});
    }
}

}  // namespace

Problem random_problem(std::uint64_t seed, Size size) {
    Maker maker{Chance(seed), size};
    maker.make_days();
    maker.make_mode();
    maker.make_rules();
    maker.make_weights();
    maker.make_schools();
    for (const auto& school : maker.problem.schools) maker.make_staff(school);
    maker.close_days();
    add_given(maker.problem, size, maker.chance);
    return std::move(maker.problem);
}

}  // namespace commonweal::scheduling::testing
