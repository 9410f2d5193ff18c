// WebSockets on the whole program: what one does, the other sees.
#include <catch2/catch.hpp>

#include "tests/api/fixture.hpp"

namespace commonweal::api::testing {
namespace {

using boost::json::object;

Position position_of(const object& message) {
    return message.at("position").to_number<Position>();
}

}  // namespace

TEST_CASE("What one does is told to the other, once") {
    Served served;
    const auto topic = "cluster/" + served.cluster + "/network";
    Watcher ada(served.port(), served.as(served.ada).headers);
    Watcher ben(served.port(), served.browser("ben@school.example", Served::password).headers);
    for (auto* watcher : {&ada, &ben}) {
        watcher->subscribe(topic);
        CHECK(watcher->next().at("type") == "snapshot");
    }
    const auto id = served.requested();
    for (auto* watcher : {&ada, &ben}) {
        const auto message = watcher->next();
        CHECK(message.at("type") == "delta");
        CHECK(message.at("topic") == topic.c_str());
        const auto& activity = message.at("changes").at("activity").as_array();
        REQUIRE(activity.size() == 1);
        CHECK(activity[0].at("visit") == id.c_str());
        CHECK(message.at("changes").at("counts").at("visits").at("requested") == 1);
    }
}

TEST_CASE("Whoever comes back gets what it missed, and nothing twice") {
    Served served;
    const auto topic = "cluster/" + served.cluster + "/network";
    const auto headers = served.as(served.ada).headers;
    Watcher stays(served.port(), headers);
    stays.subscribe(topic);
    const auto had = position_of(stays.next());
    {
        Watcher goes(served.port(), headers);
    }
    served.requested();
    served.folded();
    const auto seen = position_of(stays.next());
    CHECK(seen > had);
    Watcher back(served.port(), headers);
    back.subscribe(topic, had);
    const auto message = back.next();
    CHECK(message.at("type") == "delta");
    CHECK(position_of(message) == seen);
    CHECK(message.at("changes").at("activity").as_array().size() == 1);
    back.subscribe(topic, seen);
    CHECK(back.next().at("changes").at("activity").as_array().empty());
    back.subscribe(topic, seen + 1000);
    CHECK(back.next().at("type") == "snapshot");
}

TEST_CASE("What is no topic and no message is refused, and the connection goes on") {
    Served served;
    Watcher watcher(served.port(), served.as(served.ada).headers);
    watcher.say("nonsense");
    CHECK(watcher.next().at("problem").at("status") == 400);
    watcher.subscribe("cluster/nonsense/network");
    CHECK(watcher.next().at("problem").at("status") == 404);
    watcher.subscribe("school/100001/network");
    CHECK(watcher.next().at("type") == "snapshot");
}

TEST_CASE("Polling gives the messages that a WebSocket would have got") {
    Served served;
    const auto ada = served.as(served.ada);
    const auto target = "/api/v1/live?topic=cluster/" + served.cluster + "/network";
    const auto first = ada.get(target).json.at("messages").at(0).as_object();
    CHECK(first.at("type") == "snapshot");
    served.requested();
    served.folded();
    const auto next =
        ada.get(target + "&from=" + std::to_string(position_of(first))).json.at("messages").at(0);
    CHECK(position_of(next.as_object()) > position_of(first));
}

TEST_CASE("Draining tells WebSockets to go") {
    auto served = std::make_unique<Served>();
    Watcher watcher(served->port(), served->as(served->ada).headers);
    watcher.subscribe("school/100001/network");
    watcher.next();
    served->program().stop();
    CHECK(watcher.close_code() == 1001);
}

}  // namespace commonweal::api::testing
