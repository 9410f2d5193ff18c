// Hostile lists: whatever the bytes, reading ends, stays within its bounds and hands out nothing
// but tidy UTF-8. The checksums of an archive keep the fuzzer from most of a workbook, so the bytes
// are also read as each of its parts.

#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>

#include "server/exchange/register_columns.hpp"
#include "server/exchange/table.hpp"
#include "server/exchange/text.hpp"
#include "server/exchange/xlsx_sheet.hpp"

namespace {

using namespace commonweal::exchange;

constexpr TableLimits limits{.bytes_max = 64 * 1024,
                             .unpacked_bytes_max = 256 * 1024,
                             .archive_entries_max = 16,
                             .rows_max = 32,
                             .columns_max = 8,
                             .cell_bytes_max = 64,
                             .text_bytes_max = 1024,
                             .problems_max = 16,
                             .notes_max = 8};

void must(bool holds) {
    if (!holds) std::abort();
}

void check_text(const std::string& text) {
    must(is_utf8(text));
    must(tidy(text) == text);
    must(text.size() <= limits.cell_bytes_max);
}

void check_remarks(const std::vector<TableRemark>& remarks) {
    std::size_t row_before = 0;
    for (const TableRemark& remark : remarks) {
        must(!remark.reason.empty() && is_utf8(remark.reason));
        must(remark.row >= row_before);
        row_before = remark.row;
    }
}

void check_rows(const Table& table) {
    std::size_t text_bytes = 0;
    std::size_t row_before = table.header_row;
    for (const TableRow& row : table.rows) {
        must(row.row > row_before);
        row_before = row.row;
        must(row.cells.size() == table.header.size());
        for (const std::string& cell : row.cells) {
            check_text(cell);
            text_bytes += cell.size();
        }
    }
    must(text_bytes <= limits.text_bytes_max);
}

void check(const std::expected<Table, std::string>& table) {
    if (!table) return must(!table.error().empty() && is_utf8(table.error()));
    must(is_utf8(table->source) && table->header_row > 0);
    must(!table->header.empty() && table->header.size() <= limits.columns_max);
    for (const std::string& heading : table->header) check_text(heading);
    must(table->rows.size() <= limits.rows_max && table->rows.size() + table->problems.size() > 0);
    must(table->problems.size() <= limits.problems_max);
    must(table->notes.size() <= limits.notes_max);
    check_rows(*table);
    check_remarks(table->problems);
    check_remarks(table->notes);
}

/// In two pieces, so that names and characters are cut in two as well.
bool read_as_xml(std::string_view bytes, XmlHandler& handler) {
    XmlReader xml{handler};
    const auto half = bytes.size() / 2;
    return !xml.take(bytes.substr(0, half)) && !xml.take(bytes.substr(half)) && !xml.finish();
}

void read_as_parts(std::string_view bytes) {
    SharedStrings strings;
    CellFormats formats;
    (void)read_as_xml(bytes, strings);
    (void)read_as_xml(bytes, formats);
    for (std::size_t i = 0; i < 4; ++i) must(is_utf8(std::string{strings.at(i).value_or("")}));
    TableBuilder table{limits};
    SheetReader sheet{strings, formats, DaySystem::from_1900, table};
    if (!read_as_xml(bytes, sheet)) return;
    sheet.finish();
    check(table.finish("the worksheet"));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    check(read_table(bytes, limits));
    read_as_parts(bytes);
    return 0;
}
