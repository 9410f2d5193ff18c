// What a policy says follows from an event is in the log once, whatever crashes between.
#include <catch2/catch.hpp>
#include <optional>
#include <random>

#include "server/app/decoded.hpp"
#include "server/app/routing.hpp"
#include "server/codec/json_write.hpp"
#include "tests/app/answering.hpp"
#include "tests/support/seed.hpp"

namespace commonweal::app::testing {
namespace {

std::string told(const task::Reminded& reminded) {
    return boost::json::serialize(
        codec::to_json(reminded, codec::For{access::Sees::everything(), nullptr}));
}

std::string told(const PolicyStep& step) {
    return told(std::get<task::Reminded>(std::get<task::Fact>(step)));
}

/// All reminders in the log, and all that the policy says to it from its beginning on.
struct Reminders {
    std::vector<std::string> in_log, expected;

    explicit Reminders(const World& world) {
        Views views;
        const auto records = const_cast<World&>(world).log().read_commits(1, 1'000'000);
        for (const auto& record : records) {
            const auto event = decode(*record);
            if (const auto* reminded = std::get_if<task::Reminded>(&event.fact))
                in_log.push_back(told(*reminded));
            if (const auto* enabled = std::get_if<policy::Enabled>(&event.fact))
                views.ask_policies_from(enabled->after + 1);
        }
        std::vector<Routed> events;
        for (const auto& record : records) events.push_back(route(*record));
        views.apply(events);
        for (const auto& answer : views.take_answers())
            for (const auto& step : answer.steps) expected.push_back(told(step));
    }
};

void something_happens(World& world, std::mt19937& random, std::vector<VisitId>& visits) {
    if (visits.empty() || random() % 3 == 0) {
        visits.push_back(world.requested());
        return;
    }
    const auto id = visits[random() % visits.size()];
    if (random() % 2 == 0)
        (void)world.run(world.ask(world.lead_of_ashton), visit_command(id, visit::Agree{}));
    else
        (void)world.run(world.ask(world.lead_of_barton), visit_command(id, visit::RecordHeld{}));
}

}  // namespace

TEST_CASE("A school is reminded of what it owes, once for each reason") {
    World world(GENERATE(On::memory, On::rocks));
    begin_days(world.app());
    Answering answering(world);
    world.requested();
    for (int days = 0; days < 40; ++days) next_day(world);
    answering.settle();
    const Reminders reminders(world);
    CHECK(reminders.in_log.size() == 3);
    CHECK(reminders.in_log == reminders.expected);
}

TEST_CASE("A policy begins where it was enabled, not at the beginning of history") {
    World world;
    begin_days(world.app());
    world.requested();
    for (int days = 0; days < 15; ++days) next_day(world);  // the visit is due on the fourteenth
    Answering answering(world);
    for (int days = 0; days < 25; ++days) next_day(world);
    answering.settle();
    CHECK(Reminders(world).in_log.size() == 1);  // only that it is long overdue
}

TEST_CASE("A crash anywhere between repeats no reminder and loses none") {
    const auto number = commonweal::testing::seed();
    INFO("COMMONWEAL_SEED=" << number);
    std::mt19937 random(number);
    World first(On::rocks);
    begin_days(first.app());
    std::vector<VisitId> visits;
    // Two at a time, so that an answer to one day takes several commits.
    std::optional<Answering> answering(std::in_place, first, 2);
    for (int days = 0; days < 80; ++days) {
        for (auto events = random() % 4; events > 0; --events)
            something_happens(first, random, visits);
        next_day(first);
        if (random() % 3 != 0) continue;
        answering.reset();
        if (random() % 2 == 0) next_day(first);  // a day begins while nobody answers
        answering.emplace(first, 1 + random() % 3);
    }
    answering->settle();
    answering.reset();
    const Reminders reminders(first);
    CHECK(reminders.in_log.size() > 20);
    CHECK(reminders.in_log == reminders.expected);
}

TEST_CASE("Two that give the same answers at once put each into the log once") {
    World world(On::rocks);
    begin_days(world.app());
    Policies one(world.app(), 1), other(world.app(), 2);
    one.enable();
    one.start();
    other.start();
    std::vector<PolicyAnswer> answers;
    for (Position source = 100; source < 130; ++source) {
        PolicyAnswer answer{reminders_policy, source, {}};
        for (std::uint32_t i = 0; i < 5; ++i) {
            task::Reminded reminded;
            reminded.school = SchoolId{static_cast<std::uint32_t>(source * 10) + i};
            answer.steps.emplace_back(reminded);
        }
        answers.push_back(answer);
    }
    one.give(answers);
    other.give(answers);
    one.settle();
    other.settle();
    std::vector<std::string> expected;
    for (const auto& answer : answers)
        for (const auto& step : answer.steps) expected.push_back(told(step));
    CHECK(Reminders(world).in_log == expected);
}

TEST_CASE("Days that passed while the server was off begin one by one, each once") {
    World world;
    begin_days(world.app());
    world.clock().set(world.clock().now() + std::chrono::days{250});
    begin_days(world.app());
    begin_days(world.app());
    CHECK(world.events_of("calendar/days") == 251);
    CHECK(world.app().load<Calendar>(TheCalendar{})->today == london_day(world.clock().now()));
    world.clock().set(world.clock().now() - std::chrono::days{3});  // a clock that was set back
    begin_days(world.app());
    CHECK(world.events_of("calendar/days") == 251);
}

}  // namespace commonweal::app::testing
