#pragma once
// How many steps the schools of a group should have taken before today. Others learn how many, and
// never whose.

#include <map>
#include <set>
#include <variant>

#include "projections/engagement/engagement.hpp"

namespace commonweal::view {

struct OverdueCounts {
    std::uint32_t visits = 0, reviews = 0, partnerships = 0, meetings = 0;
    bool operator==(const OverdueCounts&) const = default;
};
BOOST_DESCRIBE_STRUCT(OverdueCounts, (), (visits, reviews, partnerships, meetings))

/// A cluster or a network. What a cluster's schools do in other networks is not the cluster's.
using Group = std::variant<ClusterId, NetworkId>;

class Overdue {
  public:
    /// A step of something that a school should have taken.
    struct Step {
        SchoolId school;
        NetworkId network;
        std::uint32_t OverdueCounts::* of = nullptr;
        bool operator==(const Step&) const = default;
        BOOST_DESCRIBE_CLASS(Step, (), (school, network, of), (), ())
    };
    void form(ClusterId cluster, NetworkId network) { networks_of_[cluster] = network; }
    void join(SchoolId school, ClusterId cluster);
    void leave(SchoolId school, ClusterId cluster);
    /// All that is overdue of one thing, instead of what was.
    void set(const IdBytes& thing, std::vector<Step> steps);

    OverdueCounts of(const Group& group) const;
    const std::set<SchoolId>& members(ClusterId cluster) const;
    /// Whether a step is one of the group's: of its network, by a school of it.
    bool belongs(const Group& group, SchoolId school, NetworkId network) const;
    /// The groups whose counts may have changed since they were last taken.
    std::set<Group> take_changed() { return std::exchange(changed_, {}); }

  private:
    void count(const Step& step, std::uint32_t by);
    void count_member(SchoolId school, ClusterId cluster, std::uint32_t by);

    std::map<IdBytes, std::vector<Step>> things_;
    std::map<SchoolId, std::map<NetworkId, OverdueCounts>> schools_;
    std::map<NetworkId, OverdueCounts> networks_;
    std::map<ClusterId, OverdueCounts> of_clusters_;
    std::map<ClusterId, NetworkId> networks_of_;
    std::map<ClusterId, std::set<SchoolId>> members_;
    std::map<SchoolId, std::set<ClusterId>> clusters_;
    std::set<Group> changed_;

    BOOST_DESCRIBE_CLASS(Overdue, (), (), (),
                         (things_, schools_, networks_, of_clusters_, networks_of_, members_,
                          clusters_, changed_))
};

}  // namespace commonweal::view
