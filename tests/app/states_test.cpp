// The states that commands are decided on stay what the log says, whoever writes and however few
// are kept.
#include <catch2/catch.hpp>
#include <random>
#include <thread>

#include "server/codec/json_write.hpp"
#include "tests/app/world.hpp"
#include "tests/support/seed.hpp"

namespace commonweal::app::testing {
namespace {

/// An event of a kind that this program does not know, at the end of a stream.
void append_unknown(World& world, const std::string& stream, Version version) {
    log::Commit commit;
    commit.id = world.app().ids().random();
    commit.conditions = {{stream, version}};
    commit.events = {{stream, {}, "visit-praised", 1, "what a later program wrote"}};
    REQUIRE(std::holds_alternative<log::Appended>(world.log().append_and_wait(commit)));
}

}  // namespace

TEST_CASE("A stream with an event of an unknown kind is read-only, and says so") {
    World world;
    const auto id = world.requested();
    append_unknown(world, stream_of(id), 1);
    // The state that was kept does not know of it; the conflict makes it known.
    CHECK_THROWS_AS(world.run(world.ask(world.lead_of_ashton), visit_command(id, visit::Agree{})),
                    ReadOnlyStream);
    CHECK_THROWS_AS(world.app().load<Visit>(id), ReadOnlyStream);
    CHECK(world.events_of(stream_of(id)) == 2);
    // Other streams are not touched by it.
    CHECK(world.app().load<School>(world.ashton)->known());
}

TEST_CASE("A stream that was written without being read is read again") {
    World world;
    const auto id = world.requested();
    REQUIRE(world.app().load<Visit>(id)->stage == visit::Stage::requested);
    world.done(world.ask(world.lead_of_ashton), [&](Transaction& t) -> Decision<Subject> {
        t.put(stream_of(id), visit::Agreed{id, {}}, {});
        return Subject{to_text(id), stream_of(id)};
    });
    CHECK(world.app().load<Visit>(id)->stage == visit::Stage::agreed);
    CHECK(world.app().load<Visit>(id).version == 2);
}

TEST_CASE("Whoever loaded a state keeps it as it was") {
    World world;
    const auto id = world.requested();
    const auto before = world.app().load<Visit>(id);
    world.done(world.ask(world.lead_of_ashton), visit_command(id, visit::Agree{}));
    CHECK(before->stage == visit::Stage::requested);
    CHECK(before.version == 1);
    CHECK(world.app().load<Visit>(id).version == 2);
}

TEST_CASE("States are right however few are kept, with many who write at once") {
    const unsigned seed = commonweal::testing::seed();
    INFO("seed " << seed);
    const auto states_max =
        GENERATE(std::size_t{1}, std::size_t{2}, std::size_t{5}, std::size_t{1000});
    AppOptions options;
    options.states_max = states_max;
    World world(On::memory, options);
    std::vector<VisitId> visits;
    for (int i = 0; i < 6; ++i) visits.push_back(world.requested());
    std::atomic<std::uint64_t> done{0};
    const auto write = [&](unsigned of_thread) {
        std::mt19937 random(of_thread);
        for (int i = 0; i < 60; ++i) {
            const auto id = visits[random() % visits.size()];
            const auto who = random() % 2 == 0 ? world.lead_of_ashton : world.lead_of_barton;
            const Day day = *parse_day("2026-03-16") + std::chrono::days(random() % 5);
            const Decide commands[] = {
                visit_command(id, visit::Agree{}), visit_command(id, visit::SetDay{day}),
                visit_command(id, visit::Move{day, {}}), visit_command(id, visit::Move{day, {}}),
                visit_command(id, visit::Move{day, {}})};
            const auto outcome = world.run(world.ask(who), commands[random() % 5]);
            if (std::holds_alternative<Done>(outcome)) ++done;
        }
    };
    const auto before = world.log().head().position;
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < 4; ++i) threads.emplace_back(write, seed + i);
    for (auto& thread : threads) thread.join();
    CHECK(done > 0);
    CHECK(world.log().head().position == before + done);  // one event each, none twice, none lost
    App fresh(world.log(), world.vault(), world.clock(), world.app().ids());
    for (const auto& id : visits) {
        const auto kept = world.app().load<Visit>(id);
        const auto read = fresh.load<Visit>(id);
        CHECK(kept.version == read.version);
        CHECK(kept->stage == read->stage);
        CHECK(kept->day == read->day);
        CHECK(world.events_of(stream_of(id)) == kept.version);
    }
}

TEST_CASE("A log that is opened again gives the same states") {
    World world(On::rocks);
    const auto id = world.requested("How you teach reading");
    world.done(world.ask(world.lead_of_ashton), visit_command(id, visit::Agree{}));
    world.close();
    World again(world.folder(), AppOptions{});
    const auto visit = again.app().load<Visit>(id);
    CHECK(visit.version == 2);
    CHECK(visit->stage == visit::Stage::agreed);
    CHECK(visit->guest == world.barton);
    const codec::For all{access::Sees::everything(), &again.app().seals()};
    CHECK(codec::to_json(visit->note, all) == "How you teach reading");
}

}  // namespace commonweal::app::testing
