// Before and after a visit over HTTP: its sheet, who comes, and what was taken over.
#include <catch2/catch.hpp>

#include "tests/api/fixture.hpp"

namespace commonweal::api::testing {
namespace {

using boost::json::object;

/// A visit of Barton at Ashton on 11 March; its address.
std::string dated(Served& served) {
    const auto visit = "/api/v1/visits/" + served.requested();
    const auto ada = served.as(served.ada);
    REQUIRE(ada.post(visit + "/agree", object{}).status == 200);
    REQUIRE(ada.post(visit + "/set-day", {{"day", "2026-03-11"}}).status == 200);
    return visit;
}
void pass(Served& served, int days) {
    served.clock().set(served.clock().now() + std::chrono::days{days});
    served.program().begin_days();
}

}  // namespace

TEST_CASE("Host and guest tell each other what the day needs, and nobody else reads it") {
    Served served;
    const auto visit = dated(served);
    const object sheet{{"arrival", "At 9"}, {"contact", "The office"}};
    CHECK(served.as(served.ben).post(visit + "/write-sheet", sheet).status == 403);
    CHECK(served.as(served.ada).post(visit + "/write-sheet", sheet).status == 200);
    const object visitors{{"visitors", "Lead\nDeputy"}, {"checks_confirmed", true}};
    CHECK(served.as(served.ada).post(visit + "/name-visitors", visitors).status == 403);
    CHECK(served.as(served.ben).post(visit + "/name-visitors", visitors).status == 200);
    const auto shown = served.as(served.ada).get(visit).json;
    CHECK(shown.at("sheet").at("arrival") == "At 9");
    CHECK(shown.at("visitors").at("visitors") == "Lead\nDeputy");
    CHECK(shown.at("visitors").at("checks_confirmed_on") == "2026-03-09");
    CHECK(shown.at("checks_confirmed_by") == "Ben Example");
    const auto outside = served.as(served.cleo).get(visit).json.as_object();
    for (const char* hidden : {"sheet", "visitors", "checks_confirmed_by"})
        CHECK_FALSE(outside.contains(hidden));
}

TEST_CASE("Four weeks after a visit its sheet and its visitors are no longer shown") {
    Served served;
    const auto visit = dated(served);
    REQUIRE(served.as(served.ada).post(visit + "/write-sheet", {{"arrival", "At 9"}}).status ==
            200);
    pass(served, 30);  // 8 April: four weeks to the day
    CHECK(served.as(served.ada).get(visit).json.as_object().contains("sheet"));
    pass(served, 1);
    CHECK_FALSE(served.as(served.ada).get(visit).json.as_object().contains("sheet"));
}

TEST_CASE("A practice is taken over and followed up by its own side") {
    Served served;
    const auto visit = dated(served);
    pass(served, 2);
    const auto ada = served.as(served.ada);
    const auto ben = served.as(served.ben);
    REQUIRE(ben.post(visit + "/record-held", object{}).status == 200);
    const object practice{{"side", "guest"}, {"practice", "Reading aloud"}};
    CHECK(ada.post(visit + "/adopt-practice", practice).status == 403);
    CHECK(ben.post(visit + "/adopt-practice", practice).status == 200);
    const object follow_up{{"number", 1}, {"in_use", "adapted"}, {"note", "In year 3, too"}};
    CHECK(ada.post(visit + "/follow-up-practice", follow_up).status == 403);
    CHECK(ben.post(visit + "/follow-up-practice", follow_up).status == 200);
    CHECK(
        ben.post(visit + "/follow-up-practice", {{"number", 7}, {"in_use", "adapted"}}).problem() ==
        "refusal/practice-unknown");
    CHECK(ben.post(visit + "/follow-up-practice", {{"number", 1}, {"in_use", "lost"}}).status ==
          400);
    const auto shown = ada.get(visit).json.at("practices");
    CHECK(shown.at(0).at("practice") == "Reading aloud");
    CHECK(shown.at(0).at("day") == "2026-03-11");
    CHECK(shown.at(0).at("follow_ups").at(0).at("note") == "In year 3, too");
    CHECK_FALSE(served.as(served.cleo).get(visit).json.as_object().contains("practices"));
    served.folded();
    CHECK(ada.get("/api/v1/visits").json.at("items").at(0).at("practices") == 1);
}

}  // namespace commonweal::api::testing
