#pragma once
// A school: what it is, whether it is open, and where it belongs.

#include <string>
#include <vector>

#include "domain/core/asked.hpp"
#include "domain/network/network.hpp"
#include "domain/school/events.hpp"

namespace commonweal {

struct School {
    SchoolId id;  ///< urn 0: not registered
    school::Details details;
    bool open = false;
    std::vector<NetworkId> networks;  ///< sorted
    std::vector<ClusterId> clusters;  ///< sorted

    bool known() const { return id.urn != 0; }
    bool in(NetworkId network) const;
    bool in(ClusterId cluster) const;
};

/// Two schools of one multi-academy trust or one federation do not review each other.
bool same_group(const School& a, const School& b);

/// Open and known, or the refusal that says which school is not.
Decision<std::monostate> open_school(const School& school, SchoolId asked_for);
/// A school as it is, and the URN that was asked for.
struct AskedFor {
    const School& school;
    SchoolId id;
};
/// Two different schools, both open, both members of the network: who may begin something together.
Decision<std::monostate> two_members(const Network& network, const AskedFor& one,
                                     const AskedFor& other);

namespace school {

/// What the register says of a school today.
struct Register {
    SchoolId school;
    Details details;
    bool open = true;
    std::optional<Day> closed_on;
};
BOOST_DESCRIBE_STRUCT(Register, (), (school, details, open, closed_on))

struct JoinNetwork {
    SchoolId school;
    NetworkId network;
};
BOOST_DESCRIBE_STRUCT(JoinNetwork, (), (school, network))

struct LeaveNetwork {
    SchoolId school;
    NetworkId network;
};
BOOST_DESCRIBE_STRUCT(LeaveNetwork, (), (school, network))

struct JoinCluster {
    SchoolId school;
    ClusterId cluster;
};
BOOST_DESCRIBE_STRUCT(JoinCluster, (), (school, cluster))

struct LeaveCluster {
    SchoolId school;
    ClusterId cluster;
};
BOOST_DESCRIBE_STRUCT(LeaveCluster, (), (school, cluster))

using Fact = std::variant<Registered, DetailsChanged, Closed, Reopened, JoinedNetwork, LeftNetwork,
                          JoinedCluster, LeftCluster>;
using Facts = std::vector<Fact>;

/// Nothing where the register says nothing new.
Facts decide(const School& school, const Register& command);
Decision<Facts> decide(const School& school, const Network& network, const JoinNetwork& command);
Decision<Facts> decide(const School& school, const LeaveNetwork& command);
Decision<Facts> decide(const School& school, const Cluster& cluster, const JoinCluster& command);
Decision<Facts> decide(const School& school, const LeaveCluster& command);

void evolve(School& school, const Fact& fact);

}  // namespace school
}  // namespace commonweal
