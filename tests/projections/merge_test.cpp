// Two changes as one.

#include "tests/projections/ring.hpp"

using namespace commonweal;
using namespace commonweal::testing;
using namespace commonweal::view;

namespace {

constexpr SchoolId first{100001};

DashboardChange joined() {
    DashboardChange change;
    change.members = {{first, "School 1", "Primary", "", {}, {}, true}};
    return change;
}
DashboardChange left() {
    DashboardChange change;
    change.members_left = {first};
    return change;
}

}  // namespace

TEST_CASE("who joins and leaves in one change has left, and who leaves and joins has not") {
    auto change = joined();
    change.merge(left());
    CHECK(change.members.empty());
    CHECK(change.members_left == std::vector{first});
    change.merge(joined());
    CHECK(change.members.size() == 1);
    CHECK(change.members_left.empty());
}

TEST_CASE("who leaves twice has left once") {
    auto change = left();
    change.merge(left());
    CHECK(change.members_left == std::vector{first});
}

TEST_CASE("a change that says nothing is empty") {
    CHECK(DashboardChange{}.empty());
    CHECK(SchoolPageChange{}.empty());
    CHECK_FALSE(left().empty());
    CHECK_FALSE(joined().empty());
}
