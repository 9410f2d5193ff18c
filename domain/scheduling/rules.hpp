#pragma once
// Which rules block that a school reviews a host.

#include "domain/scheduling/instance.hpp"

namespace commonweal::scheduling {

/// A set of rules: the bit of each is its number.
using BlockedBy = std::uint32_t;

constexpr BlockedBy bit(Blocking rule) {
    return BlockedBy{1} << static_cast<unsigned>(rule);
}
/// The one under which a candidate is counted; the set is not empty.
Blocking first_of(BlockedBy rules);
std::vector<Blocking> list_of(BlockedBy rules);

/// What schools may do by themselves, computed once for all pairings of an instance.
class PairingRules {
  public:
    explicit PairingRules(const Instance& instance);

    /// All rules that block that the giver reviews the host; 0: it may. The two are not the same.
    /// In pairs and triads the way back counts as well.
    BlockedBy blocked(SchoolNumber giver, SchoolNumber host) const;

    /// The windows in which the giver can send what it has to send to the host.
    WindowSet windows(SchoolNumber giver, SchoolNumber host) const;
    /// Those in which it can send somebody who leads the team.
    WindowSet lead_windows(SchoolNumber giver, SchoolNumber host) const;

  private:
    /// What a school can send, leaving out who has declared a conflict with a host.
    struct Sends {
        bool has_lead = false;
        bool enough = false;
        WindowSet windows;  ///< enough people there, with one who leads where that is needed
        WindowSet lead;     ///< somebody there who may lead
    };
    Sends sends(SchoolNumber giver, const SchoolNumber* host) const;
    bool in_conflict(SchoolNumber giver, SchoolNumber host) const;
    BlockedBy one_way(SchoolNumber giver, SchoolNumber host) const;
    BlockedBy by_people(SchoolNumber giver, SchoolNumber host) const;
    BlockedBy by_place(const Member& giver, const Member& host) const;

    const Instance& instance_;
    bool lead_needed_;  ///< from each school that reviews
    bool return_needed_;
    std::vector<Sends> sends_;  ///< of each school, to a host with whom nobody is in conflict
};

}  // namespace commonweal::scheduling
