#include "projections/tasks/overdue.hpp"

namespace commonweal::view {
namespace {

constexpr std::uint32_t one_less = static_cast<std::uint32_t>(-1);

void add(OverdueCounts& to, const OverdueCounts& more) {
    to.visits += more.visits;
    to.reviews += more.reviews;
    to.partnerships += more.partnerships;
    to.meetings += more.meetings;
}

template <class Map, class Key>
const auto& found_in(const Map& map, const Key& key) {
    static const typename Map::mapped_type none{};
    const auto found = map.find(key);
    return found == map.end() ? none : found->second;
}

}  // namespace

void Overdue::join(SchoolId school, ClusterId cluster) {
    members_[cluster].insert(school);
    clusters_[school].insert(cluster);
    if (!found_in(schools_, school).empty()) changed_.insert(cluster);
}

void Overdue::leave(SchoolId school, ClusterId cluster) {
    members_[cluster].erase(school);
    clusters_[school].erase(cluster);
    if (!found_in(schools_, school).empty()) changed_.insert(cluster);
}

void Overdue::set(const IdBytes& thing, std::vector<Step> steps) {
    const auto before = things_.find(thing);
    if (before == things_.end() ? steps.empty() : before->second == steps) return;
    if (before != things_.end()) {
        for (const auto& step : before->second) count(step, one_less);
        things_.erase(before);
    }
    for (const auto& step : steps) count(step, 1);
    if (!steps.empty()) things_.emplace(thing, std::move(steps));
}

void Overdue::count(const Step& step, std::uint32_t by) {
    schools_[step.school][step.network].*step.of += by;
    networks_[step.network].*step.of += by;
    changed_.insert(step.network);
    for (const auto cluster : found_in(clusters_, step.school)) changed_.insert(cluster);
}

OverdueCounts Overdue::of(const Group& group) const {
    if (const auto* network = std::get_if<NetworkId>(&group)) return found_in(networks_, *network);
    OverdueCounts all;
    const auto& cluster = std::get<ClusterId>(group);
    for (const auto school : members(cluster))
        add(all, found_in(found_in(schools_, school), found_in(networks_of_, cluster)));
    return all;
}

bool Overdue::belongs(const Group& group, SchoolId school, NetworkId network) const {
    if (const auto* whole = std::get_if<NetworkId>(&group)) return network == *whole;
    const auto& cluster = std::get<ClusterId>(group);
    return network == found_in(networks_of_, cluster) && members(cluster).contains(school);
}

const std::set<SchoolId>& Overdue::members(ClusterId cluster) const {
    return found_in(members_, cluster);
}

}  // namespace commonweal::view
