// What is to be done, by whom, and until when: each reader's own list.
#include <catch2/catch.hpp>

#include "tests/api/fixture.hpp"

namespace commonweal::api::testing {
namespace {

/// "100001 answer_visit 2026-03-23": whose, what, and by when where the reader may see it; "!"
/// where it is overdue, "*" where it is the reader's.
std::vector<std::string> tasks(const Caller& caller, const std::string& query = {}) {
    const auto answer = caller.get("/api/v1/tasks" + query);
    INFO(answer.text);
    REQUIRE(answer.status == 200);
    std::vector<std::string> lines;
    for (const auto& item : answer.json.at("items").as_array()) {
        const auto text = [&](const char* name) { return std::string(item.at(name).as_string()); };
        const auto* due = item.as_object().if_contains("due");
        lines.push_back(text("school") + " " + text("duty") + (due ? " " + text("due") : "") +
                        (item.at("overdue").as_bool() ? "!" : "") +
                        (item.at("mine").as_bool() ? "*" : ""));
    }
    return lines;
}

void pass(Served& served, int days) {
    served.clock().set(served.clock().now() + std::chrono::days{days});
    served.program().begin_days();
    served.folded();
}

using Lines = std::vector<std::string>;
using boost::json::object;

}  // namespace

TEST_CASE("A task is the host's with its day; the guest waits for it and is told no day") {
    Served served;
    const auto visit = served.requested();
    served.folded();
    CHECK(tasks(served.as(served.ada)) == Lines{"100001 answer_visit 2026-03-23*"});
    CHECK(tasks(served.as(served.ben)) == Lines{"100001 answer_visit"});
    CHECK(tasks(served.as(served.cleo)).empty());
    CHECK(tasks(served.as(served.coordinator)).empty());
    const auto item = served.as(served.ada).get("/api/v1/tasks").json.at("items").at(0);
    CHECK(item.at("visit") == boost::json::string(visit));
    CHECK(item.at("other") == Served::barton);
    CHECK(item.at("theme") == "equity");
    CHECK(item.at("since") == "2026-03-09");
}

TEST_CASE("What is overdue is seen by that school and the coordinator, and by nobody else") {
    Served served;
    served.requested();
    pass(served, 15);
    CHECK(tasks(served.as(served.ada)) == Lines{"100001 answer_visit 2026-03-23!*"});
    CHECK(tasks(served.as(served.coordinator)) == Lines{"100001 answer_visit 2026-03-23!"});
    CHECK(tasks(served.as(served.ben)) == Lines{"100001 answer_visit"});
    CHECK(tasks(served.as(served.ada), "?overdue=false").empty());
    CHECK(tasks(served.as(served.ben), "?overdue=true").empty());
}

TEST_CASE("Two duties of one visit that are due on one day are two tasks") {
    Served served;
    boost::json::object request{{"guest", Served::barton},
                                {"host", Served::ashton},
                                {"theme", "equity"},
                                {"reciprocal", true}};
    const auto at = "/api/v1/visits/" + served.as(served.ben).post("/api/v1/visits", request).id();
    served.as(served.ada).post(at + "/agree", boost::json::object{});
    served.as(served.ada).post(at + "/record-held", boost::json::object{{"day", "2026-03-09"}});
    const boost::json::value alike{{"deadlines",
                                    {{{"duty", "reflect_on_visit"}, {"working_days", 5}},
                                     {{"duty", "ask_for_return"}, {"working_days", 5}}}}};
    served.as(served.coordinator)
        .post("/api/v1/networks/" + served.network + "/set-deadlines", alike);
    served.folded();
    CHECK(tasks(served.as(served.ada)) == Lines{"100001 reflect_on_visit 2026-03-16*",
                                                "100001 ask_for_return 2026-03-16*",
                                                "100002 reflect_on_visit"});
}

TEST_CASE("A list of tasks has pages") {
    Served served;
    for (int i = 0; i < 5; ++i) served.requested();
    served.folded();
    const auto ada = served.as(served.ada);
    const auto first = ada.get("/api/v1/tasks?limit=3");
    REQUIRE(first.json.at("items").as_array().size() == 3);
    const auto next = std::string(first.json.at("next").as_string());
    const auto second = ada.get("/api/v1/tasks?limit=3&cursor=" + next);
    CHECK(second.json.at("items").as_array().size() == 2);
    CHECK_FALSE(second.json.as_object().contains("next"));
    CHECK(ada.get("/api/v1/tasks?cursor=x").status == 400);
    CHECK(served.nobody().get("/api/v1/tasks").status == 401);
}

TEST_CASE("A coordinator says how long schools have; a lead may not") {
    Served served;
    served.requested();
    const auto at = "/api/v1/networks/" + served.network + "/set-deadlines";
    const boost::json::value quick{
        {"deadlines", {{{"duty", "answer_visit"}, {"working_days", 2}}}}};
    CHECK(served.as(served.ada).post(at, quick).status == 403);
    CHECK(served.as(served.coordinator).post(at, quick).status == 200);
    served.folded();
    CHECK(tasks(served.as(served.ada)) == Lines{"100001 answer_visit 2026-03-11*"});
    const boost::json::value none{{"deadlines", {{{"duty", "answer_visit"}, {"working_days", 0}}}}};
    const auto refused = served.as(served.coordinator).post(at, none);
    CHECK(refused.status == 422);
    CHECK(refused.problem() == "refusal/deadline-malformed");
}

TEST_CASE("A new installation knows the bank holidays, and takes in newer ones") {
    Served served;
    const auto calendar = served.as(served.ada).get("/api/v1/calendar");
    CHECK(calendar.json.at("today") == "2026-03-09");
    CHECK(calendar.json.at("bank_holidays").as_array().size() > 100);
    const std::string file =
        R"({"england-and-wales":{"events":[{"title":"A day off","date":"2026-03-10"}]}})";
    CHECK(served.as_operator("POST", "/api/v1/calendar/bank-holidays", file).status == 200);
    const auto visit = served.requested();
    const auto at = "/api/v1/visits/" + visit;
    REQUIRE(served.as(served.ada).post(at + "/agree", boost::json::object{}).status == 200);
    const auto refused =
        served.as(served.ben).post(at + "/set-day", boost::json::object{{"day", "2026-03-10"}});
    CHECK(refused.problem() == "refusal/not-a-working-day");
    CHECK(refused.text.find("A day off") != std::string::npos);
    const auto broken = served.as_operator("POST", "/api/v1/calendar/bank-holidays",
                                           R"({"england-and-wales":{"events":[{"title":"x"}]}})");
    CHECK(broken.status == 422);
    CHECK(broken.text.find("event 1 has no date") != std::string::npos);
    CHECK(served.as(served.ada)
              .post("/api/v1/calendar/bank-holidays", boost::json::parse(file))
              .status == 403);
}

TEST_CASE("A program that serves reminds, and says of its policies how far they are") {
    Served served;
    served.requested();
    for (int day = 0; day < 10; ++day) pass(served, 1);
    std::size_t reminders = 0;
    served.program().app().log().engine().read_stream(
        "reminders/100001", 1, log::Direction::forward, [&](const log::Record& record) {
            CHECK(record.kind == task::Reminded::kind);
            return ++reminders != 0;
        });
    CHECK(reminders == 1);
    const auto ready = served.nobody().get("/readyz");
    CHECK(ready.status == 200);
    CHECK(ready.json.at("policies_waiting") == 0);
}

TEST_CASE("The coordinator of a cluster alone sees what its schools should have done") {
    Served served;
    const object body{
        {"name", "Clara Example"},
        {"email", "clara@school.example"},
        {"roles", boost::json::array{object{{"role", "coordinator"}, {"place", served.cluster}}}}};
    const auto clara =
        must(served.as_operator("POST", "/api/v1/people", boost::json::serialize(body))).id();
    served.requested();
    pass(served, 15);
    CHECK(tasks(served.as(clara)) == Lines{"100001 answer_visit 2026-03-23!"});
    CHECK(tasks(served.as(clara), "?overdue=true&cluster=" + served.cluster).size() == 1);
    CHECK(tasks(served.as(clara), "?network=net_00000000000000000000000000").empty());
}

TEST_CASE("Everybody sees how much is overdue, and nobody but those concerned whose it is") {
    Served served;
    served.requested();
    const auto overdue = [&](const std::string& of) {
        return served.as(served.cleo)
            .get("/api/v1/" + of + "/dashboard")
            .json.at("overdue")
            .at("visits");
    };
    served.folded();
    CHECK(overdue("clusters/" + served.cluster) == 0);
    pass(served, 15);
    CHECK(overdue("clusters/" + served.cluster) == 1);
    CHECK(overdue("networks/" + served.network) == 1);
    CHECK(tasks(served.as(served.cleo)).empty());
}

TEST_CASE("Who watches a dashboard is told when something becomes overdue, and when it is done") {
    Served served;
    const auto visit = served.requested();
    served.folded();
    Watcher watcher(served.port(), served.as(served.cleo).headers);
    watcher.subscribe("network/" + served.network + "/network");
    CHECK(watcher.next().at("view").at("overdue").at("visits") == 0);
    pass(served, 15);
    const auto told = [&](int expected) {
        for (int i = 0; i < 40; ++i) {
            const auto message = watcher.next();
            const auto* overdue = message.at("changes").as_object().if_contains("overdue");
            if (overdue != nullptr && overdue->at("visits") == expected) return true;
        }
        return false;
    };
    CHECK(told(1));
    must(served.as(served.ada).post("/api/v1/visits/" + visit + "/agree", object{}));
    CHECK(told(0));
}

}  // namespace commonweal::api::testing
