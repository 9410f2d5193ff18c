#pragma once
// A school: what it is, whether it is open, and where it belongs.

#include <string>
#include <vector>

#include "domain/core/asked.hpp"
#include "domain/network/network.hpp"
#include "domain/school/events.hpp"

namespace commonweal {

namespace school {
/// A school that another one came from.
struct Predecessor {
    SchoolId school;
    std::string name;  ///< empty: not known
    Change change = Change::conversion;
    std::optional<Day> on;
    bool operator==(const Predecessor&) const = default;
};
BOOST_DESCRIBE_STRUCT(Predecessor, (), (school, name, change, on))
}  // namespace school

struct School {
    SchoolId id;  ///< urn 0: not registered
    school::Details details;
    bool open = false;
    std::vector<NetworkId> networks;                ///< sorted
    std::vector<ClusterId> clusters;                ///< sorted
    std::vector<school::Predecessor> predecessors;  ///< in the order of their numbers
    std::vector<school::Group> groups;              ///< in the order in which it joined them
    std::optional<SchoolId> history_at;             ///< for whom what it gave and received counts

    bool known() const { return id.urn != 0; }
    bool in(NetworkId network) const;
    bool in(ClusterId cluster) const;
    bool came_from(SchoolId school) const;
};
BOOST_DESCRIBE_STRUCT(School, (),
                      (id, details, open, networks, clusters, predecessors, groups, history_at))

/// The numbers of places outside the register: none of its own is as high.
inline constexpr std::uint32_t local_numbers_from = 90'000'001;
inline constexpr std::uint32_t local_numbers = 9'999'999;
inline bool outside_the_register(SchoolId school) {
    return school.urn >= local_numbers_from;
}

/// The multi-academy trust or federation of both: its schools do not review each other.
std::optional<std::string> common_group(const School& a, const School& b);

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
/// Two different schools between whom something of the past is written down: one of them at least a
/// member, the other one, too, unless it has closed since.
Decision<std::monostate> two_of_the_past(const Network& network, const AskedFor& one,
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

/// Names a school that this one came from.
struct Link {
    SchoolId school;
    SchoolId predecessor;
    std::string name;
    Change change = Change::conversion;
    std::optional<Day> on;
};
BOOST_DESCRIBE_STRUCT(Link, (), (school, predecessor, name, change, on))

/// Confirms what goes from a school to the one that followed it: exactly what is named.
struct HandOn {
    SchoolId to;
    std::optional<Day> on;  ///< none: today
    bool history = false;
    std::vector<NetworkId> networks;
    std::vector<ClusterId> clusters;
    std::vector<PersonId> people;  ///< who keep their posts there, and who act for them
    std::vector<VisitId> visits;
    std::vector<ReviewId> reviews;
    std::vector<PartnershipId> partnerships;
    std::vector<MeetingId> meetings;  ///< that it hosts
};
BOOST_DESCRIBE_STRUCT(HandOn, (),
                      (to, on, history, networks, clusters, people, visits, reviews, partnerships,
                       meetings))
/// The same with each thing named once, however often it was.
HandOn each_once(HandOn command);
/// Of all its lists together.
inline constexpr std::size_t handed_on_max = 500;

/// Something of two schools that goes from one of them to another, as the thing itself is told.
struct CarryOver {
    SchoolId from;
    SchoolId to;
};
/// One of the two takes part, and it does not become a thing of a school with itself.
Decision<std::monostate> check_carried(SchoolId one, SchoolId other, const CarryOver& command);
/// In the place of the one that is followed stands the one that follows.
void carry(SchoolId& one, SchoolId& other, const CarryOver& command);

/// Gives a local number to a place outside the register.
struct AddPlace {
    SchoolId school;
    Details details;
};

/// What the register says of a school's groups.
struct RegisterGroups {
    SchoolId school;
    std::vector<Group> groups;
};

using Fact =
    std::variant<Registered, DetailsChanged, Closed, Reopened, JoinedNetwork, LeftNetwork,
                 JoinedCluster, LeftCluster, Linked, HandedOn, PlaceAdded, JoinedGroup, LeftGroup>;
using Facts = std::vector<Fact>;

/// Nothing where the register says nothing new.
Facts decide(const School& school, const Register& command);
Decision<Facts> decide(const School& school, const Network& network, const JoinNetwork& command);
Decision<Facts> decide(const School& school, const LeaveNetwork& command);
Decision<Facts> decide(const School& school, const Cluster& cluster, const JoinCluster& command);
Decision<Facts> decide(const School& school, const LeaveCluster& command);
/// `predecessor`: the one that is named, as far as it is known. Nothing where that stands there.
Decision<Facts> decide(const School& school, const School& predecessor, const Link& command);
/// What happens to the school, and to the one that follows it.
struct HandOnFacts {
    Facts school;
    Facts to;
};
Decision<HandOnFacts> decide(const School& school, const School& to, const HandOn& command,
                             const Asked& asked);
Decision<Facts> decide(const School& school, const AddPlace& command);
/// Nothing where the register says nothing new; a group that is no longer named was left when
/// another of its kind was joined, or today.
Facts decide(const School& school, const RegisterGroups& command, Day today);

void evolve(School& school, const Linked& fact);
void evolve(School& school, const JoinedGroup& fact);
void evolve(School& school, const LeftGroup& fact);
void evolve(School& school, const Fact& fact);

}  // namespace school
}  // namespace commonweal
