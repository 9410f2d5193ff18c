#pragma once
// The register's list of which school is in which group (trust, federation, sponsor).

#include "server/app/commands.hpp"
#include "server/exchange/columns.hpp"

namespace commonweal::exchange {

struct GroupsRead {
    std::vector<school::RegisterGroups> schools;  ///< in the order of their URNs
    ImportResult told;                            ///< what was rejected or passed over
};

/// The error is for a table that is no such list.
std::expected<GroupsRead, std::string> read_groups(const Table& table);

void put_groups(app::Transaction& t, const school::RegisterGroups& row, ImportResult& counted);

}  // namespace commonweal::exchange
