// Writes over HTTP: what they answer, what a rule refuses, versions, keys, pages.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "tests/api/fixture.hpp"

namespace commonweal::api::testing {
namespace {

using boost::json::array;
using boost::json::object;

std::string percent_encoded(const std::string& text) {
    constexpr char digits[] = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        encoded += '%';
        encoded += digits[byte >> 4U];
        encoded += digits[byte & 15U];
    }
    return encoded;
}

/// A review of Ashton by Barton, asked for by Ashton's lead; answers its address.
std::string requested_review(Served& served, const std::string& focus = "Reading") {
    const auto answer = served.as(served.ada)
                            .post("/api/v1/reviews", {{"host", Served::ashton},
                                                      {"reviewing_school", Served::barton},
                                                      {"focus", focus}});
    REQUIRE(answer.status == 201);
    return "/api/v1/reviews/" + answer.id();
}

}  // namespace

TEST_CASE("A write answers what became of it") {
    Served served;
    const auto answer =
        served.as(served.ben)
            .post("/api/v1/visits",
                  {{"guest", Served::barton}, {"host", Served::ashton}, {"theme", "equity"}});
    REQUIRE(answer.status == 201);
    CHECK(answer.id().starts_with("vis_"));
    CHECK(answer.header("ETag") == "\"1\"");
    CHECK(answer.header("X-Position") == boost::json::serialize(answer.json.at("position")));
    CHECK(answer.json.at("events").at(0).at("kind") == "visit-requested");
    const auto after = answer.header("X-Position");
    const auto list = served.as(served.ben).get("/api/v1/visits?after=" + after);
    REQUIRE(list.json.at("items").as_array().size() == 1);
    const auto shown = served.as(served.ben).get("/api/v1/visits/" + answer.id());
    CHECK(shown.header("ETag") == "\"1\"");
    CHECK(shown.json.at("may") == array{"cancel"});
    CHECK(served.as(served.ada).get("/api/v1/visits/" + answer.id()).json.at("may") ==
          array{"agree", "decline", "cancel"});
}

TEST_CASE("A visit from the request to both reflections") {
    Served served;
    const auto visit = "/api/v1/visits/" + served.requested("How you teach reading");
    const auto ada = served.as(served.ada), ben = served.as(served.ben);
    const auto done = [](const Answer& answer) { return answer.status == 200; };
    CHECK(done(ada.post(visit + "/agree", {{"note", "You are welcome"}})));
    CHECK(done(ben.post(visit + "/set-day", {{"day", "2026-03-16"}})));
    CHECK(done(ada.post(visit + "/move", {{"day", "2026-03-17"}, {"reason", "A trip"}})));
    served.clock().set(*parse_instant("2026-03-18T09:00:00Z"));
    const auto later_ada = served.as(served.ada), later_ben = served.as(served.ben);
    CHECK(done(later_ada.post(visit + "/record-held", object{})));
    CHECK(done(later_ben.post(visit + "/reflect", {{"side", "guest"}, {"reflection", "Much"}})));
    CHECK(done(later_ada.post(visit + "/reflect", {{"side", "host"}, {"reflection", "Too"}})));
    const auto shown = later_ben.get(visit);
    CHECK(shown.json.at("stage") == "held");
    CHECK(shown.json.at("day") == "2026-03-17");
    CHECK(shown.json.at("note") == "How you teach reading");
    CHECK(shown.json.at("host_reflection") == "Too");
    CHECK(shown.json.at("version") == 7);
}

