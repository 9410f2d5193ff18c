#pragma once
// Makes a table of rows as they come, whatever they come from: keeps its bounds, finds the
// headings, and keeps apart the rows that cannot be used.
//
// Owner: the reader of one list, for as long as it reads. One thread.
// Failure: what is wrong with a row becomes its problem; what is wrong with the list is a refusal,
// which finish() hands out. After a refusal nothing more is taken.

#include <expected>
#include <string>
#include <vector>

#include "server/exchange/table.hpp"

namespace commonweal::exchange {

/// A cell that is not blank, where it stands in its row.
struct PlacedText {
    std::size_t column = 0;  ///< from 1
    std::string text;        ///< tidy
};

/// A rectangle of cells; all four from 1 and within it.
struct CellRange {
    std::size_t first_row = 0, first_column = 0, last_row = 0, last_column = 0;
};

class TableBuilder {
  public:
    explicit TableBuilder(const TableLimits& limits) : limits_(limits) {}

    /// The next row: its cells in the order of columns, and what is known to be wrong with it. Rows
    /// come in order; a row without either is blank and passed over.
    void take(std::size_t row, std::vector<PlacedText> cells,
              std::vector<TableRemark> problems = {});
    /// Cells that were made one, told after all rows.
    void merged(const CellRange& range);
    void note(TableRemark remark);
    void refuse(std::string reason);

    /// Empty where nothing was refused.
    const std::string& refusal() const { return refusal_; }
    /// To be called once, at the end.
    std::expected<Table, std::string> finish(std::string source);

  private:
    void take_header(std::size_t row, const std::vector<PlacedText>& cells,
                     const std::vector<TableRemark>& problems);
    void refuse_same_headings();
    void check_cells(std::size_t row, const std::vector<PlacedText>& cells,
                     std::vector<TableRemark>& problems) const;
    void keep(std::size_t row, std::vector<PlacedText> cells);
    void add_problem(TableRemark problem);
    void refuse_what_is_missing_or_too_much();

    TableLimits limits_;
    Table table_;  ///< rows with problems are there until finish(), without cells
    std::vector<std::size_t> spoilt_;  ///< the rows with problems; some more than once
    std::size_t rows_seen_ = 0;        ///< below the headings; counted beyond the limit, too
    std::size_t text_bytes_ = 0;
    std::string refusal_;
};

}  // namespace commonweal::exchange
