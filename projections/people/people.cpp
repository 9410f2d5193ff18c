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

}  // namespace commonweal::view
