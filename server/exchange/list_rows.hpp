#pragma once
// What a row of each kind of list asks for.

#include "server/app/commands.hpp"
#include "server/exchange/columns.hpp"
#include "server/exchange/lists.hpp"

namespace commonweal::exchange {

/// A row's command, and the row in words.
struct RowMeaning {
    app::Decide decide;
    std::string says;
    std::string key;  ///< the same for all rows that mean the same; empty: the state tells
};
/// Where a row is at fault, in a sentence.
struct RowFault {
    std::string column;
    std::string reason;
};

/// The first of the columns that this kind of list must have and the table lacks; empty: none.
std::string missing_column(const Columns& columns, ListKind kind);

class RowReader {
  public:
    RowReader(app::App& app, const Columns& columns, const ListAsk& ask)
        : app_(&app), columns_(&columns), ask_(&ask) {}

    std::expected<RowMeaning, RowFault> read(const TableRow& row) const;

  private:
    using Read = std::expected<RowMeaning, RowFault>;
    Read member(const TableRow& row) const;
    Read person(const TableRow& row) const;
    Read visit(const TableRow& row) const;
    Read review(const TableRow& row) const;
    Read partnership(const TableRow& row) const;

    std::expected<SchoolId, RowFault> school(const TableRow& row, const char* column) const;
    std::expected<Day, RowFault> day(const TableRow& row, const char* column) const;
    std::expected<std::string, RowFault> theme(const TableRow& row, const char* column) const;
    std::string name(SchoolId school) const;
    std::string text(const TableRow& row, const char* column) const {
        return std::string(columns_->cell(row, column));
    }

    app::App* app_;
    const Columns* columns_;
    const ListAsk* ask_;
};

}  // namespace commonweal::exchange
