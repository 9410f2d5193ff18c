// A return visit is asked for once, whoever asks, and its end is told to the first visit.
#include <catch2/catch.hpp>
#include <thread>

#include "tests/app/world.hpp"

namespace commonweal::app::testing {
namespace {

/// A visit of Barton at Ashton that was held, its return owed to Ashton.
VisitId owing(World& world) {
    const auto id = world.new_visit();
    visit::Request request{world.barton, world.ashton, {}, "equity", {}};
    request.reciprocal = true;
    world.done(world.ask(world.lead_of_barton), request_visit(id, request));
    world.done(world.ask(world.lead_of_ashton), visit_command(id, visit::Agree{}));
    world.done(world.ask(world.lead_of_ashton),
               visit_command(id, visit::RecordHeld{*parse_day("2026-03-09")}));
    return id;
}
Decide asking_back(World& world, VisitId id, VisitId of) {
    visit::Request request{world.ashton, world.barton, {}, "equity", {}};
    request.returns = of;
    return request_visit(id, request);
}
visit::Return stage_of(World& world, VisitId id) {
    return world.app().load<Visit>(id)->return_stage;
}

}  // namespace

TEST_CASE("A return visit is owed, asked for, declined, asked for again, and paid") {
    World world(GENERATE(On::memory, On::rocks));
    const auto first = owing(world);
    const auto one = world.new_visit();
    world.done(world.ask(world.lead_of_ashton), asking_back(world, one, first));
    CHECK(stage_of(world, first) == visit::Return::arranged);
    CHECK(expect_refusal(world.run(world.ask(world.lead_of_ashton),
                                   asking_back(world, world.new_visit(), first))) ==
          Rule::no_return_owed);
    world.done(world.ask(world.lead_of_barton), visit_command(one, visit::Decline{}));
    CHECK(stage_of(world, first) == visit::Return::offered);
    const auto other = world.new_visit();
    world.done(world.ask(world.lead_of_ashton), asking_back(world, other, first));
    world.done(world.ask(world.lead_of_barton), visit_command(other, visit::Agree{}));
    world.done(world.ask(world.lead_of_barton),
               visit_command(other, visit::RecordHeld{*parse_day("2026-03-09")}));
    const auto paid = world.app().load<Visit>(first);
    CHECK(paid->return_stage == visit::Return::paid);
    CHECK(paid->return_visit == other);
    CHECK(world.app().load<Visit>(other)->returns == first);
}

TEST_CASE("Of many who ask for the same return at once, one does; nobody waives it meanwhile") {
    World world(On::rocks);
    const auto first = owing(world);
    constexpr std::size_t askers = 8;
    std::array<Outcome, askers> outcomes;
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < askers; ++i) {
        auto decide = i == 0 ? visit_command(first, visit::WaiveReturn{})
                             : asking_back(world, world.new_visit(), first);
        threads.emplace_back(
            [&world, &outcomes, i, ask = world.ask(world.lead_of_ashton),
             decide = std::move(decide)] { outcomes[i] = world.run(ask, decide); });
    }
    for (auto& thread : threads) thread.join();
    CHECK(std::ranges::count_if(outcomes, [](const Outcome& outcome) {
              return std::holds_alternative<Done>(outcome);
          }) == 1);
    const bool waived = std::holds_alternative<Done>(outcomes[0]);
    CHECK(stage_of(world, first) == (waived ? visit::Return::waived : visit::Return::arranged));
}

}  // namespace commonweal::app::testing
