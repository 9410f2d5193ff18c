#include "projections/people/people.hpp"

#include <algorithm>

namespace commonweal::view {

void People::apply(const Recorded& event) {
    if (const auto* given = std::get_if<person::RoleGiven>(&event.fact))
        by_place_[given->role.place].push_back({given->person, {given->role, given->from, {}}});
    if (const auto* ended = std::get_if<person::RoleEnded>(&event.fact))
        for (auto& post : by_place_[ended->role.place])
            if (post.person == ended->person && post.held.role == ended->role &&
                !post.held.ended_on)
                post.held.ended_on = ended->on;
    if (const auto* named = std::get_if<person::DeputyNamed>(&event.fact))
        evolve(deputies_[named->person], *named);
    if (const auto* released = std::get_if<person::DeputyReleased>(&event.fact))
        evolve(deputies_[released->person], *released);
}

std::vector<PersonId> People::at(const std::string& place, Day day) const {
    std::vector<PersonId> people;
    const auto found = by_place_.find(place);
    if (found == by_place_.end()) return people;
    for (const auto& post : found->second)
        if (post.held.holds_on(day) && std::ranges::find(people, post.person) == people.end())
            people.push_back(post.person);
    return people;
}

std::vector<PersonId> People::holding(const person::Role& role, Day day) const {
    std::vector<PersonId> people;
    const auto found = by_place_.find(role.place);
    if (found == by_place_.end()) return people;
    for (const auto& post : found->second)
        if (post.held.role == role && post.held.holds_on(day)) people.push_back(post.person);
    return people;
}

std::vector<Deputy> People::deputies_at(const person::Role& role, Day day) const {
    const auto holders = holding(role, day);
    std::vector<Deputy> all;
    for (const auto& [person, state] : deputies_)
        for (const auto& deputising : state.deputising)
            if (deputising.role == role && deputising.until >= day &&
                std::ranges::find(holders, deputising.acts_for) != holders.end())
                all.push_back({person, deputising});
    return all;
}

std::optional<Day> People::vacant_since(const person::Role& role, Day day) const {
    const auto found = by_place_.find(role.place);
    if (found == by_place_.end()) return std::nullopt;
    std::optional<Day> began, ended;
    for (const auto& [person, held] : found->second) {
        if (held.role == role && held.holds_on(day)) return std::nullopt;
        if (held.from > day) continue;
        began = began ? std::min(*began, held.from) : held.from;
        if (held.role == role && held.ended_on) ended = std::max(ended, held.ended_on);
    }
    return ended ? ended : began;
}

std::vector<std::string> People::places() const {
    std::vector<std::string> all;
    for (const auto& [place, posts] : by_place_) all.push_back(place);
    return all;
}

}  // namespace commonweal::view
