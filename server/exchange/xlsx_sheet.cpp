#include "server/exchange/xlsx_sheet.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "domain/core/time.hpp"
#include "server/exchange/register_columns.hpp"
#include "server/exchange/table_words.hpp"

namespace commonweal::exchange {
namespace {

// The format's own bounds (Excel specifications and limits).
constexpr std::size_t last_row = 1'048'576;
constexpr std::size_t last_column = 16'384;

constexpr auto out_of_order =
    "the worksheet is damaged, its cells are not in order: open it in a "
    "spreadsheet program and save it again";

/// None where it is no number.
std::optional<std::size_t> number_in(std::string_view text) {
    std::size_t number = 0;
    const auto* end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || at != end) return std::nullopt;
    return number;
}

struct Place {
    std::size_t row = 0, column = 0;
};

/// "AB12"; none where it is no cell that a worksheet can have.
std::optional<Place> place_in(std::string_view name) {
    std::size_t column = 0;
    std::size_t letters = 0;
    for (; letters < name.size() && name[letters] >= 'A' && name[letters] <= 'Z'; ++letters)
        if (column = column * 26 + static_cast<std::size_t>(name[letters] - 'A') + 1;
            column > last_column)
            return std::nullopt;
    const auto row = number_in(name.substr(letters));
    if (letters == 0 || !row || *row == 0 || *row > last_row) return std::nullopt;
    return Place{*row, column};
}

}  // namespace

void SheetReader::begin(std::string_view name, const XmlAttributes& attributes) {
    if (in_cell_) return begin_in_cell(name);
    if (name == "sheetData") in_rows_ = true;
    if (in_rows_ && name == "row") begin_row(attributes);
    if (in_row_ && name == "c") begin_cell(attributes);
    if (!in_rows_ && name == "mergeCell") begin_merge(attributes);
}

/// A row and a cell may leave out where they stand: then it is after the one before.
void SheetReader::begin_row(const XmlAttributes& attributes) {
    const auto named = attributes["r"];
    const auto row = named.empty() ? row_ + 1 : number_in(named).value_or(0);
    if (row <= row_ || row > last_row) return refuse(out_of_order);
    row_ = row;
    column_ = 0;
    row_hidden_ = attributes["hidden"] == "1" || attributes["hidden"] == "true";
    in_row_ = true;
}

void SheetReader::begin_cell(const XmlAttributes& attributes) {
    const auto named = attributes["r"];
    const auto place = named.empty() ? Place{row_, column_ + 1} : place_in(named).value_or(Place{});
    if (place.row != row_ || place.column <= column_ || place.column > last_column)
        return refuse(out_of_order);
    column_ = place.column;
    cell_.type = attributes["t"];
    cell_.style = number_in(attributes["s"]).value_or(0);
    cell_.value.clear();
    cell_.inline_text.clear();
    cell_.formula = false;
    in_cell_ = true;
}

void SheetReader::begin_in_cell(std::string_view name) {
    if (name == "v") in_value_ = true;
    if (name == "f") cell_.formula = true;
    cell_.inline_text.begin(name);
}

void SheetReader::begin_merge(const XmlAttributes& attributes) {
    const auto range = attributes["ref"];
    const auto colon = std::min(range.find(':'), range.size());
    const auto first = place_in(range.substr(0, colon));
    const auto last = place_in(range.substr(std::min(colon + 1, range.size())));
    if (first && last) merges_.push_back({first->row, first->column, last->row, last->column});
}

void SheetReader::text(std::string_view part) {
    if (in_value_) cell_.value += part;
    if (in_cell_) cell_.inline_text.text(part);
    if (cell_.inline_text.is_too_long() || cell_.value.size() > raw_text_bytes_max)
        refuse(raw_text_too_long);
}

void SheetReader::end(std::string_view name) {
    if (in_cell_) {
        cell_.inline_text.end(name);
        if (name == "v") in_value_ = false;
        if (name == "c") end_cell();
        return;
    }
    if (in_row_ && name == "row") end_row();
    if (name == "sheetData") in_rows_ = in_row_ = false;
}

void SheetReader::end_cell() {
    in_cell_ = in_value_ = false;
    auto text = cell_text();
    if (cell_.formula) see_formula();
    if (!text)
        problems_.push_back({row_, column_, std::move(text.error())});
    else if (!text->empty())
        cells_.push_back({column_, *std::move(text)});
}

void SheetReader::end_row() {
    in_row_ = false;
    if (row_hidden_ && !cells_.empty() && ++hidden_rows_ == 1) first_hidden_ = row_;
    table_.take(row_, std::exchange(cells_, {}), std::exchange(problems_, {}));
    if (!table_.refusal().empty()) refuse(table_.refusal());
}

/// The types of a cell: ECMA-376 part 1, 18.18.11.
SheetReader::CellText SheetReader::cell_text() const {
    if (cell_.type == "inlineStr") return cell_.inline_text.tidied();
    if (cell_.type == "str") return tidy(unescaped(cell_.value));
    const std::string value = tidy(cell_.value);
    if (value.empty() && cell_.formula)
        return std::unexpected(
            "the formula has no value yet: open the workbook in a spreadsheet "
            "program and save it again");
    if (value.empty()) return std::string{};
    if (cell_.type == "s") return shared_text();
    if (cell_.type == "b") return value == "0" || value == "false" ? "FALSE" : "TRUE";
    if (cell_.type == "e") return std::unexpected(why_error_value(value));
    if (cell_.type == "d") return parse_day(value.substr(0, 10)) ? value.substr(0, 10) : value;
    return number_text(value, formats_.at(cell_.style), days_);
}

SheetReader::CellText SheetReader::shared_text() const {
    const auto index = number_in(tidy(cell_.value));
    const auto text = index ? strings_.at(*index) : std::nullopt;
    if (!text) return std::unexpected("the text of this cell is not in the workbook");
    return std::string{*text};
}

/// Formulas mostly fill a column downward: one note says so for all rows without a gap.
void SheetReader::see_formula() {
    const auto [rows, added] = formulas_.try_emplace(column_, Rows{row_, row_});
    if (added) return;
    if (row_ > rows->second.last + 1) {
        note_formulas(column_, rows->second);
        rows->second.first = row_;
    }
    rows->second.last = row_;
}

void SheetReader::note_formulas(std::size_t column, const Rows& rows) {
    const auto first = cell_name(rows.first, column);
    const auto cells =
        rows.first == rows.last
            ? "cell " + first + " holds a formula"
            : "cells " + first + " to " + cell_name(rows.last, column) + " hold formulas";
    table_.note({rows.first, column, cells + ": what was last worked out is taken"});
}

void SheetReader::note_hidden_rows() {
    if (hidden_rows_ == 0) return;
    table_.note({first_hidden_, 0,
                 hidden_rows_ == 1 ? "this row is hidden, and is read like the others"
                                   : grouped(hidden_rows_) +
                                         " rows are hidden, this one first, and are read like "
                                         "the others"});
}

void SheetReader::finish() {
    for (const CellRange& range : merges_) table_.merged(range);
    for (const auto& [column, rows] : formulas_) note_formulas(column, rows);
    note_hidden_rows();
}

}  // namespace commonweal::exchange
