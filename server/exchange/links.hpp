#pragma once
// The register's list of links: which school came from which.

#include <functional>

#include "server/app/commands.hpp"
#include "server/exchange/columns.hpp"

namespace commonweal::exchange {

struct LinkRow {
    std::size_t row = 0;  ///< the line of the file that says it
    school::Link link;
};

struct LinksRead {
    std::vector<LinkRow> links;  ///< each pair once, in the order of the schools that followed
    ImportResult told;           ///< what was rejected or passed over
};

/// The register says each link from both sides. The error is for a table that is no list of links.
std::expected<LinksRead, std::string> read_links(const Table& table);

/// Those of schools that are here, and of the schools that those came from, however far back. A
/// school that is here and was followed by one that is not is told in `told`.
std::vector<LinkRow> of_those_here(const LinksRead& read, const std::function<bool(SchoolId)>& here,
                                   ImportResult& told);

void put_link(app::Transaction& t, const LinkRow& row, ImportResult& counted);

}  // namespace commonweal::exchange
