#include "domain/school/school.hpp"

#include "domain/core/overloaded.hpp"
#include "domain/core/sorted.hpp"

namespace commonweal {

bool School::in(NetworkId network) const {
    return contains(networks, network);
}
bool School::in(ClusterId cluster) const {
    return contains(clusters, cluster);
}

bool same_group(const School& a, const School& b) {
    const auto same = [](const std::string& x, const std::string& y) {
        return !x.empty() && x == y;
    };
    return same(a.details.trust_code, b.details.trust_code) ||
           same(a.details.federation_code, b.details.federation_code);
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
               },
               fact);
}

}  // namespace school
}  // namespace commonweal
