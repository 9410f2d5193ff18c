#include "domain/scheduling/teams.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "domain/core/among.hpp"

namespace commonweal::scheduling {
namespace {

Slot slot_of(WindowNumber window, const Person& lead, std::vector<const Person*> others) {
    Slot slot{window, lead.number, {lead.number}};
    for (const auto* person : others) slot.team.push_back(person->number);
    std::ranges::sort(slot.team);
    return slot;
}

}  // namespace

bool Teams::could_go(const Review& review, const Person& person, WindowNumber window) const {
    return person.may_review.test(window) && instance_.member(person.school).open.test(window) &&
           !std::ranges::binary_search(person.conflicts, review.host) &&
           diary_.person_free(person.number, window);
}

Teams::People Teams::free_people(const Review& review, WindowNumber window) const {
    People free;
    for (const auto giver : review.givers)
        for (const auto number : instance_.member(giver).people)
            if (const auto& person = instance_.person(number); could_go(review, person, window))
                free.push_back(&person);
    return free;
}

bool Teams::as_before(const Review& review, const Person& person) const {
    return review.before != nullptr && among(review.before->people, person.number);
}

const Person* Teams::lead_of(const Review& review, const People& free, WindowNumber window) const {
    const auto wanted = review.lock != nullptr && review.lock->lead ? review.lock->lead
                        : review.before != nullptr                  ? review.before->lead
                                                                    : std::nullopt;
    const auto better = [&](const Person& person) {
        return std::tuple{person.number != wanted, !as_before(review, person),
                          -static_cast<std::int64_t>(diary_.left_of(person.number)), person.number};
    };
    const Person* lead = nullptr;
    for (const auto* person : free)
        if (person->may_lead.test(window) && (lead == nullptr || better(*person) < better(*lead)))
            lead = person;
    return lead;
}

/// Those who may lead are kept for other reviews.
void Teams::sort_for_team(const Review& review, People& free) const {
    std::ranges::sort(free, {}, [&](const Person* person) {
        return std::tuple{!as_before(review, *person), person->can_lead, !person->trained,
                          -static_cast<std::int64_t>(diary_.left_of(person->number)),
                          person->number};
    });
}

std::optional<Slot> Teams::locked_team(const Review& review, WindowNumber window) const {
    People team;
    for (const auto number : review.lock->people) {
        const auto& person = instance_.person(number);
        if (!could_go(review, person, window)) return std::nullopt;
        team.push_back(&person);
    }
    const auto* lead = lead_of(review, team, window);
    if (lead == nullptr || (review.lock->lead && lead->number != *review.lock->lead))
        return std::nullopt;
    std::erase(team, lead);
    return slot_of(window, *lead, team);
}

std::optional<Slot> Teams::pick(const Review& review, WindowNumber window) const {
    if (review.lock != nullptr && !review.lock->people.empty()) return locked_team(review, window);
    auto free = free_people(review, window);
    const auto* lead = lead_of(review, free, window);
    if (lead == nullptr) return std::nullopt;
    std::erase(free, lead);
    sort_for_team(review, free);
    // Each school first sends one; then whoever is next, where a school sends several.
    std::vector<const Person*> team;
    const auto take = [&](auto wanted) {
        for (auto at = free.begin(); at != free.end();)
            if (team.size() + 1 < instance_.team_size() && wanted(**at)) {
                team.push_back(*at);
                at = free.erase(at);
            } else {
                ++at;
            }
    };
    take([&](const Person& person) {
        return person.school != lead->school && !among(team, person.school, &Person::school);
    });
    if (team.size() + 1 < review.givers.size()) return std::nullopt;
    if (!instance_.from_different()) take([](const Person&) { return true; });
    if (team.size() + 1 != instance_.team_size()) return std::nullopt;
    return slot_of(window, *lead, team);
}

}  // namespace commonweal::scheduling
