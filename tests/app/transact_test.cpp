// Load, decide, append, answer: conflicts, versions, and many who write at once.
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <catch2/catch.hpp>
#include <thread>

#include "server/app/decoded.hpp"
#include "tests/app/overtaken.hpp"

namespace commonweal::app::testing {
namespace {

Outcome wait_for(boost::asio::awaitable<Outcome> outcome) {
    // Outlives the committer's thread, which may still be in the post that woke it.
    static boost::asio::io_context io;
    io.restart();
    auto future = boost::asio::co_spawn(io, std::move(outcome), boost::asio::use_future);
    io.run();
    return future.get();
}

}  // namespace

TEST_CASE("A command is decided on what was loaded, appended, and answered") {
    ON_BOTH_ENGINES;
    World world(engine);
    const auto id = world.new_visit();
    const auto head = world.log().head().position;
    const auto asked =
        world.done(world.ask(world.lead_of_barton),
                   request_visit(id, {world.barton, world.ashton, {}, "equity", {}}));
    CHECK(asked.id == to_text(id));
    CHECK(asked.version == 1);
    CHECK(asked.position == head + 1);
    REQUIRE(asked.events.size() == 1);
    CHECK(asked.events[0].kind == "visit-requested");
    const auto agreed =
        world.done(world.ask(world.lead_of_ashton), visit_command(id, visit::Agree{}));
    CHECK(agreed.version == 2);
    CHECK(world.app().load<Visit>(id)->stage == visit::Stage::agreed);
    const auto refused =
        world.run(world.ask(world.lead_of_ashton), visit_command(id, visit::Agree{}));
    CHECK(expect_refusal(refused) == Rule::wrong_stage);
    CHECK(world.log().head().position == head + 2);
}

TEST_CASE("What moves on between two looks of one decision is decided again") {
    ON_BOTH_ENGINES;
    World world(engine);
    const auto id = world.requested();
    int decided = 0;
    const Decide looks_twice = [&](Transaction& t) -> Decision<Subject> {
        const auto first = t.load<Visit>(id)->stage;
        if (++decided == 1)
            world.done(world.ask(world.lead_of_ashton), visit_command(id, visit::Agree{}));
        (void)t.load<Visit>(id);
        if (first != visit::Stage::requested) return refuse(Rule::wrong_stage);
        t.put(stream_of(id), visit::Declined{id, {}}, {});
        return Subject{to_text(id), stream_of(id)};
    };
    CHECK(expect_refusal(world.run(world.ask(world.lead_of_ashton), looks_twice)) ==
          Rule::wrong_stage);
    CHECK(decided == 2);
    CHECK(world.app().load<Visit>(id)->stage == visit::Stage::agreed);
}

TEST_CASE("Whoever may not is refused, and nothing is appended") {
    World world;
    const auto id = world.requested();
    const auto head = world.log().head().position;
    for (const auto who : {world.lead_of_barton, world.lead_of_clifton, world.administrator})
        CHECK(expect_refusal(world.run(world.ask(who), visit_command(id, visit::Agree{}))) ==
              Rule::not_allowed);
    CHECK(world.log().head().position == head);
}

TEST_CASE("Nothing has happened after the moment in which it is entered") {
    World world;
    auto ask = world.ask(world.lead_of_barton);
    ask.asked.happened = Happened{ask.asked.today + std::chrono::days(1), {}};
    const auto outcome = world.run(
        ask, request_visit(world.new_visit(), {world.barton, world.ashton, {}, "equity", {}}));
    CHECK(expect_refusal(outcome) == Rule::happened_in_the_future);
}

TEST_CASE("A conflict is loaded and decided again") {
    ON_BOTH_ENGINES;
    World world(engine);
    const auto id = world.requested();
    int decided = 0;
    const auto overtake = [&] {
        world.done(world.ask(world.lead_of_ashton), visit_command(id, visit::Agree{}));
    };
    const auto cancel = overtaken(1, visit_command(id, visit::Cancel{}), overtake, &decided);
    SECTION("waiting") {
        CHECK(world.done(world.ask(world.lead_of_barton), cancel).version == 3);
    }
    SECTION("as a coroutine") {
        const auto outcome =
            wait_for(world.app().transact(world.ask(world.lead_of_barton), cancel));
        CHECK(expect_done(outcome).version == 3);
    }
    CHECK(decided == 2);
    CHECK(world.app().load<Visit>(id)->stage == visit::Stage::cancelled);
    CHECK(world.events_of(stream_of(id)) == 3);
}

TEST_CASE("A conflict on a stream that was only read counts too") {
    World world;
    const auto id = world.new_visit();
    int decided = 0;
    const auto overtake = [&] {
        world.done(world.as_operator(), leave_network({world.ashton, world.network}));
    };
    const auto request = overtaken(
        1, request_visit(id, {world.barton, world.ashton, {}, "equity", {}}), overtake, &decided);
    CHECK(expect_refusal(world.run(world.ask(world.lead_of_barton), request)) ==
          Rule::not_in_one_network);
    CHECK(decided == 2);
    CHECK(world.events_of(stream_of(id)) == 0);
}

TEST_CASE("Deciding again has a bound") {
    AppOptions options;
    options.attempts_max = 3;
    World world(On::memory, options);
    const auto id = world.requested();
    int decided = 0;
    bool cluster_member = true;
    // Somebody joins and leaves, again and again, on a stream that the command reads.
    const auto overtake = [&] {
        if (cluster_member)
            world.done(world.as_operator(), leave_cluster({world.ashton, world.cluster}));
        else
            world.done(world.as_operator(), join_cluster({world.ashton, world.cluster}));
        cluster_member = !cluster_member;
    };
    const auto request = overtaken(
        100, request_visit(world.new_visit(), {world.barton, world.ashton, {}, "equity", {}}),
        overtake, &decided);
    CHECK(std::holds_alternative<MovedOn>(world.run(world.ask(world.lead_of_barton), request)));
    CHECK(decided == 3);
    CHECK(world.app().load<Visit>(id)->stage == visit::Stage::requested);
}

TEST_CASE("Whoever means exactly one version gets it, or is told that it moved on") {
    ON_BOTH_ENGINES;
    World world(engine);
    const auto id = world.requested();
    auto late = world.ask(world.lead_of_ashton);
    late.expected = 0;
    const auto outcome = world.run(late, visit_command(id, visit::Agree{}));
    REQUIRE(std::holds_alternative<MovedOn>(outcome));
    CHECK(std::get<MovedOn>(outcome).version == 1);
    auto in_time = world.ask(world.lead_of_ashton);
    in_time.expected = 1;
    CHECK(world.done(in_time, visit_command(id, visit::Agree{})).version == 2);
    CHECK(world.events_of(stream_of(id)) == 2);
}

TEST_CASE("A version that moves on between deciding and appending is not decided again") {
    World world;
    const auto id = world.requested();
    int decided = 0;
    const auto overtake = [&] {
        world.done(world.ask(world.lead_of_ashton), visit_command(id, visit::Agree{}));
    };
    auto ask = world.ask(world.lead_of_barton);
    ask.expected = 1;
    const auto outcome =
        world.run(ask, overtaken(1, visit_command(id, visit::Cancel{}), overtake, &decided));
    REQUIRE(std::holds_alternative<MovedOn>(outcome));
    CHECK(std::get<MovedOn>(outcome).version == 2);
    CHECK(world.app().load<Visit>(id)->stage == visit::Stage::agreed);
}

TEST_CASE("Of many who answer one visit at once exactly one wins") {
    ON_BOTH_ENGINES;
    World world(engine);
    for (int round = 0; round < 5; ++round) {
        const auto id = world.requested();
        std::atomic<int> won{0};
        std::atomic<int> refused{0};
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&, i] {
                const auto command = i % 2 == 0 ? visit_command(id, visit::Agree{})
                                                : visit_command(id, visit::Decline{});
                const auto outcome = world.run(world.ask(world.lead_of_ashton), command);
                if (std::holds_alternative<Done>(outcome)) ++won;
                if (const auto* no = std::get_if<Refusal>(&outcome))
                    if (no->rule == Rule::wrong_stage) ++refused;
            });
        for (auto& thread : threads) thread.join();
        CHECK(won == 1);
        CHECK(refused == 7);
        CHECK(world.events_of(stream_of(id)) == 2);
    }
}

