// Whoever is slow gets what changes folded, and holds up nobody.
#include "tests/live/said.hpp"

namespace commonweal::live::testing {

TEST_CASE("A slow client is folded and catches up, and holds up nobody") {
    Stage stage;
    const app::TopicKey topic = stage.world.cluster;
    WatchingClient slow(*stage.hub, stage.io), quick(*stage.hub, stage.io);
    slow.socket().room = 2;
    for (auto* client : {&slow, &quick}) client->subscribe(topic);
    for (int i = 0; i < 6; ++i) {
        stage.world.requested();
        stage.fold();
        stage.pass_time();
        quick.read();
        CHECK(canonical(quick.shown[topic].view) == canonical(stage.now(topic)));
    }
    CHECK(slow.socket().outbox.size() == 2);
    slow.read();
    slow.read();
    CHECK(types_of(slow.messages()) == Types{"snapshot", "delta", "delta"});
    CHECK(canonical(slow.shown[topic].view) == canonical(stage.now(topic)));
    // It is no longer behind: the next change comes at once.
    stage.world.requested();
    stage.fold();
    stage.pass_time();
    slow.read();
    CHECK(types_of(slow.messages()) == Types{"delta"});
    CHECK(canonical(slow.shown[topic].view) == canonical(stage.now(topic)));
}

TEST_CASE("A snapshot that found no room is sent when there is some") {
    Stage stage;
    WatchingClient client(*stage.hub, stage.io);
    client.socket().room = 1;
    client.subscribe(stage.world.cluster);
    client.subscribe(stage.world.ashton);  // no room for its snapshot
    client.read();
    client.read();
    CHECK(types_of(client.messages()) == Types{"snapshot", "snapshot"});
    const app::TopicKey topic = stage.world.ashton;
    CHECK(canonical(client.shown[topic].view) == canonical(stage.now(topic)));
}

TEST_CASE("What a returning client missed, and found no room for, is sent when there is some") {
    Stage stage;
    const app::TopicKey topic = stage.world.cluster;
    WatchingClient stays(*stage.hub, stage.io), client(*stage.hub, stage.io);
    stays.subscribe(topic);
    client.subscribe(topic);
    client.read();
    client.unsubscribe(topic);
    const auto had = client.shown[topic].position;
    stage.world.requested();
    stage.fold();
    client.messages();
    client.socket().room = 1;
    client.subscribe(stage.world.ashton);
    client.subscribe(topic, had);  // no room
    client.read();
    client.read();
    CHECK(canonical(client.shown[topic].view) == canonical(stage.now(topic)));
    CHECK(activity_in(client.shown[topic].view) == activity_in(stage.now(topic)));
}

}  // namespace commonweal::live::testing
