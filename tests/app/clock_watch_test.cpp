// A clock that jumps ahead is not believed until somebody says that it is right.

#include "server/app/clock_watch.hpp"

#include <catch2/catch.hpp>

#include "server/app/day_timer.hpp"
#include "tests/app/world.hpp"

namespace commonweal::app::testing {
namespace {

using namespace std::chrono_literals;

/// A machine whose clock is set by hand and that runs as long as the test says.
struct Machine {
    std::chrono::microseconds running{1h};
    Instant clock = *parse_instant("2026-03-09T09:00:00Z");

    ClockWatch watch(std::optional<Instant> last = {}) {
        return {clock, last, [this] { return running; }};
    }
    void pass(std::chrono::microseconds time) {
        running += time;
        clock += time;
    }
};

}  // namespace

TEST_CASE("Time that passes is no jump, however long") {
    Machine machine;
    auto watch = machine.watch();
    machine.pass(std::chrono::days{900});
    CHECK_FALSE(watch.jump(machine.clock));
}

TEST_CASE("A clock may be set ahead by an hour, again and again, and by no more at once") {
    Machine machine;
    auto watch = machine.watch();
    for (int i = 0; i < 30; ++i) {
        machine.clock += 1h;
        CHECK_FALSE(watch.jump(machine.clock));
    }
    machine.clock += 1h + 1s;
    const auto jump = watch.jump(machine.clock);
    REQUIRE(jump);
    CHECK(jump->to - jump->from == 1h + 1s);
    CHECK(jump->to == machine.clock);
    machine.pass(24h);
    CHECK(watch.jump(machine.clock));  // it does not become right by waiting
    machine.clock -= 2h;
    CHECK_FALSE(watch.jump(machine.clock));  // set right
}

TEST_CASE("A clock that was set back and is right again has not jumped") {
    Machine machine;
    auto watch = machine.watch();
    machine.clock -= 48h;
    CHECK_FALSE(watch.jump(machine.clock));
    machine.clock += 48h;
    CHECK_FALSE(watch.jump(machine.clock));
}

TEST_CASE("Somebody says that the clock is right, and it is believed from there on") {
    Machine machine;
    auto watch = machine.watch();
    machine.clock += 24h;
    REQUIRE(watch.jump(machine.clock));
    watch.confirm(machine.clock);
    CHECK_FALSE(watch.jump(machine.clock));
    machine.clock += 2h;
    CHECK(watch.jump(machine.clock));
}

TEST_CASE("A server that was switched off for a year has not jumped; for longer, it is asked") {
    Machine machine;
    CHECK_FALSE(machine.watch(machine.clock - std::chrono::days{400}).jump(machine.clock));
    auto doubting = machine.watch(machine.clock - std::chrono::days{402});
    CHECK(doubting.jump(machine.clock));
    doubting.confirm(machine.clock);
    CHECK_FALSE(doubting.jump(machine.clock));
    // A log whose newest event is still to come: the clock was set back, and that is no jump.
    CHECK_FALSE(machine.watch(machine.clock + std::chrono::days{9}).jump(machine.clock));
}

TEST_CASE("The machine says how long it has been running, and that grows") {
    const auto before = since_boot();
    CHECK(before > 0us);
    CHECK(since_boot() >= before);
}

TEST_CASE("Nothing is appended and no day begins while the clock is in doubt") {
    Machine machine;
    auto watch = machine.watch();
    AppOptions options;
    options.clock_watch = &watch;
    World world(On::memory, options);
    begin_days(world.app());
    const auto head = world.log().head().position;
    world.clock().set(world.clock().now() + std::chrono::days{30});
    begin_days(world.app());
    const auto refused = world.app().transact_and_wait(
        world.ask(world.lead_of_barton), visit_command(world.new_visit(), visit::Agree{}));
    REQUIRE(std::holds_alternative<Busy>(refused));
    CHECK(std::get<Busy>(refused).clock_in_doubt);
    CHECK(std::get<Busy>(refused).reason.find("commonweal clock confirm") != std::string::npos);
    CHECK(world.log().head().position == head);
    world.app().clock_confirmed(world.clock().now());
    begin_days(world.app());
    CHECK(world.app().load<Calendar>(TheCalendar{})->today == london_day(world.clock().now()));
}

}  // namespace commonweal::app::testing
