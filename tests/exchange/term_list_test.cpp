#include "tests/exchange/term_dates_checks.hpp"
#include "tests/exchange/workbook.hpp"

namespace commonweal::exchange {
namespace {

const std::string columns = "First day,Last day,Name,Kind\n";
const std::string a_term_row = "01/09/2025,21/07/2026,Term 1,term\n";

}  // namespace

TEST_CASE("Given a list of terms and closed days, when read, then each is what its kind says") {
    const auto read = read_terms(columns +
                                 "2025-09-02,2025-12-19,Autumn,Term\n"
                                 "05/01/2026,21/07/2026,Spring and summer,term\n"
                                 "27/10/2025,31/10/2025,Autumn term rest,holiday\n"
                                 "01-09-2025,,First day for staff,INSET\n"
                                 "11/05/2026,14/05/2026,,blocked\n"
                                 "25/05/2026,,Whit Monday,Bank holiday\n");
    const auto year = only_year(read);
    CHECK(spans(year.terms) ==
          Words{"2025-09-02 2025-12-19 Autumn", "2026-01-05 2026-07-21 Spring and summer"});
    CHECK(spans(year.closed) == Words{"2025-09-01 2025-09-01 First day for staff",
                                      "2025-10-27 2025-10-31 Autumn term rest",
                                      "2026-05-11 2026-05-14 Blocked"});
    CHECK(year.closed[0].closed == calendar::Closed::inset);
    CHECK(year.closed[1].closed == calendar::Closed::holiday);
    CHECK(year.closed[2].closed == calendar::Closed::blocked);
    CHECK(read.years.front().row == 2);
    CHECK(read.told.passed_over == 1);
    CHECK(read.told.rejected.empty());
}

TEST_CASE("Given a pasted list without kinds or last days, when read, then its names say all") {
    const auto year =
        only_year(read_terms("first day\tlast day\tname\n"
                             "01/09/2025\t19/12/2025\tAutumn term\n"
                             "27/10/2025\t31/10/2025\tHalf-term\n"));
    CHECK(year.terms.size() == 1);
    CHECK(year.closed.size() == 1);
    const auto days =
        only_year(read_terms("First day,Name\n12/01/2026,INSET day\n", Whose::school));
    CHECK(spans(days.closed) == Words{"2026-01-12 2026-01-12 INSET day"});
}

TEST_CASE("Given a workbook, when read, then it is a list like any other") {
    const auto cell = [](const std::string& text) {
        return R"(<c t="inlineStr"><is><t>)" + text + "</t></is></c>";
    };
    const auto file = workbook_of_rows("<row>" + cell("First day") + cell("Last day") +
                                       cell("Name") + "</row><row>" + cell("2025-09-01") +
                                       cell("2026-07-21") + cell("Term 1") + "</row>");
    CHECK(spans(only_year(read_terms(file)).terms) == Words{"2025-09-01 2026-07-21 Term 1"});
}

TEST_CASE("Given rows that cannot be read, when read, then each says why and the others are read") {
    const auto read = read_terms(columns + a_term_row +
                                 ",,INSET day,\n"
                                 "1 Sept,,INSET day,\n"
                                 "12/01/2026,31/02/2026,INSET day,\n"
                                 "12/01/2026,,Sports day,\n"
                                 "12/01/2026,,INSET day,party\n"
                                 "12/01/2026,11/01/2026,,inset\n"
                                 "12/01/2026,,\"INSET\"x,\n");
    CHECK(only_year(read).closed.empty());
    CHECK(rejected(read) ==
          Words{"9, Name: something stands between a closing quotation mark and the next comma",
                "3, First day: is missing",
                "4, First day: '1 Sept' is not a day: write it like 09/03/2026",
                "5, Last day: '31/02/2026' is not a day: write it like 09/03/2026",
                "6, Kind: 'Sports day' is none of term, holiday, inset and blocked",
                "7, Kind: 'party' is none of term, holiday, inset and blocked",
                "8, the row: ends before it begins"});
}

TEST_CASE("Given a list without a name or a first day, when read, then it says which is missing") {
    CHECK(no_year("First day,Kind\n01/09/2025,term\n").contains("no column \"Name\""));
    CHECK(no_year("Name,Kind\nTerm 1,term\n").contains("no column \"First day\""));
}

}  // namespace commonweal::exchange
