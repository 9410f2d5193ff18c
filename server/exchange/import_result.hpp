#pragma once
// What became of a file that was taken in.

#include <cstdint>
#include <string>
#include <vector>

#include "domain/core/describe.hpp"

namespace commonweal::exchange {

struct RejectedRow {
    std::uint64_t row = 0;  ///< the line of the file
    std::string column;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RejectedRow, (), (row, column, reason))

/// How many rows (of the register: schools) each thing happened to.
struct ImportResult {
    std::uint64_t created = 0, updated = 0, closed = 0, unchanged = 0;
    std::uint64_t passed_over = 0;  ///< that are about something else, or schools that are not here
    std::vector<RejectedRow> rejected;
};
BOOST_DESCRIBE_STRUCT(ImportResult, (),
                      (created, updated, closed, unchanged, passed_over, rejected))

}  // namespace commonweal::exchange
