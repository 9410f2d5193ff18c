// Forgetting over HTTP: names and addresses put right, people erased, words redacted. What is
// forgotten shows as erased everywhere at once, is in no file any more, and the log verifies.
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "server/app/decoded.hpp"
#include "server/codec/stored.hpp"
#include "server/identity/secrets.hpp"
#include "server/log/verify.hpp"
#include "tests/api/fixture.hpp"

namespace commonweal::api::testing {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

const value erased{{"erased", true}};

std::string contents_of(const std::filesystem::path& folder) {
    std::string all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        all.append(std::istreambuf_iterator<char>(file), {});
    }
    return all;
}

/// Every key that seals something in the log, as bytes.
std::vector<std::string> keys_in_log(Served& served, const std::string& stream_beginning) {
    std::vector<std::string> keys;
    auto& app = served.program().app();
    app.log().engine().read_all(1, log::Direction::forward, [&](const log::Record& record) {
        if (!record.stream.starts_with(stream_beginning)) return true;
        codec::each_sealed(app::decode(record).fact, [&](auto, const Sealed& sealed, auto) {
            if (const auto key = app.seals().vault().find(sealed.key))
                keys.emplace_back(key->begin(), key->end());
        });
        return true;
    });
    return keys;
}

std::string stream_of_person(const std::string& id) {
    return app::stream_of(*parse_id<PersonTag>(id));
}

/// What is kept of a password, as bytes.
std::string password_hash_of(Served& served, const std::string& person) {
    const auto id = *parse_id<PersonTag>(person);
    const auto rows = contents_of(served.data() / "records");
    const auto at = rows.find("password" + std::string(id.bytes.begin(), id.bytes.end()));
    REQUIRE(at != std::string::npos);
    constexpr std::size_t hash_bytes = 97;  // as Argon2id is written with these costs
    return rows.substr(rows.find("$argon2id$", at), hash_bytes);
}

/// What is kept of what somebody who calls carries: the cookie of a session, or a token.
std::string hash_of_secret(const Caller& who) {
    const auto& carried = who.headers.front().second;
    return identity::hash_of(carried.substr(carried.find_first_of(" =") + 1));
}

/// The position of the newest event of a kind.
std::string position_of(Served& served, std::string_view kind) {
    Position position = 0;
    served.program().app().log().engine().read_tag(
        app::tag::kind(kind), ~Position{0}, log::Direction::back, [&](const log::Record& record) {
            position = record.position;
            return false;
        });
    return std::to_string(position);
}

void erase(Served& served, const std::string& person) {
    must(served.as(served.administrator)
             .post("/api/v1/people/" + person + "/erase",
                   {{"why", "asked"}, {"note", "By letter"}}));
}

value person_at(Served& served, const char* school, const std::string& id) {
    served.folded();
    const auto list =
        must(served.as(served.administrator).get(std::string("/api/v1/people?school=") + school));
    for (const auto& person : list.json.at("items").as_array())
        if (person.at("id") == value(id)) return person;
    return nullptr;
}

}  // namespace

TEST_CASE("Whoever is erased is a name that was erased, in lists, histories and events") {
    Served served;
    const auto visit = "/api/v1/visits/" + served.requested("How you teach reading");
    served.folded();
    const auto ada = served.as(served.ada);
    const auto by = [&] {
        return must(ada.get(visit + "/history")).json.at("items").at(0).at("by");
    };
    CHECK(by() == "Ben Example");
    erase(served, served.ben);
    CHECK(by() == erased);
    CHECK(person_at(served, Served::barton, served.ben).is_null());
    // What they wrote is another matter.
    CHECK(must(ada.get(visit)).json.at("note") == "How you teach reading");
}

TEST_CASE("Whoever is erased signs in no more, by password, session, token or link") {
    Served served;
    const auto browser = served.browser("Ben@school.example", Served::password);
    const auto program = served.as(served.ben);
    CHECK(browser.get("/api/v1/people/me").status == 200);
    erase(served, served.ben);
    CHECK(browser.get("/api/v1/people/me").status == 401);
    CHECK(program.get("/api/v1/people/me").status == 401);
    const auto again = served.nobody().post(
        "/api/v1/session", {{"email", "Ben@school.example"}, {"password", Served::password}});
    CHECK(again.status == 401);
    // The address is free for whoever comes next.
    const object next{{"name", "Bea Example"},
                      {"email", "Ben@school.example"},
                      {"roles", array{{{"role", "lead"}, {"place", Served::barton}}}}};
    CHECK(served.as(served.administrator).post("/api/v1/people", next).status == 201);
}

TEST_CASE("After an erasure no file holds the name, the address or a key that opens them") {
    Served served;
    served.requested("How you teach reading");
    const auto keys = keys_in_log(served, stream_of_person(served.ben));
    const auto others = keys_in_log(served, stream_of_person(served.ada));
    REQUIRE(keys.size() >= 2);
    const auto before = contents_of(served.data());
    for (const auto& key : keys) REQUIRE(before.find(key) != std::string::npos);
    erase(served, served.ben);
    const auto after = contents_of(served.data());
    for (const auto& key : keys) CHECK(after.find(key) == std::string::npos);
    for (const auto& key : others) CHECK(after.find(key) != std::string::npos);
    for (const auto* word : {"Ben Example", "Ben@school.example", "ben@school.example"})
        CHECK(after.find(word) == std::string::npos);
}

