#pragma once
// A table in the words of a test.

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "server/exchange/table.hpp"

namespace commonweal::exchange {

using Cells = std::vector<std::string>;
using Rows = std::vector<Cells>;
using Numbers = std::vector<std::size_t>;
using Words = std::vector<std::string>;

inline Table read(const std::string& bytes, const TableLimits& limits = {}) {
    auto table = read_table(bytes, limits);
    INFO((table ? std::string{} : table.error()));
    REQUIRE(table.has_value());
    return *std::move(table);
}

/// Why the bytes are no table.
inline std::string refusal(const std::string& bytes, const TableLimits& limits = {}) {
    const auto table = read_table(bytes, limits);
    REQUIRE_FALSE(table.has_value());
    return table.error();
}

inline Rows cells(const Table& table) {
    Rows rows;
    for (const TableRow& row : table.rows) rows.push_back(row.cells);
    return rows;
}

inline Numbers row_numbers(const Table& table) {
    Numbers numbers;
    for (const TableRow& row : table.rows) numbers.push_back(row.row);
    return numbers;
}

inline Words said(const std::vector<TableRemark>& remarks) {
    Words all;
    for (const TableRemark& remark : remarks) {
        const std::string column =
            remark.column == 0 ? "" : ", column " + std::to_string(remark.column);
        all.push_back("row " + std::to_string(remark.row) + column + ": " + remark.reason);
    }
    return all;
}

inline Words problems(const Table& table) {
    return said(table.problems);
}
inline Words notes(const Table& table) {
    return said(table.notes);
}

}  // namespace commonweal::exchange
