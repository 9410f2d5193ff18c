#pragma once
// Finds the parts of an Excel workbook in its archive, by the relationships that lead to them (Open
// Packaging Conventions, ECMA-376 part 2).

#include <expected>
#include <optional>
#include <string>

#include "server/exchange/xlsx_numbers.hpp"
#include "server/exchange/xml.hpp"
#include "server/exchange/zip.hpp"

namespace commonweal::exchange {

/// What is needed to read the first visible worksheet.
struct Workbook {
    std::string sheet_name;
    std::string sheet_part;           ///< where in the archive: "xl/worksheets/sheet1.xml"
    std::string shared_strings_part;  ///< empty where there is none
    std::string styles_part;          ///< empty where there is none
    std::size_t other_visible = 0;    ///< worksheets that are visible, too
    DaySystem days = DaySystem::from_1900;
};

/// The error says in a sentence why there is nothing to read.
std::expected<Workbook, std::string> find_workbook(ZipArchive& archive);

/// Lets the handler read a part; returns what went wrong, if anything did, in a sentence.
std::optional<std::string> read_part(ZipArchive& archive, const std::string& part,
                                     XmlHandler& handler);

}  // namespace commonweal::exchange
