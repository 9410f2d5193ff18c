#include "projections/tasks/overdue.hpp"

namespace commonweal::view {
namespace {

constexpr std::uint32_t one_less = static_cast<std::uint32_t>(-1);

/// `by` is 1 or one less than none.
void add(OverdueCounts& to, const OverdueCounts& more, std::uint32_t by) {
    to.visits += more.visits * by;
    to.reviews += more.reviews * by;
    to.partnerships += more.partnerships * by;
    to.meetings += more.meetings * by;
}

template <class Map, class Key>
const auto& found_in(const Map& map, const Key& key) {
    static const typename Map::mapped_type none{};
    const auto found = map.find(key);
    return found == map.end() ? none : found->second;
}

}  // namespace

void Overdue::join(SchoolId school, ClusterId cluster) {
    if (!members_[cluster].insert(school).second) return;
    clusters_[school].insert(cluster);
    count_member(school, cluster, 1);
}

void Overdue::leave(SchoolId school, ClusterId cluster) {
    if (members_[cluster].erase(school) == 0) return;
    clusters_[school].erase(cluster);
    count_member(school, cluster, one_less);
}

/// What a school owes counts in a cluster as long as it belongs to it.
void Overdue::count_member(SchoolId school, ClusterId cluster, std::uint32_t by) {
    if (found_in(schools_, school).empty()) return;
    add(of_clusters_[cluster],
        found_in(found_in(schools_, school), found_in(networks_of_, cluster)), by);
    changed_.insert(cluster);
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
    for (const auto cluster : found_in(clusters_, step.school)) {
        if (found_in(networks_of_, cluster) == step.network) of_clusters_[cluster].*step.of += by;
        changed_.insert(cluster);
    }
}

OverdueCounts Overdue::of(const Group& group) const {
    if (const auto* network = std::get_if<NetworkId>(&group)) return found_in(networks_, *network);
    return found_in(of_clusters_, std::get<ClusterId>(group));
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
