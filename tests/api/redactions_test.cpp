// What was redacted of an event, in the history of its thing: by whom and why, for whoever may see
// it; and which words a reader may have redacted.
#include <catch2/catch.hpp>

#include "tests/api/fixture.hpp"

namespace commonweal::api::testing {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

/// The row of the newest event of a kind.
object row(const Caller& who, const std::string& thing, const std::string& kind,
           const std::string& query = {}) {
    const auto history = must(who.get(thing + "/history" + query)).json;
    for (const auto& entry : history.at("items").as_array())
        if (entry.at("kind") == value(kind)) return entry.as_object();
    FAIL("there is no " << kind);
    return {};
}

std::string redact_at(const object& entry) {
    return "/api/v1/events/" + std::to_string(entry.at("position").to_number<Position>()) +
           "/redact";
}

/// A review of Ashton by Barton, with a report of strengths and wishes by Ben; its address.
std::string reported_review(Served& served) {
    const auto review = "/api/v1/reviews/" +
                        must(served.as(served.ada)
                                 .post("/api/v1/reviews", {{"host", Served::ashton},
                                                           {"reviewing_school", Served::barton}}))
                            .id();
    const auto ben = served.as(served.ben);
    must(ben.post(review + "/name-team",
                  {{"team", array{{{"reviewer", served.ben}, {"role", "lead"}}}}}));
    must(ben.post(review + "/agree-days", {{"days", array{"2026-03-09"}}}));
    must(ben.post(review + "/record-held", object{}));
    must(ben.post(review + "/draft-report",
                  {{"strengths", "Robin reads well"}, {"even_better_if", "Less noise"}}));
    return review;
}

/// A visit that was agreed, with a sheet for its guests by Ada; its address.
std::string visit_with_sheet(Served& served) {
    const auto visit = "/api/v1/visits/" + served.requested();
    must(served.as(served.ada).post(visit + "/agree", object{}));
    must(served.as(served.ben).post(visit + "/set-day", {{"day", "2026-03-16"}}));
    must(served.as(served.ada).post(visit + "/write-sheet", {{"arrival", "At the side gate"}}));
    return visit;
}

const std::string report = "review-report-drafted";

}  // namespace

TEST_CASE("Whoever may redact words of an event is offered them, until they are erased") {
    Served served;
    const auto review = reported_review(served);
    const auto offered = [&](const std::string& who) {
        const auto entry = row(served.as(who), review, report);
        return entry.contains("may_redact") ? entry.at("may_redact").as_array() : array{};
    };
    const array both{"strengths", "even_better_if"};
    for (const auto& who : {served.ben, served.coordinator, served.administrator})
        CHECK(offered(who) == both);
    for (const auto& who : {served.ada, served.cleo}) CHECK(offered(who).empty());

    const auto ben = served.as(served.ben);
    const auto at = redact_at(row(ben, review, report));
    must(ben.post(at, {{"words", {"strengths"}}, {"why", "mistake"}}));
    CHECK(offered(served.ben) == array{"even_better_if"});
    must(ben.post(at, {{"words", array{}}, {"why", "asked"}}));
    CHECK(offered(served.ben).empty());
    CHECK(offered(served.coordinator).empty());
}

TEST_CASE("An event without words offers none to redact, and had none redacted") {
    Served served;
    const auto visit = "/api/v1/visits/" + served.requested();
    const auto entry = row(served.as(served.ben), visit, "visit-requested");
    CHECK_FALSE(entry.contains("may_redact"));
    CHECK_FALSE(entry.contains("redactions"));
}

