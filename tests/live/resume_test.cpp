// Whoever comes back gets what it missed, each thing once, and nothing older than what it had.
#include "tests/live/said.hpp"

namespace commonweal::live::testing {

TEST_CASE("Whoever comes back says the position that it has, and gets the changes since") {
    Stage stage;
    const app::TopicKey topic = stage.world.cluster;
    WatchingClient stays(*stage.hub, stage.io), goes(*stage.hub, stage.io);
    for (auto* client : {&stays, &goes}) client->subscribe(topic);
    goes.read();
    goes.lose();
    goes.messages();
    const auto had = goes.shown[topic].position;
    SECTION("nothing has changed") {
        goes.connect(*stage.hub);
        goes.subscribe(topic, had);
        goes.read();
        const auto messages = goes.messages();
        REQUIRE(types_of(messages) == Types{"delta"});
        CHECK(messages[0].at("changes").at("activity").as_array().empty());
    }
    SECTION("something has, and is told once") {
        for (int i = 0; i < 3; ++i) {
            stage.world.requested();
            stage.fold();
            stage.pass_time();
        }
        goes.connect(*stage.hub);
        goes.subscribe(topic, had);
        goes.read();
        const auto messages = goes.messages();
        REQUIRE(types_of(messages) == Types{"delta"});
        CHECK(messages[0].at("changes").at("activity").as_array().size() == 3);
    }
    SECTION("what has changed still waits to be sent") {
        for (int i = 0; i < 3; ++i) {
            stage.world.requested();
            stage.fold();
        }
        goes.connect(*stage.hub);
        goes.subscribe(topic, had);
        stage.pass_time();
        goes.read();
    }
    SECTION("things that are another topic's have happened since") {
        stage.world.done(stage.world.as_operator(),
                         app::found_network({NetworkId{{1, 2, 3}}, "Elsewhere", {}}));
        stage.fold();
        goes.connect(*stage.hub);
        goes.subscribe(topic, stage.views.position());
        goes.read();
        CHECK(types_of(goes.messages()) == Types{"delta"});
    }
    CHECK(canonical(goes.shown[topic].view) == canonical(stage.now(topic)));
    CHECK(goes.shown[topic].position == stage.views.position());
}

TEST_CASE("A position that is too old, or not yet there, gives a new snapshot") {
    Stage stage;
    const app::TopicKey topic = stage.world.cluster;
    stage.world.requested();
    stage.fold();
    WatchingClient client(*stage.hub, stage.io);
    for (const Position from : {Position{0}, Position{1}, stage.views.position() - 1,
                                stage.views.position() + 1000, ~Position{0}}) {
        client.subscribe(topic, from);
        client.read();
        INFO("from " << from);
        CHECK(types_of(client.messages()) == Types{"snapshot"});
        client.unsubscribe(topic);
    }
}

TEST_CASE("A topic remembers its last changes, and knows what it no longer remembers") {
    Topic topic(ClusterId{{1}}, 10);
    const auto one_school = [](std::uint32_t urn) {
        view::DashboardChange change;
        change.members_left = {{urn}};
        return change;
    };
    const Position last = 10 + Topic::past_max + 2;
    for (Position position = 11; position <= last; ++position) {
        topic.add(position, one_school(static_cast<std::uint32_t>(position)));
        CHECK(topic.take().position == position);
    }
    CHECK(topic.head() == last);
    CHECK(topic.changes_since(10) == nullptr);
    CHECK(topic.changes_since(11) == nullptr);
    CHECK(topic.changes_since(last + 1) == nullptr);
    const auto left_since = [&](Position from) {
        const auto message = boost::json::parse(*topic.changes_since(from));
        return message.at("changes").at("members_left").as_array().size();
    };
    CHECK(left_since(12) == Topic::past_max);
    CHECK(left_since(last - 1) == 1);
    CHECK(left_since(last) == 0);
}

TEST_CASE("A topic gives no change of which whoever asks has a part") {
    Topic topic(ClusterId{{1}}, 10);
    topic.add(11, view::DashboardChange{});
    topic.add(13, view::DashboardChange{});
    CHECK(topic.take().position == 13);
    CHECK(topic.changes_since(10) != nullptr);
    CHECK(topic.changes_since(11) == nullptr);
    CHECK(topic.changes_since(12) == nullptr);
    CHECK(topic.changes_since(13) != nullptr);
}

TEST_CASE("Nothing is told twice when somebody subscribes while changes wait") {
    Stage stage;
    const app::TopicKey topic = stage.world.cluster;
    WatchingClient early(*stage.hub, stage.io), late(*stage.hub, stage.io);
    early.subscribe(topic);
    stage.world.requested();
    stage.fold();  // goes out at once
    stage.world.requested();
    stage.fold();  // waits
    late.subscribe(topic);
    stage.world.requested();
    stage.fold();  // must not be gathered with what waits: `late` has that already
    stage.pass_time();
    for (auto* client : {&early, &late}) {
        client->read();
        CHECK(activity_in(client->shown[topic].view) == activity_in(stage.now(topic)));
        CHECK(canonical(client->shown[topic].view) == canonical(stage.now(topic)));
    }
}

TEST_CASE("Nobody is given a snapshot that is older than what they have") {
    Stage stage;
    const app::TopicKey topic = stage.world.cluster;
    WatchingClient first(*stage.hub, stage.io), returns(*stage.hub, stage.io);
    first.subscribe(topic);
    stage.world.requested();
    stage.fold();
    returns.subscribe(topic);  // the snapshot that is kept for all who come meanwhile
    returns.read();
    stage.world.done(stage.world.as_operator(),
                     app::found_network({NetworkId{{1, 2, 3}}, "Elsewhere", {}}));
    stage.fold();
    const auto had = stage.views.position();
    returns.subscribe(topic, had);
    returns.read();
    REQUIRE(returns.shown[topic].position == had);
    stage.world.requested();
    stage.fold();  // waits to be gathered
    returns.lose();
    returns.connect(*stage.hub);
    returns.subscribe(topic, had);
    CHECK_NOTHROW(returns.read());  // it throws where a message went back
    stage.pass_time();
    returns.read();
    CHECK(canonical(returns.shown[topic].view) == canonical(stage.now(topic)));
}

TEST_CASE("Subscribing again while a message is on its way tells nothing twice") {
    Stage stage;
    const app::TopicKey topic = stage.world.cluster;
    WatchingClient client(*stage.hub, stage.io);
    client.subscribe(topic);
    client.read();
    stage.world.requested();
    stage.fold();
    REQUIRE(client.socket().outbox.size() == 1);  // not read yet
    client.subscribe(topic, client.shown[topic].position);
    client.read();
    CHECK(canonical(client.shown[topic].view) == canonical(stage.now(topic)));
    CHECK(activity_in(client.shown[topic].view) == activity_in(stage.now(topic)));
}

}  // namespace commonweal::live::testing
