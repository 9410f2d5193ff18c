// The log's proofs over HTTP: whoever keeps a head or a receipt can check later, with the public
// key alone, that nothing was taken away or changed.
#include <catch2/catch.hpp>

#include "server/log/base64.hpp"
#include "server/log/tree_head.hpp"
#include "tests/api/fixture.hpp"
#include "tests/log/hex.hpp"

namespace commonweal::api::testing {
namespace {

using boost::json::object;
using boost::json::value;

log::LeafHash hash_of(const value& hex) {
    const auto bytes = log::testing::from_hex(std::string(hex.as_string()));
    log::LeafHash hash{};
    REQUIRE(bytes.size() == hash.size());
    std::ranges::copy(bytes, hash.begin());
    return hash;
}
log::merkle::Proof proof_of(const value& answer) {
    log::merkle::Proof proof;
    for (const auto& hash : answer.at("proof").as_array()) proof.push_back(hash_of(hash));
    return proof;
}
Position number(const value& answer, const char* name) {
    return answer.at(name).to_number<Position>();
}

bool is_proven(const value& inclusion) {
    log::LeafHasher hasher;
    return log::merkle::proves_inclusion(
        proof_of(inclusion), hash_of(inclusion.at("leaf_hash")), number(inclusion, "position") - 1,
        number(inclusion, "size"), hash_of(inclusion.at("root")), hasher);
}
bool goes_on(const value& consistency, const value& before, const value& after) {
    log::LeafHasher hasher;
    return log::merkle::proves_consistency(proof_of(consistency), number(before, "size"),
                                           hash_of(before.at("root")), number(after, "size"),
                                           hash_of(after.at("root")), hasher);
}

value get(Served& served, const std::string& target) {
    return must(served.as(served.ada).get("/api/v1/log/" + target)).json;
}
log::PublicKey key_of(Served& served) {
    log::PublicKey key{};
    const auto answer = must(served.nobody().get("/api/v1/log/key")).json;
    REQUIRE(log::from_base64(std::string(answer.at("key").as_string()), key));
    return key;
}

}  // namespace

TEST_CASE("The head of the log is signed, and its key is there for anybody") {
    Served served;
    const auto key = must(served.nobody().get("/api/v1/log/key")).json;
    CHECK(key.at("algorithm") == "Ed25519");
    CHECK(key.at("pem").as_string().starts_with("-----BEGIN PUBLIC KEY-----"));

    const auto head = get(served, "head");
    CHECK(number(head, "size") == served.program().app().log().head().position);
    CHECK(head.at("key") == key.at("key"));
    const auto note = std::string(head.at("note").as_string());
    const auto read = log::read_note(note, key_of(served));
    REQUIRE(read);
    CHECK(read->head.size == number(head, "size"));
    CHECK(read->head.root == hash_of(head.at("root")));
    CHECK(head.at("signature").as_string() == log::to_base64(read->signature));
    CHECK(note.starts_with(std::string(key.at("origin").as_string()) + "\n"));
    CHECK(get(served, "head") == head);
    CHECK(served.nobody().get("/api/v1/log/head").status == 401);
}

TEST_CASE("Every record is proven to be under the signed head") {
    Served served;
    served.requested();
    const auto head = get(served, "head");
    for (Position position = 1; position <= number(head, "size"); ++position) {
        CAPTURE(position);
        const auto proof = get(served, "proof?position=" + std::to_string(position));
        CHECK(proof.at("root") == head.at("root"));
        CHECK(is_proven(proof));
        auto other = proof;
        other.as_object()["position"] = position + 1;
        CHECK_FALSE(is_proven(other));
    }
}

TEST_CASE("A head that was kept is the beginning of every later one") {
    Served served;
    const auto kept = get(served, "head");
    served.requested();
    const auto newest = get(served, "head");
    REQUIRE(number(newest, "size") > number(kept, "size"));
    const auto size = std::to_string(number(kept, "size"));
    CHECK(goes_on(get(served, "proof?before=" + size), kept, newest));
    auto forged = kept;
    forged.as_object()["root"] = newest.at("root");
    CHECK_FALSE(goes_on(get(served, "proof?before=" + size), forged, newest));
    // The server gives the same bytes again.
    CHECK(get(served, "head?size=" + size) == kept);
    CHECK(is_proven(get(served, "proof?position=1&size=" + size)));
}

TEST_CASE("Whoever asks for a receipt has one with each command, also when it is repeated") {
    Served served;
    const auto ben = served.as(served.ben);
    const object visit{{"guest", Served::barton}, {"host", Served::ashton}, {"theme", "equity"}};
    CHECK_FALSE(must(ben.post("/api/v1/visits", visit)).json.as_object().contains("receipt"));

    const Headers wants{{"Prefer", "respond-async, Receipt; v=1"}, {"Idempotency-Key", "one"}};
    const auto written = must(ben.post("/api/v1/visits", visit, wants));
    CHECK(written.header("Preference-Applied") == "receipt");
    const auto& receipt = written.json.at("receipt");
    const auto& events = written.json.at("events").as_array();
    REQUIRE(receipt.at("events").as_array().size() == events.size());
    const auto note = std::string(receipt.at("head").at("note").as_string());
    CHECK(log::read_note(note, key_of(served)));
    for (std::size_t at = 0; at < events.size(); ++at) {
        const auto& proven = receipt.at("events").at(at);
        CHECK(proven.at("position") == events[at].at("position"));
        CHECK(proven.at("root") == receipt.at("head").at("root"));
        CHECK(is_proven(proven));
    }
    const auto again = must(ben.post("/api/v1/visits", visit, wants));
    CHECK(again.id() == written.id());
    CHECK(again.json.at("receipt").at("events").at(0).at("leaf_hash") ==
          receipt.at("events").at(0).at("leaf_hash"));
}

TEST_CASE("What cannot be proven is refused, and says what to ask") {
    Served served;
    const auto ada = served.as(served.ada);
    const auto size = served.program().app().log().head().position;
    const auto beyond = std::to_string(size + 1);
    const auto detail = [&](const std::string& query) {
        const auto answer = ada.get("/api/v1/log/" + query);
        CHECK(answer.status == 400);
        return std::string(answer.json.at("detail").as_string());
    };
    const auto too_many = "The log has " + std::to_string(size) + " records, not " + beyond + ".";
    CHECK(detail("head?size=" + beyond) == too_many);
    CHECK(detail("proof?before=1&size=" + beyond) == too_many);
    CHECK(detail("proof?position=" + beyond) ==
          "There is no position " + beyond + " among the first " + std::to_string(size) + ".");
    CHECK(detail("proof?position=0").starts_with("There is no position 0"));
    CHECK(detail("proof?before=3&size=2") == "A log of 2 records does not begin with 3.");
    CHECK(detail("proof").starts_with("Say what is to be proven"));
    CHECK(detail("proof?before=1&position=1").starts_with("Say what is to be proven"));
    CHECK(detail("proof?position=x") == "position must be a position");
}

TEST_CASE("A program that is begun again goes on from its anchored head, under the same key") {
    const Folder folder;
    const auto ask = [&](const std::string& target) {
        ProgramOptions options;
        options.data = folder.path();
        Program program(std::move(options));
        program.begin_days();
        net::Request request;
        request.method = "GET";
        request.target = "/api/v1/log/" + target;
        return boost::json::parse(program.call(std::move(request)).body);
    };
    const auto key = ask("key");
    const auto kept = ask("head");
    REQUIRE(number(kept, "size") > 0);
    CHECK(ask("key") == key);
    const auto newest = ask("head");
    CHECK(goes_on(ask("proof?before=" + std::to_string(number(kept, "size")) +
                      "&size=" + std::to_string(number(newest, "size"))),
                  kept, newest));
}

}  // namespace commonweal::api::testing
