// Every read of a view as it was known at an earlier position or time.
#include <catch2/catch.hpp>

#include "server/api/route.hpp"
#include "tests/api/fixture.hpp"

namespace commonweal::api::testing {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

/// A small year: a visit, a review, a partnership and a meeting, step by step.
class Year {
  public:
    explicit Year(Served& served)
        : served_(served), ada(served.as(served.ada)), ben(served.as(served.ben)) {}

    std::string visit, review, partnership, meeting;

    /// Each step is told after the views have it.
    template <class Told>
    void live(Told told) {
        const auto step = [&](const Answer& answer) {
            must(answer);
            served_.folded();
            told();
            return answer;
        };
        visit = step(ben.post("/api/v1/visits", {{"guest", Served::barton},
                                                 {"host", Served::ashton},
                                                 {"theme", "equity"},
                                                 {"note", "How you teach reading"}}))
                    .id();
        step(ada.post("/api/v1/visits/" + visit + "/agree", {{"note", "Come in by the gate"}}));
        review = step(ben.post("/api/v1/reviews", {{"host", Served::barton},
                                                   {"reviewing_school", Served::ashton},
                                                   {"focus", "Behaviour"}}))
                     .id();
        next_day();
        told();
        step(ben.post("/api/v1/visits/" + visit + "/set-day", {{"day", "2026-03-16"}}));
        partnership = step(ben.post("/api/v1/partnerships", {{"school", Served::barton},
                                                             {"with", Served::ashton},
                                                             {"purpose", "equity"}}))
                          .id();
        step(ada.post("/api/v1/partnerships/" + partnership + "/accept", object{}));
        meeting = step(served_.as(served_.coordinator)
                           .post("/api/v1/meetings", {{"cluster", served_.cluster},
                                                      {"host", Served::ashton},
                                                      {"mode", "in_person"},
                                                      {"days", array{"2026-04-21", "2026-04-22"}}}))
                      .id();
        step(ada.post("/api/v1/reviews/" + review + "/decline", {{"reason", "Not this year"}}));
        served_.clock().set(*parse_instant("2026-03-17T09:00:00Z"));
        served_.program().begin_days();
        served_.folded();
        told();
        step(ada.post("/api/v1/visits/" + visit + "/record-held", {{"day", "2026-03-16"}}));
        step(served_.as_operator("POST", "/api/v1/clusters/" + served_.cluster + "/leave",
                                 std::string(R"({"school":")") + Served::barton + "\"}"));
    }

    /// An address for each route that looks into the past; empty: of a thing that is not there yet.
    std::string address(const Route& route) const {
        const std::string pattern(route.pattern);
        const auto thing = [&](const std::string& place, const std::string& id) {
            return pattern.starts_with("/api/v1/" + place + "/{") ? id : std::string("-");
        };
        for (const auto& id :
             {thing("visits", visit), thing("reviews", review), thing("partnerships", partnership),
              thing("meetings", meeting), thing("networks", served_.network),
              thing("clusters", served_.cluster), thing("schools", Served::ashton)})
            if (id != "-") return id.empty() ? "" : filled(pattern, id) + query_of(pattern);
        return pattern + query_of(pattern);
    }

  private:
    void next_day() {
        served_.clock().set(*parse_instant("2026-03-10T09:00:00Z"));
        served_.program().begin_days();
        served_.folded();
    }
    static std::string filled(std::string pattern, const std::string& id) {
        const auto open = pattern.find('{');
        return pattern.replace(open, pattern.find('}') - open + 1, id);
    }
    std::string query_of(const std::string& pattern) const {
        if (pattern.ends_with("/calendar") && pattern != "/api/v1/calendar")
            return "?from=2026-03-01&to=2026-05-01";
        if (pattern.ends_with("/open-days")) return "?from=2026-04-20&to=2026-04-24";
        if (pattern == "/api/v1/ledger" || pattern == "/api/v1/activity")
            return "?network=" + served_.network;
        if (pattern == "/api/v1/posts" || pattern == "/api/v1/people") return "?school=100001";
        if (pattern == "/api/v1/search") return "?q=ashton";
        if (pattern == "/api/v1/visits") return "?school=100001";
        if (pattern == "/api/v1/reviews") return "?network=" + served_.network;
        return "";
    }

    Served& served_;

  public:
    Caller ada, ben;
};

std::string with(const std::string& address, const std::string& at) {
    return address + (address.contains('?') ? "&at=" : "?at=") + at;
}

/// What may be done now is of now, and of the past there is nothing to do.
void take_out_commands(value& shown) {
    if (auto* inner = shown.if_object()) {
        inner->erase("may");
        inner->erase("may_change");
        inner->erase("may_redact");
        for (auto& member : *inner) take_out_commands(member.value());
    }
    if (auto* rows = shown.if_array())
        for (auto& row : *rows) take_out_commands(row);
}

bool offers_commands(const value& shown) {
    if (const auto* inner = shown.if_object())
        for (const auto& [name, member] : *inner) {
            const bool command = name == "may" || name == "may_change" || name == "may_redact";
            if (command && member != value(array{}) && member != value(false)) return true;
            if (offers_commands(member)) return true;
        }
    if (const auto* rows = shown.if_array())
        for (const auto& row : *rows)
            if (offers_commands(row)) return true;
    return false;
}

std::vector<const Route*> routes_into_the_past() {
    std::vector<const Route*> all;
    for (const auto& route : routes())
        if ((" " + std::string(route.query) + " ").contains(" at ")) all.push_back(&route);
    return all;
}

/// What somebody read, and where.
struct Read {
    const Caller* reader = nullptr;
    std::string address;
    Position position = 0;
    value shown;
};

}  // namespace