TEST_CASE("One address belongs to one person, however many ask for it at once") {
    World world(On::rocks);
    std::atomic<int> won{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 6; ++i)
        threads.emplace_back([&] {
            const auto outcome =
                world.run(world.as_operator(),
                          add_person(PersonId{world.app().ids().random()},
                                     world.app().hash_of("One@School.example"),
                                     {Personal<PersonName>::plain("One"),
                                      Personal<EmailAddress>::plain("one@school.example")}));
            if (std::holds_alternative<Done>(outcome)) ++won;
        });
    for (auto& thread : threads) thread.join();
    CHECK(won == 1);
    CHECK(world.app().hash_of("ONE@SCHOOL.EXAMPLE").bytes ==
          world.app().hash_of("one@school.example").bytes);
}

TEST_CASE("A preview says what would be appended, and appends nothing") {
    World world;
    const auto head = world.log().head().position;
    const auto facts = world.app().preview(
        world.ask(world.lead_of_barton),
        request_visit(world.new_visit(), {world.barton, world.ashton, {}, "equity", {}}));
    REQUIRE(facts);
    CHECK(facts->size() == 1);
    CHECK(world.log().head().position == head);
}

TEST_CASE("Events are found by their tags") {
    ON_BOTH_ENGINES;
    World world(engine);
    const auto id = world.requested();
    const auto found = [&](const std::string& wanted) {
        std::vector<std::string> kinds;
        world.log().engine().read_tag(wanted, 1, log::Direction::forward, [&](const auto& record) {
            if (record.stream == stream_of(id)) kinds.push_back(record.kind);
            return true;
        });
        return kinds;
    };
    const std::vector<std::string> requested{"visit-requested"};
    CHECK(found(tag::school(world.ashton)) == requested);
    CHECK(found(tag::school(world.barton)) == requested);
    CHECK(found(tag::school(world.clifton)).empty());
    CHECK(found(tag::network(world.network)) == requested);
    CHECK(found(tag::cluster(world.cluster)) == requested);
    CHECK(found(tag::kind("visit-requested")) == requested);
    // As of that moment: a school that leaves later does not take its visits along.
    world.done(world.as_operator(), leave_cluster({world.ashton, world.cluster}));
    CHECK(found(tag::cluster(world.cluster)) == requested);
}

TEST_CASE("What is stored says who entered it, when, and for whom") {
    World world;
    const auto id = world.new_visit();
    auto ask = world.ask(world.lead_of_barton);
    ask.asked.on_behalf_of = world.lead_of_clifton;
    ask.asked.happened = Happened{*parse_day("2026-03-02"), {}};
    ask.asked.how = How::imported;
    world.done(ask, request_visit(id, {world.barton, world.ashton, {}, "equity", {}}));
    Recorded event;
    world.log().engine().read_stream(stream_of(id), 1, log::Direction::forward,
                                     [&](const log::Record& record) {
                                         CHECK(instant_of(record.recorded_at) == ask.asked.now);
                                         event = decode(record);
                                         return true;
                                     });
    CHECK(event.attribution.entered_by == world.lead_of_barton);
    CHECK(event.attribution.on_behalf_of == world.lead_of_clifton);
    CHECK(event.attribution.happened == ask.asked.happened);
    CHECK(event.attribution.how == How::imported);
}

}  // namespace commonweal::app::testing
