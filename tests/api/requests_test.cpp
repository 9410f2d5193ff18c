// What is malformed, missing, too large or not there is told clearly; nothing is ignored.
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/api/fixture.hpp"

namespace commonweal::api::testing {

TEST_CASE("A malformed body gets every mistake with its place") {
    Served served;
    const auto ben = served.as(served.ben);
    const auto answer = ben.post(
        "/api/v1/visits",
        {{"guest", 100002}, {"theme", "equity"}, {"surprise", true}, {"happened", "yesterday"}});
    REQUIRE(answer.status == 400);
    CHECK(answer.problem() == "malformed-body");
    CHECK(answer.json.at("instance") == "/api/v1/visits");
    std::vector<std::string> pointers;
    for (const auto& error : answer.json.at("errors").as_array())
        pointers.emplace_back(error.at("pointer").as_string());
    std::ranges::sort(pointers);
    CHECK(pointers == std::vector<std::string>{"/guest", "/happened", "/host", "/surprise"});
}

TEST_CASE("What is no JSON, no UTF-8 or no object is a 400; another content type a 415") {
    Served served;
    const auto ben = served.as(served.ben);
    const auto post = [&](const std::string& body, const std::string& type = "application/json") {
        auto headers = ben.headers;
        headers.emplace_back("Content-Type", type);
        return call(served.port(), "POST", "/api/v1/visits", body, headers);
    };
    for (const char* body : {"{", "[]", "null", "{\"guest\": \"\xFF\"}", "{} {}", "not json",
                             "{\"guest\": \"\\ud800\"}", ""}) {
        INFO(body);
        const auto answer = post(body);
        CHECK(answer.status == 400);
        CHECK(answer.problem() == "malformed-body");
        CHECK_FALSE(answer.json.at("errors").as_array().empty());
    }
    CHECK(post("{}", "text/plain").status == 415);
    CHECK(post("{}", "application/x-www-form-urlencoded").status == 415);
    CHECK(post("{}", "application/json; charset=utf-8").status == 400);  // read, and found empty
}

TEST_CASE("A query that is not taken, or not what it should be, is a 400") {
    Served served;
    const auto ben = served.as(served.ben);
    for (const char* target : {"/api/v1/people/me?at=5",
                               "/api/v1/visits?surprise=1",
                               "/api/v1/visits?limit=0",
                               "/api/v1/visits?limit=201",
                               "/api/v1/visits?limit=x",
                               "/api/v1/visits?limit=-1",
                               "/api/v1/visits?school=x",
                               "/api/v1/visits?network=x",
                               "/api/v1/visits?open=perhaps",
                               "/api/v1/visits?cursor=x",
                               "/api/v1/visits?after=x",
                               "/api/v1/visits?after=999999",
                               "/api/v1/schools?near=1",
                               "/api/v1/schools?near=a,b",
                               "/api/v1/schools?within_km=-1",
                               "/api/v1/schools?within_km=nan",
                               "/api/v1/activity",
                               "/api/v1/activity?school=0",
                               "/api/v1/people",
                               "/api/v1/visits/x?q=1"}) {
        INFO(target);
        const auto answer = ben.get(target);
        CHECK(answer.status == 400);
        CHECK(answer.problem() == "bad-request");
    }
}

TEST_CASE("What is not there is a 404; another method a 405") {
    Served served;
    const auto ben = served.as(served.ben);
    for (const char* target :
         {"/api/v1/nothing", "/api/v1/visits/", "/api/v1/visits/x", "/api/v1/schools/999999",
          "/api/v1/visits/vis_01ARZ3NDEKTSV4RRFFQ69G5FAV", "/api/v1/schools/0", "/api/v2/visits",
          "/api/v1/visits/%00", "/api/v1/visits/..%2f",
          "/api/v1/networks/net_01ARZ3NDEKTSV4RRFFQ69G5FAV",
          "/api/v1/clusters/clu_01ARZ3NDEKTSV4RRFFQ69G5FAV/dashboard",
          "/api/v1/live?topic=nonsense", "/api/v1/live?topic=school/999999/network"}) {
        INFO(target);
        const auto answer = ben.get(target);
        CHECK(answer.status == 404);
        CHECK(answer.problem() == "not-found");
    }
    for (const auto& [method, target] :
         {std::pair{"DELETE", "/api/v1/visits"}, std::pair{"PUT", "/api/v1/visits/x"},
          std::pair{"GET", "/api/v1/visits/x/agree"}, std::pair{"POST", "/healthz"}}) {
        INFO(method << " " << target);
        const auto answer = call(served.port(), method, target, {}, ben.headers);
        CHECK(answer.status == 405);
        CHECK(answer.problem() == "method-not-allowed");
    }
}

TEST_CASE("A body beyond the bound is a 413, and the server goes on") {
    Served served;
    const auto ben = served.as(served.ben);
    auto headers = ben.headers;
    headers.emplace_back("Content-Type", "application/json");
    const std::string large(3U << 20U, ' ');
    unsigned status = 0;
    try {
        status = call(served.port(), "POST", "/api/v1/visits", large, headers).status;
    } catch (const std::runtime_error&) {
        // The server may close while the rest is still being sent: ask with the length alone.
        Client client(served.port());
        client.send(
            "POST /api/v1/visits HTTP/1.1\r\nHost: test\r\nContent-Length: 3145728\r\n\r\n");
        status = client.reply().status;
    }
    CHECK(status == 413);
    CHECK(ben.get("/api/v1/visits").status == 200);
}

TEST_CASE("HEAD answers as GET does, without the body") {
    Served served;
    const auto ben = served.as(served.ben);
    const auto answer = call(served.port(), "HEAD", "/api/v1/visits", {}, ben.headers);
    CHECK(answer.status == 200);
    CHECK(answer.text.empty());
}

TEST_CASE("Health says what is so, figures are there on loopback") {
    Served served;
    served.folded();
    CHECK(served.nobody().get("/healthz").status == 200);
    const auto ready = served.nobody().get("/readyz");
    CHECK(ready.status == 200);
    CHECK(ready.json.at("head") == ready.json.at("folded"));
    std::vector<std::string> followers;
    for (const auto& follower : ready.json.at("followers").as_array()) {
        followers.emplace_back(follower.at("name").as_string());
        CHECK(follower.at("stopped_because") == "");
    }
    CHECK(followers == std::vector<std::string>{"views", "forgetting", "policy of reminders",
                                                "policy of leaving", "policy of retention"});
    CHECK(ready.json.at("followers").at(0).at("position") == ready.json.at("head"));
    const auto metrics = served.nobody().get("/metrics");
    CHECK(metrics.status == 200);
    for (const auto* figure :
         {"commonweal_log_head", "commonweal_log_anchored", "commonweal_forgotten_to",
          "commonweal_views_last_step_seconds", "commonweal_live_behind",
          "commonweal_policy_position{policy=\"retention\"}"}) {
        CAPTURE(figure);
        CHECK(metrics.text.find(figure) != std::string::npos);
    }
}

TEST_CASE("A view that cannot go on makes the server not ready, with the reason") {
    Served served;
    auto& log = served.program().app().log();
    log::Commit commit;
    commit.id = {1};
    commit.conditions = {{"visit/none", 0}};
    commit.events = {{"visit/none", {}, "visit-agreed", 1, "this is no visit"}};
    REQUIRE(std::holds_alternative<log::Appended>(log.append_and_wait(commit)));
    const auto position = std::to_string(log.head().position);
    REQUIRE(net::testing::eventually([&] { return served.nobody().get("/readyz").status == 503; }));
    const auto answer = served.nobody().get("/readyz");
    CHECK(answer.json.at("status") == "not ready");
    CHECK(std::string(answer.json.at("reasons").at(0).as_string()).find("position " + position) !=
          std::string::npos);
    // Reading one's own writes is refused, not answered with the past.
    CHECK(served.as(served.ben).get("/api/v1/visits?after=" + position).status == 503);
}

TEST_CASE("A stream with an event of a later program is shown as read-only") {
    Served served;
    const auto id = served.requested();
    auto& log = served.program().app().log();
    const auto stream = "visit/" + id.substr(4);
    log::Commit commit;
    commit.id = {2};
    commit.conditions = {{stream, 1}};
    commit.events = {{stream, {}, "visit-praised", 1, "from later"}};
    REQUIRE(std::holds_alternative<log::Appended>(log.append_and_wait(commit)));
    const auto answer =
        served.as(served.ada).post("/api/v1/visits/" + id + "/agree", boost::json::object{});
    CHECK(answer.status == 409);
    CHECK(std::string(answer.json.at("detail").as_string()).find("newer version") !=
          std::string::npos);
}

}  // namespace commonweal::api::testing
