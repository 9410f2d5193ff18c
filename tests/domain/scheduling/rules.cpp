#include "tests/domain/scheduling/rules.hpp"

#include <algorithm>

#include "domain/core/among.hpp"
#include "tests/domain/scheduling/costs.hpp"

namespace commonweal::scheduling::testing {
namespace {

using Numbers = std::vector<std::size_t>;

bool same_trust(const Facts& facts, std::size_t a, std::size_t b) {
    const auto& trust = facts.school(a).trust;
    return trust && trust == facts.school(b).trust;
}

bool has_place(const School& school) {
    return school.easting && school.northing;
}

bool has_lead(const Facts& facts, const Numbers& people, Day last) {
    return std::ranges::any_of(people, [&](auto person) { return facts.may_lead(person, last); });
}

/// Each choice of so many of the people, in addition to those chosen.
void choose(const Numbers& people, std::size_t from, std::size_t more, Numbers& chosen,
            std::vector<Numbers>& choices) {
    if (more == 0) {
        choices.push_back(chosen);
        return;
    }
    for (; from + more <= people.size(); ++from) {
        chosen.push_back(people[from]);
        choose(people, from + 1, more - 1, chosen, choices);
        chosen.pop_back();
    }
}

Numbers schools_of_people(const Facts& facts, const Numbers& people) {
    Numbers schools;
    for (const auto person : people)
        if (const auto school = facts.school_of[person]; school && !among(schools, *school))
            schools.push_back(*school);
    return schools;
}

/// How many people one school sends: the least, and the most.
std::pair<std::size_t, std::size_t> people_sent(const Facts& facts) {
    const std::size_t size = facts.problem.round.team_size;
    if (facts.different_schools()) return {1, 1};
    if (facts.problem.round.mode == Mode::triads) return {1, size > 0 ? size - 1 : 0};
    return {size, size};
}

Numbers without_conflict(const Facts& facts, std::size_t giver, std::size_t host) {
    auto people = facts.staff[giver];
    std::erase_if(people, [&](auto person) { return facts.in_conflict(person, host); });
    return people;
}

/// In some window, so many of these people are there, or of them and one who may lead.
bool team_in_some_window(const Facts& facts, std::size_t giver, std::size_t host,
                         std::size_t people, bool lead, bool loosely) {
    return std::ranges::any_of(facts.windows, [&](const std::vector<Day>& days) {
        if (!facts.open(host, days) || !facts.open(giver, days)) return false;
        auto there = candidates(facts, host, {giver}, days);
        if (loosely) {
            there = without_conflict(facts, giver, host);
            std::erase_if(there, [&](auto person) { return facts.away(person, days); });
        }
        return there.size() >= people && (!lead || has_lead(facts, there, days.back()));
    });
}

MayReview one_way(const Facts& facts, std::size_t giver, std::size_t host) {
    if (giver == host || facts.school(giver).give == 0 || !barred(facts, giver, host).empty())
        return {};
    const auto [least, most] = people_sent(facts);
    const bool alone = least == facts.problem.round.team_size;
    return {team_in_some_window(facts, giver, host, most, true, false),
            team_in_some_window(facts, giver, host, least, alone, true)};
}

bool third_is_there(const Facts& facts, std::size_t a, std::size_t b) {
    for (std::size_t third = 0; third < facts.schools(); ++third) {
        if (third == a || third == b) continue;
        const auto surely = [&](std::size_t giver, std::size_t host) {
            return facts.school(host).receive > 0 && one_way(facts, giver, host).surely;
        };
        if (surely(third, a) && surely(third, b) && surely(a, third) && surely(b, third))
            return true;
    }
    return false;
}

}  // namespace

std::vector<Blocking> barred(const Facts& facts, std::size_t giver, std::size_t host) {
    const auto& round = facts.problem.round;
    const auto& from = facts.school(giver);
    const auto& to = facts.school(host);
    const auto cap = facts.soft(SoftRule::travel_cap) ? std::nullopt : round.travel_cap_km;
    std::vector<Blocking> rules;
    if (same_trust(facts, giver, host)) rules.push_back(Blocking::same_trust);
    if (!facts.soft(SoftRule::no_repeat) && repeats(facts, giver, host))
        rules.push_back(Blocking::no_repeat);
    if (round.phase_rule == Strictness::hard && phase_steps(facts, giver, host) > 1)
        rules.push_back(Blocking::phase);
    if (cap && (!has_place(from) || !has_place(to))) rules.push_back(Blocking::place_not_known);
    if (cap && kilometres(facts, giver, host).value_or(0) > *cap)
        rules.push_back(Blocking::travel_cap);
    return rules;
}

Numbers candidates(const Facts& facts, std::size_t host, const Numbers& givers,
                   const std::vector<Day>& days) {
    Numbers people;
    for (const auto giver : givers)
        for (const auto person : facts.staff[giver])
            if (!facts.away(person, days) && !facts.in_conflict(person, host) &&
                facts.may_join(person, days.back()) && facts.person(person).capacity != 0)
                people.push_back(person);
    std::ranges::sort(people);
    return people;
}

std::optional<std::string> wrong_schools(const Facts& facts, const Numbers& people,
                                         std::size_t givers) {
    const auto wrong = [&](const std::string& expected) {
        return "expected a team from " + expected + ", found " + std::to_string(people.size()) +
               " people from " + std::to_string(givers);
    };
    if (facts.problem.round.mode == Mode::triads && givers != 2) return wrong("two schools");
    if (facts.problem.round.mode == Mode::triads) return std::nullopt;
    if (facts.different_schools() && givers != people.size()) return wrong("different schools");
    if (!facts.different_schools() && givers != 1) return wrong("one school");
    return std::nullopt;
}

std::vector<Numbers> teams(const Facts& facts, std::size_t host, const Numbers& givers,
                           const std::vector<Day>& days) {
    std::vector<Numbers> all;
    Numbers chosen;
    choose(candidates(facts, host, givers, days), 0, facts.problem.round.team_size, chosen, all);
    std::erase_if(all, [&](const Numbers& people) {
        const auto schools = schools_of_people(facts, people).size();
        return schools != givers.size() || wrong_schools(facts, people, schools) ||
               !has_lead(facts, people, days.back());
    });
    return all;
}

MayReview may_review(const Facts& facts, std::size_t giver, std::size_t host) {
    const auto there = one_way(facts, giver, host);
    const auto mode = facts.problem.round.mode;
    if (mode == Mode::rotation || !there.possibly) return there;
    if (facts.school(giver).receive == 0) return {};
    const auto back = one_way(facts, host, giver);
    const bool third = mode == Mode::pairs || (there.surely && third_is_there(facts, giver, host));
    return {there.surely && back.surely && third, there.possibly && back.possibly};
}

}  // namespace commonweal::scheduling::testing
