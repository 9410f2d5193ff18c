// The register, taken in through the control socket as the command line does.
#include <catch2/catch.hpp>

#include "tests/api/fixture.hpp"

namespace commonweal::api::testing {
namespace {

constexpr const char* header =
    "URN,EstablishmentName,EstablishmentStatus (name),PhaseOfEducation (name)\n";

Answer take_in(Served& served, const std::string& rows, const std::string& query = {}) {
    const auto answer =
        served.as_operator("POST", "/api/v1/register" + query, header + rows, "text/csv");
    INFO(answer.text);
    REQUIRE(answer.status == 200);
    return answer;
}

std::uint64_t number(const Answer& answer, const char* name) {
    return answer.json.at(name).to_number<std::uint64_t>();
}

}  // namespace

TEST_CASE("The same file again changes nothing; a changed one gives just the changed schools") {
    Served served;
    const std::string rows = "300001,One School,Open,Primary\n300002,Two School,Open,Primary\n";
    auto& log = served.program().app().log();
    CHECK(number(take_in(served, rows), "created") == 2);
    const auto head = log.head().position;
    const auto again = take_in(served, rows);
    CHECK(number(again, "unchanged") == 2);
    CHECK(number(again, "created") + number(again, "updated") + number(again, "closed") == 0);
    CHECK(log.head().position == head);
    const auto changed =
        take_in(served, "300001,One School,Open,Primary\n300002,Two Schools,Open,Primary\n");
    CHECK(number(changed, "updated") == 1);
    CHECK(number(changed, "unchanged") == 1);
    CHECK(log.head().position == head + 1);
    CHECK(number(take_in(served, "300001,One School,Closed,Primary\n"), "closed") == 1);
    CHECK(log.head().position == head + 2);
}

TEST_CASE("A dry run says what would change, and changes nothing") {
    Served served;
    auto& log = served.program().app().log();
    const auto head = log.head().position;
    const auto answer = take_in(served, "300001,One School,Open,Primary\n", "?dry_run=true");
    CHECK(number(answer, "created") == 1);
    CHECK(log.head().position == head);
    CHECK(number(take_in(served, "300001,One School,Open,Primary\n"), "created") == 1);
}

TEST_CASE("A bad row is told with row, column and reason, and stops no other") {
    Served served;
    const auto answer = take_in(served,
                                "300001,One School,Open,Primary\n"
                                "x,No Number,Open,Primary\n"
                                "300003,,Open,Primary\n"
                                "300004,Four School,Proposed to open,Primary\n"
                                "300005,Five School,Open,Primary\n");
    CHECK(number(answer, "created") == 2);
    const auto& rejected = answer.json.at("rejected").as_array();
    REQUIRE(rejected.size() == 3);
    CHECK(rejected[0].at("row") == 3);
    CHECK(rejected[0].at("column") == "URN");
    CHECK(rejected[1].at("row") == 4);
    CHECK(rejected[1].at("column") == "EstablishmentName");
    CHECK(rejected[2].at("row") == 5);
    for (const auto& row : rejected) CHECK_FALSE(row.at("reason").as_string().empty());
}

TEST_CASE("A file that is no register is refused in words") {
    Served served;
    for (const char* body : {"", "name,age\nAda,36\n", "\xFF\xFE\x00"}) {
        const auto answer = served.as_operator("POST", "/api/v1/register", body, "text/csv");
        CHECK(answer.status == 422);
        CHECK(answer.problem() == "not-a-register");
    }
    CHECK(served.as_operator("GET", "/api/v1/register/progress").json.at("running") == false);
}

}  // namespace commonweal::api::testing
