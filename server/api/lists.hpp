#pragma once
// Lists that were brought along, as the API shows what became of them.

#include "server/exchange/lists.hpp"

namespace commonweal::api {

struct ListRowView {
    std::uint64_t row = 0;  ///< the line of the list, or the worksheet's row
    std::string says;       ///< the row in words
    exchange::RowOutcome outcome = exchange::RowOutcome::created;
    std::optional<std::string> column;  ///< where it is at fault
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(ListRowView, (), (row, says, outcome, column, reason))

/// A dry run says what would become of the rows.
struct ListResult {
    std::string source;  ///< for people: "the worksheet 'Members'"
    std::uint64_t created = 0, unchanged = 0, rejected = 0;
    std::vector<ListRowView> rows;
    std::vector<exchange::RejectedRow> notes;
};
BOOST_DESCRIBE_STRUCT(ListResult, (), (source, created, unchanged, rejected, rows, notes))

}  // namespace commonweal::api
