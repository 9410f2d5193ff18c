// The log read over HTTP by what its events are found by, as far as the reader may see them.
#include <catch2/catch.hpp>

#include "tests/api/fixture.hpp"

namespace commonweal::api::testing {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

array events(const Caller& who, const std::string& query) {
    return must(who.get("/api/v1/events?" + query)).json.at("items").as_array();
}
std::vector<std::string> kinds(const array& items) {
    std::vector<std::string> all;
    for (const auto& item : items) all.emplace_back(item.at("kind").as_string());
    return all;
}
using Kinds = std::vector<std::string>;

}  // namespace

TEST_CASE("Events are found by kind, school, network, cluster and person, and by all at once") {
    Served served;
    served.requested("How you teach reading");
    const auto ada = served.as(served.ada);
    CHECK(kinds(events(ada, "kind=visit-requested")) == Kinds{"visit-requested"});
    CHECK(kinds(events(ada, "kind=visit-requested&school=100001")) == Kinds{"visit-requested"});
    CHECK(events(ada, "kind=visit-requested&school=100003").empty());
    CHECK(kinds(events(ada, "kind=visit-requested&school=100002&network=" + served.network +
                                "&cluster=" + served.cluster)) == Kinds{"visit-requested"});
    CHECK(kinds(events(ada, "order=oldest&person=" + served.ben)) ==
          Kinds{"person-added", "person-address-taken", "person-role-given"});
    CHECK(kinds(events(ada, "person=" + served.ben)) ==
          Kinds{"person-role-given", "person-address-taken", "person-added"});
    CHECK(events(ada, "kind=no-such-kind").empty());
}

TEST_CASE("Events of one commit are found by what they have in common") {
    Served served;
    const auto ada = served.as(served.ada);
    const auto added = events(ada, "order=oldest&kind=person-added&person=" + served.ben).at(0);
    const auto together = std::string(added.at("correlation").as_string());
    CHECK(kinds(events(ada, "order=oldest&correlation=" + together)) ==
          Kinds{"person-added", "person-address-taken", "person-role-given"});
    CHECK(kinds(events(ada, "kind=person-role-given&correlation=" + together)) ==
          Kinds{"person-role-given"});
    CHECK(events(ada, "correlation=" + std::string(32, '0')).empty());
}

TEST_CASE("Events are found by days and instants, a day being one of London") {
    Served served;
    served.clock().set(*parse_instant("2026-06-01T22:30:00Z"));  // half past eleven in London
    served.requested();
    served.clock().set(*parse_instant("2026-06-01T23:30:00Z"));  // the next day there
    served.requested();
    const auto ada = served.as(served.ada);
    const auto on = [&](const std::string& query) {
        return events(ada, "kind=visit-requested&" + query).size();
    };
    CHECK(on("from=2026-06-01&to=2026-06-01") == 1);
    CHECK(on("from=2026-06-02&to=2026-06-02") == 1);
    CHECK(on("from=2026-06-01&to=2026-06-02") == 2);
    CHECK(on("from=2026-06-03") == 0);
    CHECK(on("to=2026-05-31") == 0);
    CHECK(on("from=2026-06-01T22:30:00Z") == 2);
    CHECK(on("from=2026-06-01T22:30:01Z") == 1);
    CHECK(on("to=2026-06-01T23:30:00Z") == 1);
}

TEST_CASE("Pages follow each other without loss or doubling, in both orders") {
    Served served;
    for (int i = 0; i < 5; ++i) served.requested();
    const auto ada = served.as(served.ada);
    for (const std::string order : {"newest", "oldest"}) {
        std::vector<Position> positions;
        std::string cursor;
        do {
            const auto page =
                must(ada.get("/api/v1/events?kind=visit-requested&limit=2&order=" + order +
                             (cursor.empty() ? "" : "&cursor=" + cursor)));
            CHECK(page.json.at("items").as_array().size() <= 2);
            for (const auto& item : page.json.at("items").as_array())
                positions.push_back(item.at("position").to_number<Position>());
            const auto* next = page.json.as_object().if_contains("next");
            cursor = next == nullptr ? "" : std::string(next->as_string());
        } while (!cursor.empty());
        CHECK(positions.size() == 5);
        CHECK((order == "oldest" ? std::ranges::is_sorted(positions)
                                 : std::ranges::is_sorted(positions, std::greater{})));
    }
}

