#pragma once
// Networks (lasting groups of schools) and clusters (working groups inside or across networks).
// Streams: network/ID, cluster/ID. Who belongs to them stands on the schools' own streams.

#include <string>
#include <vector>

#include "domain/core/event.hpp"
#include "domain/task/duty.hpp"

namespace commonweal::network {

/// What a visit, a review or a partnership can be about: a code that is folded and compared, and
/// the words that people read.
struct Theme {
    std::string code;  ///< small letters, digits and hyphens: "self-help"
    std::string name;  ///< "Self-help"
    bool operator==(const Theme&) const = default;
};
BOOST_DESCRIBE_STRUCT(Theme, (), (code, name))

struct Founded {
    static constexpr std::string_view kind = "network-founded";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "A network of schools began.";
    NetworkId network;
    std::string name;
    std::vector<Theme> themes;
    static constexpr std::array fields{Field{"network"}, Field{"name"}, Field{"themes"}};
};
BOOST_DESCRIBE_STRUCT(Founded, (), (network, name, themes))

struct ThemesSet {
    static constexpr std::string_view kind = "network-themes-set";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "A network chose the themes of its visits and reviews.";
    NetworkId network;
    std::vector<Theme> themes;
    static constexpr std::array fields{Field{"network"}, Field{"themes"}};
};
BOOST_DESCRIBE_STRUCT(ThemesSet, (), (network, themes))

struct DeadlinesSet {
    static constexpr std::string_view kind = "network-deadlines-set";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "A network said how many working days its schools have for each step.";
    NetworkId network;
    std::vector<task::Deadline> deadlines;  ///< those not named keep the default
    static constexpr std::array fields{Field{"network"}, Field{"deadlines"}};
};
BOOST_DESCRIBE_STRUCT(DeadlinesSet, (), (network, deadlines))

struct ClusterFormed {
    static constexpr std::string_view kind = "cluster-formed";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "Schools of a network formed a working group.";
    ClusterId cluster;
    NetworkId network;
    std::string name;
    static constexpr std::array fields{Field{"cluster"}, Field{"network"}, Field{"name"}};
};
BOOST_DESCRIBE_STRUCT(ClusterFormed, (), (cluster, network, name))

}  // namespace commonweal::network
