// Workbooks that are broken, or made to do harm.

#include <catch2/catch.hpp>

#include "server/exchange/table.hpp"
#include "tests/exchange/table_checks.hpp"
#include "tests/exchange/workbook.hpp"

namespace commonweal::exchange {
namespace {

const std::string good_rows =
    "<row><c t=\"str\"><v>a</v></c></row><row><c t=\"str\"><v>b</v></c></row>";

std::string with_sheet(const std::string& content) {
    auto files = WorkbookParts{}.files();
    files[3].content = content;
    return archive_of(files);
}

/// What is said of a part that is no XML that can be read.
std::string damaged(const std::string& part, const std::string& why) {
    return "the workbook is damaged (" + part + ", " + why +
           "): open it in a spreadsheet program and save it again";
}

std::string not_unpacked(const std::string& why) {
    return "the workbook is damaged and cannot be unpacked (" + why +
           "): open it in a spreadsheet program and save it again";
}

constexpr auto sheet_part = "xl/worksheets/sheet1.xml";
constexpr auto out_of_order =
    "the worksheet is damaged, its cells are not in order: open it in a spreadsheet program and "
    "save "
    "it again";

}  // namespace

TEST_CASE("Given a workbook cut short, when read, then it is refused at any length") {
    const std::string whole = table_file("members.xlsx");
    for (std::size_t size = 4; size < whole.size(); size += 97) {
        CAPTURE(size);
        CHECK(refusal(whole.substr(0, size)).starts_with("the workbook is damaged"));
    }
}

TEST_CASE("Given a workbook with a wrong byte, when read, then the checksum finds it") {
    auto files = WorkbookParts{}.files();
    files[3].content = "<worksheet><sheetData>" + good_rows + "</sheetData></worksheet>";
    files[3].method = 0;
    std::string bytes = archive_of(files);
    CHECK(cells(read(bytes)) == Rows{{"b"}});
    bytes[bytes.find("<v>b</v>") + 3] = 'c';
    CHECK(refusal(bytes) == not_unpacked("CRC error"));
}

TEST_CASE("Given a bomb, when read, then it is refused once it has unpacked to the bound") {
    auto files = WorkbookParts{}.files();
    files[3].content =
        "<worksheet><sheetData>" + std::string(65 * 1024 * 1024, ' ') + "</sheetData></worksheet>";
    const std::string bytes = archive_of(files);
    REQUIRE(bytes.size() < 1024 * 1024);
    const std::string bomb =
        "unpacked, the workbook is larger than 64 MB: split it into several files";
    CHECK(refusal(bytes) == bomb);
}

TEST_CASE("Given a bomb that says it is small, when read, then what comes out counts") {
    auto files = WorkbookParts{}.files();
    files[3].content = "<worksheet>" + std::string(100'000, ' ') + "</worksheet>";
    std::string bytes = archive_of(files);
    const std::uint32_t size = static_cast<std::uint32_t>(files[3].content.size());
    const std::string said{static_cast<char>(size & 0xFF), static_cast<char>(size >> 8 & 0xFF),
                           static_cast<char>(size >> 16 & 0xFF), '\0'};
    for (auto at = bytes.find(said); at != std::string::npos; at = bytes.find(said, at))
        bytes.replace(at, 4, std::string("\x01\0\0\0", 4));
    CHECK(refusal(bytes, {.unpacked_bytes_max = 50'000}) ==
          "unpacked, the workbook is larger than 50,000 bytes: split it into several files");
}

TEST_CASE("Given parts that are only together too large, when read, then they are refused") {
    WorkbookParts parts;
    parts.sheet = "<sheetData>" + good_rows + "</sheetData>";
    parts.strings = std::string(30'000, ' ');
    parts.styles = std::string(30'000, ' ');
    CHECK(read(parts.bytes(), {.unpacked_bytes_max = 70'000}).rows.size() == 1);
    CHECK(refusal(parts.bytes(), {.unpacked_bytes_max = 50'000}).starts_with("unpacked, "));
}

TEST_CASE("Given more files in a workbook than may be, when read, then it is refused") {
    auto files = WorkbookParts{}.files();
    files[3].content = "<worksheet><sheetData>" + good_rows + "</sheetData></worksheet>";
    CHECK(read(archive_of(files), {.archive_entries_max = 4}).rows.size() == 1);
    CHECK(refusal(archive_of(files), {.archive_entries_max = 3}) ==
          "the workbook consists of more than 3 files: copy the list into a new workbook");
}

TEST_CASE(
    "Given a part that is encrypted or packed in another way, when read, then it is refused") {
    auto files = WorkbookParts{}.files();
    files[3].encrypted = true;
    CHECK(refusal(archive_of(files)) == not_unpacked("it is not packed as Excel packs"));
    files[3].encrypted = false;
    files[3].method = 12;  // bzip2
    CHECK(refusal(archive_of(files)) == not_unpacked("it is not packed as Excel packs"));
}

TEST_CASE("Given a part that is named but not there, when read, then it is refused") {
    auto files = WorkbookParts{}.files();
    files[3].name = "xl/worksheets/other.xml";
    CHECK(refusal(archive_of(files)) == not_unpacked("there is no xl/worksheets/sheet1.xml"));
    files[3].name = sheet_part;
    files[1].name = "xl/_rels/other.rels";
    CHECK(refusal(archive_of(files)) == not_unpacked("there is no xl/_rels/workbook.xml.rels"));
}

TEST_CASE("Given a name that leads out of the archive, when read, then it is only not found") {
    auto files = WorkbookParts{}.files();
    auto& target = files[1].content;
    target.replace(target.find("worksheets/"), 11, "../../../../etc/");
    CHECK(refusal(archive_of(files)) == not_unpacked("there is no etc/sheet1.xml"));
}

TEST_CASE("Given XML that is not well-formed, when read, then it says where") {
    CHECK(refusal(with_sheet("<worksheet>\n<sheetData>")) ==
          damaged(sheet_part, "line 2: no element found"));
    CHECK(refusal(with_sheet("<worksheet>\xFF</worksheet>")) ==
          damaged(sheet_part, "line 1: not well-formed (invalid token)"));
}

TEST_CASE("Given a list that is refused, when read, then nothing after that is looked at") {
    CHECK(refusal(with_sheet("<w><sheetData><row><c t=\"b\"><v>1</v></c><c t=\"b\"><v>1</v></c>"
                             "</row></nonsense>")) ==
          "columns 1 and 2 have the same heading, 'TRUE': give each one of its own");
}

TEST_CASE("Given entities, when read, then the declaration of the document is refused") {
    const std::string why = "it has a document type declaration, which no workbook needs";
    CHECK(refusal(with_sheet(
              "<!DOCTYPE w [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;&a;&a;\">]><w>&c;</w>")) ==
          damaged(sheet_part, why));
    CHECK(refusal(with_sheet("<!DOCTYPE w SYSTEM \"file:///etc/passwd\"><w/>")) ==
          damaged(sheet_part, why));
}

TEST_CASE("Given elements nested deeply, when read, then they are refused beyond 64") {
    const auto nested = [](int depth) {
        std::string open, close;
        for (int i = 0; i < depth; ++i) {
            open += "<x>";
            close += "</x>";
        }
        return with_sheet("<w><sheetData>" + good_rows + "</sheetData>" + open + close + "</w>");
    };
    CHECK(read(nested(63)).rows.size() == 1);
    CHECK(refusal(nested(64)) == damaged(sheet_part, "its elements are nested too deeply"));
    CHECK(refusal(nested(1'000'000)) == damaged(sheet_part, "its elements are nested too deeply"));
}

TEST_CASE(
    "Given a tag without an end, when read, then it is refused soon and not gone through again") {
    CHECK(refusal(with_sheet("<w a=\"" + std::string(60 * 1024 * 1024, 'x') + "\"/>")) ==
          damaged(sheet_part, "one of its tags is too long"));
}

TEST_CASE("Given long texts, when read, then they are no tags, and up to a bound they are read") {
    const auto row = [](std::size_t size) {
        return "<row><c t=\"str\"><v>" + std::string(size, 'x') + "</v></c></row>";
    };
    const auto longest = row(256 * 1024);
    CHECK(problems(read(workbook_of_rows(good_rows + longest + longest))) ==
          Words{"row 3, column 1: the text is longer than 4 KB",
                "row 4, column 1: the text is longer than 4 KB"});
    const std::string too_long =
        "one of the workbook's texts is longer than a cell can be: copy the list into a new "
        "workbook";
    CHECK(refusal(workbook_of_rows(good_rows + row(256 * 1024 + 1))) == too_long);
    const auto run = "<r><t>" + std::string(200 * 1024, 'x') + "</t></r>";
    CHECK(refusal(workbook_of_rows("<row><c t=\"inlineStr\"><is>" + run + run +
                                   "</is></c></row>")) == too_long);
    WorkbookParts parts;
    parts.strings = "<si>" + run + run + "</si>";
    CHECK(refusal(parts.bytes()) == too_long);
}

TEST_CASE("Given rows and cells that are not in order, when read, then the worksheet is refused") {
    CHECK(refusal(workbook_of_rows(R"(<row r="2"/><row r="2"/>)")) == out_of_order);
    CHECK(refusal(workbook_of_rows(R"(<row r="0"/>)")) == out_of_order);
    CHECK(refusal(workbook_of_rows(R"(<row r="1048577"/>)")) == out_of_order);
    CHECK(refusal(workbook_of_rows(R"(<row r="x"/>)")) == out_of_order);
    CHECK(refusal(workbook_of_rows(R"(<row><c r="B1"/><c r="A1"/></row>)")) == out_of_order);
    CHECK(refusal(workbook_of_rows(R"(<row><c r="A2"/></row>)")) == out_of_order);
    CHECK(refusal(workbook_of_rows(R"(<row><c r="XFE1"/></row>)")) == out_of_order);
    CHECK(refusal(workbook_of_rows(R"(<row><c r="AAAAAAAAAAAAAAAA1"/></row>)")) == out_of_order);
}

TEST_CASE("Given one text that many cells share, when read, then all cells together are bounded") {
    WorkbookParts parts;
    parts.strings = "<si><t>a</t></si><si><t>" + std::string(4096, 'x') + "</t></si>";
    std::string rows = R"(<row><c t="s"><v>0</v></c></row>)";
    for (int i = 0; i < 9'000; ++i) rows += R"(<row><c t="s"><v>1</v></c></row>)";
    parts.sheet = "<sheetData>" + rows + "</sheetData>";
    CHECK(refusal(parts.bytes()) ==
          "its cells hold more than 32 MB of text: split it into several files");
}

TEST_CASE("Given too many rows in a workbook, when read, then it says how many they are") {
    std::string rows;
    for (int i = 0; i < 100'001; ++i) rows += "<row><c><v>1</v></c></row>";
    CHECK(refusal(workbook_of_rows(rows)) ==
          "it has at least 100,000 rows, and 20,000 can be read at once: split it into several "
          "files");
}

TEST_CASE("Given far too many columns or merged cells, when read, then it is refused") {
    CHECK(refusal(workbook_of_rows(R"(<row><c r="XFD1"><v>1</v></c></row>)")) ==
          "it has more than 64 columns: keep only those that are needed");
    WorkbookParts parts;
    std::string rows, merges;
    for (int i = 0; i < 20'000; ++i) rows += "<row><c><v>1</v></c></row>";
    for (int i = 0; i < 100'000; ++i) merges += R"(<mergeCell ref="A2:XFD1048576"/>)";
    parts.sheet = "<sheetData>" + rows + "</sheetData><mergeCells>" + merges + "</mergeCells>";
    CHECK(refusal(parts.bytes())
              .starts_with("there are more than 1,000 problems with it, the first "
                           "in row 2, column 1: cells A2 to XFD1048576 are merged"));
}

}  // namespace commonweal::exchange
