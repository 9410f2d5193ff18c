#include "server/exchange/xlsx.hpp"

#include <catch2/catch.hpp>

#include "tests/exchange/table_checks.hpp"
#include "tests/exchange/workbook.hpp"

namespace commonweal::exchange {
namespace {

constexpr auto heading = "<row><c t=\"str\"><v>a</v></c></row>";

/// The cells of the rows below a heading for one column.
Table below_heading(const std::string& rows) {
    return read(workbook_of_rows(heading + rows));
}

}  // namespace

TEST_CASE(
    "Given a workbook of XlsxWriter, when read, then its first visible worksheet is the table") {
    const Table table = read(table_file("members.xlsx"));
    CHECK(table.source == "the worksheet 'Members'");
    CHECK(table.header == Cells{"School", "URN", "Role", "Since", "Deputy", "Share"});
    CHECK(
        cells(table) ==
        Rows{{"St Anne’s Church of England Primary", "100001", "lead", "2023-09-01", "TRUE", "0.3"},
             {"Ysgol Siôn Under-11s", "100002", "head", "2024-02-29", "FALSE", "0.3"},
             {"Hidden by a filter", "", "", "", "", ""}});
    CHECK(row_numbers(table) == Numbers{2, 4, 5});
    CHECK(table.problems.empty());
    CHECK(notes(table) ==
          Words{"row 0: only the first worksheet, 'Members', was read: 1 other was not",
                "row 4, column 3: cell C4 holds a formula: what was last worked out is taken",
                "row 4, column 6: cell F4 holds a formula: what was last worked out is taken",
                "row 5: this row is hidden, and is read like the others"});
}

TEST_CASE("Given a workbook that counts days from 1904, when read, then its dates are the same") {
    CHECK(cells(read(table_file("members-1904.xlsx"))) == cells(read(table_file("members.xlsx"))));
}

TEST_CASE("Given a workbook of openpyxl, when read, then a formula without a value is a problem") {
    const Table table = read(table_file("without-values.xlsx"));
    CHECK(cells(table) == Rows{{"School A", "2023-09-01", "2"}, {"School C", "09:30", "30:00"}});
    CHECK(problems(table) ==
          Words{"row 3, column 3: the formula has no value yet: open the workbook in a spreadsheet "
                "program and save it again"});
}

TEST_CASE("Given a workbook of LibreOffice, when read, then errors and merged cells are problems") {
    const Table table = read(table_file("faults.xlsx"));
    CHECK(cells(table) == Rows{{"School A", "School B", "3"}, {"School K", "School L", "4"}});
    CHECK(row_numbers(table) == Numbers{2, 8});
    CHECK(problems(table) ==
          Words{"row 3, column 3: the spreadsheet shows '#DIV/0!' here instead of a value",
                "row 4, column 3: the spreadsheet shows '#N/A' here instead of a value",
                "row 5, column 1: cells A5 to A6 are merged: write the value into each row",
                "row 6, column 1: cells A5 to A6 are merged: write the value into each row",
                "row 7, column 1: cells A7 to B7 are merged: write each value into its column"});
    CHECK(notes(table) ==
          Words{"row 3, column 3: cells C3 to C4 hold formulas: what was last worked out is taken",
                "row 8, column 3: cell C8 holds a formula: what was last worked out is taken"});
}

TEST_CASE("Given archives that hold no Excel workbook, when read, then it says what to save") {
    const std::string no_workbook =
        "it is an archive, but not an Excel workbook: save the list as .xlsx or CSV";
    CHECK(refusal(table_file("faults.ods")) == no_workbook);
    CHECK(refusal(archive_of({{.name = "list.csv", .content = "a,b"}})) == no_workbook);
    auto files = WorkbookParts{}.files();
    files[2].content = "<document/>";
    CHECK(refusal(archive_of(files)) == no_workbook);
    files[0].content =
        R"(<Relationships><Relationship Type="x/officeDocument" Target="a.bin"/></Relationships>)";
    CHECK(refusal(archive_of(files)) ==
          "it is a binary Excel workbook (.xlsb): save it as .xlsx or CSV");
}

TEST_CASE("Given hidden worksheets alone, when read, then it says that none is visible") {
    WorkbookParts parts;
    parts.sheets =
        R"(<sheet name="A" state="hidden" r:id="rId1"/><sheet name="B" state="veryHidden" r:id="rId1"/>)";
    CHECK(refusal(parts.bytes()) == "the workbook has no worksheet that is visible");
    parts.sheets = R"(<sheet name="A chart" r:id="rId9"/>)";
    CHECK(refusal(parts.bytes()) == "the workbook has no worksheet that is visible");
}

TEST_CASE("Given names with a prefix of their own, when read, then they mean the same") {
    auto files = WorkbookParts{}.files();
    files[3].content =
        R"(<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData>)"
        R"(<x:row><x:c t="str"><x:v>a</x:v></x:c></x:row><x:row><x:c><x:v>1</x:v></x:c></x:row>)"
        R"(</x:sheetData></x:worksheet>)";
    CHECK(cells(read(archive_of(files))) == Rows{{"1"}});
}

TEST_CASE("Given rows and cells without places, when read, then each is after the one before") {
    const Table table = read(workbook_of_rows(
        R"(<row r="3"><c r="B3" t="str"><v>b</v></c><c t="str"><v>c</v></c></row>)"
        R"(<row><c><v>1</v></c><c><v>2</v></c></row><row r="9"><c r="C9"><v>3</v></c></row>)"));
    CHECK(table.header_row == 3);
    CHECK(table.header == Cells{"", "b", "c"});
    CHECK(cells(table) == Rows{{"1", "2", ""}, {"", "", "3"}});
    CHECK(row_numbers(table) == Numbers{4, 9});
}

TEST_CASE(
    "Given texts in every way in which they are kept, when read, then they are whole and tidy") {
    WorkbookParts parts;
    parts.strings =
        "<si><t>a</t></si><si><t xml:space=\"preserve\"> one_x000D_\ntwo </t></si><si/>"
        "<si><r><t>St </t></r><r><rPr><b/></rPr><t>Anne’s</t></r><rPh><t>guide</t></rPh></si>"
        "<si><t>_x005F_x0041_ _x00E9_ _x00Z9_ _x_</t></si>";
    parts.sheet =
        R"(<sheetData><row><c t="s"><v>0</v></c></row><row><c t="s"><v>1</v></c></row>)"
        R"(<row><c t="s"><v>2</v></c></row><row><c t="s"><v>3</v></c></row>)"
        R"(<row><c t="s"><v>4</v></c></row><row><c t="s"><v>5</v></c></row>)"
        R"(<row><c t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c></row>)"
        R"(<row><c t="str"><f>x</f><v></v></c></row><row><c t="str"><v>a&amp;b</v></c></row></sheetData>)";
    const Table table = read(parts.bytes());
    CHECK(cells(table) ==
          Rows{{"one two"}, {"St Anne’s"}, {"_x0041_ é _x00Z9_ _x_"}, {"inline"}, {"a&b"}});
    CHECK(problems(table) ==
          Words{"row 6, column 1: the text of this cell is not in the workbook"});
}

TEST_CASE("Given cells of every type, when read, then each is as a spreadsheet shows it") {
    CHECK(cells(below_heading(
              R"(<row><c t="b"><v>1</v></c></row><row><c t="b"><v>0</v></c></row>)"
              R"(<row><c t="d"><v>2024-02-29T00:00:00</v></c></row>)"
              R"(<row><c t="d"><v>noon</v></c></row><row><c t="n"><v> 7 </v></c></row>)")) ==
          Rows{{"TRUE"}, {"FALSE"}, {"2024-02-29"}, {"noon"}, {"7"}});
    const Table wrong =
        below_heading(R"(<row><c t="e"><v>#BUSY!x</v></c></row><row><c><v>x</v></c></row>)");
    CHECK(wrong.rows.empty());
    CHECK(problems(wrong) ==
          Words{"row 2, column 1: the spreadsheet shows '#BUSY!x' here instead of a value",
                "row 3, column 1: the number in this cell cannot be read"});
}

TEST_CASE("Given formats of numbers, when read, then only those of cells tell dates") {
    WorkbookParts parts;
    parts.styles =
        R"(<numFmts><numFmt numFmtId="164" formatCode="d.m.yy"/><numFmt numFmtId="14" formatCode="0.0"/></numFmts>)"
        R"(<cellStyleXfs><xf numFmtId="15"/></cellStyleXfs>)"
        R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="17"/><xf numFmtId="14"/></cellXfs>)"
        R"(<dxfs><dxf><numFmt numFmtId="0" formatCode="yyyy"/></dxf></dxfs>)";
    parts.sheet = "<sheetData>" + std::string(heading) +
                  R"(<row><c s="0"><v>45170</v></c></row><row><c s="1"><v>45170</v></c></row>)"
                  R"(<row><c s="2"><v>45170</v></c></row><row><c s="3"><v>45170</v></c></row>)"
                  R"(<row><c s="4"><v>45170</v></c></row></sheetData>)";
    CHECK(cells(read(parts.bytes())) ==
          Rows{{"45170"}, {"2023-09-01"}, {"2023-09-01"}, {"45170"}, {"45170"}});
}