TEST_CASE("Each address that shows a view says of a position what it said when that was the end") {
    Served served;
    Year year(served);
    const auto coordinator = served.as(served.coordinator);
    std::vector<Read> reads;
    year.live([&] {
        for (const auto* route : routes_into_the_past())
            for (const Caller* reader : {&std::as_const(year.ada), &coordinator}) {
                const auto address = year.address(*route);
                if (address.empty()) continue;
                auto answer = reader->get(address);
                INFO(address << " " << answer.text);
                REQUIRE(answer.status == 200);
                take_out_commands(answer.json);
                const auto end = served.program().app().log().head().position;
                reads.push_back({reader, address, end, answer.json});
            }
    });
    REQUIRE(routes_into_the_past().size() >= 30);
    REQUIRE(reads.size() > 500);
    for (const auto& read : reads) {
        auto again = read.reader->get(with(read.address, std::to_string(read.position)));
        INFO(read.address << " at " << read.position << ": " << again.text);
        REQUIRE(again.status == 200);
        CHECK_FALSE(offers_commands(again.json));
        take_out_commands(again.json);
        CHECK(again.json == read.shown);
    }
}

TEST_CASE("A read of the past says as of which position, which is the end of a commit") {
    Served served;
    const auto ada = served.as(served.ada);
    served.requested();
    const auto at = [&](const std::string& text) {
        return must(ada.get(with("/api/v1/networks/" + served.network + "/dashboard", text)))
            .header("X-Position");
    };
    const auto events =
        must(ada.get("/api/v1/events?order=oldest&person=" + served.ben)).json.at("items");
    const auto first = std::to_string(events.at(0).at("position").to_number<Position>());
    const auto last = std::to_string(events.at(2).at("position").to_number<Position>());
    CHECK(first != last);
    CHECK(at(first) == last);
    CHECK(at(last) == last);
    const auto head = std::to_string(served.program().app().log().head().position);
    CHECK(at(head) == head);
    CHECK(at("2026-03-09T09:00:00Z") == head);
    CHECK(at("2026-03-09") == head);  // to the end of today, so far
}

TEST_CASE("A day of the past is known as it was at its end in London") {
    Served served;
    const auto ada = served.as(served.ada);
    const auto list = [&](const std::string& at) {
        return must(ada.get(with("/api/v1/visits", at))).json.at("items").as_array().size();
    };
    served.clock().set(*parse_instant("2026-06-01T22:59:59Z"));
    served.requested();
    served.clock().set(*parse_instant("2026-06-01T23:00:00Z"));  // the next day there
    served.requested();
    served.folded();
    CHECK(list("2026-05-31") == 0);
    CHECK(list("2026-06-01") == 1);
    CHECK(list("2026-06-02") == 2);
    CHECK(list("2026-06-01T22:59:58Z") == 0);
    CHECK(list("2026-06-01T23:00:00Z") == 2);
}

TEST_CASE("What was not there yet is not found, and nothing can be done in the past") {
    Served served;
    Year year(served);
    year.live([] {});
    const auto at_beginning = with("/api/v1/visits/" + year.visit, "1");
    CHECK(year.ada.get(at_beginning).status == 404);
    CHECK(year.ada.get(with("/api/v1/clusters/" + served.cluster + "/dashboard", "1")).status ==
          404);
    CHECK(year.ada.get(with("/api/v1/schools/100001", "0")).status == 404);
    const auto history =
        must(year.ada.get("/api/v1/visits/" + year.visit + "/history")).json.at("items");
    const auto agreed = history.as_array().at(history.as_array().size() - 2);
    CHECK(agreed.at("kind") == "visit-agreed");
    const auto then =
        must(year.ada.get(with("/api/v1/visits/" + year.visit,
                               std::to_string(agreed.at("position").to_number<Position>()))));
    CHECK(then.json.at("stage") == "agreed");
    CHECK(then.json.at("may").as_array().empty());
    CHECK(then.header("ETag") == "\"2\"");
    CHECK(then.json.at("note") == "How you teach reading");
}

TEST_CASE("What is erased is erased in the past, too") {
    Served served;
    const auto visit = served.requested("About a child");
    const auto ada = served.as(served.ada);
    served.folded();
    const auto then = std::to_string(served.program().app().log().head().position);
    const auto address = with("/api/v1/visits/" + visit, then);
    CHECK(must(ada.get(address)).json.at("note") == "About a child");
    must(served.as_operator("POST", "/api/v1/events/" + then + "/redact",
                            R"({"words":["note"],"why":"mistake","note":"It names a child"})"));
    const auto again = must(ada.get(address));
    CHECK(again.text.find("About a child") == std::string::npos);
    CHECK(again.json.at("note") != "About a child");
}

TEST_CASE("A time that the record does not know is refused with what it does know") {
    Served served;
    const auto ada = served.as(served.ada);
    const auto refused = [&](const std::string& at, const std::string& says) {
        const auto answer = ada.get(with("/api/v1/networks", at));
        INFO(answer.text);
        CHECK(answer.status == 400);
        CHECK(answer.json.at("detail").as_string().find(says) != std::string::npos);
    };
    const auto head = served.program().app().log().head().position;
    refused(std::to_string(head + 1), "at position " + std::to_string(head));
    refused("2026-03-10", "in the future");
    refused("2026-03-09T09:00:01Z", "in the future");
    refused("yesterday", "a position, a day or an instant");
    refused("-1", "a position, a day or an instant");
    refused("", "a position, a day or an instant");
    // Where there is no past to read, it is refused, never ignored.
    CHECK(ada.get("/api/v1/people/me?at=1").status == 400);
    CHECK(ada.post("/api/v1/visits?at=1", object{}).status == 400);
}

}  // namespace commonweal::api::testing
