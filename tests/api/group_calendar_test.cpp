// The calendar of a cluster or a network: what happens when, and when its schools are closed.
#include <catch2/catch.hpp>

#include "tests/api/fixture.hpp"

namespace commonweal::api::testing {
namespace {

using boost::json::array;
using boost::json::object;

boost::json::value calendar(Served& served, const std::string& of, const std::string& window) {
    served.folded();
    const auto answer = served.as(served.cleo).get("/api/v1/" + of + "/calendar" + window);
    INFO(answer.text);
    REQUIRE(answer.status == 200);
    return answer.json;
}
const std::string march = "?from=2026-03-01&to=2026-03-31";

/// A visit of Barton at Ashton on that day.
std::string visit_on(Served& served, const char* day) {
    const auto id = served.requested();
    must(served.as(served.ada).post("/api/v1/visits/" + id + "/agree", object{}));
    must(served.as(served.ben).post("/api/v1/visits/" + id + "/set-day", {{"day", day}}));
    return id;
}

}  // namespace

TEST_CASE("A visit between two members stands on its day once, in the cluster and the network") {
    Served served;
    const auto id = visit_on(served, "2026-03-18");
    for (const auto& of : {"clusters/" + served.cluster, "networks/" + served.network}) {
        const auto entries = calendar(served, of, march).at("entries").as_array();
        REQUIRE(entries.size() == 1);
        CHECK(entries[0].at("visit") == boost::json::string(id));
        CHECK(entries[0].at("day") == "2026-03-18");
        CHECK(entries[0].at("schools") == array{Served::ashton, Served::barton});
        CHECK(entries[0].at("theme") == "equity");
        CHECK(entries[0].at("took_place") == false);
    }
}

TEST_CASE("What is cancelled or outside of the window is not there") {
    Served served;
    const auto id = visit_on(served, "2026-03-18");
    const auto of = "clusters/" + served.cluster;
    CHECK(calendar(served, of, "?from=2026-03-19&to=2026-03-31").at("entries").as_array().empty());
    CHECK(calendar(served, of, "?from=2026-03-18&to=2026-03-18").at("entries").as_array().size() ==
          1);
    must(served.as(served.ada).post("/api/v1/visits/" + id + "/cancel", {{"reason", "Ill"}}));
    CHECK(calendar(served, of, march).at("entries").as_array().empty());
}

TEST_CASE("Proposed days of a meeting are marked, and the settled one alone remains") {
    Served served;
    const auto meeting =
        served.as(served.coordinator)
            .post("/api/v1/meetings", {{"cluster", served.cluster},
                                       {"host", Served::ashton},
                                       {"mode", "in_person"},
                                       {"days", array{"2026-03-10", "2026-03-11"}}})
            .id();
    const auto of = "clusters/" + served.cluster;
    const auto proposed = calendar(served, of, march).at("entries").as_array();
    REQUIRE(proposed.size() == 2);
    CHECK(proposed[0].at("proposed") == true);
    CHECK(proposed[0].at("meeting") == boost::json::string(meeting));
    must(served.as(served.coordinator)
             .post("/api/v1/meetings/" + meeting + "/settle-day", {{"day", "2026-03-11"}}));
    const auto settled = calendar(served, of, march).at("entries").as_array();
    REQUIRE(settled.size() == 1);
    CHECK(settled[0].at("day") == "2026-03-11");
    CHECK(settled[0].at("proposed") == false);
}

TEST_CASE(
    "Schools that are closed on the same days stand together, and bank holidays beside them") {
    Served served;
    const object term{{"name", "Spring"}, {"first", "2026-01-05"}, {"last", "2026-03-26"}};
    must(served.as(served.coordinator)
             .post(std::string("/api/v1/schools/") + Served::ashton + "/set-term-dates",
                   {{"of", "authority"},
                    {"year", 2025},
                    {"provisional", false},
                    {"terms", array{term}},
                    {"closed", array{}}}));
    const auto shown =
        calendar(served, "networks/" + served.network, "?from=2026-03-20&to=2026-04-05");
    const auto closed = shown.at("closed").as_array();
    REQUIRE(closed.size() == 1);
    CHECK(closed[0].at("first") == "2026-03-27");
    CHECK(closed[0].at("last") == "2026-04-03");
    CHECK(closed[0].at("closed") == "holiday");
    CHECK(closed[0].at("schools") == array{Served::ashton, Served::barton, Served::clifton});
    REQUIRE(shown.at("holidays").as_array().size() == 1);
    CHECK(shown.at("holidays").at(0).at("name") == "Good Friday");
}

TEST_CASE("A calendar is asked for a window of days, of a group that is there") {
    Served served;
    const auto ada = served.as(served.ada);
    const auto of = "/api/v1/clusters/" + served.cluster + "/calendar";
    CHECK(ada.get(of).status == 400);
    CHECK(ada.get(of + "?from=2026-03-02&to=2026-03-01").status == 400);
    CHECK(ada.get(of + "?from=2026-03-02&to=2028-03-01").status == 400);
    CHECK(ada.get("/api/v1/clusters/clu_00000000000000000000000000/calendar" + march).status ==
          404);
    CHECK(served.nobody().get(of + march).status == 401);
}

}  // namespace commonweal::api::testing
