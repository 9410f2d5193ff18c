#pragma once
// The columns of a table by their headings.

#include <optional>

#include "server/exchange/import_result.hpp"
#include "server/exchange/table.hpp"

namespace commonweal::exchange {

class Columns {
  public:
    explicit Columns(const Table& table);

    /// Where a heading stands, whatever its case; none: nowhere.
    std::optional<std::size_t> find(std::string_view heading) const;
    /// The first of these headings that the table lacks; empty: none.
    std::string missing(std::initializer_list<std::string_view> headings) const;
    /// The cell of a row under a heading; empty where there is no such column.
    std::string_view cell(const TableRow& row, std::string_view heading) const;
    /// A remark about a row as a row that was rejected.
    RejectedRow rejected(const TableRemark& remark) const;

  private:
    const Table* table_;
    std::vector<std::string> headings_;  ///< in small letters
};

}  // namespace commonweal::exchange
