// When schools are open: entered by whom it is for, and what follows for what is planned.
#include <catch2/catch.hpp>

#include "tests/api/fixture.hpp"

namespace commonweal::api::testing {
namespace {

using boost::json::array;
using boost::json::object;

const std::string of_ashton = std::string("/api/v1/schools/") + Served::ashton;
const std::string of_barton = std::string("/api/v1/schools/") + Served::barton;

/// From 5 January to 13 March, in the authority's calendar unless said otherwise.
object spring(const char* of = "authority") {
    return {{"of", of},
            {"year", 2025},
            {"provisional", false},
            {"terms",
             array{object{{"name", "Spring"}, {"first", "2026-01-05"}, {"last", "2026-03-13"}}}},
            {"closed", array{}}};
}
object inset(const char* day) {
    return {
        {"of", "school"},
        {"year", 2025},
        {"provisional", false},
        {"terms", array{}},
        {"closed",
         array{object{{"first", day}, {"last", day}, {"closed", "inset"}, {"name", "INSET day"}}}}};
}
boost::json::value shown(Served& served, const std::string& school) {
    return served.as(served.ben).get(school + "/term-dates").json;
}

}  // namespace

TEST_CASE("The coordinator enters the authority's terms once, and both its schools have them") {
    Served served;
    must(served.as(served.coordinator).post(of_ashton + "/set-term-dates", spring()));
    for (const auto& school : {of_ashton, of_barton}) {
        const auto dates = shown(served, school);
        const auto& calendar = dates.at("calendars").at(0);
        CHECK(calendar.at("of") == "authority");
        CHECK(calendar.at("code") == "801");
        CHECK(calendar.at("name") == "Bristol");
        const auto& year = dates.at("years").at(0);
        CHECK(year.at("year") == 2025);
        CHECK(year.at("of") == "authority");
        CHECK(year.at("open_days") == 50);
        CHECK(year.at("terms").at(0).at("name") == "Spring");
    }
}

TEST_CASE("A lead enters the INSET days of their own school, and of nobody else's") {
    Served served;
    const auto ada = served.as(served.ada);
    CHECK(ada.post(of_ashton + "/set-term-dates", inset("2026-03-16")).status == 200);
    CHECK(ada.post(of_ashton + "/set-term-dates", spring()).status == 403);
    CHECK(ada.post(of_barton + "/set-term-dates", inset("2026-03-16")).status == 403);
    CHECK(ada.post(of_ashton + "/set-term-dates", spring("trust")).problem() == "not-allowed");
    const auto calendars =
        served.as(served.ada).get(of_ashton + "/term-dates").json.at("calendars");
    CHECK(calendars.at(0).at("may") == false);
    CHECK(calendars.at(1).at("of") == "school");
    CHECK(calendars.at(1).at("may") == true);
}

TEST_CASE("The next year is carried on, and a school without a trust has no trust's calendar") {
    Served served;
    const auto coordinator = served.as(served.coordinator);
    must(coordinator.post(of_ashton + "/set-term-dates", spring()));
    must(coordinator.post(of_ashton + "/carry-term-dates", {{"of", "authority"}, {"year", 2025}}));
    const auto next = shown(served, of_barton).at("years").at(1);
    CHECK(next.at("year") == 2026);
    CHECK(next.at("provisional") == true);
    CHECK(next.at("terms").at(0).at("first") == "2027-01-04");
    const auto refused = coordinator.post(of_ashton + "/set-term-dates", spring("trust"));
    CHECK(refused.problem() == "refusal/no-such-calendar");
    CHECK(refused.json.at("detail") == "The register names no trust for this school.");
}

TEST_CASE("A visit and a review are refused on a day on which the school is closed, and say why") {
    Served served;
    must(served.as(served.coordinator).post(of_ashton + "/set-term-dates", spring()));
    must(served.as(served.ada).post(of_ashton + "/set-term-dates", inset("2026-03-12")));
    const auto at = "/api/v1/visits/" + served.requested();
    must(served.as(served.ada).post(at + "/agree", object{}));
    const auto ben = served.as(served.ben);
    const auto on = [&](const char* day) { return ben.post(at + "/set-day", {{"day", day}}); };
    CHECK(on("2026-03-16").problem() == "refusal/not-a-school-day");
    CHECK(on("2026-03-12").json.at("detail") ==
          "There is no school at Ashton Park School on 2026-03-12 (INSET day): choose another day, "
          "or put its term dates right.");
    CHECK(on("2026-03-13").status == 200);
}

TEST_CASE("Days on which a cluster may meet leave out schools on holiday") {
    Served served;
    must(served.as(served.coordinator).post(of_ashton + "/set-term-dates", spring()));
    must(served.as(served.ada).post(of_ashton + "/set-term-dates", inset("2026-03-12")));
    served.folded();
    const auto days =
        served.as(served.ben)
            .get("/api/v1/clusters/" + served.cluster + "/open-days?from=2026-03-12&to=2026-03-16")
            .json.at("items");
    CHECK(days.at(0).at("open") == 2);
    CHECK(days.at(1).at("open") == 2);
    CHECK(days.at(2).at("day") == "2026-03-16");
    CHECK(days.at(2).at("open") == 0);
    CHECK(days.at(2).at("closed") == array{Served::ashton, Served::barton});
}

TEST_CASE("A holiday gives the school that owes more time") {
    Served served;
    served.requested();
    served.folded();
    const auto due = [&] {
        served.folded();
        return served.as(served.ada).get("/api/v1/tasks").json.at("items").at(0).at("due");
    };
    CHECK(due() == "2026-03-23");
    auto longer = spring();
    longer["terms"].as_array().push_back(
        object{{"name", "Summer"}, {"first", "2026-03-30"}, {"last", "2026-07-17"}});
    must(served.as(served.coordinator).post(of_ashton + "/set-term-dates", longer));
    CHECK(due() == "2026-04-08");  // Good Friday and Easter Monday lie between
}

TEST_CASE("What is confirmed for many schools is an administrator's to change") {
    Served served;
    const auto coordinator = served.as(served.coordinator);
    must(coordinator.post(of_ashton + "/set-term-dates", spring()));
    auto changed = spring();
    changed["closed"] = array{object{{"first", "2026-02-16"},
                                     {"last", "2026-02-20"},
                                     {"closed", "holiday"},
                                     {"name", "Half-term"}}};
    CHECK(coordinator.post(of_ashton + "/set-term-dates", changed).problem() ==
          "refusal/days-confirmed");
    CHECK(served.as(served.administrator).post(of_ashton + "/set-term-dates", changed).status ==
          200);
}

TEST_CASE("Term dates sent again under their key answer as the first time") {
    Served served;
    const auto coordinator = served.as(served.coordinator);
    const Headers key{{"Idempotency-Key", "term-dates-1"}};
    const auto first = must(coordinator.post(of_ashton + "/set-term-dates", spring(), key));
    const auto again = must(coordinator.post(of_ashton + "/set-term-dates", spring(), key));
    CHECK(again.json == first.json);
}

}  // namespace commonweal::api::testing
