// The history of a thing over HTTP: what happened, who entered it, and both of what was corrected.
#include <catch2/catch.hpp>

#include "tests/api/fixture.hpp"

namespace commonweal::api::testing {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

/// A visit of Barton at Ashton that was held on 6 March and entered as of the ninth; its address.
std::string corrected_visit(Served& served) {
    const auto visit = "/api/v1/visits/" + served.requested("How you teach reading");
    const auto ada = served.as(served.ada);
    const auto ben = served.as(served.ben);
    must(ada.post(visit + "/agree", object{}));
    must(ben.post(visit + "/set-day", {{"day", "2026-03-09"}}));
    must(ada.post(visit + "/write-sheet", {{"arrival", "At the side gate"}}));
    must(ben.post(visit + "/name-visitors", {{"visitors", "A guest"}, {"checks_confirmed", true}}));
    must(ben.post(visit + "/record-held", object{}));
    must(ada.post(visit + "/correct-held", {{"took_place", true}, {"day", "2026-03-06"}}));
    return visit;
}
array items(const Caller& who, const std::string& thing, const std::string& query = {}) {
    return must(who.get(thing + "/history" + query)).json.at("items").as_array();
}
std::vector<std::string> kinds(const array& entries) {
    std::vector<std::string> all;
    for (const auto& entry : entries) all.emplace_back(entry.at("kind").as_string());
    return all;
}

}  // namespace

TEST_CASE("A history says what happened, by whom, and what was corrected beside what it was") {
    Served served;
    const auto visit = corrected_visit(served);
    const auto entries = items(served.as(served.ada), visit);
    CHECK(kinds(entries) == std::vector<std::string>{"visit-held-corrected", "visit-held",
                                                     "visit-visitors-named", "visit-sheet-written",
                                                     "visit-dated", "visit-agreed",
                                                     "visit-requested"});
    const auto& correction = entries.at(0);
    const auto& corrected = entries.at(1);
    CHECK(correction.at("how") == "corrected");
    CHECK(correction.at("corrects") == corrected.at("position"));
    CHECK(correction.at("event").at("day") == "2026-03-06");
    CHECK(corrected.at("event").at("day") == "2026-03-09");
    CHECK(correction.at("by") == "Ada Example");
    CHECK(corrected.at("by") == "Ben Example");
    CHECK(corrected.at("recorded").as_string().starts_with("2026-03-09T09:00:00"));
    CHECK_FALSE(corrected.as_object().contains("corrects"));
    CHECK(entries.at(6).at("event").at("note") == "How you teach reading");
}

TEST_CASE("Whoever is of neither school learns what happened, but no names and no texts") {
    Served served;
    const auto visit = corrected_visit(served);
    const auto answer = served.as(served.cleo).get(visit + "/history");
    CHECK(must(answer).json.at("items").as_array().size() == 7);
    for (const char* hidden : {"Example", "reading", "\"by\""}) {
        INFO(hidden);
        CHECK(answer.text.find(hidden) == std::string::npos);
    }
    CHECK(answer.json.at("items").at(0).at("event").at("day") == "2026-03-06");
    CHECK(served.nobody().get(visit + "/history").status == 401);
}

TEST_CASE("What the guests of a visit needed to know is not in its history") {
    Served served;
    const auto visit = corrected_visit(served);
    const auto answer = served.as(served.ada).get(visit + "/history");
    CHECK(answer.text.find("side gate") == std::string::npos);
    CHECK(answer.text.find("A guest") == std::string::npos);
    CHECK_FALSE(answer.json.at("items").at(3).as_object().contains("event"));
}

TEST_CASE("A history comes in pages, each entry once, and says where the next begins") {
    Served served;
    const auto visit = corrected_visit(served);
    const auto ada = served.as(served.ada);
    const auto whole = items(ada, visit);
    array together;
    std::string query = "?limit=4";
    for (const std::size_t wanted : {4U, 3U}) {
        const auto page = must(ada.get(visit + "/history" + query)).json;
        CHECK(page.at("items").as_array().size() == wanted);
        for (const auto& entry : page.at("items").as_array()) together.push_back(entry);
        CHECK(page.as_object().contains("next") == (wanted == 4));
        if (wanted == 4) query += "&cursor=" + std::string(page.at("next").as_string());
    }
    CHECK(together == whole);
    CHECK(ada.get(visit + "/history?cursor=later").status == 400);
    CHECK(ada.get(visit + "/history?limit=0").status == 400);
    CHECK(ada.get("/api/v1/visits/vis_00000000000000000000000000/history").status == 404);
    CHECK(ada.get("/api/v1/visits/nothing/history").status == 404);
}

TEST_CASE("Reviews, partnerships and meetings have a history, too; a deputy is one in it") {
    Served served;
    const auto ada = served.as(served.ada);
    const auto review = must(ada.post("/api/v1/reviews", {{"host", Served::ashton},
                                                          {"reviewing_school", Served::barton}}))
                            .id();
    CHECK(kinds(items(ada, "/api/v1/reviews/" + review)) ==
          std::vector<std::string>{"review-requested"});
    const auto partnership = must(ada.post("/api/v1/partnerships", {{"school", Served::ashton},
                                                                    {"with", Served::barton},
                                                                    {"purpose", "equity"}}))
                                 .id();
    must(served.as(served.ada)
             .post("/api/v1/people/" + served.ben + "/name-deputy",
                   {{"acts_for", served.ada},
                    {"role", {{"role", "lead"}, {"place", Served::ashton}}},
                    {"scopes", array{"partnerships"}},
                    {"until", "2026-07-20"}}));
    must(served.as(served.ben).post("/api/v1/partnerships/" + partnership + "/withdraw", object{}));
    const auto withdrawn = items(ada, "/api/v1/partnerships/" + partnership).at(0);
    CHECK(withdrawn.at("by") == "Ben Example");
    CHECK(withdrawn.at("on_behalf_of") == "Ada Example");
    const auto meeting = must(served.as(served.coordinator)
                                  .post("/api/v1/meetings", {{"cluster", served.cluster},
                                                             {"host", Served::ashton},
                                                             {"mode", "mixed"},
                                                             {"days", array{"2026-03-10"}}}))
                             .id();
    CHECK(kinds(items(ada, "/api/v1/meetings/" + meeting)) ==
          std::vector<std::string>{"meeting-proposed"});
}

}  // namespace commonweal::api::testing
