#include "domain/school/school.hpp"

#include <algorithm>

#include "domain/core/among.hpp"
#include "domain/core/overloaded.hpp"
#include "domain/core/sorted.hpp"

namespace commonweal {

bool School::in(NetworkId network) const {
    return contains(networks, network);
}
bool School::in(ClusterId cluster) const {
    return contains(clusters, cluster);
}

bool School::came_from(SchoolId school) const {
    return among(predecessors, school, &school::Predecessor::school);
}

namespace {

bool bars_reviews(const school::Group& group) {
    return group.kind == school::GroupKind::multi_academy_trust ||
           group.kind == school::GroupKind::federation;
}

}  // namespace

std::optional<std::string> common_group(const School& a, const School& b) {
    const auto same = [](const std::string& x, const std::string& y) {
        return !x.empty() && x == y;
    };
    if (same(a.details.trust_code, b.details.trust_code)) return a.details.trust_name;
    if (same(a.details.federation_code, b.details.federation_code))
        return a.details.federation_name;
    for (const auto& group : a.groups)
        if (bars_reviews(group) && among(b.groups, group.code, &school::Group::code))
            return group.name;
    return std::nullopt;
}

Decision<std::monostate> open_school(const School& school, SchoolId asked_for) {
    if (!school.known()) return refuse(Rule::school_unknown, to_text(asked_for));
    if (!school.open) return refuse(Rule::school_closed, to_text(asked_for));
    return std::monostate{};
}

Decision<std::monostate> two_members(const Network& network, const AskedFor& one,
                                     const AskedFor& other) {
    if (one.id == other.id) return refuse(Rule::same_school, to_text(one.id));
    if (auto ok = open_school(one.school, one.id); !ok) return ok;
    if (auto ok = open_school(other.school, other.id); !ok) return ok;
    if (!network.known()) return refuse(Rule::not_in_one_network);
    if (!one.school.in(network.id) || !other.school.in(network.id))
        return refuse(Rule::not_in_one_network, network.name);
    return std::monostate{};
}

Decision<std::monostate> two_of_the_past(const Network& network, const AskedFor& one,
                                         const AskedFor& other) {
    if (one.id == other.id) return refuse(Rule::same_school, to_text(one.id));
    for (const auto& [school, id] : {one, other})
        if (!school.known()) return refuse(Rule::school_unknown, to_text(id));
    if (!network.known()) return refuse(Rule::network_unknown);
    const auto ours = [&](const School& school) { return school.in(network.id); };
    const auto ours_or_closed = [&](const School& school) { return ours(school) || !school.open; };
    const bool one_is_ours = ours(one.school) || ours(other.school);
    if (!one_is_ours || !ours_or_closed(one.school) || !ours_or_closed(other.school))
        return refuse(Rule::not_in_one_network, network.name);
    return std::monostate{};
}

namespace school {

Facts decide(const School& school, const Register& command) {
    Facts facts;
    if (!school.known())
        facts.emplace_back(Registered{command.school, command.details});
    else if (school.details != command.details)
        facts.emplace_back(DetailsChanged{command.school, command.details});
    const bool was_open = school.open || !school.known();
    if (was_open && !command.open) facts.emplace_back(Closed{command.school, command.closed_on});
    if (!was_open && command.open) facts.emplace_back(Reopened{command.school});
    return facts;
}

Decision<Facts> decide(const School& school, const Network& network, const JoinNetwork& command) {
    if (auto open = open_school(school, command.school); !open)
        return std::unexpected(open.error());
    if (!network.known()) return refuse(Rule::network_unknown, to_text(command.network));
    if (school.in(command.network)) return refuse(Rule::already_a_member, network.name);
    return Facts{JoinedNetwork{command.school, command.network, school.details}};
}

Decision<Facts> decide(const School& school, const LeaveNetwork& command) {
    if (!school.known()) return refuse(Rule::school_unknown, to_text(command.school));
    if (!school.in(command.network)) return refuse(Rule::not_a_member, to_text(command.network));
    return Facts{LeftNetwork{command.school, command.network}};
}

Decision<Facts> decide(const School& school, const Cluster& cluster, const JoinCluster& command) {
    if (auto open = open_school(school, command.school); !open)
        return std::unexpected(open.error());
    if (!cluster.known()) return refuse(Rule::cluster_unknown, to_text(command.cluster));
    if (school.in(command.cluster)) return refuse(Rule::already_a_member, cluster.name);
    return Facts{JoinedCluster{command.school, command.cluster, school.details}};
}

Decision<Facts> decide(const School& school, const LeaveCluster& command) {
    if (!school.known()) return refuse(Rule::school_unknown, to_text(command.school));
    if (!school.in(command.cluster)) return refuse(Rule::not_a_member, to_text(command.cluster));
    return Facts{LeftCluster{command.school, command.cluster}};
}

void evolve(School& school, const Fact& fact) {
    std::visit(Overloaded{
                   [&](const Registered& f) {
                       school.id = f.school;
                       school.details = f.details;
                       school.open = true;
                   },
                   [&](const DetailsChanged& f) { school.details = f.details; },
                   [&](const Closed&) { school.open = false; },
                   [&](const Reopened&) { school.open = true; },
                   [&](const JoinedNetwork& f) { insert(school.networks, f.network); },
                   [&](const LeftNetwork& f) { erase(school.networks, f.network); },
                   [&](const JoinedCluster& f) { insert(school.clusters, f.cluster); },
                   [&](const LeftCluster& f) { erase(school.clusters, f.cluster); },
                   [&](const Linked& f) { evolve(school, f); },
                   [&](const HandedOn& f) {
                       if (f.history) school.history_at = f.to;
                   },
                   [&](const PlaceAdded& f) {
                       school.id = f.school;
                       school.details = f.details;
                       school.open = true;
                   },
                   [&](const JoinedGroup& f) { evolve(school, f); },
                   [&](const LeftGroup& f) { evolve(school, f); },
               },
               fact);
}

}  // namespace school
}  // namespace commonweal
