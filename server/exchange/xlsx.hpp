#pragma once
// Reads the first visible worksheet of an Excel workbook (.xlsx, ECMA-376, transitional or strict).
// Pure functions of the bytes; how memory stays bounded is told in zip.hpp and xml.hpp.

#include "server/exchange/table.hpp"

namespace commonweal::exchange {

/// The error is as in read_table(): also for an archive that holds no workbook, or a broken one.
std::expected<Table, std::string> read_xlsx(std::string_view bytes, const TableLimits& limits);

}  // namespace commonweal::exchange