TEST_CASE("Of an event a reader sees what its labels allow") {
    Served served;
    served.requested("How you teach reading");
    const auto seen_by = [&](const std::string& person) {
        return events(served.as(person), "kind=visit-requested").at(0);
    };
    for (const auto& who : {served.ada, served.ben, served.coordinator}) {
        CHECK(seen_by(who).at("event").at("note") == "How you teach reading");
        CHECK(seen_by(who).at("said").at("entered_by") == value(served.ben));
    }
    const auto others = seen_by(served.cleo);
    CHECK_FALSE(others.at("event").as_object().contains("note"));
    CHECK_FALSE(others.at("said").as_object().contains("entered_by"));
    CHECK(others.at("event").at("guest") == "100002");
    CHECK(served.nobody().get("/api/v1/events").status == 401);
}

TEST_CASE("An event has an address of its own") {
    Served served;
    served.requested();
    const auto ada = served.as(served.ada);
    const auto listed = events(ada, "kind=visit-requested").at(0);
    const auto at = std::to_string(listed.at("position").to_number<Position>());
    CHECK(must(ada.get("/api/v1/events/" + at)).json == listed);
    CHECK(listed.at("leaf_hash") ==
          must(ada.get("/api/v1/log/proof?position=" + at)).json.at("leaf_hash"));
    for (const auto* nowhere : {"0", "99999", "x", "-1"})
        CHECK(ada.get(std::string("/api/v1/events/") + nowhere).status == 404);
}

TEST_CASE("An event of a later program is listed, proven, and shown raw to an administrator") {
    Served served;
    auto& log = served.program().app().log();
    log::Commit commit;
    commit.id = {2};
    commit.conditions = {{"visit/later", 0}};
    commit.events = {{"visit/later",
                      {app::tag::kind("visit-dreamt-of")},
                      "visit-dreamt-of",
                      3,
                      "a shape of later"}};
    REQUIRE(std::holds_alternative<log::Appended>(log.append_and_wait(commit)));
    const auto shown = events(served.as(served.administrator), "kind=visit-dreamt-of").at(0);
    CHECK(shown.at("schema_version") == 3);
    CHECK(shown.at("raw") == "YSBzaGFwZSBvZiBsYXRlcg==");
    CHECK_FALSE(shown.as_object().contains("event"));
    const auto others = events(served.as(served.ada), "kind=visit-dreamt-of").at(0);
    CHECK(others.at("kind") == "visit-dreamt-of");
    CHECK_FALSE(others.as_object().contains("raw"));
    const auto at = std::to_string(shown.at("position").to_number<Position>());
    CHECK(
        must(served.as(served.ada).get("/api/v1/log/proof?position=" + at)).json.at("leaf_hash") ==
        shown.at("leaf_hash"));
    // The views go on.
    served.folded();
    CHECK(served.nobody().get("/readyz").status == 200);
}

TEST_CASE("A question that cannot be understood is refused in words") {
    Served served;
    const auto ada = served.as(served.ada);
    for (const auto* query :
         {"school=x", "network=x", "cluster=x", "person=x", "from=yesterday", "to=2026-02-30",
          "order=random", "cursor=x", "correlation=12", "limit=0", "colour=red"}) {
        CAPTURE(query);
        CHECK(ada.get(std::string("/api/v1/events?") + query).status == 400);
    }
}

}  // namespace commonweal::api::testing
