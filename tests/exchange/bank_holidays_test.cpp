// The bank holidays as GOV.UK publishes them.
#include "server/exchange/bank_holidays.hpp"

#include <catch2/catch.hpp>

namespace commonweal::exchange {
namespace {

std::string problem(const std::string& json) {
    const auto read = read_bank_holidays(json);
    return read ? "none" : read.error();
}
std::string with_events(const std::string& events) {
    return R"({"england-and-wales":{"division":"england-and-wales","events":[)" + events + "]}}";
}

}  // namespace

TEST_CASE("The program knows the bank holidays of many years, lawful as they are") {
    const auto shipped = shipped_bank_holidays();
    CHECK(shipped.size() == 140);
    CHECK(calendar::decide(BankHolidays{}, calendar::SetBankHolidays{shipped}).has_value());
    const BankHolidays known{shipped};
    CHECK(known.on(*parse_day("2026-12-28"))->name == "Boxing Day");
    CHECK(known.on(*parse_day("2023-05-08")) != nullptr);  // the Coronation
    CHECK(known.on(*parse_day("2026-12-26")) == nullptr);  // a Saturday
}

TEST_CASE("Holidays are read whatever stands beside them, and put in order") {
    const auto read = read_bank_holidays(
        with_events(R"({"title":"Late","date":"2027-08-30","notes":"","bunting":true},
                       {"title":"Early","date":"2027-05-03"})"));
    REQUIRE(read.has_value());
    REQUIRE(read->size() == 2);
    CHECK(read->front().name == "Early");
}

TEST_CASE("What is no list of bank holidays says what is wrong and where") {
    CHECK(problem("").starts_with("it is not JSON"));
    CHECK(problem("{}").starts_with("it has no list \"events\""));
    CHECK(problem(R"({"england-and-wales":{"events":{}}})").starts_with("it has no list"));
    CHECK(problem(with_events(R"({"date":"2027-05-03"})")) == "event 1 has no title");
    CHECK(problem(with_events(R"({"title":"May","date":"3 May"})")) ==
          "event 1 has no date like 2026-12-25");
    CHECK(problem(with_events(R"({"title":"May","date":"2027-05-03"},7)")) ==
          "event 2 has no title");
}

}  // namespace commonweal::exchange
