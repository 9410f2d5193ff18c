#include "server/exchange/xlsx_numbers.hpp"

#include <catch2/catch.hpp>

namespace commonweal::exchange {
namespace {

std::string number(std::string_view value) {
    return number_text(value, NumberFormat::number, DaySystem::from_1900).value();
}

std::string day(std::string_view value, DaySystem days = DaySystem::from_1900) {
    const auto text = number_text(value, NumberFormat::day, days);
    return text ? *text : text.error();
}

std::string time(std::string_view value) {
    const auto text = number_text(value, NumberFormat::day_and_time, DaySystem::from_1900);
    return text ? *text : text.error();
}

}  // namespace

TEST_CASE("Given whole numbers, when written, then every digit is kept and no point is added") {
    CHECK(number("0") == "0");
    CHECK(number("-12") == "-12");
    CHECK(number("1179") == "1179");
    CHECK(number("07700900123") == "07700900123");
    CHECK(number("12345678901234567") == "12345678901234567");
    CHECK(number("2.0") == "2");
    CHECK(number("-0.0") == "0");
    CHECK(number("1E+3") == "1000");
    CHECK(number("1.2345678901234499E+16") == "12345678901234500");
}

TEST_CASE("Given fractions, when written, then they have the 15 digits that a spreadsheet shows") {
    CHECK(number("0.30000000000000004") == "0.3");
    CHECK(number("0.10000000000000001") == "0.1");
    CHECK(number("-2.5") == "-2.5");
    CHECK(number("3.1415926535897931") == "3.14159265358979");
    CHECK(number("1E-5") == "0.00001");
    CHECK(number("1E-20") == "1e-20");
    CHECK(number("1.5E+300") == "1.5e+300");
}

TEST_CASE("Given what is no number, when written, then it says so") {
    const std::string value =
        GENERATE("x", "1,5", "1 2", "inf", "nan", "1E+999", "--1", "0x10", "-");
    CAPTURE(value);
    CHECK(number_text(value, NumberFormat::number, DaySystem::from_1900) ==
          std::unexpected(std::string("the number in this cell cannot be read")));
}

TEST_CASE("Given days counted from 1900, when written, then the leap day that never was is known") {
    CHECK(day("1") == "1900-01-01");
    CHECK(day("59") == "1900-02-28");
    CHECK(day("60") == "there was no 29 February 1900");
    CHECK(day("61") == "1900-03-01");
    CHECK(day("45351.99") == "2024-02-29");
    CHECK(day("2958465") == "9999-12-31");
}

TEST_CASE("Given days counted from 1904, when written, then 0 is the first") {
    CHECK(day("0", DaySystem::from_1904) == "1904-01-01");
    CHECK(day("43708", DaySystem::from_1904) == "2023-09-01");
    CHECK(day("2957003", DaySystem::from_1904) == "9999-12-31");
    CHECK(day("2957004", DaySystem::from_1904) ==
          "the cell is formatted as a date, and 2957004 is none");
}

TEST_CASE("Given numbers that are no dates, when written as one, then it says so") {
    CHECK(day("0") == "the cell is formatted as a date, and 0 is none");
    CHECK(day("-1") == "the cell is formatted as a date, and -1 is none");
    CHECK(time("-0.5") == "the cell is formatted as a date, and -0.5 is none");
    CHECK(day("2958466") == "the cell is formatted as a date, and 2958466 is none");
    CHECK(day("1E+300") == "the cell is formatted as a date, and 1e+300 is none");
    CHECK(day("x") == "the number in this cell cannot be read");
}

TEST_CASE("Given times, when written, then a time of day has no date and a date no time") {
    CHECK(time("0.5") == "12:00");
    CHECK(time("0.39583333333333331") == "09:30");
    CHECK(time("0.99998842592592596") == "23:59:59");
    CHECK(time("0.9999999") == "23:59:59");
    CHECK(time("45351.604166666664") == "2024-02-29");
    CHECK(number_text("1.25", NumberFormat::elapsed, DaySystem::from_1900) == "30:00");
}

TEST_CASE("Given formats without words, when asked, then those of dates and times are known") {
    for (unsigned id = 0; id < 60; ++id) {
        CAPTURE(id);
        const bool is_date = (id >= 14 && id <= 22) || (id >= 45 && id <= 47);
        CHECK((built_in_format(id) != NumberFormat::number) == is_date);
    }
    CHECK(built_in_format(14) == NumberFormat::day);
    CHECK(built_in_format(22) == NumberFormat::day_and_time);
    CHECK(built_in_format(46) == NumberFormat::elapsed);
}

TEST_CASE("Given formats in words, when asked, then letters in quotes and brackets say nothing") {
    for (const auto* code : {"General", "0.00", "#,##0", "0%", "0 \"days\"", "[Red]0", "[$-809]0",
                             "0\\d", "0_d", "*d0", "\"unfinished d", "[unfinished d", "@", ""}) {
        CAPTURE(code);
        CHECK(format_of_code(code) == NumberFormat::number);
    }
    for (const auto* code : {"dd/mm/yyyy", "D MMMM", "[$-809]d mmmm yyyy;@", "mmm", "yyyy\"y\""}) {
        CAPTURE(code);
        CHECK(format_of_code(code) == NumberFormat::day);
    }
    CHECK(format_of_code("h:mm AM/PM") == NumberFormat::day_and_time);
    CHECK(format_of_code("dd/mm/yy hh:mm") == NumberFormat::day_and_time);
    CHECK(format_of_code("[h]:mm") == NumberFormat::elapsed);
}

}  // namespace commonweal::exchange
