#pragma once
// Schools as the register (Get Information About Schools) knows them, which networks and clusters
// they belong to, what they came from and what followed them. A school's stream is school/URN.

#include <cstdint>
#include <optional>
#include <string>

#include "domain/core/event.hpp"

namespace commonweal::school {

/// What the register says of a school. Empty or none where it says nothing.
struct Details {
    std::string name;
    std::string type;             ///< "Academy converter"
    std::string phase;            ///< "Primary"
    std::string local_authority;  ///< "Bristol, City of"
    std::string authority_code;   ///< "801"
    std::string town;
    std::string postcode;
    std::optional<std::uint8_t> lowest_age;
    std::optional<std::uint8_t> highest_age;
    std::optional<std::int32_t> easting;   ///< metres, OSGB36 National Grid
    std::optional<std::int32_t> northing;  ///< metres
    std::string trust_code;
    std::string trust_name;
    std::string federation_code;
    std::string federation_name;
    std::optional<Day> opened_on;

    bool operator==(const Details&) const = default;
};
BOOST_DESCRIBE_STRUCT(Details, (),
                      (name, type, phase, local_authority, authority_code, town, postcode,
                       lowest_age, highest_age, easting, northing, trust_code, trust_name,
                       federation_code, federation_name, opened_on))

struct Registered {
    static constexpr std::string_view kind = "school-registered";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "A school was taken from the register.";
    SchoolId school;
    Details details;
    static constexpr std::array fields{Field{"school"}, Field{"details"}};
};
BOOST_DESCRIBE_STRUCT(Registered, (), (school, details))

struct DetailsChanged {
    static constexpr std::string_view kind = "school-details-changed";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "The register says something new of a school.";
    SchoolId school;
    Details details;
    static constexpr std::array fields{Field{"school"}, Field{"details"}};
};
BOOST_DESCRIBE_STRUCT(DetailsChanged, (), (school, details))

struct Closed {
    static constexpr std::string_view kind = "school-closed";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "A school closed.";
    SchoolId school;
    std::optional<Day> closed_on;  ///< none where the register gives no date
    static constexpr std::array fields{Field{"school"}, Field{"closed_on"}};
};
BOOST_DESCRIBE_STRUCT(Closed, (), (school, closed_on))

struct Reopened {
    static constexpr std::string_view kind = "school-reopened";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "The register shows a closed school as open again.";
    SchoolId school;
    static constexpr std::array fields{Field{"school"}};
};
BOOST_DESCRIBE_STRUCT(Reopened, (), (school))

struct JoinedNetwork {
    static constexpr std::string_view kind = "school-joined-network";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "A school became a member of a network.";
    SchoolId school;
    NetworkId network;
    Details details;  ///< the school as the register had it then
    static constexpr std::array fields{Field{"school"}, Field{"network"}, Field{"details"}};
};
BOOST_DESCRIBE_STRUCT(JoinedNetwork, (), (school, network, details))

struct LeftNetwork {
    static constexpr std::string_view kind = "school-left-network";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "A school is no longer a member of a network.";
    SchoolId school;
    NetworkId network;
    static constexpr std::array fields{Field{"school"}, Field{"network"}};
};
BOOST_DESCRIBE_STRUCT(LeftNetwork, (), (school, network))

struct JoinedCluster {
    static constexpr std::string_view kind = "school-joined-cluster";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "A school joined a cluster.";
    SchoolId school;
    ClusterId cluster;
    Details details;  ///< the school as the register had it then
    static constexpr std::array fields{Field{"school"}, Field{"cluster"}, Field{"details"}};
};
BOOST_DESCRIBE_STRUCT(JoinedCluster, (), (school, cluster, details))

struct LeftCluster {
    static constexpr std::string_view kind = "school-left-cluster";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "A school left a cluster.";
    SchoolId school;
    ClusterId cluster;
    static constexpr std::array fields{Field{"school"}, Field{"cluster"}};
};
BOOST_DESCRIBE_STRUCT(LeftCluster, (), (school, cluster))

/// How one school came from another.
enum class Change : std::uint8_t {
    conversion = 1,    ///< the same school under another number: it became an academy
    merger = 2,        ///< one went into another that was there already
    amalgamation = 3,  ///< several became a new one
    split = 4,         ///< one became several
    registration = 5,  ///< a place outside the register came into it
};
BOOST_DESCRIBE_ENUM(Change, conversion, merger, amalgamation, split, registration)

/// On the stream of the school that followed. The other one need not be known here.
struct Linked {
    static constexpr std::string_view kind = "school-linked";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "A school was named as one that another came from.";
    SchoolId school;
    SchoolId predecessor;
    std::string predecessor_name;  ///< as the register has it; empty: it gives none
    Change change = Change::conversion;
    std::optional<Day> on;
    static constexpr std::array fields{Field{"school"}, Field{"predecessor"},
                                       Field{"predecessor_name"}, Field{"change"}, Field{"on"}};
};
BOOST_DESCRIBE_STRUCT(Linked, (), (school, predecessor, predecessor_name, change, on))

/// On the stream of the school that was followed. What goes with it stands in the same commit.
struct HandedOn {
    static constexpr std::string_view kind = "school-handed-on";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "A coordinator confirmed what goes from a school to the one that followed it.";
    SchoolId school;
    SchoolId to;
    Day on{};
    bool history = false;  ///< what it gave and received counts for the other one from now on
    static constexpr std::array fields{Field{"school"}, Field{"to"}, Field{"on"}, Field{"history"}};
};
BOOST_DESCRIBE_STRUCT(HandedOn, (), (school, to, on, history))

struct PlaceAdded {
    static constexpr std::string_view kind = "school-place-added";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "A place outside the register (a college, a school in Scotland) was given a local number.";
    SchoolId school;
    Details details;
    static constexpr std::array fields{Field{"school"}, Field{"details"}};
};
BOOST_DESCRIBE_STRUCT(PlaceAdded, (), (school, details))

/// What the register calls a group.
enum class GroupKind : std::uint8_t {
    multi_academy_trust = 1,
    single_academy_trust = 2,
    foundation_trust = 3,
    federation = 4,
    sponsor = 5,
    other = 6,
};
BOOST_DESCRIBE_ENUM(GroupKind, multi_academy_trust, single_academy_trust, foundation_trust,
                    federation, sponsor, other)

/// A trust or federation.
struct Group {
    std::string code;  ///< the register's UID
    std::string name;
    GroupKind kind = GroupKind::other;
    std::optional<Day> since;  ///< on which the school joined it; none: not known
    bool operator==(const Group&) const = default;
};
BOOST_DESCRIBE_STRUCT(Group, (), (code, name, kind, since))

struct JoinedGroup {
    static constexpr std::string_view kind = "school-joined-group";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "A school came to a trust or federation.";
    SchoolId school;
    Group group;
    static constexpr std::array fields{Field{"school"}, Field{"group"}};
};
BOOST_DESCRIBE_STRUCT(JoinedGroup, (), (school, group))

struct LeftGroup {
    static constexpr std::string_view kind = "school-left-group";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "A school is no longer in a trust or federation.";
    SchoolId school;
    std::string code;
    Day on{};
    static constexpr std::array fields{Field{"school"}, Field{"code"}, Field{"on"}};
};
BOOST_DESCRIBE_STRUCT(LeftGroup, (), (school, code, on))

}  // namespace commonweal::school