TEST_CASE("A partnership from the proposal to its end") {
    Served served;
    const auto ada = served.as(served.ada), ben = served.as(served.ben);
    const auto done = [](const Answer& answer) { return answer.status == 200; };
    const auto proposal =
        ada.post("/api/v1/partnerships",
                 {{"school", Served::ashton}, {"with", Served::barton}, {"purpose", "equity"}});
    REQUIRE(proposal.status == 201);
    CHECK(proposal.json.at("events").as_array().size() == 2);
    const auto at = "/api/v1/partnerships/" + proposal.id();
    CHECK(ben.get(at).json.at("may") == array{"accept", "decline"});
    CHECK(ada.get(at).json.at("may") == array{"withdraw"});
    const auto again =
        ben.post("/api/v1/partnerships",
                 {{"school", Served::barton}, {"with", Served::ashton}, {"purpose", "equity"}});
    CHECK(again.status == 422);
    CHECK(again.json.at("type") == "/problems/refusal/already-partners");
    CHECK(done(ben.post(at + "/accept", {{"note", "Gladly"}})));
    CHECK(done(ada.post(
        at + "/log-activity",
        {{"side", "school"}, {"day", "2026-03-05"}, {"activity", "A day in the library"}})));
    const auto noted =
        ben.post(at + "/note-effect", {{"side", "partner"}, {"effect", "More books are read"}});
    CHECK(done(noted));
    CHECK(done(ben.post(at + "/pause", object{})));
    CHECK(done(ada.post(at + "/resume", object{})));
    const auto ended = ada.post(at + "/end", {{"reason", "It has done its work"}});
    CHECK(done(ended));
    const auto shown = ben.get(at);
    CHECK(shown.json.at("stage") == "ended");
    CHECK(shown.json.at("activities").at(0).at("activity") == "A day in the library");
    CHECK(shown.json.at("effects").at(0).at("side") == "partner");
    const auto list = ben.get("/api/v1/partnerships?school=" + std::string(Served::ashton) +
                              "&after=" + ended.header("X-Position"));
    REQUIRE(list.json.at("items").as_array().size() == 1);
    CHECK(list.json.at("items").at(0).at("last_activity") == "2026-03-05");
}

TEST_CASE("A review from the request to the closed report") {
    Served served;
    const auto review = requested_review(served);
    const auto ada = served.as(served.ada), ben = served.as(served.ben);
    const auto done = [](const Answer& answer) { return answer.status == 200; };
    CHECK(done(ben.post(review + "/name-team",
                        {{"team", array{{{"reviewer", served.ben}, {"role", "lead"}}}}})));
    CHECK(done(ada.post(review + "/agree-days", {{"days", array{"2026-03-16", "2026-03-17"}}})));
    served.clock().set(*parse_instant("2026-03-18T09:00:00Z"));
    const auto lead = served.as(served.ben), host = served.as(served.ada);
    CHECK(done(lead.post(review + "/record-held", object{})));
    CHECK(done(lead.post(review + "/draft-report",
                         {{"strengths", "Reading"}, {"even_better_if", "Writing"}})));
    CHECK(done(host.post(review + "/answer-report", {{"accurate", true}})));
    CHECK(done(lead.post(review + "/close", object{})));
    const auto shown = host.get(review);
    CHECK(shown.json.at("stage") == "closed");
    CHECK(shown.json.at("people").at(0).at("name") == "Ben Example");
    CHECK(shown.json.at("strengths") == "Reading");
}