TEST_CASE("Given merged cells, when read, then only rows of data that they cover are problems") {
    WorkbookParts parts;
    const auto merged = [&](const std::string& range) {
        parts.sheet =
            "<sheetData>" + std::string(heading) +
            R"(<row r="3"><c><v>1</v></c></row><row r="5"><c><v>2</v></c></row></sheetData>)"
            R"(<mergeCells><mergeCell ref=")" +
            range + R"("/></mergeCells>)";
        return parts.bytes();
    };
    CHECK(problems(read(merged("A4:C5"))) ==
          Words{"row 5, column 1: cells A4 to C5 are merged: write the value into each row"});
    CHECK(problems(read(merged("B6:B1048576"))).empty());
    CHECK(problems(read(merged("nonsense"))).empty());
    CHECK(problems(read(merged("A2:XFD1048576"))).size() == 2);
    CHECK(refusal(merged("A1:B1")) ==
          "the headings cannot be read, cells A1 to B1 are merged: write one heading over each "
          "column");
}

TEST_CASE(
    "Given formulas down a column, when read, then a note says where, up to a number of notes") {
    std::string rows = R"(<row><c t="str"><f>x</f><v>a</v></c><c t="str"><v>b</v></c></row>)";
    for (int i = 0; i < 4; ++i)
        rows += "<row><c><f>x</f><v>1</v></c><c>" + std::string(i % 2 == 0 ? "<f>y</f>" : "") +
                "<v>2</v></c></row>";
    const auto bytes = workbook_of_rows(rows);
    CHECK(notes(read(bytes)) ==
          Words{"row 1, column 1: cells A1 to A5 hold formulas: what was last worked out is taken",
                "row 2, column 2: cell B2 holds a formula: what was last worked out is taken",
                "row 4, column 2: cell B4 holds a formula: what was last worked out is taken"});
    CHECK(read(bytes, {.notes_max = 2}).notes.size() == 2);
}

TEST_CASE("Given several hidden rows, when read, then one note counts those that hold something") {
    const auto row = R"(<row hidden="1"><c><v>1</v></c></row>)";
    CHECK(notes(below_heading(R"(<row hidden="true"/>)" + std::string(row) + row)) ==
          Words{"row 3: 2 rows are hidden, this one first, and are read like the others"});
}

}  // namespace commonweal::exchange
