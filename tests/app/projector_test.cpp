// The views are folded by one path: in bulk at the start, then commit by commit.
#include <catch2/catch.hpp>
#include <condition_variable>
#include <future>
#include <random>
#include <thread>

#include "server/app/bulk_fold.hpp"
#include "server/app/projector.hpp"
#include "server/app/routing.hpp"
#include "server/codec/json_write.hpp"
#include "tests/app/world.hpp"
#include "tests/support/seed.hpp"

namespace commonweal::app::testing {
namespace {

using namespace std::chrono_literals;

const codec::For all{access::Sees::everything(), nullptr};

/// All that views show of a world, as one text.
std::string shown_by(const Views& views, const World& world) {
    return views.read([&](const Views& v) {
        boost::json::array parts;
        for (const TopicKey key :
             {TopicKey(world.network), TopicKey(world.cluster), TopicKey(world.ashton),
              TopicKey(world.barton), TopicKey(world.clifton)}) {
            const auto snapshot = v.snapshot(key);
            if (snapshot)
                parts.push_back(std::visit(
                    [](const auto& view) { return codec::to_json(view, all); }, snapshot->view));
        }
        parts.push_back(codec::to_json(v.directory().networks(), all));
        parts.push_back(codec::to_json(v.directory().search({}, "", 100).schools, all));
        for (const auto kind : {view::Kind::visit, view::Kind::review})
            for (const auto& id : v.diary().list(kind, {}, 0, 1000).ids) {
                const auto& about = *v.diary().find(id);
                const auto theme = v.diary().engagements().theme_of(about);
                parts.push_back(codec::to_json(visit_summary(id, about, theme), all));
            }
        return boost::json::serialize(parts);
    });
}

/// Something that may happen, or be refused.
void happen(World& world, std::mt19937& random, std::vector<VisitId>& visits) {
    const auto leads =
        std::array{world.lead_of_ashton, world.lead_of_barton, world.lead_of_clifton};
    const auto schools = std::array{world.ashton, world.barton, world.clifton};
    const auto who = random() % 3;
    if (visits.empty() || random() % 4 == 0) {
        visits.push_back(world.new_visit());
        (void)world.run(
            world.ask(leads[who]),
            request_visit(visits.back(), {schools[who], schools[random() % 3], {}, "equity", {}}));
        return;
    }
    const auto id = visits[random() % visits.size()];
    const Day day = *parse_day("2026-03-16") + std::chrono::days(random() % 5);
    const Decide commands[] = {
        visit_command(id, visit::Agree{}),
        visit_command(id, visit::Decline{}),
        visit_command(id, visit::SetDay{day}),
        visit_command(id, visit::Move{day, {}}),
        visit_command(id, visit::RecordHeld{*parse_day("2026-03-06")}),
        visit_command(id, visit::Cancel{}),
        visit_command(id, visit::Reflect{visit::Side::host, Personal<FreeText>::plain("Much")}),
        join_cluster({schools[who], world.cluster}),
        leave_cluster({schools[who], world.cluster}),
    };
    const auto which = random() % std::size(commands);
    const auto ask = which >= 7 ? world.as_operator() : world.ask(leads[who]);
    (void)world.run(ask, commands[which]);
}

/// Waits for what a projector says of a position; throws after five seconds.
bool folded(Projector& projector, Position position) {
    auto told = std::make_shared<std::promise<bool>>();
    auto future = told->get_future();
    projector.when_folded(position, [told](bool yes) { told->set_value(yes); });
    if (future.wait_for(5s) != std::future_status::ready)
        throw std::runtime_error("nobody said that it was folded");
    return future.get();
}

/// A commit past the domain, straight into the log.
void append_raw(World& world, const char* kind, const char* body) {
    log::Commit commit;
    commit.id = world.app().ids().random();
    const auto stream = stream_of(world.new_visit());
    commit.conditions = {{stream, 0}};
    commit.events = {{stream, {tag::school(world.ashton)}, kind, 1, body}};
    REQUIRE(std::holds_alternative<log::Appended>(world.log().append_and_wait(commit)));
}

}  // namespace

TEST_CASE("Folding in bulk, following, and both after each other show the same") {
    const unsigned seed = commonweal::testing::seed();
    INFO("seed " << seed);
    std::mt19937 random(seed);
    World world(GENERATE(On::memory, On::rocks));
    std::vector<VisitId> visits;
    Projector following(world.log());
    following.start({});
    for (int i = 0; i < 100; ++i) happen(world, random, visits);
    Projector half(world.log());
    CHECK(half.catch_up() == world.log().head().position);
    half.start({});
    for (int i = 0; i < 100; ++i) happen(world, random, visits);
    Projector bulk(world.log());
    const auto head = bulk.catch_up();
    REQUIRE(folded(following, head));
    REQUIRE(folded(half, head));
    const auto shown = shown_by(bulk.views(), world);
    CHECK(shown.size() > 1000);
    CHECK(shown_by(following.views(), world) == shown);
    CHECK(shown_by(half.views(), world) == shown);
}

TEST_CASE("Catching up goes on from where the views are, and tells how far it is") {
    World world;
    Projector projector(world.log());
    Position told = 0;
    const auto first = projector.catch_up([&](Position position) { told = position; });
    CHECK(told == first);
    CHECK(projector.catch_up() == first);
    world.requested();
    CHECK(projector.catch_up() == first + 1);
    CHECK(projector.views().position() == first + 1);
    Projector fresh(world.log());
    fresh.catch_up();
    CHECK(shown_by(projector.views(), world) == shown_by(fresh.views(), world));
}

TEST_CASE("Whoever waits for a position is told when it is folded, at once where it is") {
    World world;
    Projector projector(world.log());
    projector.catch_up();
    bool at_once = false;
    projector.when_folded(world.log().head().position, [&](bool yes) { at_once = yes; });
    CHECK(at_once);
    projector.start({});
    auto told = std::make_shared<std::promise<bool>>();
    auto future = told->get_future();
    projector.when_folded(world.log().head().position + 2,
                          [told](bool yes) { told->set_value(yes); });
    world.requested();
    CHECK(future.wait_for(100ms) == std::future_status::timeout);
    world.requested();
    REQUIRE(future.wait_for(5s) == std::future_status::ready);
    CHECK(future.get());
}

TEST_CASE("Whoever waits is told when the projector stops") {
    World world;
    std::promise<bool> told;
    {
        Projector projector(world.log());
        projector.catch_up();
        projector.start({});
        projector.when_folded(1000, [&](bool yes) { told.set_value(yes); });
    }
    CHECK_FALSE(told.get_future().get());
}

TEST_CASE("What changed is told once a batch, for watched topics only") {
    World world;
    Projector projector(world.log());
    projector.catch_up();
    std::mutex mutex;
    std::vector<TopicChange> changes;
    REQUIRE(projector.views().watch(world.cluster));
    CHECK_FALSE(projector.views().watch(ClusterId{{1, 2, 3}}));
    projector.start([&](std::vector<TopicChange> more) {
        const std::lock_guard lock(mutex);
        for (auto& one : more) changes.push_back(std::move(one));
    });
    world.requested();
    REQUIRE(folded(projector, world.log().head().position));
    const auto count = [&] {
        const std::lock_guard lock(mutex);
        return changes.size();
    };
    // Folded comes before told: whoever asks may be between the two.
    for (int i = 0; i < 500 && count() == 0; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    REQUIRE(count() == 1);
    CHECK(changes[0].topic == TopicKey(world.cluster));
    CHECK(changes[0].position == world.log().head().position);
    CHECK(std::get<view::DashboardChange>(changes[0].change).activity.size() == 1);
    projector.views().unwatch(world.cluster);
    world.requested();
    REQUIRE(folded(projector, world.log().head().position));
    projector.stop();
    CHECK(count() == 1);
}

TEST_CASE("A projector that meets bytes it cannot read stops, and health says why") {
    World world;
    Projector projector(world.log());
    projector.catch_up();
    projector.start({});
    CHECK(projector.health().dead_because.empty());
    const auto before = projector.views().position();
    std::promise<bool> waiting;
    projector.when_folded(before + 5, [&](bool yes) { waiting.set_value(yes); });
    append_raw(world, "visit-agreed", "this is no visit");
    CHECK_FALSE(waiting.get_future().get());
    const auto health = projector.health();
    CHECK(health.dead_because.find("position " + std::to_string(before + 1)) != std::string::npos);
    CHECK(health.position == before);
    CHECK_FALSE(folded(projector, before + 1));
    // It stays so, and what was folded before is still shown.
    CHECK(folded(projector, before));
    Projector another(world.log());
    CHECK_THROWS_AS(another.catch_up(), std::runtime_error);
}

TEST_CASE("An event of an unknown kind stops no view") {
    World world;
    Projector projector(world.log());
    projector.catch_up();
    projector.start({});
    append_raw(world, "visit-praised", "what a later program wrote");
    world.requested();
    CHECK(folded(projector, world.log().head().position));
    CHECK(projector.health().dead_because.empty());
}

TEST_CASE("Topics are written and read the same, and nothing else is a topic") {
    World world;
    for (const TopicKey key :
         {TopicKey(world.network), TopicKey(world.cluster), TopicKey(world.ashton)})
        CHECK(parse_topic(to_text(key)) == key);
    CHECK(to_text(TopicKey(world.ashton)) == "school/100001/network");
    for (const char* wrong :
         {"", "/", "//", "school", "school/100001", "school/100001/team", "school/0/network",
          "school/x/network", "cluster/100001/network", "visit/100001/network",
          "school/100001/network/", "school//network", "School/100001/network"}) {
        INFO(wrong);
        CHECK_FALSE(parse_topic(wrong));
    }
}

}  // namespace commonweal::app::testing