TEST_CASE("A rule that says no is a 422 with its name") {
    Served served;
    const auto ada = served.as(served.ada), ben = served.as(served.ben);
    const auto visit = "/api/v1/visits/" + served.requested();
    const auto refused = [](const Answer& answer, const std::string& rule) {
        INFO(answer.text);
        CHECK(answer.status == 422);
        CHECK(answer.problem() == "refusal/" + rule);
        CHECK_FALSE(answer.json.at("detail").as_string().empty());
    };
    const auto ask = [&](const char* guest, const char* host, const char* theme) {
        return ben.post("/api/v1/visits", {{"guest", guest}, {"host", host}, {"theme", theme}});
    };
    refused(ask(Served::barton, Served::barton, "equity"), "same-school");
    refused(ask(Served::barton, "999999", "equity"), "school-unknown");
    refused(ask(Served::barton, "100009", "equity"), "school-closed");
    refused(ask(Served::barton, "100004", "equity"), "not-in-one-network");
    refused(ask(Served::barton, Served::ashton, "astrology"), "theme-unknown");
    refused(ben.post("/api/v1/visits", {{"guest", Served::barton},
                                        {"host", Served::ashton},
                                        {"theme", "equity"},
                                        {"note", std::string(4001, 'x')}}),
            "text-too-long");
    refused(ben.post("/api/v1/visits", {{"guest", Served::barton},
                                        {"host", Served::ashton},
                                        {"theme", "equity"},
                                        {"happened", "2026-03-10"}}),
            "happened-in-the-future");
    refused(ben.post(visit + "/set-day", {{"day", "2026-03-16"}}), "wrong-stage");
    CHECK(ada.post(visit + "/agree", object{}).status == 200);
    refused(ben.post(visit + "/set-day", {{"day", "2026-03-15"}}), "not-a-working-day");
    refused(ben.post(visit + "/set-day", {{"day", "2026-03-06"}}), "day-in-the-past");
    refused(ben.post(visit + "/record-held", object{}), "days-missing");
    refused(ben.post(visit + "/record-held", {{"day", "2026-03-10"}}), "day-in-the-future");
    CHECK(ben.post(visit + "/record-held", {{"day", "2026-03-06"}}).status == 200);
    refused(ben.post(visit + "/reflect", {{"side", "guest"}}), "text-missing");
    CHECK(ben.post(visit + "/reflect", {{"side", "guest"}, {"reflection", "a"}}).status == 200);
    refused(ben.post(visit + "/reflect", {{"side", "guest"}, {"reflection", "b"}}),
            "already-reflected");

    const auto review = requested_review(served);
    const auto team = [&](array members) {
        return ben.post(review + "/name-team", {{"team", std::move(members)}});
    };
    const auto member = [](const std::string& who, const char* role) {
        return object{{"reviewer", who}, {"role", role}};
    };
    refused(team({}), "team-empty");
    refused(team({member(served.ben, "reviewer")}), "one-lead-needed");
    refused(team({member(served.ben, "lead"), member(served.ben, "reviewer")}), "reviewer-twice");
    refused(team({member(served.cleo, "lead")}), "reviewer-not-of-the-school");
    refused(team({member("per_01ARZ3NDEKTSV4RRFFQ69G5FAV", "lead")}), "person-unknown");
    CHECK(team({member(served.ben, "lead")}).status == 200);
    const auto days = [&](array all) {
        return ada.post(review + "/agree-days", {{"days", std::move(all)}});
    };
    refused(days({}), "days-missing");
    refused(days({"2026-03-17", "2026-03-16"}), "days-not-in-order");
    refused(days({"2026-03-16", "2026-03-17", "2026-03-18", "2026-03-19"}), "too-many-days");
    CHECK(days({"2026-03-16"}).status == 200);
    refused(days({"2026-03-16"}), "same-again");

    const auto operate = [&](const std::string& target, const std::string& body) {
        return served.as_operator("POST", target, body);
    };
    const auto network = "/api/v1/networks/" + served.network;
    refused(operate(network + "/join", R"({"school":"100001"})"), "already-a-member");
    refused(operate(network + "/leave", R"({"school":"100004"})"), "not-a-member");
    refused(
        operate("/api/v1/networks/net_01ARZ3NDEKTSV4RRFFQ69G5FAV/join", R"({"school":"100001"})"),
        "network-unknown");
    refused(
        operate("/api/v1/clusters/clu_01ARZ3NDEKTSV4RRFFQ69G5FAV/join", R"({"school":"100001"})"),
        "cluster-unknown");
    refused(operate(network + "/set-themes", R"({"themes":[{"code":"No!","name":"x"}]})"),
            "theme-malformed");
    const auto person = "/api/v1/people/" + served.ada;
    refused(operate(person + "/give-role", R"({"role":{"role":"lead","place":"100001"}})"),
            "role-held-already");
    refused(operate(person + "/end-role", R"({"role":{"role":"head","place":"100001"}})"),
            "role-not-held");
    refused(operate(person + "/give-role", R"({"role":{"role":"lead","place":"999999"}})"),
            "place-unknown");
}

TEST_CASE("Schools of one trust do not review each other") {
    Served served;
    CHECK(served
              .as_operator("POST", "/api/v1/register",
                           "URN,EstablishmentName,Trusts (code),Trusts (name)\n"
                           "100001,Ashton Park School,77,One Trust\n"
                           "100002,Barton Hill Primary,77,One Trust\n",
                           "text/csv")
              .status == 200);
    const auto answer = served.as(served.ada)
                            .post("/api/v1/reviews",
                                  {{"host", Served::ashton}, {"reviewing_school", Served::barton}});
    CHECK(answer.problem() == "refusal/same-group");
}

