// Meetings over HTTP: planned, answered, written down, and seen by whom they are for.
#include <catch2/catch.hpp>

#include "tests/api/fixture.hpp"

namespace commonweal::api::testing {
namespace {

using boost::json::array;
using boost::json::object;

object proposal(const Served& served) {
    return {{"cluster", served.cluster},
            {"host", Served::ashton},
            {"mode", "mixed"},
            {"days", array{"2026-03-10", "2026-03-11"}},
            {"agenda", "Equity"}};
}
std::string proposed(Served& served) {
    const auto answer = served.as(served.coordinator).post("/api/v1/meetings", proposal(served));
    INFO(answer.text);
    REQUIRE(answer.status == 201);
    return "/api/v1/meetings/" + answer.id();
}
void ok(const Answer& answer) {
    INFO(answer.text);
    REQUIRE(answer.status == 200);
}
object row(const char* school, const char* presence) {
    return {{"school", school}, {"presence", presence}, {"substitute", false}};
}
boost::json::value shown(Served& served, const std::string& who, const std::string& meeting) {
    served.folded();
    return served.as(who).get(meeting).json;
}
std::vector<std::string> texts(const boost::json::value& list) {
    std::vector<std::string> all;
    for (const auto& text : list.as_array()) all.emplace_back(text.as_string());
    return all;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("A meeting goes from proposed days to who was there, each step by whom it is for") {
    Served served;
    const auto meeting = proposed(served);
    const auto ben = served.as(served.ben);
    const auto ada = served.as(served.ada);
    ok(ben.post(meeting + "/answer-days",
                {{"school", Served::barton}, {"days", array{"2026-03-11"}}}));
    const auto before = shown(served, served.ada, meeting);
    CHECK(before.at("stage") == "proposed");
    CHECK(before.at("proposed").at(0).at("suits") == 0);
    CHECK(before.at("proposed").at(1).at("suits") == 1);
    CHECK(before.at("proposed").at(1).at("open") == 2);
    CHECK(texts(before.at("schools")) == Texts{Served::ashton, Served::barton});
    CHECK(texts(before.at("speaks_for")) == Texts{Served::ashton});
    ok(ada.post(meeting + "/settle-day", {{"day", "2026-03-11"}, {"starts", "16:00"}}));
    ok(ben.post(meeting + "/reply", {{"school", Served::barton}, {"coming", "remote"}}));
    served.clock().set(served.clock().now() + std::chrono::days{2});
    served.program().begin_days();
    ok(ada.post(
        meeting + "/record-attendance",
        {{"attendance", array{row(Served::barton, "remote"), row(Served::ashton, "in_person")}}}));
    ok(ada.post(meeting + "/correct-attendance",
                {{"attendance",
                  array{row(Served::barton, "apologies"), row(Served::ashton, "in_person")}}}));
    const auto held = shown(served, served.ben, meeting);
    CHECK(held.at("stage") == "held");
    CHECK(held.at("attendance").at(1).at("presence") == "apologies");
    const auto list = served.as(served.cleo).get("/api/v1/meetings?cluster=" + served.cluster);
    CHECK(list.json.at("items").at(0).at("attended") == 1);
    CHECK(list.json.at("items").at(0).at("apologies") == 1);
}

TEST_CASE("What is said for a meeting is for its schools; others see when and where it is") {
    Served served;
    const auto meeting = proposed(served);
    ok(served.as(served.ada)
           .post(meeting + "/settle-day", {{"day", "2026-03-11"}, {"where", "The library"}}));
    ok(served.as(served.ben)
           .post(meeting + "/reply", {{"school", Served::barton}, {"coming", "apologies"}}));
    const auto member = shown(served, served.ben, meeting);
    CHECK(member.at("agenda") == "Equity");
    CHECK(member.at("where") == "The library");
    CHECK(member.at("answers").at(0).at("coming") == "apologies");
    const auto outsider = shown(served, served.cleo, meeting);
    CHECK(outsider.at("day") == "2026-03-11");
    for (const char* hidden : {"agenda", "where", "answers", "attendance"}) {
        INFO(hidden);
        CHECK_FALSE(outsider.as_object().contains(hidden));
    }
    CHECK(texts(outsider.at("may")).empty());
    CHECK(texts(outsider.at("speaks_for")).empty());
    CHECK(served.as(served.cleo)
              .post(meeting + "/reply", {{"school", Served::clifton}, {"coming", "remote"}})
              .problem() == "refusal/not-of-the-cluster");
    CHECK(served.as(served.cleo).post(meeting + "/cancel", object{}).status == 403);
}

TEST_CASE("A coordinator speaks for every school of the cluster, a lead for one") {
    Served served;
    const auto meeting = proposed(served);
    const auto coordinator = shown(served, served.coordinator, meeting);
    CHECK(texts(coordinator.at("speaks_for")) == Texts{Served::ashton, Served::barton});
    ok(served.as(served.coordinator)
           .post(meeting + "/answer-days", {{"school", Served::barton}, {"days", array{}}}));
    CHECK(served.as(served.ben)
              .post(meeting + "/answer-days", {{"school", Served::ashton}, {"days", array{}}})
              .status == 403);
}

TEST_CASE("Whoever plans a meeting sees how many schools are free on a day, and whose turn it is") {
    Served served;
    ok(served.as_operator(
        "POST", "/api/v1/calendar/bank-holidays",
        R"({"england-and-wales":{"division":"england-and-wales","events":[)"
        R"({"title":"A holiday","date":"2026-03-12","notes":"","bunting":true}]}})"));
    const auto visit = "/api/v1/visits/" + served.requested();
    ok(served.as(served.ada).post(visit + "/agree", object{}));
    ok(served.as(served.ada).post(visit + "/set-day", {{"day", "2026-03-11"}}));
    const auto meeting = proposed(served);
    ok(served.as(served.ada).post(meeting + "/settle-day", {{"day", "2026-03-13"}}));
    served.folded();
    const auto cluster = "/api/v1/clusters/" + served.cluster;
    const auto days =
        served.as(served.ben).get(cluster + "/open-days?from=2026-03-10&to=2026-03-16").json;
    const auto& items = days.at("items").as_array();
    REQUIRE(items.size() == 5);  // without the weekend
    CHECK(items[0].at("open") == 2);
    CHECK(items[1].at("open") == 0);  // both take part in the visit
    CHECK(texts(items[1].at("busy")) == Texts{Served::ashton, Served::barton});
    CHECK(items[2].at("holiday") == "A holiday");
    CHECK(items[3].at("open") == 0);  // they meet
    CHECK(items[4].at("day") == "2026-03-16");
    const auto hosts = served.as(served.ben).get(cluster + "/hosts").json.at("items");
    CHECK(hosts.at(0).at("school") == Served::barton);  // never has
    CHECK(hosts.at(1).at("last_hosted") == "2026-03-13");
    for (const char* wrong : {"", "?from=2026-03-10", "?from=2026-03-10&to=2026-03-09",
                              "?from=2026-03-10&to=2026-09-09", "?from=soon&to=later"}) {
        INFO(wrong);
        CHECK(served.as(served.ben).get(cluster + "/open-days" + wrong).status == 400);
    }
}

TEST_CASE("Meetings are listed by the schools that take part") {
    Served served;
    proposed(served);
    served.folded();
    const auto count = [&](const std::string& query) {
        const auto list = served.as(served.ben).get("/api/v1/meetings" + query);
        INFO(list.text);
        return list.json.at("items").as_array().size();
    };
    CHECK(count("") == 1);
    CHECK(count(std::string("?school=") + Served::barton) == 1);
    CHECK(count(std::string("?school=") + Served::clifton) == 0);
    CHECK(count(std::string("?school=") + Served::barton + "&cluster=" + served.cluster) == 1);
    CHECK(count(std::string("?school=") + Served::clifton + "&cluster=" + served.cluster) == 0);
    CHECK(count("?open=false") == 0);
    CHECK(count("?network=" + served.network) == 1);
    CHECK(served.as(served.ben).get("/api/v1/meetings?school=x").status == 400);
}

TEST_CASE("A dashboard is told of a meeting while it is watched") {
    Served served;
    served.folded();
    Watcher watcher(served.port(), served.as(served.ben).headers);
    watcher.subscribe("cluster/" + served.cluster + "/network");
    CHECK(watcher.next().at("view").at("meetings").as_array().empty());
    const auto meeting = proposed(served);
    const auto told = watcher.next().at("changes").at("meetings");
    REQUIRE(told.as_array().size() == 1);
    CHECK("/api/v1/meetings/" + std::string(told.at(0).at("id").as_string()) == meeting);
    const auto dashboard =
        served.as(served.ben).get("/api/v1/clusters/" + served.cluster + "/dashboard").json;
    CHECK(dashboard.at("meetings").at(0).at("stage") == "proposed");
    CHECK(dashboard.at("activity").at(0).at("kind") == "meeting-proposed");
    CHECK(dashboard.at("activity").at(0).at("meeting") == told.at(0).at("id"));
}

TEST_CASE("A meeting that cannot be is refused in words") {
    Served served;
    const auto coordinator = served.as(served.coordinator);
    auto elsewhere = proposal(served);
    elsewhere["host"] = Served::clifton;
    const auto refused = coordinator.post("/api/v1/meetings", elsewhere);
    CHECK(refused.status == 422);
    CHECK(refused.json.at("detail") == "School 100003 does not belong to the cluster that meets.");
    CHECK(served.as(served.cleo).post("/api/v1/meetings", proposal(served)).status == 403);
    auto weekend = proposal(served);
    weekend["days"] = array{"2026-03-14"};
    CHECK(coordinator.post("/api/v1/meetings", weekend).problem() == "refusal/not-a-working-day");
    auto twice = proposal(served);
    twice["days"] = array{"2026-03-10", "2026-03-10"};
    CHECK(coordinator.post("/api/v1/meetings", twice).problem() == "refusal/days-not-in-order");
    CHECK(coordinator.get("/api/v1/meetings/mee_00000000000000000000000000").status == 404);
}

}  // namespace commonweal::api::testing
