#pragma once
// A network and its themes; a cluster and its network.

#include <variant>

#include "domain/core/asked.hpp"
#include "domain/network/events.hpp"

namespace commonweal {

struct Network {
    NetworkId id;
    std::string name;  ///< empty: not founded
    std::vector<network::Theme> themes;
    std::vector<task::Deadline> deadlines;  ///< its own; those not named keep the default

    bool known() const { return !name.empty(); }
    bool has_theme(std::string_view code) const;
};

struct Cluster {
    ClusterId id;
    NetworkId network;
    std::string name;  ///< empty: not formed

    bool known() const { return !name.empty(); }
};

namespace network {

inline constexpr std::size_t name_length_max = 120;
inline constexpr std::size_t themes_max = 100;

/// The co-operative values, the elements of inclusion, and coaching: what a network starts with.
const std::vector<Theme>& default_themes();

struct Found {
    NetworkId network;
    std::string name;
    std::vector<Theme> themes;  ///< empty: the default list
};
BOOST_DESCRIBE_STRUCT(Found, (), (network, name, themes))

struct SetThemes {
    NetworkId network;
    std::vector<Theme> themes;
};
BOOST_DESCRIBE_STRUCT(SetThemes, (), (network, themes))

struct SetDeadlines {
    NetworkId network;
    std::vector<task::Deadline> deadlines;
};
BOOST_DESCRIBE_STRUCT(SetDeadlines, (), (network, deadlines))

struct FormCluster {
    ClusterId cluster;
    NetworkId network;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(FormCluster, (), (cluster, network, name))

using Fact = std::variant<Founded, ThemesSet, DeadlinesSet>;
using ClusterFact = std::variant<ClusterFormed>;

Decision<std::vector<Fact>> decide(const Network& network, const Found& command);
Decision<std::vector<Fact>> decide(const Network& network, const SetThemes& command);
Decision<std::vector<Fact>> decide(const Network& network, const SetDeadlines& command);
Decision<std::vector<ClusterFact>> decide(const Cluster& cluster, const Network& network,
                                          const FormCluster& command);

void evolve(Network& network, const Fact& fact);
void evolve(Cluster& cluster, const ClusterFact& fact);

}  // namespace network
}  // namespace commonweal
