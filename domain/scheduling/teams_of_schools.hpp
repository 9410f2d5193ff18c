#pragma once
// Where a team is of several schools: which of a host's reviewing schools go together.
//
// Owner: Rotation.

#include "domain/scheduling/rules.hpp"

namespace commonweal::scheduling {

/// Teams of so many schools each, in order, each with one that can send a lead and with windows in
/// which all can. Schools that are left over are in none.
std::vector<std::vector<SchoolNumber>> teams_of_schools(const PairingRules& rules,
                                                        const std::vector<Pairing>& of_host,
                                                        std::uint32_t size);

}  // namespace commonweal::scheduling
