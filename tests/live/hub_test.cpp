// Who watches gets a snapshot, then what changes, each thing once; whoever is slow gets it folded.
#include <catch2/catch.hpp>

#include "tests/live/client.hpp"

namespace commonweal::live::testing {
namespace {

std::string type_of(const boost::json::object& message) {
    return std::string(message.at("type").as_string());
}
std::vector<std::string> types_of(const std::vector<boost::json::object>& messages) {
    std::vector<std::string> types;
    for (const auto& message : messages) types.push_back(type_of(message));
    return types;
}
using Types = std::vector<std::string>;

std::size_t activity_in(const boost::json::object& view) {
    return view.at("activity").as_array().size();
}

/// What a refused message says: its problem's status.
std::int64_t status_of(const boost::json::object& message) {
    REQUIRE(type_of(message) == "refused");
    return message.at("problem").at("status").to_number<std::int64_t>();
}

}  // namespace

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
