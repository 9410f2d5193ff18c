#pragma once
// The ledger of giving and receiving as the API shows it.

#include "projections/ledger/ledger.hpp"

namespace commonweal::api {

struct LedgerView {
    Day from{};
    Day to{};
    std::vector<view::LedgerRow> rows;                   ///< in the order of names
    std::optional<std::vector<view::LedgerLine>> lines;  ///< of one school, newest first
    bool complete = true;          ///< false: there are more lines than are given
    std::vector<std::string> may;  ///< the commands that this reader may give for that school
};
BOOST_DESCRIBE_STRUCT(LedgerView, (), (from, to, rows, lines, complete, may))

}  // namespace commonweal::api
