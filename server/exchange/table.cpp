#include "server/exchange/table.hpp"

#include "server/exchange/table_text.hpp"
#include "server/exchange/table_words.hpp"
#include "server/exchange/xlsx.hpp"

namespace commonweal::exchange {
namespace {

using namespace std::string_view_literals;

/// A file that begins so is an archive, also an empty one.
bool is_zip(std::string_view bytes) {
    return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

/// The container of Excel up to 2003, in which newer Excel puts a workbook with a password.
bool is_ole(std::string_view bytes) {
    return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
}

std::string why_no_ole(std::string_view bytes) {
    constexpr auto encrypted =
        "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;  // UTF-16, as its folder has it
    if (bytes.find(encrypted) != std::string_view::npos)
        return "the workbook is protected by a password: save it without one, or as CSV";
    return "it is a workbook of Excel 2003 or older (.xls): save it as .xlsx or CSV";
}

}  // namespace

std::expected<Table, std::string> read_table(std::string_view bytes, const TableLimits& limits) {
    if (bytes.size() > limits.bytes_max)
        return std::unexpected("the file is larger than " + size_in_words(limits.bytes_max) +
                               ": split it into several files");
    if (is_zip(bytes)) return read_xlsx(bytes, limits);
    if (is_ole(bytes)) return std::unexpected(why_no_ole(bytes));
    return read_text_table(bytes, limits);
}

}  // namespace commonweal::exchange
