#include "server/exchange/xlsx.hpp"

#include <utility>

#include "server/exchange/table_words.hpp"
#include "server/exchange/xlsx_package.hpp"
#include "server/exchange/xlsx_sheet.hpp"

namespace commonweal::exchange {
namespace {

/// Parts that a workbook may lack are named by nothing.
std::optional<std::string> read_if_named(ZipArchive& archive, const std::string& part,
                                         XmlHandler& handler) {
    if (part.empty()) return std::nullopt;
    return read_part(archive, part, handler);
}

TableRemark only_one_read(const Workbook& workbook) {
    return {.row = 0,
            .column = 0,
            .reason = "only the first worksheet, " + in_quotes(workbook.sheet_name) +
                      ", was read: " + grouped(workbook.other_visible) +
                      (workbook.other_visible == 1 ? " other was not" : " others were not")};
}

}  // namespace

std::expected<Table, std::string> read_xlsx(std::string_view bytes, const TableLimits& limits) {
    auto archive = ZipArchive::open(bytes, {.entries_max = limits.archive_entries_max,
                                            .unpacked_bytes_max = limits.unpacked_bytes_max});
    if (!archive) return std::unexpected(std::move(archive.error()));
    const auto workbook = find_workbook(*archive);
    if (!workbook) return std::unexpected(workbook.error());

    SharedStrings strings;
    if (auto wrong = read_if_named(*archive, workbook->shared_strings_part, strings))
        return std::unexpected(std::move(*wrong));
    CellFormats formats;
    if (auto wrong = read_if_named(*archive, workbook->styles_part, formats))
        return std::unexpected(std::move(*wrong));

    TableBuilder table{limits};
    SheetReader sheet{strings, formats, workbook->days, table};
    if (auto wrong = read_part(*archive, workbook->sheet_part, sheet))
        return std::unexpected(std::move(*wrong));
    sheet.finish();
    if (workbook->other_visible > 0) table.note(only_one_read(*workbook));
    return table.finish("the worksheet " + in_quotes(workbook->sheet_name));
}

}  // namespace commonweal::exchange
