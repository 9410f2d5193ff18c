// Meetings through the log: a correction names what it corrects, and races are settled.

#include <thread>

#include "server/app/decoded.hpp"
#include "tests/app/overtaken.hpp"

namespace commonweal::app::testing {
namespace {

using meeting::Presence;

/// A meeting of the world's cluster, hosted by Ashton, settled on the day that it is.
MeetingId settled(World& world) {
    const auto id = world.app().ids().next<MeetingId>(world.clock().now());
    const auto today = london_day(world.clock().now());
    const auto ask = [&] { return world.ask(world.lead_of_ashton); };
    world.done(
        ask(),
        propose_meeting(id, {world.cluster, world.ashton, meeting::Mode::in_person, {today}, {}}));
    world.done(ask(), meeting_command(id, meeting::SettleDay{today, "16:00", {}}));
    return id;
}
std::vector<meeting::Attendance> both(const World& world, Presence of_barton) {
    return {{world.ashton, Presence::in_person, false}, {world.barton, of_barton, false}};
}

}  // namespace

TEST_CASE("A correction of attendance names what it corrects: the record, then the correction") {
    World world(GENERATE(On::memory, On::rocks));
    const auto id = settled(world);
    const auto ask = [&] { return world.ask(world.lead_of_ashton); };
    world.done(ask(),
               meeting_command(id, meeting::RecordAttendance{{}, both(world, Presence::absent)}));
    world.done(ask(),
               meeting_command(id, meeting::CorrectAttendance{both(world, Presence::remote), {}}));
    world.done(ask(), meeting_command(
                          id, meeting::CorrectAttendance{both(world, Presence::apologies), {}}));
    const auto events = world.events_on(stream_of(id));
    REQUIRE(events.size() == 5);
    CHECK(events[2].attribution.how == How::live);
    CHECK_FALSE(events[2].attribution.corrects.has_value());
    CHECK(events[3].attribution.how == How::corrected);
    CHECK(events[3].attribution.corrects == events[2].position);
    CHECK(events[4].attribution.corrects == events[3].position);
}

TEST_CASE("Only schools of the cluster answer, and each for itself alone") {
    World world;
    const auto id = settled(world);
    const auto replies = [&](PersonId who, SchoolId school) {
        return world.run(world.ask(who),
                         meeting_command(id, meeting::Reply{school, meeting::Coming::remote, {}}));
    };
    expect_done(replies(world.lead_of_barton, world.barton));
    CHECK(expect_refusal(replies(world.lead_of_barton, world.ashton)) == Rule::not_allowed);
    CHECK(expect_refusal(replies(world.lead_of_clifton, world.clifton)) ==
          Rule::not_of_the_cluster);
}

TEST_CASE("Attendance that two write down at once is written once") {
    World world(On::rocks);
    const auto id = settled(world);
    std::atomic<int> done{0}, refused{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            const auto outcome = world.run(
                world.ask(world.lead_of_ashton),
                meeting_command(id, meeting::RecordAttendance{{}, both(world, Presence::remote)}));
            if (std::holds_alternative<Done>(outcome)) ++done;
            if (std::holds_alternative<Refusal>(outcome)) ++refused;
        });
    for (auto& thread : threads) thread.join();
    CHECK(done == 1);
    CHECK(refused == 7);
}

TEST_CASE("A school that leaves the cluster while attendance is written is not on the list") {
    ON_BOTH_ENGINES;
    World world(engine);
    const auto id = settled(world);
    const auto leave = [&] {
        world.done(world.as_operator(), leave_cluster({world.barton, world.cluster}));
    };
    int decided = 0;
    const auto record = overtaken(
        1, meeting_command(id, meeting::RecordAttendance{{}, both(world, Presence::in_person)}),
        leave, &decided);
    const auto outcome = world.run(world.ask(world.lead_of_ashton), record);
    CHECK(decided == 2);
    CHECK(expect_refusal(outcome) == Rule::not_of_the_cluster);
}

}  // namespace commonweal::app::testing
