// Who watches gets a snapshot, then what changes; topics are bounded, refused and forgotten.
#include "tests/live/said.hpp"

namespace commonweal::live::testing {

TEST_CASE("Whoever subscribes is shown the view, then told what changes") {
    Stage stage;
    const app::TopicKey topic = stage.world.cluster;
    WatchingClient client(*stage.hub, stage.io);
    client.subscribe(topic);
    client.read();
    CHECK(types_of(client.messages()) == Types{"snapshot"});
    CHECK(client.shown[topic].position == stage.views.position());
    stage.world.requested();
    stage.fold();
    client.read();
    CHECK(types_of(client.messages()) == Types{"delta"});
    CHECK(client.shown[topic].position == stage.views.position());
    CHECK(canonical(client.shown[topic].view) == canonical(stage.now(topic)));
    CHECK(client.shown[topic].view.at("counts").at("visits").at("requested") == 1);
}

TEST_CASE("A topic that is not touched says nothing") {
    Stage stage;
    WatchingClient client(*stage.hub, stage.io);
    client.subscribe(stage.world.clifton);
    client.read();
    client.messages();
    stage.world.requested();
    stage.fold();
    client.read();
    CHECK(client.messages().empty());
}

TEST_CASE("Changes that follow each other fast are gathered into one message") {
    Stage stage;
    const app::TopicKey topic = stage.world.cluster;
    WatchingClient client(*stage.hub, stage.io);
    client.subscribe(topic);
    for (int i = 0; i < 5; ++i) {
        stage.world.requested();
        stage.fold();
    }
    client.read();
    const auto first = client.messages();
    CHECK(types_of(first) == Types{"snapshot", "delta"});
    stage.pass_time();
    client.read();
    CHECK(types_of(client.messages()) == Types{"delta"});
    CHECK(canonical(client.shown[topic].view) == canonical(stage.now(topic)));
    CHECK(activity_in(client.shown[topic].view) == activity_in(stage.now(topic)));
}

TEST_CASE("A message is encoded once for all who watch a topic") {
    Stage stage;
    WatchingClient a(*stage.hub, stage.io), b(*stage.hub, stage.io);
    for (auto* client : {&a, &b}) client->subscribe(stage.world.cluster);
    stage.world.requested();
    stage.fold();
    REQUIRE(a.socket().outbox.size() == 2);
    REQUIRE(b.socket().outbox.size() == 2);
    CHECK(a.socket().outbox[0] == b.socket().outbox[0]);
    CHECK(a.socket().outbox[1] == b.socket().outbox[1]);
}

TEST_CASE("One connection watches many topics, up to a bound") {
    Stage stage;
    auto& world = stage.world;
    std::vector<school::Register> schools;
    for (std::uint32_t i = 0; i <= Hub::topics_a_connection_max; ++i) {
        school::Register command;
        command.school = {200'000 + i};
        command.details.name = "School " + std::to_string(i);
        schools.push_back(command);
    }
    world.done(world.as_operator(), app::register_schools(schools));
    stage.fold();
    WatchingClient client(*stage.hub, stage.io);
    for (const auto& school : schools) client.subscribe(school.school);
    client.read();
    auto messages = client.messages();
    REQUIRE(messages.size() == Hub::topics_a_connection_max + 1);
    CHECK(status_of(messages.back()) == 429);
    CHECK(stage.hub->counts().topics == Hub::topics_a_connection_max);
    // A topic that it watches already takes no more room.
    client.subscribe(schools[0].school);
    client.read();
    CHECK(types_of(client.messages()) == Types{"snapshot"});
    client.unsubscribe(schools[0].school);
    client.subscribe(schools.back().school);
    client.read();
    CHECK(types_of(client.messages()) == Types{"snapshot"});
}

TEST_CASE("What is no topic is refused, with the name that was asked for") {
    Stage stage;
    WatchingClient client(*stage.hub, stage.io);
    for (const char* topic :
         {"school/999999/network", "school/100001/team", "cluster/x/network", "nonsense", ""}) {
        client.say(
            boost::json::serialize(boost::json::object{{"type", "subscribe"}, {"topic", topic}}));
        client.read();
        const auto messages = client.messages();
        REQUIRE(messages.size() == 1);
        CHECK(status_of(messages[0]) == 404);
        CHECK(messages[0].at("topic") == topic);
    }
    client.say("what?");
    client.read();
    CHECK(status_of(client.messages().at(0)) == 400);
    CHECK(stage.hub->counts().subscriptions == 0);
}

TEST_CASE("Unsubscribing ends it, and nobody's topic is forgotten") {
    Stage stage;
    WatchingClient client(*stage.hub, stage.io);
    client.subscribe(stage.world.cluster);
    CHECK(stage.hub->counts().topics == 1);
    client.unsubscribe(stage.world.cluster);
    client.unsubscribe(stage.world.cluster);
    CHECK(stage.hub->counts().topics == 0);
    client.read();
    client.messages();
    stage.world.requested();
    stage.fold();
    client.read();
    CHECK(client.messages().empty());
}

TEST_CASE("Subscribing twice is one subscription, and shows the view anew") {
    Stage stage;
    const app::TopicKey topic = stage.world.cluster;
    WatchingClient client(*stage.hub, stage.io);
    client.subscribe(topic);
    client.subscribe(topic);
    CHECK(stage.hub->counts().subscriptions == 1);
    stage.world.requested();
    stage.fold();
    client.read();
    CHECK(types_of(client.messages()) == Types{"snapshot", "snapshot", "delta"});
    CHECK(canonical(client.shown[topic].view) == canonical(stage.now(topic)));
}

TEST_CASE("A connection that has gone is forgotten, with its topics") {
    Stage stage;
    WatchingClient client(*stage.hub, stage.io);
    client.subscribe(stage.world.cluster);
    client.subscribe(stage.world.ashton);
    CHECK(stage.hub->counts().connections == 1);
    client.lose();
    CHECK(stage.hub->counts().connections == 0);
    CHECK(stage.hub->counts().topics == 0);
    stage.world.requested();
    stage.fold();  // reaches nobody, and harms nothing
    CHECK(client.socket().outbox.size() == 2);
}

TEST_CASE("Signing out closes that session's connections and no others") {
    Stage stage;
    WatchingClient a(*stage.hub, stage.io, "session-a"), b(*stage.hub, stage.io, "session-b"),
        program(*stage.hub, stage.io, "");
    stage.hub->sign_out("session-a");
    stage.hub->sign_out("");
    stage.settle();
    CHECK(a.socket().closed_with == 4001);
    CHECK_FALSE(b.socket().closed_with);
    CHECK_FALSE(program.socket().closed_with);
}

TEST_CASE("Polling gives what subscribing gives") {
    Stage stage;
    const app::TopicKey topic = stage.world.cluster;
    const auto poll = [&](std::optional<Position> from) {
        const auto messages = stage.hub->poll(topic, from);
        REQUIRE(messages.size() == 1);
        return boost::json::parse(*messages[0]).as_object();
    };
    const auto first = poll({});
    CHECK(type_of(first) == "snapshot");
    const auto had = first.at("position").to_number<Position>();
    CHECK(type_of(poll(had)) == "delta");
    stage.world.requested();
    stage.fold();
    CHECK(canonical(poll(had).at("view").as_object()) == canonical(stage.now(topic)));
    CHECK(type_of(poll(had + 1000)) == "snapshot");
    CHECK(stage.hub->poll(ClusterId{{1}}, {}).empty());
}

TEST_CASE("Nothing that was typed goes out to a topic") {
    Stage stage;
    WatchingClient client(*stage.hub, stage.io);
    client.subscribe(stage.world.cluster);
    client.subscribe(stage.world.ashton);
    stage.world.requested("How you teach reading");
    stage.fold();
    for (const auto& message : client.socket().outbox) {
        CHECK(message->find("teach") == std::string::npos);
        CHECK(message->find("note") == std::string::npos);
    }
    CHECK(client.socket().outbox.size() == 4);
}

}  // namespace commonweal::live::testing