TEST_CASE("A history says what was redacted of an event, by whom and why, oldest first") {
    Served served;
    const auto review = reported_review(served);
    const auto ada = served.as(served.ada);
    const auto at = redact_at(row(ada, review, report));
    must(served.as(served.coordinator)
             .post(at,
                   {{"words", {"strengths"}}, {"why", "asked"}, {"note", "Robin's mother wrote"}}));
    must(served.as(served.ben).post(at, {{"words", array{}}, {"why", "mistake"}}));

    const auto entry = row(ada, review, report);
    const auto& redactions = entry.at("redactions").as_array();
    REQUIRE(redactions.size() == 2);
    CHECK(redactions.at(0).at("words") == array{"strengths"});
    CHECK(redactions.at(0).at("why") == "asked");
    CHECK(redactions.at(0).at("by") == "Cora Example");
    CHECK(redactions.at(0).at("recorded").as_string().starts_with("2026-03-09T09:00:00"));
    CHECK(redactions.at(1).at("words") == array{"even_better_if"});
    CHECK(redactions.at(1).at("why") == "mistake");
    CHECK(redactions.at(1).at("by") == "Ben Example");
    const auto head = must(ada.get("/api/v1/log/head")).json.at("size");
    CHECK(redactions.at(1).at("position") == head);
    CHECK(entry.at("event").at("strengths") == value{{"erased", true}});
    // Other rows of the same history tell nothing of it.
    CHECK_FALSE(row(ada, review, "review-held").contains("redactions"));
}

TEST_CASE("Why words were redacted is the parties', the note the coordinator's") {
    Served served;
    const auto review = reported_review(served);
    const auto coordinator = served.as(served.coordinator);
    must(coordinator.post(
        redact_at(row(coordinator, review, report)),
        {{"words", {"strengths"}}, {"why", "asked"}, {"note", "Robin's mother wrote"}}));
    const auto seen_by = [&](const std::string& who) {
        return row(served.as(who), review, report).at("redactions").at(0).as_object();
    };
    CHECK(seen_by(served.coordinator).at("note") == "Robin's mother wrote");
    for (const auto& who : {served.ada, served.ben}) {
        CHECK(seen_by(who).at("why") == "asked");
        CHECK_FALSE(seen_by(who).contains("note"));
    }
    const auto outside = seen_by(served.cleo);
    CHECK(outside.at("words") == array{"strengths"});
    for (const auto* hidden : {"why", "by", "note"}) CHECK_FALSE(outside.contains(hidden));
}

TEST_CASE("The past shows what was redacted since, and offers nothing") {
    Served served;
    const auto review = reported_review(served);
    const auto ben = served.as(served.ben);
    served.folded();
    const auto drafted = row(ben, review, report);
    const auto then = "?at=" + std::to_string(drafted.at("position").to_number<Position>());
    CHECK_FALSE(row(ben, review, report, then).contains("may_redact"));
    CHECK_FALSE(row(ben, review, report, then).contains("redactions"));
    must(ben.post(redact_at(drafted), {{"words", {"strengths"}}, {"why", "mistake"}}));
    const auto past = row(ben, review, report, then);
    CHECK(past.at("event").at("strengths") == value{{"erased", true}});
    CHECK(past.at("redactions").at(0).at("words") == array{"strengths"});
    CHECK_FALSE(past.contains("may_redact"));
}

TEST_CASE("Of what a history does not show it offers nothing, and tells only when and why") {
    Served served;
    const auto visit = visit_with_sheet(served);
    const auto ada = served.as(served.ada);
    for (const auto& who : {ada, served.as(served.coordinator)})
        CHECK_FALSE(row(who, visit, "visit-sheet-written").contains("may_redact"));
    must(ada.post(redact_at(row(ada, visit, "visit-sheet-written")),
                  {{"words", {"arrival"}}, {"why", "mistake"}, {"note", "The gate is closed"}}));
    for (const auto& who : {ada, served.as(served.coordinator)}) {
        const auto told = row(who, visit, "visit-sheet-written").at("redactions").at(0);
        CHECK(told.at("why") == "mistake");
        CHECK(told.at("words") == array{});
        CHECK_FALSE(told.as_object().contains("by"));
        CHECK_FALSE(told.as_object().contains("note"));
    }
}

}  // namespace commonweal::api::testing
