#include "tests/domain/scheduling/choices.hpp"

#include <algorithm>
#include <set>

#include "domain/core/sorted.hpp"
#include "tests/domain/scheduling/costs.hpp"
#include "tests/domain/scheduling/rules.hpp"

namespace commonweal::scheduling::testing {
namespace {

using Numbers = std::vector<std::size_t>;

std::size_t givers_of_a_review(const Facts& facts) {
    if (facts.problem.round.mode == Mode::triads) return 2;
    return facts.different_schools() ? facts.problem.round.team_size : 1;
}

std::vector<Way> ways(const Facts& facts, std::size_t host, const Numbers& givers) {
    std::vector<Way> all;
    for (const auto& days : facts.windows) {
        const auto open = [&](std::size_t school) { return facts.open(school, days); };
        if (!open(host) || !std::ranges::all_of(givers, open)) continue;
        for (auto& team : teams(facts, host, givers, days)) {
            Arranged review{host, givers, std::move(team), days};
            const auto moves = facts.weights.stability * static_cast<double>(moved(facts, review));
            all.push_back({std::move(review), moves});
        }
    }
    return all;
}

/// Adds the pairings of a host with those chosen and `more` of the schools from `from` on.
void add_pairings(const Facts& facts, std::size_t host, std::size_t from, std::size_t more,
                  Numbers& chosen, std::vector<Pairing>& all) {
    if (more == 0) {
        auto found = ways(facts, host, chosen);
        if (!found.empty()) all.push_back({host, chosen, std::move(found)});
        return;
    }
    for (; from < facts.schools(); ++from) {
        if (from == host || !barred(facts, from, host).empty()) continue;
        chosen.push_back(from);
        add_pairings(facts, host, from + 1, more - 1, chosen, all);
        chosen.pop_back();
    }
}

/// Pairings that come together or not at all: the one, both ways of a pair, or those of a triad.
std::vector<Numbers> units(const Facts& facts, const std::vector<Pairing>& pairings) {
    std::map<Numbers, Numbers> of_schools;
    std::vector<Numbers> all;
    for (std::size_t i = 0; i < pairings.size(); ++i) {
        auto schools = pairings[i].givers;
        insert(schools, pairings[i].host);
        if (facts.problem.round.mode == Mode::rotation)
            all.push_back({i});
        else
            of_schools[schools].push_back(i);
    }
    for (const auto& [schools, unit] : of_schools)
        if (unit.size() == schools.size()) all.push_back(unit);
    return all;
}

/// Takes and leaves units in turn, and keeps account of what the schools still give and receive.
struct Chooser {
    const Facts& facts;
    const std::vector<Pairing>& pairings;
    Limit& limit;
    std::vector<Numbers> units;
    Numbers give{};
    Numbers receive{};
    std::set<std::pair<std::size_t, std::size_t>> reviewed{};  ///< giver and host
    Choice chosen{};
    std::vector<Choice> all{};

    bool may_take(const Pairing& pairing) const;
    bool take(std::size_t number);
    void leave_last();
    void choose(std::size_t unit);
};

bool Chooser::may_take(const Pairing& pairing) const {
    const auto& round = facts.problem.round;
    const bool swaps = round.mode != Mode::rotation || round.swaps != Swaps::forbidden;
    const auto host = pairing.host;
    return receive[host] > 0 && std::ranges::all_of(pairing.givers, [&](std::size_t giver) {
               return give[giver] > 0 && !reviewed.contains({giver, host}) &&
                      (swaps || !reviewed.contains({host, giver}));
           });
}

bool Chooser::take(std::size_t number) {
    const auto& pairing = pairings[number];
    if (!may_take(pairing)) return false;
    chosen.push_back(number);
    --receive[pairing.host];
    for (const auto giver : pairing.givers) {
        --give[giver];
        reviewed.insert({giver, pairing.host});
    }
    return true;
}

void Chooser::leave_last() {
    const auto& pairing = pairings[chosen.back()];
    chosen.pop_back();
    ++receive[pairing.host];
    for (const auto giver : pairing.givers) {
        ++give[giver];
        reviewed.erase({giver, pairing.host});
    }
}

void Chooser::choose(std::size_t unit) {
    if (!limit.spend()) return;
    if (unit == units.size()) {
        all.push_back(chosen);
        return;
    }
    choose(unit + 1);
    const auto before = chosen.size();
    if (std::ranges::all_of(units[unit], [&](std::size_t number) { return take(number); }))
        choose(unit + 1);
    while (chosen.size() > before) leave_last();
}

}  // namespace

std::vector<Pairing> pairings(const Facts& facts) {
    std::vector<Pairing> all;
    Numbers chosen;
    for (std::size_t host = 0; host < facts.schools(); ++host)
        add_pairings(facts, host, 0, givers_of_a_review(facts), chosen, all);
    return all;
}

std::vector<Choice> choices(const Facts& facts, const std::vector<Pairing>& pairings,
                            Limit& limit) {
    Chooser chooser{facts, pairings, limit, units(facts, pairings)};
    for (const auto& school : facts.problem.schools) {
        chooser.give.push_back(school.give);
        chooser.receive.push_back(school.receive);
    }
    chooser.choose(0);
    return std::move(chooser.all);
}

double cost_of(const Facts& facts, const std::vector<Pairing>& pairings, const Choice& choice) {
    std::vector<Arranged> somehow;
    for (const auto number : choice) somehow.push_back(pairings[number].ways.front().review);
    double sum = 0;
    for (auto parts : parts_of(facts, somehow)) {
        parts.spread = 0;
        parts.stability -= parts.stability % 2;  // what days and people decide; schools are even
        sum += total(facts.weights, parts);
    }
    return sum;
}

}  // namespace commonweal::scheduling::testing
