// Whoever no longer works at a school is off the teams of its reviews, whatever crashes between.
#include <catch2/catch.hpp>
#include <optional>
#include <random>

#include "server/app/by_policy.hpp"
#include "tests/app/answering.hpp"
#include "tests/support/seed.hpp"

namespace commonweal::app::testing {
namespace {

person::Role lead_at(SchoolId school) {
    return {person::RoleKind::lead, to_text(school)};
}

/// A review of Ashton by Barton, led by Barton's lead.
ReviewId team_named(World& world) {
    const auto id = world.app().ids().next<ReviewId>(world.clock().now());
    const auto ask = [&] { return world.ask(world.lead_of_barton); };
    world.done(ask(), request_review(id, {world.ashton, world.barton, {}, {}}));
    const review::NameTeam team{{{world.lead_of_barton, review::TeamRole::lead}}};
    world.done(ask(), review_command(id, team));
    return id;
}

Outcome end_lead_of_barton(World& world) {
    return world.run(world.as_operator(),
                     end_role(world.lead_of_barton, {lead_at(world.barton), {}}));
}

std::size_t left(World& world, ReviewId id) {
    const auto events = world.events_on(stream_of(id));
    return static_cast<std::size_t>(std::ranges::count_if(events, [](const Recorded& event) {
        return std::holds_alternative<review::MemberLeft>(event.fact);
    }));
}

/// As a log that was written before this policy was thought of.
void enable_reminders_alone(World& world) {
    const auto enable = [](Transaction& t) -> Decision<Subject> {
        t.put(stream_of(reminders_policy), policy::Enabled{"reminders", 0}, {});
        return Subject{"reminders", stream_of(reminders_policy)};
    };
    REQUIRE(std::holds_alternative<Done>(world.run(ask_by_policy(world.app()), enable)));
}

}  // namespace

TEST_CASE("Whoever leaves the school is off the team: by policy, once, also after a restart") {
    World world(GENERATE(On::memory, On::rocks));
    begin_days(world.app());
    std::optional<Answering> answering(std::in_place, world);
    const auto id = team_named(world);
    expect_done(end_lead_of_barton(world));
    answering->settle();
    CHECK(world.app().load<Review>(id)->team.empty());
    CHECK(world.app().load<Review>(id)->team_wanting());
    const auto last = world.events_on(stream_of(id)).back();
    CHECK(last.attribution.how == How::by_policy);
    answering.reset();
    answering.emplace(world);
    next_day(world);
    answering->settle();
    CHECK(left(world, id) == 1);
}

TEST_CASE("A policy that is new to a log begins there, and those before it go on where they were") {
    World world;
    begin_days(world.app());
    enable_reminders_alone(world);
    const auto before = team_named(world);
    expect_done(end_lead_of_barton(world));
    Answering answering(world);
    answering.settle();
    CHECK(left(world, before) == 0);
    world.done(world.as_operator(), give_role(world.lead_of_barton, {lead_at(world.barton), {}}));
    const auto after = team_named(world);
    expect_done(end_lead_of_barton(world));
    answering.settle();
    CHECK(left(world, after) == 1);
    CHECK(left(world, before) == 1);  // who leaves again, leaves all that is to come
    for (int days = 0; days < 11; ++days) next_day(world);
    answering.settle();
    CHECK(world.events_of(stream_of(RemindersOf{world.barton})) +
              world.events_of(stream_of(RemindersOf{world.ashton})) >
          0);
}

TEST_CASE("Before a policy is enabled, nothing comes of what it says") {
    World world;
    begin_days(world.app());
    const auto id = team_named(world);
    expect_done(end_lead_of_barton(world));
    Policies policies(world.app());
    policies.start();
    const view::Leaving leaving{id, {world.lead_of_barton}};
    policies.give({{leaving_policy, world.log().head().position, {leaving}}});
    policies.settle();
    CHECK(left(world, id) == 0);
    policies.enable();
    world.done(world.as_operator(), give_role(world.lead_of_barton, {lead_at(world.barton), {}}));
    expect_done(end_lead_of_barton(world));
    policies.give({{leaving_policy, world.log().head().position, {leaving}}});
    policies.settle();
    CHECK(left(world, id) == 1);
}

TEST_CASE("A review that has moved on is left as it is, and the policy goes on") {
    World world;
    begin_days(world.app());
    Policies policies(world.app());
    policies.enable();
    policies.start();
    const auto cancelled = team_named(world), to_come = team_named(world);
    world.done(world.ask(world.lead_of_barton), review_command(cancelled, review::Cancel{}));
    expect_done(end_lead_of_barton(world));
    const auto source = world.log().head().position;
    PolicyAnswer answer{leaving_policy, source, {}};
    for (const auto id : {cancelled, to_come})
        answer.steps.emplace_back(view::Leaving{id, {world.lead_of_barton}});
    policies.give({answer});
    policies.settle();
    CHECK(left(world, cancelled) == 0);
    CHECK(left(world, to_come) == 1);
    const auto progress = world.app().load<PolicyProgress>(leaving_policy);
    CHECK(progress->source == source);
    CHECK(progress->complete());
}

TEST_CASE("Whatever crashes between, nobody stays on a team of a school that they have left") {
    const auto number = commonweal::testing::seed();
    INFO("COMMONWEAL_SEED=" << number);
    std::mt19937 random(number);
    World world(On::rocks);
    begin_days(world.app());
    std::vector<ReviewId> reviews;
    std::optional<Answering> answering(std::in_place, world, 1);
    for (int steps = 0; steps < 60; ++steps) {
        const bool there = world.app()
                               .load<Person>(world.lead_of_barton)
                               ->works_at(world.barton, london_day(world.clock().now()));
        if (!there)
            world.done(world.as_operator(),
                       give_role(world.lead_of_barton, {lead_at(world.barton), {}}));
        else if (random() % 3 == 0)
            (void)end_lead_of_barton(world);
        else
            reviews.push_back(team_named(world));
        if (random() % 4 == 0) next_day(world);
        if (random() % 5 != 0) continue;
        answering.reset();
        if (there && random() % 2 == 0) (void)end_lead_of_barton(world);  // while nobody answers
        answering.emplace(world, 1 + random() % 3);
    }
    (void)end_lead_of_barton(world);
    answering->settle();
    CHECK(reviews.size() > 10);
    for (const auto& id : reviews) {
        CHECK(world.app().load<Review>(id)->team.empty());
        CHECK(left(world, id) == 1);
    }
}

}  // namespace commonweal::app::testing
