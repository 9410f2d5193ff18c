// The ledger over HTTP: what everybody sees, what is a school's own affair, and who writes in it.
#include <catch2/catch.hpp>

#include "tests/api/fixture.hpp"

namespace commonweal::api::testing {
namespace {

using boost::json::object;

const std::string of_ashton = std::string("/api/v1/schools/") + Served::ashton;

object opening(const Served& served, int reviews, int days) {
    return {{"network", served.network}, {"kind", "opening"}, {"day", "2026-01-05"},
            {"reviews", reviews},        {"days", days},      {"reason", "From the spreadsheet"}};
}
boost::json::value ledger(Served& served, const std::string& who, const std::string& query) {
    served.folded();
    const auto answer = served.as(who).get("/api/v1/ledger" + query);
    INFO(answer.text);
    REQUIRE(answer.status == 200);
    return answer.json;
}
/// A visit of earlier times: Barton at Ashton.
void past_visit(Served& served, const char* day) {
    must(served.as(served.coordinator)
             .post("/api/v1/past-visits", {{"guest", Served::barton},
                                           {"host", Served::ashton},
                                           {"network", served.network},
                                           {"theme", "equity"},
                                           {"day", day}}));
}

}  // namespace

TEST_CASE("A network's ledger has a row a school, in the order of names, over three years") {
    Served served;
    past_visit(served, "2025-10-07");
    past_visit(served, "2021-10-07");
    const auto shown = ledger(served, served.cleo, "?network=" + served.network);
    CHECK(shown.at("from") == "2023-03-09");
    CHECK(shown.at("to") == "2026-03-09");
    const auto rows = shown.at("rows").as_array();
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].at("school") == Served::ashton);
    CHECK(rows[0].at("visits_hosted") == 1);
    CHECK(rows[1].at("visits_made") == 1);
    CHECK(rows[1].at("journeys_unknown") == 1);
    CHECK(ledger(served, served.cleo, "?cluster=" + served.cluster).at("rows").as_array().size() ==
          2);
    const auto wider =
        ledger(served, served.cleo, "?network=" + served.network + "&from=2020-01-01");
    CHECK(wider.at("rows").at(0).at("visits_hosted") == 2);
}

TEST_CASE("What cover costs is seen by the school and its coordinator alone") {
    Served served;
    must(served.as(served.ada)
             .post(of_ashton + "/set-cover-rate",
                   {{"pence_per_day", 21000}, {"from", "2026-01-01"}}));
    const auto of_row = [&](const std::string& who) {
        const auto row = ledger(served, who, "?network=" + served.network).at("rows").at(0);
        return row.as_object().contains("cover_rate");
    };
    CHECK(of_row(served.ada));
    CHECK(of_row(served.coordinator));
    CHECK_FALSE(of_row(served.ben));
    const auto query = std::string("?school=") + Served::ashton;
    CHECK(ledger(served, served.ada, query).at("rows").at(0).at("cover_rate") == 21000);
    CHECK_FALSE(
        ledger(served, served.ben, query).at("rows").at(0).as_object().contains("cover_rate"));
}

TEST_CASE("A coordinator enters an opening balance, whose reason is not for everybody") {
    Served served;
    const auto coordinator = served.as(served.coordinator);
    CHECK(coordinator.post(of_ashton + "/enter-in-ledger", opening(served, 2, -3)).status == 200);
    const auto query = std::string("?school=") + Served::ashton;
    const auto own = ledger(served, served.ada, query);
    CHECK(own.at("rows").at(0).at("balance_reviews") == 2);
    CHECK(own.at("rows").at(0).at("balance_days") == -3);
    CHECK(own.at("lines").at(0).at("kind") == "opening");
    CHECK(own.at("lines").at(0).at("reason") == "From the spreadsheet");
    CHECK(own.at("may") == boost::json::array{"set-cover-rate"});
    const auto others = ledger(served, served.ben, query);
    CHECK(others.at("rows").at(0).at("balance_reviews") == 2);
    CHECK_FALSE(others.at("lines").at(0).as_object().contains("reason"));
    CHECK(others.at("may").as_array().empty());
}

TEST_CASE("Only whom it is for writes in an account") {
    Served served;
    const auto ada = served.as(served.ada);
    CHECK(ada.post(of_ashton + "/enter-in-ledger", opening(served, 1, 1)).status == 403);
    CHECK(served.as(served.ben)
              .post(of_ashton + "/set-cover-rate", {{"pence_per_day", 1}, {"from", "2026-01-01"}})
              .status == 403);
    CHECK(served.as(served.coordinator)
              .post(of_ashton + "/enter-in-ledger", opening(served, 0, 0))
              .problem() == "refusal/amount-malformed");
}

TEST_CASE("A ledger is asked for of somebody, and from before to after") {
    Served served;
    const auto ada = served.as(served.ada);
    CHECK(ada.get("/api/v1/ledger").status == 400);
    CHECK(ada.get("/api/v1/ledger?network=" + served.network + "&from=2026-02-01&to=2026-01-01")
              .status == 400);
}

TEST_CASE(
    "The coordinator of another network of the school is not told why something was entered") {
    Served served;
    must(served.as(served.coordinator).post(of_ashton + "/enter-in-ledger", opening(served, 1, 1)));
    const auto other =
        must(served.as_operator("POST", "/api/v1/networks", R"({"name":"Elsewhere"})")).id();
    must(served.as_operator("POST", "/api/v1/networks/" + other + "/join",
                            std::string(R"({"school":")") + Served::ashton + "\"}"));
    const object body{
        {"name", "Oscar Example"},
        {"email", "oscar@school.example"},
        {"roles", boost::json::array{object{{"role", "coordinator"}, {"place", other}}}}};
    const auto oscar =
        must(served.as_operator("POST", "/api/v1/people", boost::json::serialize(body))).id();
    const auto shown = ledger(served, oscar, std::string("?school=") + Served::ashton);
    CHECK_FALSE(shown.at("lines").at(0).as_object().contains("reason"));
    CHECK(ledger(served, served.ada, std::string("?school=") + Served::ashton)
              .at("lines")
              .at(0)
              .as_object()
              .contains("reason"));
}

TEST_CASE("Nobody has a ledger who is not there, and a school is of no cluster's ledger alone") {
    Served served;
    served.folded();
    const auto ada = served.as(served.ada);
    CHECK(ada.get("/api/v1/ledger?school=999999").status == 404);
    CHECK(ada.get("/api/v1/ledger?network=net_00000000000000000000000000").status == 404);
    CHECK(ada.get(std::string("/api/v1/ledger?school=") + Served::ashton +
                  "&cluster=" + served.cluster)
              .status == 400);
}

}  // namespace commonweal::api::testing
