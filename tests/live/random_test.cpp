// Many clients, each as slow and as unsteady as it likes: in the end each has exactly what the
// views show, nothing lost and nothing twice.
#include <catch2/catch.hpp>
#include <random>

#include "tests/live/client.hpp"
#include "tests/support/seed.hpp"

namespace commonweal::live::testing {
namespace {

void happen(World& world, std::mt19937& random, std::vector<VisitId>& visits) {
    // A school page lists the newest fifty: fewer, so that the client need not know which they are.
    if (visits.empty() || (visits.size() < 45 && random() % 3 == 0)) {
        visits.push_back(world.requested());
        return;
    }
    const auto id = visits[random() % visits.size()];
    const Day day = *parse_day("2026-03-16") + std::chrono::days(random() % 5);
    const app::Decide commands[] = {
        app::visit_command(id, visit::Agree{}),
        app::visit_command(id, visit::SetDay{day}),
        app::visit_command(id, visit::Move{day, {}}),
        app::visit_command(id, visit::RecordHeld{*parse_day("2026-03-06")}),
        app::visit_command(id, visit::Cancel{}),
        app::join_cluster({world.clifton, world.cluster}),
        app::leave_cluster({world.clifton, world.cluster}),
    };
    const auto which = random() % std::size(commands);
    (void)world.run(which >= 5 ? world.as_operator() : world.ask(world.lead_of_ashton),
                    commands[which]);
}

}  // namespace

TEST_CASE("However slow and unsteady, every client ends with what the views show") {
    const unsigned seed = commonweal::testing::seed();
    INFO("seed " << seed);
    std::mt19937 random(seed);
    Stage stage;
    const std::array<app::TopicKey, 4> topics{stage.world.cluster, stage.world.network,
                                              stage.world.ashton, stage.world.clifton};
    std::vector<WatchingClient> clients;
    for (int i = 0; i < 12; ++i) clients.emplace_back(*stage.hub, stage.io);
    std::vector<VisitId> visits;
    const auto resume = [&](WatchingClient& client, const app::TopicKey& topic) {
        const auto known = client.shown.find(topic);
        const bool says = known != client.shown.end() && random() % 4 != 0;
        if (!says) client.shown.erase(topic);
        client.subscribe(topic, says ? std::optional(known->second.position) : std::nullopt);
    };
    const auto act = [&](WatchingClient& client) {
        switch (random() % 8) {
            case 0:
                client.read();
                client.lose();
                client.connect(*stage.hub);
                for (const auto& topic : topics)
                    if (random() % 2 == 0) resume(client, topic);
                break;
            case 1:
                client.socket().room = 1 + random() % 4;
                break;
            case 2:
                // What was on its way belongs to the old subscription: it is read first.
                while (!client.socket().outbox.empty()) client.read();
                resume(client, topics[random() % topics.size()]);
                break;
            case 3:
                client.unsubscribe(topics[random() % topics.size()]);
                break;
            default:
                client.read();
        }
    };
    for (int round = 0; round < 300; ++round) {
        for (auto count = random() % 3; count > 0; --count) happen(stage.world, random, visits);
        stage.fold(1 + random() % 5);
        for (auto& client : clients)
            if (random() % 3 == 0) act(client);
        if (random() % 40 == 0) stage.pass_time();
    }
    for (auto& client : clients) {
        client.socket().room = 1'000'000;
        while (!client.socket().outbox.empty()) client.read();
        for (const auto& topic : topics)
            client.subscribe(topic, client.shown.contains(topic)
                                        ? std::optional(client.shown[topic].position)
                                        : std::nullopt);
    }
    stage.pass_time();
    for (auto& client : clients) {
        client.read();
        client.read();
        for (const auto& topic : topics) {
            INFO(app::to_text(topic));
            CHECK(canonical(client.shown[topic].view) == canonical(stage.now(topic)));
        }
    }
}

TEST_CASE("Clients that only watch, each as slow as it likes, miss nothing") {
    const unsigned seed = commonweal::testing::seed();
    INFO("seed " << seed);
    std::mt19937 random(seed);
    Stage stage;
    const app::TopicKey topic = stage.world.cluster;
    std::vector<WatchingClient> clients;
    for (int i = 0; i < 8; ++i) {
        clients.emplace_back(*stage.hub, stage.io);
        clients.back().socket().room = 1 + random() % 3;
        clients.back().subscribe(topic);
    }
    std::vector<VisitId> visits;
    for (int round = 0; round < 200; ++round) {
        happen(stage.world, random, visits);
        stage.fold();
        for (auto& client : clients)
            if (random() % 6 == 0) client.read();
        if (random() % 20 == 0) stage.pass_time();
    }
    stage.pass_time();
    for (auto& client : clients) {
        for (int i = 0; i < 3; ++i) client.read();
        CHECK(client.shown[topic].position == stage.views.position());
        CHECK(canonical(client.shown[topic].view) == canonical(stage.now(topic)));
    }
}

}  // namespace commonweal::live::testing
