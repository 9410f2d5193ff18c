#include "server/exchange/table.hpp"

#include <catch2/catch.hpp>

#include "tests/exchange/table_checks.hpp"
#include "tests/exchange/workbook.hpp"

namespace commonweal::exchange {

using namespace std::string_literals;

TEST_CASE("Given CSV, when read, then there are headings and tidy cells, each row with its line") {
    const Table table =
        read("\xEF\xBB\xBFSchool , Town\r\n\"Bristol,\n City\",  Bath\t\r\n\r\nB,C\r\n");
    CHECK(table.source == "text separated by commas, in UTF-8");
    CHECK(table.header_row == 1);
    CHECK(table.header == Cells{"School", "Town"});
    CHECK(cells(table) == Rows{{"Bristol, City", "Bath"}, {"B", "C"}});
    CHECK(row_numbers(table) == Numbers{2, 5});
    CHECK(table.problems.empty());
    CHECK(table.notes.empty());
}

TEST_CASE("Given tabs, commas or semicolons in the headings, when read, then they separate") {
    CHECK(read("a;b,c\tb\n1,2;3\t4\n").header == Cells{"a;b,c", "b"});
    CHECK(read("a;b;c,d\n1;2;3\n").header == Cells{"a", "b", "c,d"});
    CHECK(read("a,b,c;d\n1,2,3\n").header == Cells{"a", "b", "c;d"});
    CHECK(read("\"a\tb;c;d\",e\n1,2\n").header == Cells{"a b;c;d", "e"});
    CHECK(read("e-mail\na@school.example\n").header == Cells{"e-mail"});
    CHECK(read("\n\na;b\n1;2\n").header == Cells{"a", "b"});
    CHECK(read("a\tb\n1\t2").source == "text separated by tabs, in UTF-8");
    CHECK(read("a;b\n1;2").source == "text separated by semicolons, in UTF-8");
}

TEST_CASE("Given text copied from a spreadsheet, when read, then its quotation marks are kept") {
    CHECK(cells(read("a\tb\nsay \"yes\"\t\"two\nlines, \"\"x\"\"\"\n")) ==
          Rows{{"say \"yes\"", "two lines, \"x\""}});
}

TEST_CASE("Given any encoding of a spreadsheet, when read, then the letters are the same") {
    const Rows letters{{"Siôn’s €"}};
    CHECK(cells(read("a\nSiôn’s €\n")) == letters);
    const Table windows = read("a\nSi\xF4n\x92s \x80\n");
    CHECK(cells(windows) == letters);
    CHECK(windows.source == "text separated by commas, in Windows-1252");
    const Table little = read(
        "\xFF\xFE"
        "a\0\r\0\n\0S\0i\0\xF4\0n\0\x19\x20s\0 \0\xAC\x20\r\0\n\0"s);
    CHECK(cells(little) == letters);
    CHECK(little.source == "text separated by commas, in UTF-16");
    CHECK(cells(read("\xFE\xFF\0a\0\n\0S\0i\0\xF4\0n\x20\x19\0s\0 \x20\xAC"s)) == letters);
}

TEST_CASE(
    "Given UTF-16 with pairs, half pairs and a cut end, when read, then what is lost is told") {
    CHECK(cells(read("\xFF\xFE"
                     "a\0\n\0\x3D\xD8\x00\xDE"s)) == Rows{{"😀"}});
    CHECK(cells(read("\xFF\xFE"
                     "a\0\n\0\x3D\xD8x\0"s)) == Rows{{"\xEF\xBF\xBDx"}});
    CHECK(cells(read("\xFF\xFE"
                     "a\0\n\0\x00\xDEx\0"s)) == Rows{{"\xEF\xBF\xBDx"}});
    CHECK(cells(read("\xFF\xFE"
                     "a\0\n\0x\0y"s)) == Rows{{"x\xEF\xBF\xBD"}});
}

TEST_CASE("Given rows shorter or longer than the headings, when read, then only text is too much") {
    const Table table = read("a,b\n1\n2,3,,\n4,5,,6\n");
    CHECK(cells(table) == Rows{{"1", ""}, {"2", "3"}});
    CHECK(problems(table) ==
          Words{"row 4, column 4: there is no heading above this cell in row 1"});
}

TEST_CASE("Given blank rows anywhere, when read, then they are passed over, also before headings") {
    const Table table = read(" ,\n,,\na,b\n, \n1,2\n,,,,\n");
    CHECK(table.header_row == 3);
    CHECK(cells(table) == Rows{{"1", "2"}});
    CHECK(row_numbers(table) == Numbers{5});
}

TEST_CASE("Given a column without a heading, when read, then it is there without a name") {
    CHECK(read("a,,b,,\n1,2,3\n").header == Cells{"a", "", "b"});
    CHECK(cells(read("a,,b,,c\n1,2,3,4,5\n")) == Rows{{"1", "2", "3", "4", "5"}});
}

TEST_CASE("Given broken rows, when read, then each says why and the others are read") {
    const Table table = read("a,b\n1,\"2\"3\n4,#REF!\n5,####\n6,#1 prize!\n7,#SCHOOLS\n9,\"10");
    CHECK(cells(table) == Rows{{"6", "#1 prize!"}, {"7", "#SCHOOLS"}});
    CHECK(problems(table) ==
          Words{"row 2, column 2: something stands between a closing quotation mark and the next "
                "comma",
                "row 3, column 2: the spreadsheet shows '#REF!' here instead of a value",
                "row 4, column 2: the spreadsheet shows '####' here instead of a value",
                "row 7, column 2: the quotation mark that opens this field is never closed"});
    CHECK(problems(read("a\tb\n1\t#N/A\n#DIV/0!\t#NAME?\n")) ==
          Words{"row 2, column 2: the spreadsheet shows '#N/A' here instead of a value",
                "row 3, column 1: the spreadsheet shows '#DIV/0!' here instead of a value",
                "row 3, column 2: the spreadsheet shows '#NAME?' here instead of a value"});
}

TEST_CASE("Given no list, when read, then a sentence says why") {
    CHECK(refusal("") == "the file is empty");
    CHECK(refusal("\xEF\xBB\xBF\r\n \t\n") == "the file is empty");
    CHECK(refusal(",,\n,,\n") == "all of its rows are blank");
    CHECK(refusal("a,b\n") == "there are headings and no rows below them");
    CHECK(refusal("a,b\n,\n") == "there are headings and no rows below them");
    CHECK(refusal("%PDF-1.7 \n1") ==
          "it is a PDF: give the list that it was made from, saved as .xlsx or CSV");
    CHECK(refusal("\n <html><table>") ==
          "it is a web page or XML: open it in a spreadsheet program and save it as .xlsx or CSV");
    CHECK(refusal("a,b\n\0,2\n"s) ==
          "it is neither text nor an Excel workbook: save the list as .xlsx or CSV");
}

TEST_CASE("Given headings that cannot serve, when read, then a sentence says which") {
    CHECK(refusal("E-Mail,b,,e-mail\n1,2\n") ==
          "columns 1 and 4 have the same heading, 'e-mail': give each one of its own");
    CHECK(refusal("a,\"b\"c\n1,2\n") ==
          "the headings cannot be read (row 1, column 2): something stands between a closing "
          "quotation mark and the next comma");
    CHECK(refusal("a,#REF!\n1,2\n") ==
          "the headings cannot be read (row 1, column 2): the spreadsheet shows '#REF!' here "
          "instead of a value");
    CHECK(refusal("a," + std::string(4097, 'x') + "\n1,2\n") ==
          "the headings cannot be read (row 1, column 2): the text is longer than 4 KB");
}

TEST_CASE("Given an old workbook or one with a password, when read, then it says how to save it") {
    CHECK(refusal(table_file("faults.xls")) ==
          "it is a workbook of Excel 2003 or older (.xls): save it as .xlsx or CSV");
    CHECK(
        refusal(
            "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s) ==
        "the workbook is protected by a password: save it without one, or as CSV");
}

}  // namespace commonweal::exchange
