#pragma once
// Schools as the register (Get Information About Schools) knows them, and which networks and
// clusters they belong to. A school's stream is school/URN.

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

}  // namespace commonweal::school
