#pragma once
// A small network to measure on: schools, a lead for each, one network.

#include "server/main/program.hpp"

namespace commonweal::bench {

struct Network {
    NetworkId network;
    ClusterId cluster;
    std::vector<SchoolId> schools;
    std::vector<PersonId> leads;  ///< of the school at the same index
};

/// Registers the schools and gives each a lead, by the commands that everybody uses.
/// Their numbers begin with `first_number`.
Network make_network(app::App& app, std::size_t schools, std::uint32_t first_number = 100'000);

/// Asks for a visit between two of them, the guest chosen by `number`.
app::Decide ask_for_visit(app::App& app, const Network& network, std::uint64_t number,
                          std::string note = {});
app::Ask ask_as(app::App& app, PersonId person);

}  // namespace commonweal::bench
