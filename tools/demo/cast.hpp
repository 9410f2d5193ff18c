#pragma once
// Who takes part in the sample's story: two networks, their clusters, and a lead and a head for
// each school of a cluster.

#include <vector>

#include "tools/demo/stage.hpp"

namespace commonweal::demo {

struct Member {
    SchoolId school;
    PersonId lead;
    PersonId head;
};

struct Group {
    NetworkId network;
    ClusterId cluster;
    std::vector<Member> members;
};

struct Cast {
    std::vector<Group> groups;
    PersonId coordinator;
};

/// Founds the networks, forms the clusters, adds the people and gives them their roles.
Cast engage(Stage& stage);

}  // namespace commonweal::demo