TEST_CASE("After an erasure no file holds a password's hash, nor one of a session or a token") {
    Served served;
    const auto of = [&](const std::string& person, const char* email) {
        return std::vector{password_hash_of(served, person),
                           hash_of_secret(served.browser(email, Served::password)),
                           hash_of_secret(served.as(person))};
    };
    const auto gone = of(served.ben, "ben@school.example");
    const auto kept = of(served.ada, "ada@school.example");
    const auto before = contents_of(served.data());
    for (const auto& hash : gone) REQUIRE(before.find(hash) != std::string::npos);
    erase(served, served.ben);
    const auto after = contents_of(served.data());
    for (const auto& hash : gone) CHECK(after.find(hash) == std::string::npos);
    for (const auto& hash : kept) CHECK(after.find(hash) != std::string::npos);
}

TEST_CASE("The log is the same after an erasure, but for what says so") {
    Served served;
    const auto head = must(served.as(served.ada).get("/api/v1/log/head")).json;
    erase(served, served.ben);
    const auto size = std::to_string(head.at("size").to_number<Position>());
    CHECK(must(served.as(served.ada).get("/api/v1/log/head?size=" + size)).json == head);
    const auto stream =
        served.program().app().log().engine().stream_version(stream_of_person(served.ben));
    CHECK(stream == 4);  // added, a role, its end, erased
}

TEST_CASE("A name and an address are put right, and the old ones are erased") {
    Served served;
    const auto stream = stream_of_person(served.ben);
    const auto keys = keys_in_log(served, stream);
    const auto ben = served.as(served.ben);
    const auto correct = "/api/v1/people/" + served.ben + "/correct-details";
    must(ben.post(correct, {{"name", "Ben Another"}, {"email", "ben@new.example"}}));
    CHECK(must(ben.get("/api/v1/people/me")).json.at("name") == "Ben Another");
    CHECK(person_at(served, Served::barton, served.ben).at("name") == "Ben Another");
    const auto after = contents_of(served.data());
    for (const auto& key : keys) CHECK(after.find(key) == std::string::npos);
    CHECK(served.browser("ben@new.example", Served::password).get("/api/v1/people/me").status ==
          200);
    CHECK(served.nobody()
              .post("/api/v1/session",
                    {{"email", "Ben@school.example"}, {"password", Served::password}})
              .status == 401);
    // The same address once more: the name alone changes.
    must(ben.post(correct, {{"name", "Ben Third"}, {"email", "ben@new.example"}}));
    CHECK(must(ben.get("/api/v1/people/me")).json.at("name") == "Ben Third");
    CHECK(ben.post(correct, {{"name", "B"}, {"email", "ada@school.example"}}).problem() ==
          "refusal/address-taken");
    CHECK(ben.post(correct, {{"name", "B"}, {"email", "nowhere"}}).status == 400);
    CHECK(served.as(served.ada).post(correct, {{"name", "B"}, {"email", "b@b.example"}}).status ==
          403);
}

TEST_CASE("Words are redacted by whoever wrote them, or by whoever convenes") {
    Served served;
    const auto visit = "/api/v1/visits/" + served.requested("Ask for Robin's mother");
    const auto at = "/api/v1/events/" + position_of(served, "visit-requested") + "/redact";
    const object command{{"words", {"note"}}, {"why", "mistake"}, {"note", "It names a child"}};
    CHECK(served.as(served.ada).post(at, command).status == 403);
    CHECK(served.as(served.cleo).post(at, command).status == 403);
    const auto who = GENERATE(true, false);
    must(served.as(who ? served.ben : served.coordinator).post(at, command));
    served.folded();
    const auto ada = served.as(served.ada);
    CHECK(must(ada.get(visit)).json.at("note") == erased);
    CHECK(must(ada.get(visit + "/history")).json.at("items").at(0).at("event").at("note") ==
          erased);
    CHECK(served.as(served.ben).post(at, command).problem() == "refusal/same-again");
    // The visit goes on as if nothing had been.
    must(ada.post(visit + "/agree", object{}, {{"If-Match", "\"1\""}}));
}

TEST_CASE("What cannot be redacted is refused in words") {
    Served served;
    served.requested();
    const auto ben = served.as(served.ben);
    const auto redact = [&](const std::string& position, const object& command) {
        return ben.post("/api/v1/events/" + position + "/redact", command);
    };
    const auto requested = position_of(served, "visit-requested");
    CHECK(redact("99999", {{"words", array{}}, {"why", "mistake"}}).status == 404);
    CHECK(redact("x", {{"words", array{}}, {"why", "mistake"}}).status == 404);
    CHECK(redact(requested, {{"words", array{}}, {"why", "mistake"}}).problem() ==
          "refusal/nothing-chosen");
    CHECK(redact(requested, {{"words", array{}}, {"why", "boredom"}}).status == 400);
}

TEST_CASE("Nobody but an administrator erases anybody, and nobody twice") {
    Served served;
    const auto at = "/api/v1/people/" + served.ben + "/erase";
    const object command{{"why", "asked"}};
    for (const auto& who : {served.ben, served.ada, served.coordinator})
        CHECK(served.as(who).post(at, command).status == 403);
    erase(served, served.ben);
    CHECK(served.as(served.administrator).post(at, command).problem() == "refusal/person-unknown");
}

}  // namespace commonweal::api::testing