TEST_CASE("If-Match means exactly that version") {
    Served served;
    const auto visit = "/api/v1/visits/" + served.requested();
    const auto ada = served.as(served.ada), ben = served.as(served.ben);
    const auto etag = ada.get(visit).header("ETag");
    CHECK(ada.post(visit + "/agree", object{}, {{"If-Match", etag}}).status == 200);
    const auto late = ben.post(visit + "/cancel", object{}, {{"If-Match", etag}});
    CHECK(late.status == 409);
    CHECK(late.problem() == "moved-on");
    CHECK(ada.get(visit).json.at("stage") == "agreed");
    CHECK(ben.post(visit + "/cancel", object{}, {{"If-Match", "x"}}).status == 400);
    CHECK(ben.post(visit + "/cancel", object{}, {{"If-Match", "2"}}).status == 200);
}

TEST_CASE("A request sent again with its key is answered the same and done once") {
    Served served;
    const auto ben = served.as(served.ben);
    const boost::json::value body{
        {"guest", Served::barton}, {"host", Served::ashton}, {"theme", "equity"}};
    const Headers key{{"Idempotency-Key", "abc"}};
    const auto first = ben.post("/api/v1/visits", body, key);
    const auto again = ben.post("/api/v1/visits", body, key);
    CHECK(first.status == 201);
    CHECK(again.status == 201);
    CHECK(first.text == again.text);
    CHECK(first.header("ETag") == again.header("ETag"));
    const auto other =
        ben.post("/api/v1/visits",
                 {{"guest", Served::barton}, {"host", Served::clifton}, {"theme", "equity"}}, key);
    CHECK(other.status == 422);
    CHECK(other.problem() == "idempotency-key-reused");
    // Somebody else's same key is another.
    const auto ada =
        served.as(served.ada)
            .post("/api/v1/visits",
                  {{"guest", Served::ashton}, {"host", Served::barton}, {"theme", "equity"}}, key);
    CHECK(ada.status == 201);
    served.folded();
    CHECK(ben.get("/api/v1/visits").json.at("items").as_array().size() == 2);
    CHECK(ben.post("/api/v1/visits", body, {{"Idempotency-Key", std::string(201, 'k')}}).status ==
          400);
}

TEST_CASE("Pages follow each other without loss and without repeating") {
    Served served;
    std::set<std::string> made;
    for (int i = 0; i < 7; ++i) made.insert(served.requested());
    served.folded();
    const auto ben = served.as(served.ben);
    const auto all_of = [&](const std::string& target, const char* key) {
        std::vector<std::string> seen;
        std::string cursor;
        for (int pages = 0; pages < 30; ++pages) {
            const auto page =
                ben.get(target + "limit=2" + (cursor.empty() ? "" : "&cursor=" + cursor));
            REQUIRE(page.status == 200);
            for (const auto& item : page.json.at("items").as_array())
                seen.push_back(boost::json::serialize(item.at(key)));
            const auto* next = page.json.as_object().if_contains("next");
            if (next == nullptr) return seen;
            cursor = percent_encoded(std::string(next->as_string()));
        }
        FAIL("the pages do not end");
        return seen;
    };
    const auto visits = all_of("/api/v1/visits?", "id");
    CHECK(visits.size() == 7);
    CHECK(std::set(visits.begin(), visits.end()).size() == 7);
    for (const auto& id : made) CHECK(std::ranges::find(visits, '"' + id + '"') != visits.end());
    const auto schools = all_of("/api/v1/schools?", "school");
    CHECK(std::set(schools.begin(), schools.end()).size() == 5);
    CHECK(schools.size() == 5);
    const auto activity = all_of("/api/v1/activity?cluster=" + served.cluster + "&", "position");
    const auto whole = ben.get("/api/v1/activity?cluster=" + served.cluster + "&limit=200");
    CHECK(activity.size() == whole.json.at("items").as_array().size());
    CHECK(std::set(activity.begin(), activity.end()).size() == activity.size());
    CHECK(activity.size() >= 9);
}

TEST_CASE("A write whose client has vanished is done, whole, and seen") {
    Served served;
    const auto visit = "/api/v1/visits/" + served.requested();
    const auto ada = served.as(served.ada);
    {
        Client client(served.port());
        client.send("POST " + visit + "/agree HTTP/1.1\r\nHost: test\r\n" + ada.headers[0].first +
                    ": " + ada.headers[0].second + "\r\nContent-Length: 0\r\n\r\n");
    }
    CHECK(net::testing::eventually([&] { return ada.get(visit).json.at("stage") == "agreed"; }));
    CHECK(ada.get(visit).json.at("version") == 2);
}

}  // namespace commonweal::api::testing
