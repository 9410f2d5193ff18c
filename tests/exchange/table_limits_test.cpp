#include <catch2/catch.hpp>

#include "server/exchange/table.hpp"
#include "tests/exchange/table_checks.hpp"

namespace commonweal::exchange {
namespace {

std::string rows(std::size_t count) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += "x\n";
    return all;
}

}  // namespace

TEST_CASE("Given as many bytes as may be, when read, then they are, and one more is not") {
    const TableLimits limits{.bytes_max = 8};
    CHECK(cells(read("a\n123456", limits)) == Rows{{"123456"}});
    CHECK(refusal("a\n1234567", limits) ==
          "the file is larger than 8 bytes: split it into several files");
    CHECK(refusal(std::string(8 * 1024 * 1024 + 1, 'x')) ==
          "the file is larger than 8 MB: split it into several files");
}

TEST_CASE("Given as many rows as may be, when read, then they are, and of more it says how many") {
    CHECK(read("a\n" + rows(20'000) + "\n\n").rows.size() == 20'000);
    CHECK(refusal("a\n" + rows(20'001)) ==
          "it has at least 20,001 rows, and 20,000 can be read at once: split it into several "
          "files");
    CHECK(refusal("a\n" + rows(100'000)) ==
          "it has at least 100,000 rows, and 20,000 can be read at once: split it into several "
          "files");
}

TEST_CASE("Given as many columns as may be, when read, then they are, and one more is not") {
    const TableLimits limits{.columns_max = 3};
    CHECK(read("a,b,c,,\n1\n", limits).header.size() == 3);
    CHECK(refusal("a,b,c,d\n1\n", limits) ==
          "it has more than 3 columns: keep only those that are needed");
}

TEST_CASE("Given a cell that is too long, when read, then its row alone is left out") {
    const TableLimits limits{.cell_bytes_max = 4};
    const Table table = read("a,b\n1234,x\n12345,y\n\"12\n45678\",z\n 1234  ,w\n", limits);
    CHECK(cells(table) == Rows{{"1234", "x"}, {"1234", "w"}});
    CHECK(problems(table) == Words{"row 3, column 1: the text is longer than 4 bytes",
                                   "row 4, column 1: the text is longer than 4 bytes"});
}

TEST_CASE("Given as much text as may be in all cells, when read, then it is, and more is not") {
    const TableLimits limits{.text_bytes_max = 6};
    CHECK(cells(read("a,b\n12,3\n45,6\n", limits)) == Rows{{"12", "3"}, {"45", "6"}});
    CHECK(refusal("a,b\n12,3\n45,67\n", limits) ==
          "its cells hold more than 6 bytes of text: split it into several files");
}

TEST_CASE(
    "Given more problems than may be kept, when read, then the list is refused with the first") {
    const TableLimits limits{.problems_max = 2};
    CHECK(read("a\n1,x\n2\n3,x\n", limits).problems.size() == 2);
    CHECK(
        refusal("a\n0\n1,x\n2\n3,x\n4,x\n", limits) ==
        "there are more than 2 problems with it, the first in row 3, column 2: there is no heading "
        "above this cell in row 1");
}

}  // namespace commonweal::exchange
