// Which moment of the past is meant. What is known of it: tests/demo/past_views_test.cpp.
#include <catch2/catch.hpp>

#include "server/app/reading.hpp"
#include "tests/app/world.hpp"

namespace commonweal::app::testing {

TEST_CASE("The past moves by whole commits, and by what had been recorded at a time") {
    World world;
    world.requested("How you teach reading");
    const PastViews past(world.log());
    const auto head = world.log().head().position;
    std::set<Position> ends;
    world.log().engine().read_all(1, log::Direction::forward, [&](const log::Record& record) {
        const auto end = past.end_of_commit(record.position);
        CHECK(end == record.position + record.count - record.index - 1);
        ends.insert(end);
        return true;
    });
    CHECK(ends.size() > 3);
    CHECK(past.end_of_commit(0) == 0);
    CHECK(*ends.rbegin() == head);
    CHECK(past.known_by(world.clock().now()) == head);
    CHECK(past.known_by(*past.recorded_at(1) - std::chrono::seconds{1}) == 0);
    CHECK_FALSE(past.recorded_at(0));
}

TEST_CASE("Before the first event nothing is known") {
    World world;
    const PastViews past(world.log());
    const Reading before(past, 0, std::set{world.network});
    CHECK(before.directory().networks().empty());
    CHECK_FALSE(before.snapshot(world.network));
    CHECK_FALSE(Reading(past, 0, world.ashton).snapshot(world.ashton));
    CHECK_FALSE(Reading(past, 0, Everything{}).snapshot(world.ashton));
}

}  // namespace commonweal::app::testing
