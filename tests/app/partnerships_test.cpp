// One open partnership a pair and purpose, whoever proposes it, and however many at once.
#include <catch2/catch.hpp>
#include <thread>

#include "tests/app/world.hpp"

namespace commonweal::app::testing {
namespace {

Decide proposing(World& world, SchoolId school, SchoolId with, const char* purpose = "equity") {
    return propose_partnership(world.app().ids().next<PartnershipId>(world.clock().now()),
                               {school, with, {}, purpose, {}});
}

PartnershipId id_of(const Done& done) {
    return *parse_id<PartnershipTag>(done.id);
}

}  // namespace

TEST_CASE("A pair has one open partnership for a purpose, in either direction") {
    World world(GENERATE(On::memory, On::rocks));
    const auto ashton = world.ask(world.lead_of_ashton), barton = world.ask(world.lead_of_barton);
    const auto first = world.done(ashton, proposing(world, world.ashton, world.barton));
    CHECK(expect_refusal(world.run(world.ask(world.lead_of_barton),
                                   proposing(world, world.barton, world.ashton))) ==
          Rule::already_partners);
    world.done(world.ask(world.lead_of_ashton),
               proposing(world, world.ashton, world.barton, "solidarity"));
    world.done(world.ask(world.lead_of_barton),
               partnership_command(id_of(first), partnership::Decline{}));
    world.done(world.ask(world.lead_of_barton), proposing(world, world.barton, world.ashton));
}

TEST_CASE("Of many who propose the same at once, one does") {
    World world(On::rocks);
    constexpr int proposers = 8;
    std::array<Outcome, proposers> outcomes;
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < proposers; ++i) {
        const bool forth = i % 2 == 0;
        auto decide = proposing(world, forth ? world.ashton : world.barton,
                                forth ? world.barton : world.ashton);
        auto ask = world.ask(forth ? world.lead_of_ashton : world.lead_of_barton);
        threads.emplace_back([&world, &outcomes, i, ask, decide = std::move(decide)] {
            outcomes[i] = world.run(ask, decide);
        });
    }
    for (auto& thread : threads) thread.join();
    CHECK(std::ranges::count_if(outcomes, [](const Outcome& outcome) {
              return std::holds_alternative<Done>(outcome);
          }) == 1);
    for (const auto& outcome : outcomes)
        if (!std::holds_alternative<Done>(outcome))
            CHECK(expect_refusal(outcome) == Rule::already_partners);
}

TEST_CASE("Each side speaks for itself, and nobody for both") {
    World world;
    const auto id = id_of(
        world.done(world.ask(world.lead_of_ashton), proposing(world, world.ashton, world.barton)));
    using partnership::Side;
    const auto tries = [&](PersonId who, Side side) {
        return world.run(world.ask(who),
                         partnership_command(id, partnership::NoteEffect{
                                                     side, Personal<FreeText>::plain("Yes"), {}}));
    };
    CHECK(expect_refusal(world.run(world.ask(world.lead_of_ashton),
                                   partnership_command(id, partnership::Accept{}))) ==
          Rule::not_allowed);
    world.done(world.ask(world.lead_of_barton), partnership_command(id, partnership::Accept{}));
    CHECK(expect_refusal(tries(world.lead_of_ashton, Side::partner)) == Rule::not_allowed);
    CHECK(expect_refusal(tries(world.lead_of_clifton, Side::school)) == Rule::not_allowed);
    expect_done(tries(world.lead_of_ashton, Side::school));
    expect_done(tries(world.lead_of_barton, Side::partner));
    CHECK(world.app().load<Partnership>(id)->effects.size() == 2);
}

}  // namespace commonweal::app::testing
