#pragma once
// Reads a list that is text, in the encodings and with the separators that spreadsheets write. Pure
// functions.

#include "server/exchange/table.hpp"

namespace commonweal::exchange {

/// UTF-8 with or without a byte order mark, UTF-16 with one (Excel's "Unicode Text"), or else
/// Windows-1252. Tabs separate if the headings have one, else commas or semicolons, whichever are
/// more there; quotation marks as in csv.hpp. The error is as in read_table().
std::expected<Table, std::string> read_text_table(std::string_view bytes,
                                                  const TableLimits& limits);

}  // namespace commonweal::exchange
