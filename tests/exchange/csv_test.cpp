#include "server/exchange/csv.hpp"

#include <catch2/catch.hpp>
#include <sstream>

namespace commonweal::exchange {
namespace {

using Rows = std::vector<std::vector<std::string>>;

struct Bad {
    std::size_t line;
    std::size_t column;
    std::string reason;
};

/// A file read to its end.
struct Read {
    Rows rows;
    std::vector<std::size_t> lines;
    std::vector<Bad> bad;
};

Read read(const std::string& file, CsvLimits limits = {}, char separator = ',') {
    std::istringstream input{file};
    CsvReader csv{input, limits, separator};
    Read all;
    while (csv.next()) {
        if (csv.problem()) {
            all.bad.push_back({csv.line(), csv.problem()->column, csv.problem()->reason});
            continue;
        }
        std::vector<std::string> row;
        for (std::size_t i = 0; i < csv.size(); ++i) row.emplace_back(csv.field(i));
        all.rows.push_back(row);
        all.lines.push_back(csv.line());
    }
    return all;
}

}  // namespace

TEST_CASE("Given plain rows, when read, then each field is as it stands") {
    CHECK(read("a,b\n1,2\n").rows == Rows{{"a", "b"}, {"1", "2"}});
    CHECK(read("a, b ,\n").rows == Rows{{"a", " b ", ""}});
    CHECK(read(",\n").rows == Rows{{"", ""}});
}

TEST_CASE("Given any kind of line end, when read, then the rows are the same") {
    const Rows rows{{"a", "b"}, {"1", "2"}};
    CHECK(read("a,b\r\n1,2\r\n").rows == rows);
    CHECK(read("a,b\r1,2\r").rows == rows);
    CHECK(read("a,b\n1,2").rows == rows);
    CHECK(read("\xEF\xBB\xBF"
               "a,b\r\n1,2")
              .rows == rows);
}

TEST_CASE("Given quoted fields, when read, then commas, quotes and line ends are part of them") {
    CHECK(read("\"Bristol, City of\",\"say \"\"yes\"\"\"\n").rows ==
          Rows{{"Bristol, City of", "say \"yes\""}});
    CHECK(read("\"two\r\nlines\",x\n").rows == Rows{{"two\r\nlines", "x"}});
    CHECK(read("x,\"\"").rows == Rows{{"x", ""}});
}

TEST_CASE(
    "Given blank lines and fields of several lines, when read, then a row's line is where it "
    "begins") {
    const Read all = read("a,b\r\n\r\n\"one\r\ntwo\",b\r\n\n\nlast,b");
    REQUIRE(all.rows.size() == 3);
    CHECK(all.lines == std::vector<std::size_t>{1, 3, 7});
}

TEST_CASE("Given semicolons or tabs as separators, when read, then commas are part of a field") {
    CHECK(read("a;1,5;\"b;c\";d\n", {}, ';').rows == Rows{{"a", "1,5", "b;c", "d"}});
    CHECK(read("a\t1,5\t\"b\tc\"\td\n", {}, '\t').rows == Rows{{"a", "1,5", "b\tc", "d"}});
    CHECK(read("\"a\"b;c\n", {}, ';').bad.at(0).reason ==
          "something stands between a closing quotation mark and the next semicolon");
    CHECK(read("\"a\"b\tc\n", {}, '\t').bad.at(0).reason ==
          "something stands between a closing quotation mark and the next tab");
}

TEST_CASE(
    "Given a quotation mark inside a field, when tabs separate, then it is part of the field") {
    CHECK(read("say \"yes\"\tb\n", {}, '\t').rows == Rows{{"say \"yes\"", "b"}});
    CHECK(read("say \"yes\";b\n", {}, ';').bad.at(0).reason ==
          "a quotation mark stands inside a field without quotes");
}

TEST_CASE("Given no file at all, when read, then there are no rows") {
    CHECK(read("").rows.empty());
    CHECK(read("\xEF\xBB\xBF").rows.empty());
    CHECK(read("\n\r\n").rows.empty());
}

TEST_CASE(
    "Given a row that breaks the rules, when read, then it says where and the next rows are read") {
    const auto only_bad = [](const std::string& row) {
        const Read all = read("a,b\n" + row + "\nnext,row\n");
        REQUIRE(all.rows == Rows{{"a", "b"}, {"next", "row"}});
        REQUIRE(all.bad.size() == 1);
        CHECK(all.bad[0].line == 2);
        return all.bad[0];
    };
    const Bad quote_inside = only_bad("1,2\"3");
    CHECK(quote_inside.column == 2);
    CHECK(quote_inside.reason == "a quotation mark stands inside a field without quotes");
    const Bad text_after = only_bad("\"1\"2,3");
    CHECK(text_after.column == 1);
    CHECK(text_after.reason ==
          "something stands between a closing quotation mark and the next comma");
}

TEST_CASE(
    "Given a quotation mark that is never closed, when read, then the row where it opens says so") {
    const Read all = read("a,b\n1,\"2\n3,4\n");
    CHECK(all.rows == Rows{{"a", "b"}});
    REQUIRE(all.bad.size() == 1);
    CHECK(all.bad[0].line == 2);
    CHECK(all.bad[0].column == 2);
    CHECK(all.bad[0].reason == "the quotation mark that opens this field is never closed");
}

TEST_CASE(
    "Given a bound, when a field, row or number of columns reaches it, then it is read, and one "
    "more is not") {
    const CsvLimits limits{.field_bytes_max = 4, .columns_max = 3, .row_bytes_max = 10};
    CHECK(read("1234,1\n", limits).rows == Rows{{"1234", "1"}});
    CHECK(read("1,2,3\n", limits).rows == Rows{{"1", "2", "3"}});
    CHECK(read("1234,1234,12\n", limits).rows == Rows{{"1234", "1234", "12"}});

    CHECK(read("12345,1\nx,y\n", limits).bad.at(0).reason == "this field is longer than 4 bytes");
    CHECK(read("12345,1\nx,y\n", limits).rows == Rows{{"x", "y"}});
    CHECK(read("1,2,3,4\nx,y\n", limits).bad.at(0).reason == "there are more columns than 3");
    CHECK(read("1,2,3,\nx,y\n", limits).rows == Rows{{"x", "y"}});
    CHECK(read("1234,1234,123\nx,y\n", limits).bad.at(0).reason ==
          "this row is longer than 10 bytes");
    CHECK(read("1,\"23456\nx,y\n", limits).bad.at(0).reason ==
          "this field is longer than 4 bytes; its closing quotation mark may be missing");
}

TEST_CASE(
    "Given a file of several chunks, when read, then rows that lie across their borders are "
    "whole") {
    std::string file;
    for (int i = 0; i < 20'000; ++i)
        file += std::to_string(i) + ",\"x\"\"" + std::to_string(i) + "\"\r\n";
    REQUIRE(file.size() > 3 * 64 * 1024);
    const Read all = read(file);
    REQUIRE(all.rows.size() == 20'000);
    CHECK(all.bad.empty());
    for (std::size_t i = 0; i < all.rows.size(); ++i) {
        const std::vector<std::string> expected{std::to_string(i), "x\"" + std::to_string(i)};
        REQUIRE(all.rows[i] == expected);
        REQUIRE(all.lines[i] == i + 1);
    }
}

TEST_CASE("Given a reader at its end, when asked how far it is, then it says the whole file") {
    const std::string file = "a,b\n1,2\n";
    std::istringstream input{file};
    CsvReader csv{input};
    while (csv.next()) {
    }
    CHECK(csv.bytes_read() == file.size());
}

}  // namespace commonweal::exchange
