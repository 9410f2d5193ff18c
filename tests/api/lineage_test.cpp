// Schools that change, over HTTP: the register's links, what hangs on a school, where it goes.
#include <catch2/catch.hpp>

#include "tests/api/fixture.hpp"

namespace commonweal::api::testing {
namespace {

using boost::json::array;
using boost::json::object;

constexpr const char* schools =
    "URN,EstablishmentName,EstablishmentStatus (name)\n150001,Ashton Park Academy,Open\n"
    "100001,Ashton Park School,Closed\n";
constexpr const char* links =
    "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n"
    "150001,100001,Ashton Park School,Predecessor,01-03-2026\n"
    "100001,150001,Ashton Park Academy,Successor,28-02-2026\n";

Answer take_in(Served& served, const char* target, const std::string& body) {
    auto answer = served.as_operator("POST", target, body, "text/csv");
    must(answer);
    return answer;
}
std::uint64_t number(const Answer& answer, const char* name) {
    return answer.json.at(name).to_number<std::uint64_t>();
}
/// Ashton Park became an academy.
void convert(Served& served) {
    take_in(served, "/api/v1/register", schools);
    take_in(served, "/api/v1/register/links", links);
    served.folded();
}

}  // namespace

TEST_CASE("Both sides of a link are one link; the same file again changes nothing") {
    Served served;
    take_in(served, "/api/v1/register", schools);
    const auto first = take_in(served, "/api/v1/register/links", links);
    CHECK(number(first, "created") == 1);
    const auto again = take_in(served, "/api/v1/register/links", links);
    CHECK(number(again, "unchanged") == 1);
    CHECK(number(again, "created") + number(again, "updated") == 0);
    served.folded();
    const auto page = served.as(served.ada).get("/api/v1/schools/150001");
    const auto& came_from = page.json.at("predecessors").at(0);
    CHECK(came_from.at("school") == "100001");
    CHECK(came_from.at("name") == "Ashton Park School");
    CHECK(came_from.at("on") == "2026-03-01");  // as the one that followed has it
}

TEST_CASE("What hangs on a school is shown, and goes where the coordinator says") {
    Served served;
    const auto visit = served.requested();
    convert(served);
    const auto cora = served.as(served.coordinator);
    const auto changing = cora.get("/api/v1/changing-schools?network=" + served.network);
    REQUIRE(changing.json.at("items").as_array().size() == 1);
    const auto hanging = cora.get("/api/v1/schools/100001/hanging");
    CHECK(hanging.json.at("may") == true);
    CHECK(hanging.json.at("visits").at(0).at("id").as_string() == visit);
    CHECK(hanging.json.at("people").at(0).at("id").as_string() == served.ada);
    CHECK(hanging.json.at("successors").at(0).at("school") == "150001");
    object all{{"to", "150001"},
               {"history", true},
               {"networks", array{served.network}},
               {"clusters", array{served.cluster}},
               {"people", array{served.ada}},
               {"visits", array{visit}}};
    CHECK(served.as(served.ada).post("/api/v1/schools/100001/hand-on", all).status == 403);
    must(cora.post("/api/v1/schools/100001/hand-on", all));
    served.folded();
    CHECK(cora.get("/api/v1/changing-schools").json.at("items").as_array().empty());
    CHECK(served.as(served.ada).get("/api/v1/visits/" + visit).json.at("host") == "150001");
    must(served.as(served.ada).post("/api/v1/visits/" + visit + "/agree", object{}));
    // It is in none of her networks any more; an administrator is told why it goes no second time.
    CHECK(cora.post("/api/v1/schools/100001/hand-on", all).status == 403);
    CHECK(served.as(served.administrator).post("/api/v1/schools/100001/hand-on", all).problem() ==
          "refusal/history-handed-on");
}

TEST_CASE("Links to schools that are not here are passed over, or told where one is left behind") {
    Served served;
    const std::string head = "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n";
    const auto told = take_in(served, "/api/v1/register/links",
                              head +
                                  "900001,900002,Nowhere,Predecessor,\n"
                                  "100001,900003,Gone,Sixth Form Centre Link,\n"
                                  "100002,900004,A Successor,Successor,\n"
                                  "100003,800001,Old Clifton,Predecessor,31-02-2020\n"
                                  "100003,800002,Older Clifton,Predecessor,\n"
                                  "800002,800003,Oldest Clifton,Predecessor,\n");
    CHECK(number(told, "created") == 2);
    CHECK(number(told, "passed_over") == 2);
    const auto& rejected = told.json.at("rejected").as_array();
    REQUIRE(rejected.size() == 2);
    CHECK(rejected[0].at("row") == 4);
    CHECK(rejected[1].at("column") == "LinkEstablishedDate");
    served.folded();
    const auto gone = served.as(served.ada).get("/api/v1/schools/800002");
    CHECK(gone.json.at("details").at("name") == "Older Clifton");
    CHECK(gone.json.at("predecessors").at(0).at("school") == "800003");
}

TEST_CASE("A list that is something else is refused with what it lacks") {
    Served served;
    const auto refused = [&](const char* target, const char* body) {
        const auto answer = served.as_operator("POST", target, body, "text/csv");
        CHECK(answer.status == 422);
        CHECK(answer.problem() == "not-a-register");
        return std::string(answer.json.at("detail").as_string());
    };
    CHECK(refused("/api/v1/register/links", schools).find("\"LinkURN\"") != std::string::npos);
    CHECK(refused("/api/v1/register/groups", links).find("\"Linked UID\"") != std::string::npos);
    CHECK(
        refused("/api/v1/register/groups", "Group UID,Group Name\n1,Trust\n").find("group links") !=
        std::string::npos);
    const auto lead = served.as(served.ada);
    CHECK(lead.post("/api/v1/register/links", "x", {{"Content-Type", "text/csv"}}).status == 403);
}

TEST_CASE("A change of trust is on the school's page, with its day") {
    Served served;
    const std::string head =
        "URN,Linked UID,Group Name,Group Type,Closed Date,Group Status,Joined date\n";
    const auto take = [&](const std::string& rows) {
        return take_in(served, "/api/v1/register/groups", head + rows);
    };
    CHECK(number(take("100001,2053,Bristol Trust,Multi-academy trust,,Open,05-12-2017\n"
                      "100001,77,Gone,Federation,01-01-2020,Closed,01-01-2010\n"
                      "900001,2053,Bristol Trust,Multi-academy trust,,Open,05-12-2017\n"),
                 "created") == 1);
    const auto moved = take("100001,4431,Avon Trust,Multi-academy trust,,Open,01-09-2025\n");
    CHECK(number(moved, "updated") == 1);
    served.folded();
    const auto page = served.as(served.ada).get("/api/v1/schools/100001");
    const auto& groups = page.json.at("groups").as_array();
    REQUIRE(groups.size() == 1);
    CHECK(groups[0].at("name") == "Avon Trust");
    CHECK(groups[0].at("since") == "2025-09-01");
    const auto before = served.program().app().log().head().position;
    CHECK(number(take("100001,4431,Avon Trust,Multi-academy trust,,Open,01-09-2025\n"),
                 "unchanged") == 1);
    CHECK(served.program().app().log().head().position == before);
}

TEST_CASE("A place outside the register has a number of its own") {
    Served served;
    const auto cora = served.as(served.coordinator);
    CHECK(served.as(served.ada).post("/api/v1/schools", {{"name", "A College"}}).status == 403);
    const auto added =
        cora.post("/api/v1/schools",
                  {{"name", "Severnside College"}, {"type", "College"}, {"town", "Bristol"}});
    CHECK(added.status == 201);
    CHECK(std::stoul(added.id()) >= 90'000'001);
    must(cora.post("/api/v1/networks/" + served.network + "/join", {{"school", added.id()}}));
    served.folded();
    CHECK(cora.get("/api/v1/schools?q=severnside").json.at("items").at(0).at("town") == "Bristol");
}

}  // namespace commonweal::api::testing
