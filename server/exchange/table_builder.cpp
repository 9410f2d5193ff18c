#include "server/exchange/table_builder.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "server/exchange/table_words.hpp"

namespace commonweal::exchange {
namespace {

/// Letters of ASCII without their case: "E-Mail" and "e-mail" would be one column to whoever reads.
std::string without_case(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

std::string place(const TableRemark& remark) {
    std::string words = "row " + grouped(remark.row);
    return remark.column == 0 ? words : words + ", column " + std::to_string(remark.column);
}

std::string merged_cells(const CellRange& range) {
    return "cells " + cell_name(range.first_row, range.first_column) + " to " +
           cell_name(range.last_row, range.last_column) + " are merged: ";
}

}  // namespace

void TableBuilder::take(std::size_t row, std::vector<PlacedText> cells,
                        std::vector<TableRemark> problems) {
    if (!refusal_.empty() || (cells.empty() && problems.empty())) return;
    if (table_.header_row == 0) return take_header(row, cells, problems);
    if (++rows_seen_ > limits_.rows_max) return;
    check_cells(row, cells, problems);
    if (!problems.empty()) cells.clear();
    keep(row, std::move(cells));
    for (TableRemark& problem : problems) add_problem(std::move(problem));
}

void TableBuilder::take_header(std::size_t row, const std::vector<PlacedText>& cells,
                               const std::vector<TableRemark>& problems) {
    std::vector<TableRemark> all = problems;
    const std::size_t columns = cells.empty() ? 0 : cells.back().column;
    if (columns > limits_.columns_max)
        return refuse("it has more than " + grouped(limits_.columns_max) +
                      " columns: keep only those that are needed");
    table_.header_row = row;
    table_.header.resize(columns);
    check_cells(row, cells, all);
    if (!all.empty())
        return refuse("the headings cannot be read (" + place(all.front()) +
                      "): " + all.front().reason);
    for (const PlacedText& cell : cells) table_.header[cell.column - 1] = cell.text;
    refuse_same_headings();
}

void TableBuilder::refuse_same_headings() {
    std::unordered_map<std::string, std::size_t> columns;
    for (std::size_t i = 0; i < table_.header.size(); ++i) {
        if (table_.header[i].empty()) continue;
        const auto [first, added] = columns.try_emplace(without_case(table_.header[i]), i + 1);
        if (added) continue;
        return refuse("columns " + std::to_string(first->second) + " and " + std::to_string(i + 1) +
                      " have the same heading, " + in_quotes(table_.header[i]) +
                      ": give each one of its own");
    }
}

void TableBuilder::check_cells(std::size_t row, const std::vector<PlacedText>& cells,
                               std::vector<TableRemark>& problems) const {
    for (const PlacedText& cell : cells) {
        if (cell.column > table_.header.size()) {
            problems.push_back(
                {row, cell.column,
                 "there is no heading above this cell in row " + grouped(table_.header_row)});
            return;  // what follows stands even further to the right
        }
        if (cell.text.size() > limits_.cell_bytes_max)
            problems.push_back(
                {row, cell.column,
                 "the text is longer than " + size_in_words(limits_.cell_bytes_max)});
        else if (is_error_value(cell.text))
            problems.push_back({row, cell.column, why_error_value(cell.text)});
    }
}

void TableBuilder::keep(std::size_t row, std::vector<PlacedText> cells) {
    TableRow kept{.row = row, .cells = {}};
    if (!cells.empty()) kept.cells.resize(table_.header.size());
    for (PlacedText& cell : cells) {
        text_bytes_ += cell.text.size();
        kept.cells[cell.column - 1] = std::move(cell.text);
    }
    table_.rows.push_back(std::move(kept));
    if (text_bytes_ > limits_.text_bytes_max)
        refuse("its cells hold more than " + size_in_words(limits_.text_bytes_max) +
               " of text: split it into several files");
}

void TableBuilder::add_problem(TableRemark problem) {
    if (table_.problems.size() >= limits_.problems_max)
        return refuse("there are more than " + grouped(limits_.problems_max) +
                      " problems with it, the first in " + place(table_.problems.front()) + ": " +
                      table_.problems.front().reason);
    spoilt_.push_back(problem.row);
    table_.problems.push_back(std::move(problem));
}

void TableBuilder::merged(const CellRange& range) {
    if (!refusal_.empty()) return;
    if (range.first_row <= table_.header_row && table_.header_row <= range.last_row)
        return refuse("the headings cannot be read, " + merged_cells(range) +
                      "write one heading over each column");
    const std::string reason = merged_cells(range) + (range.first_row == range.last_row
                                                          ? "write each value into its column"
                                                          : "write the value into each row");
    auto row = std::ranges::lower_bound(table_.rows, range.first_row, {}, &TableRow::row);
    for (; row != table_.rows.end() && row->row <= range.last_row && refusal_.empty(); ++row)
        add_problem({row->row, range.first_column, reason});
}

void TableBuilder::note(TableRemark remark) {
    if (table_.notes.size() < limits_.notes_max) table_.notes.push_back(std::move(remark));
}

void TableBuilder::refuse(std::string reason) {
    if (refusal_.empty()) refusal_ = std::move(reason);
}

void TableBuilder::refuse_what_is_missing_or_too_much() {
    if (table_.header_row == 0) return refuse("all of its rows are blank");
    if (rows_seen_ == 0) return refuse("there are headings and no rows below them");
    if (rows_seen_ > limits_.rows_max)
        refuse("it has at least " + grouped(rows_seen_) + " rows, and " +
               grouped(limits_.rows_max) + " can be read at once: split it into several files");
}

std::expected<Table, std::string> TableBuilder::finish(std::string source) {
    refuse_what_is_missing_or_too_much();
    if (!refusal_.empty()) return std::unexpected(std::move(refusal_));
    std::ranges::sort(spoilt_);
    const auto is_spoilt = [&](const TableRow& row) {
        return std::ranges::binary_search(spoilt_, row.row);
    };
    std::erase_if(table_.rows, is_spoilt);
    const auto by_place = [](const TableRemark& remark) {
        return std::tie(remark.row, remark.column, remark.reason);
    };
    std::ranges::sort(table_.problems, {}, by_place);
    std::ranges::sort(table_.notes, {}, by_place);
    table_.source = std::move(source);
    return std::move(table_);
}

}  // namespace commonweal::exchange
