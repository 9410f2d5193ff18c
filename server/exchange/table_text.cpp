#include "server/exchange/table_text.hpp"

#include <spanstream>
#include <utility>

#include "server/exchange/csv.hpp"
#include "server/exchange/register_columns.hpp"
#include "server/exchange/table_builder.hpp"
#include "server/exchange/text.hpp"
#include "server/exchange/utf16.hpp"

namespace commonweal::exchange {
namespace {

struct Text {
    std::string utf8;
    std::string encoding;  ///< for people
};

Text decode(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE"))
        return {utf16_to_utf8(bytes.substr(2), ByteOrder::little_endian), "UTF-16"};
    if (bytes.starts_with("\xFE\xFF"))
        return {utf16_to_utf8(bytes.substr(2), ByteOrder::big_endian), "UTF-16"};
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const Encoding encoding = is_utf8(bytes) ? Encoding::utf8 : Encoding::windows_1252;
    return {to_utf8(bytes, encoding), std::string{to_text(encoding)}};
}

/// Looks at the first line that is not empty, as far as quotation marks let it go.
char separator_of(std::string_view text) {
    std::size_t commas = 0;
    std::size_t semicolons = 0;
    bool quoted = false;
    text.remove_prefix(std::min(text.find_first_not_of("\r\n"), text.size()));
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\t') return '\t';
        if (c == '\n' || c == '\r') break;
        commas += c == ',' ? 1 : 0;
        semicolons += c == ';' ? 1 : 0;
    }
    return semicolons > commas ? ';' : ',';
}

std::string plural_of(char separator) {
    return separator == '\t' ? "tabs" : separator == ';' ? "semicolons" : "commas";
}

/// Why it is no list, though it may look like text; empty where it may be one.
std::string why_no_list(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return "the file is empty";
    if (text.starts_with("%PDF-"))
        return "it is a PDF: give the list that it was made from, saved as .xlsx or CSV";
    if (text[first] == '<')
        return "it is a web page or XML: open it in a spreadsheet program and save it as .xlsx or "
               "CSV";
    if (text.find('\0') != std::string_view::npos)
        return "it is neither text nor an Excel workbook: save the list as .xlsx or CSV";
    return {};
}

void take_row(const CsvReader& csv, TableBuilder& table) {
    if (const auto& problem = csv.problem())
        return table.take(csv.line(), {}, {{csv.line(), problem->column, problem->reason}});
    std::vector<PlacedText> cells;
    for (std::size_t i = 0; i < csv.size(); ++i)
        if (std::string text = tidy(csv.field(i)); !text.empty())
            cells.push_back({.column = i + 1, .text = std::move(text)});
    table.take(csv.line(), std::move(cells));
}

}  // namespace

std::expected<Table, std::string> read_text_table(std::string_view bytes,
                                                  const TableLimits& limits) {
    const Text text = decode(bytes);
    if (auto why = why_no_list(text.utf8); !why.empty()) return std::unexpected(std::move(why));
    const char separator = separator_of(text.utf8);
    std::ispanstream input{std::span{text.utf8}};
    CsvReader csv{input, {}, separator};
    TableBuilder table{limits};
    while (table.refusal().empty() && csv.next()) take_row(csv, table);
    return table.finish("text separated by " + plural_of(separator) + ", in " + text.encoding);
}

}  // namespace commonweal::exchange
