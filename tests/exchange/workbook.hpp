#pragma once
// Workbooks that are made in memory, for what no spreadsheet program would write.

#include <cstdint>
#include <string>
#include <vector>

namespace commonweal::exchange {

struct ArchiveFile {
    std::string name;
    std::string content;
    std::int32_t method = 8;  ///< as in zip.h: 8 is Deflate
    bool encrypted = false;
};

/// A ZIP archive.
std::string archive_of(const std::vector<ArchiveFile>& files);

/// The parts of a workbook with one worksheet. Empty parts are left out.
struct WorkbookParts {
    std::string sheet;    ///< what stands in <worksheet>
    std::string strings;  ///< what stands in <sst>
    std::string styles;   ///< what stands in <styleSheet>
    std::string properties;
    std::string sheets = R"(<sheet name="List" sheetId="1" r:id="rId1"/>)";

    std::vector<ArchiveFile> files() const;
    std::string bytes() const { return archive_of(files()); }
};

/// A workbook whose worksheet holds these rows, given as <row> elements.
std::string workbook_of_rows(const std::string& rows);

/// A file of tests/exchange/tables.
std::string table_file(const std::string& name);

}  // namespace commonweal::exchange
