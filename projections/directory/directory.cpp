#include "projections/directory/directory.hpp"

#include <algorithm>
#include <cmath>

#include "domain/core/overloaded.hpp"
#include "domain/core/sorted.hpp"
#include "domain/core/text.hpp"

namespace commonweal::view {
namespace {

std::string name_key(const School& school) {
    return small_letters(school.details.name) + '\x1f' + to_text(school.id);
}

SchoolSummary summary_of(const School& school) {
    const auto& d = school.details;
    return {school.id, d.name,     d.phase,     d.local_authority, d.town,
            d.easting, d.northing, school.open, school.networks,   school.clusters};
}

double kilometres(const school::Details& details, std::pair<std::int32_t, std::int32_t> from) {
    const auto east = static_cast<double>(*details.easting) - from.first;
    const auto north = static_cast<double>(*details.northing) - from.second;
    return std::hypot(east, north) / 1000.0;
}

/// Name, town, number, and the numbers of those that it came from, in small letters.
std::string sought(const School& school) {
    auto text = school.details.name + " " + school.details.town + " " + to_text(school.id);
    for (const auto& predecessor : school.predecessors) text += " " + to_text(predecessor.school);
    return small_letters(text);
}

/// The school that a fact of its stream is about.
SchoolId school_of(const AnyFact& fact) {
    return std::visit(
        [](const auto& f) {
            if constexpr (std::is_constructible_v<school::Fact, decltype(f)>)
                return f.school;
            else
                return SchoolId{};
        },
        fact);
}

}  // namespace

void Directory::apply(const Recorded& event) {
    std::visit(Overloaded{
                   [&](const network::Founded& f) {
                       networks_[f.network] = {f.network, f.name, 0, f.themes, {}};
                   },
                   [&](const network::ThemesSet& f) { networks_[f.network].themes = f.themes; },
                   [&](const network::ClusterFormed& f) {
                       clusters_[f.cluster] = {f.cluster, f.network, f.name, 0};
                   },
                   [&](const school::JoinedNetwork& f) { ++networks_[f.network].members; },
                   [&](const school::LeftNetwork& f) { --networks_[f.network].members; },
                   [&](const school::JoinedCluster& f) { ++clusters_[f.cluster].members; },
                   [&](const school::LeftCluster& f) { --clusters_[f.cluster].members; },
                   [](const auto&) {},
               },
               event.fact);
    fold_school(event.fact);
}

void Directory::fold_school(const AnyFact& fact) {
    const auto id = school_of(fact);
    if (id.urn == 0) return;
    auto& entry = schools_[id];
    if (entry.school.known()) by_name_.erase(name_key(entry.school));
    std::visit(
        [&](const auto& f) {
            if constexpr (std::is_constructible_v<school::Fact, decltype(f)>)
                school::evolve(entry.school, f);
        },
        fact);
    for (const auto& predecessor : entry.school.predecessors) {
        insert(successors_[predecessor.school], id);
        if (const auto from = schools_.find(predecessor.school); from != schools_.end())
            watch(from->second);
    }
    if (!entry.school.known()) return;  // so far only named as one that another came from
    entry.sought = sought(entry.school);
    by_name_[name_key(entry.school)] = id;
    watch(entry);
}

void Directory::watch(const Entry& entry) {
    const auto& school = entry.school;
    const bool member = !school.networks.empty() || !school.clusters.empty();
    if (member && (!school.open || !successors(school.id).empty()))
        changing_.insert(school.id);
    else
        changing_.erase(school.id);
}

std::vector<SchoolSummary> Directory::successors(SchoolId school) const {
    std::vector<SchoolSummary> here;
    const auto found = successors_.find(school);
    if (found == successors_.end()) return here;
    for (const auto successor : found->second)
        if (const auto known = this->school(successor)) here.push_back(*known);
    return here;
}

std::vector<Directory::Changing> Directory::changing(std::optional<NetworkId> network) const {
    std::vector<Changing> all;
    for (const auto id : changing_) {
        auto school = *this->school(id);
        if (!network || contains(school.networks, *network))
            all.push_back({std::move(school), successors(id)});
    }
    return all;
}

std::optional<SchoolSummary> Directory::school(SchoolId school) const {
    const auto found = schools_.find(school);
    if (found == schools_.end() || !found->second.school.known()) return std::nullopt;
    return summary_of(found->second.school);
}

bool Directory::matches(const Entry& entry, const SchoolFilter& filter,
                        const std::string& text) const {
    const auto& details = entry.school.details;
    if (!text.empty() && entry.sought.find(text) == std::string::npos) return false;
    if (!filter.local_authority.empty() && details.authority_code != filter.local_authority)
        return false;
    if (!filter.phase.empty() && small_letters(details.phase) != small_letters(filter.phase))
        return false;
    if (filter.network && !entry.school.in(*filter.network)) return false;
    if (filter.cluster && !entry.school.in(*filter.cluster)) return false;
    if (!filter.near) return true;
    // A school whose place is not known is not "near": a missing place is never distance zero.
    return details.easting && details.northing &&
           kilometres(details, *filter.near) <= filter.within_km;
}

Directory::Page Directory::search(const SchoolFilter& filter, const std::string& after,
                                  std::size_t limit) const {
    Page page;
    const auto text = small_letters(filter.text);
    std::string last;
    for (auto at = by_name_.upper_bound(after); at != by_name_.end(); ++at) {
        const auto& entry = schools_.at(at->second);
        if (!matches(entry, filter, text)) continue;
        if (page.schools.size() == limit) {
            page.next = last;
            return page;
        }
        page.schools.push_back(summary_of(entry.school));
        last = at->first;
    }
    return page;
}

std::vector<SchoolId> Directory::all(const SchoolFilter& filter) const {
    std::vector<SchoolId> schools;
    const auto text = small_letters(filter.text);
    by_name([&](SchoolId school) {
        if (matches(schools_.at(school), filter, text)) schools.push_back(school);
        return true;
    });
    return schools;
}

bool Directory::says(SchoolId school, const std::string& word) const {
    const auto found = schools_.find(school);
    return found != schools_.end() && found->second.sought.find(word) != std::string::npos;
}

std::vector<NetworkSummary> Directory::networks() const {
    std::vector<NetworkSummary> all;
    for (const auto& [id, unused] : networks_) all.push_back(*network(id));
    return all;
}

std::optional<NetworkSummary> Directory::network(NetworkId id) const {
    const auto found = networks_.find(id);
    if (found == networks_.end()) return std::nullopt;
    auto shown = found->second;
    for (const auto& [cluster, summary] : clusters_)
        if (summary.network == id) shown.clusters.push_back(summary);
    return shown;
}

std::optional<ClusterSummary> Directory::cluster(ClusterId id) const {
    const auto found = clusters_.find(id);
    if (found == clusters_.end()) return std::nullopt;
    return found->second;
}

}  // namespace commonweal::view
