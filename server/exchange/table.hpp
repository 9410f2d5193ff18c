#pragma once
// Reads a list that somebody pastes or uploads into one plain table: CSV, text that was copied from
// a spreadsheet, or an Excel workbook (.xlsx). What the columns mean is decided elsewhere.
//
// Pure functions of the bytes: nothing is written to a disk, any thread may call them. Memory stays
// within about 150 MB at the default limits, time within a few seconds: not for a thread that
// serves connections. What a list is, is told from its content, not from a name or a media type.

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace commonweal::exchange {

/// What may be read. A file beyond a limit is refused, but for a row or cell that is too long
/// alone.
struct TableLimits {
    std::size_t bytes_max = 8 * 1024 * 1024;  ///< of the file
    /// Of those parts of a workbook that are read, together.
    std::size_t unpacked_bytes_max = 64 * 1024 * 1024;
    std::size_t archive_entries_max = 2'000;  ///< of a workbook
    std::size_t rows_max = 20'000;            ///< below the headings, without blank ones
    std::size_t columns_max = 64;
    std::size_t cell_bytes_max = 4 * 1024;
    std::size_t text_bytes_max = 32 * 1024 * 1024;  ///< of all cells together
    std::size_t problems_max = 1'000;
    std::size_t notes_max = 100;  ///< there is no more said after these
};

/// What is to be said about a row or a cell.
struct TableRemark {
    std::size_t row = 0;     ///< as in TableRow; 0 where it concerns the whole list
    std::size_t column = 0;  ///< from 1; 0 where it concerns the whole row
    std::string reason;      ///< a sentence in plain English, without a full stop
};

struct TableRow {
    std::size_t row = 0;  ///< the line on which it begins, or the worksheet's row, from 1
    std::vector<std::string> cells;  ///< as many as there are headings
};

/// Headings and cells are UTF-8 without control characters and without space around them; what is
/// not there is empty. A date of a worksheet is YYYY-MM-DD, a time of day HH:MM, a truth value TRUE
/// or FALSE, a number as a spreadsheet shows it without a format: "0.3", "1179", "-2.5".
struct Table {
    /// For people: "the worksheet 'Members'", "text separated by tabs, in UTF-8".
    std::string source;
    std::size_t header_row = 0;       ///< as in TableRow
    std::vector<std::string> header;  ///< no two the same; empty where a column has no heading
    std::vector<TableRow> rows;  ///< those that could be read, in order; blank ones are not there
    std::vector<TableRemark> problems;  ///< why the others could not be read, in order
    std::vector<TableRemark> notes;     ///< what to know of rows that could: formulas, hidden rows
};

/// The error is for a list that cannot be used at all, and says in a sentence why and what to do.
/// The first row that is not blank holds the headings.
std::expected<Table, std::string> read_table(std::string_view bytes,
                                             const TableLimits& limits = {});

}  // namespace commonweal::exchange
