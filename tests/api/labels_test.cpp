// Who may see what: an outsider of a visit or a review sees that it is, never what was written.
#include <catch2/catch.hpp>

#include "tests/api/fixture.hpp"

namespace commonweal::api::testing {
namespace {

using boost::json::array;
using boost::json::object;

bool says(const Answer& answer, const char* words) {
    return answer.text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("A visit's note is the parties' and the coordinator's, and nobody else's") {
    Served served;
    const auto visit = "/api/v1/visits/" + served.requested("How you teach reading");
    served.folded();
    for (const auto& who : {served.ada, served.ben, served.coordinator})
        CHECK(says(served.as(who).get(visit), "How you teach reading"));
    for (const auto& who : {served.cleo, served.administrator}) {
        const auto answer = served.as(who).get(visit);
        CHECK(answer.status == 200);
        CHECK(answer.json.at("stage") == "requested");
        CHECK_FALSE(says(answer, "teach"));
        CHECK_FALSE(answer.json.as_object().contains("note"));
    }
}

TEST_CASE("A report is the team's, the host's and the coordinator's") {
    Served served;
    const auto asked = served.as(served.ada)
                           .post("/api/v1/reviews", {{"host", Served::ashton},
                                                     {"reviewing_school", Served::barton},
                                                     {"focus", "Secret focus"}});
    const auto review = "/api/v1/reviews/" + asked.id();
    const auto ben = served.as(served.ben);
    CHECK(ben.post(review + "/name-team",
                   {{"team", array{{{"reviewer", served.ben}, {"role", "lead"}}}}})
              .status == 200);
    CHECK(ben.post(review + "/agree-days", {{"days", array{"2026-03-09"}}}).status == 200);
    CHECK(ben.post(review + "/record-held", object{}).status == 200);
    CHECK(ben.post(review + "/draft-report",
                   {{"strengths", "Secret strengths"}, {"even_better_if", "Secret wishes"}})
              .status == 200);
    served.folded();
    for (const auto& who : {served.ada, served.ben, served.coordinator})
        CHECK(says(served.as(who).get(review), "Secret strengths"));
    const auto outsider = served.as(served.cleo);
    const auto answer = outsider.get(review);
    CHECK(answer.status == 200);
    CHECK_FALSE(says(answer, "Secret"));
    CHECK_FALSE(says(answer, "Ben"));
    CHECK_FALSE(answer.json.as_object().contains("team"));
}

TEST_CASE("What was typed is in no list, page, dashboard, feed or live message") {
    Served served;
    Watcher watcher(served.port(), served.as(served.cleo).headers);
    watcher.subscribe("cluster/" + served.cluster + "/network");
    watcher.subscribe("school/100001/network");
    CHECK(watcher.next().at("type") == "snapshot");
    CHECK(watcher.next().at("type") == "snapshot");
    const auto visit = "/api/v1/visits/" + served.requested("How you teach reading");
    CHECK(served.as(served.ada).post(visit + "/agree", {{"note", "Ask for teach room"}}).status ==
          200);
    served.folded();
    for (const auto& who : {served.cleo, served.ada, served.administrator}) {
        const auto caller = served.as(who);
        for (const auto& target :
             {std::string("/api/v1/visits"), "/api/v1/activity?cluster=" + served.cluster,
              std::string("/api/v1/activity?school=100001"), std::string("/api/v1/schools/100001"),
              "/api/v1/clusters/" + served.cluster + "/dashboard",
              "/api/v1/networks/" + served.network + "/dashboard",
              "/api/v1/live?topic=cluster/" + served.cluster + "/network"}) {
            INFO(target);
            const auto answer = caller.get(target);
            CHECK(answer.status == 200);
            CHECK(says(answer, "vis"));
            CHECK_FALSE(says(answer, "teach"));
        }
    }
    for (int i = 0; i < 2; ++i) {
        const auto message = boost::json::serialize(watcher.next());
        CHECK(message.find("visit-requested") != std::string::npos);
        CHECK(message.find("teach") == std::string::npos);
    }
}

TEST_CASE("Names of a school's people are for those who work with it") {
    Served served;
    CHECK(served.as(served.ada)
              .get("/api/v1/people?school=100001")
              .json.at("items")
              .at(0)
              .at("name") == "Ada Example");
    CHECK(served.as(served.cleo).get("/api/v1/people?school=100001").status == 403);
    const auto me = served.as(served.cleo).get("/api/v1/people/me");
    CHECK(me.json.at("name") == "Cleo Example");
    CHECK_FALSE(says(me, "@school.example"));
}

}  // namespace commonweal::api::testing
