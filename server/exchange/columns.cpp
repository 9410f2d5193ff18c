#include "server/exchange/columns.hpp"

#include <algorithm>

#include "domain/core/text.hpp"

namespace commonweal::exchange {

Columns::Columns(const Table& table) : table_(&table) {
    for (const auto& heading : table.header) headings_.push_back(small_letters(heading));
}

std::optional<std::size_t> Columns::find(std::string_view heading) const {
    const auto found = std::ranges::find(headings_, small_letters(heading));
    if (found == headings_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - headings_.begin());
}

std::string Columns::missing(std::initializer_list<std::string_view> headings) const {
    for (const auto heading : headings)
        if (!find(heading)) return std::string(heading);
    return {};
}

std::string_view Columns::cell(const TableRow& row, std::string_view heading) const {
    const auto column = find(heading);
    return column ? std::string_view(row.cells[*column]) : std::string_view();
}

RejectedRow Columns::rejected(const TableRemark& remark) const {
    const auto& header = table_->header;
    const bool named = remark.column > 0 && remark.column <= header.size();
    return {remark.row, named ? header[remark.column - 1] : "the row", remark.reason};
}

}  // namespace commonweal::exchange
