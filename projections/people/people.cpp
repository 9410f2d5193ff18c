#include "projections/people/people.hpp"

#include <algorithm>
#include <ranges>

namespace commonweal::view {

void People::apply(const Recorded& event) {
    left_.clear();
    if (const auto* began = std::get_if<calendar::DayBegan>(&event.fact)) begin(began->day);
    if (const auto* given = std::get_if<person::RoleGiven>(&event.fact))
        by_place_[given->role.place].push_back({given->person, {given->role, given->from, {}}, {}});
    if (const auto* ended = std::get_if<person::RoleEnded>(&event.fact)) {
        for (auto& post : by_place_[ended->role.place])
            if (post.person == ended->person && post.held.role == ended->role &&
                !post.held.ended_on)
                post.held.ended_on = ended->on;
        end({ended->person, ended->role.place}, ended->on);
    }
    if (const auto* corrected = std::get_if<person::RoleCorrected>(&event.fact))
        correct(*corrected);
    if (const auto* named = std::get_if<person::DeputyNamed>(&event.fact))
        evolve(deputies_[named->person], *named);
    if (const auto* released = std::get_if<person::DeputyReleased>(&event.fact))
        evolve(deputies_[released->person], *released);
}

/// Of several from one day it is the newest. What somebody never held stays, to show that it was
/// corrected.
void People::correct(const person::RoleCorrected& fact) {
    auto& posts = by_place_[fact.role.place];
    const auto found = std::ranges::find_if(posts | std::views::reverse, [&](const Post& post) {
        return post.person == fact.person && post.held.role == fact.role &&
               post.held.from == fact.given;
    });
    if (found == posts.rend()) return;
    found->before.push_back(found->held);
    found->held = {fact.role, fact.from, fact.ended_on};
    if (fact.ended_on) end({fact.person, fact.role.place}, *fact.ended_on);
}

/// Whether they still have another role there is asked when it has come to that.
void People::end(Left left, Day on) {
    if (on <= today_)
        left_.push_back(std::move(left));
    else
        leaving_.emplace(on, std::move(left));
}

void People::begin(Day day) {
    today_ = day;
    const auto to_come = leaving_.upper_bound(day);
    for (auto at = leaving_.begin(); at != to_come; ++at) left_.push_back(std::move(at->second));
    leaving_.erase(leaving_.begin(), to_come);
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

std::vector<Post> People::ever_holding(const person::Role& role) const {
    std::vector<Post> all;
    const auto found = by_place_.find(role.place);
    if (found == by_place_.end()) return all;
    std::ranges::copy_if(found->second, std::back_inserter(all),
                         [&](const Post& post) { return post.held.role == role; });
    std::ranges::sort(all, std::greater{},
                      [](const Post& p) { return std::pair(p.held.from, p.person); });
    return all;
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
    for (const auto& [person, held, before] : found->second) {
        if (held.role == role && held.holds_on(day)) return std::nullopt;
        if (held.from > day || (held.never_held() && !before.empty())) continue;
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
