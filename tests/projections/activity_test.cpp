// Activity: the newest lines, and what changes carry of it.

#include "projections/activity/activity.hpp"

#include "tests/projections/ring.hpp"

using namespace commonweal;
using namespace commonweal::testing;
using namespace commonweal::view;

namespace {

constexpr SchoolId first{100001};
constexpr SchoolId second{100002};

}  // namespace

TEST_CASE("activity is the newest fifty, newest first, and says no typed word") {
    auto ring = small_ring(2);
    for (int i = 0; i < 60; ++i) ring.visit(first, second);
    const auto view = folded<Dashboard>(ring, severn).view();
    REQUIRE(view.activity.size() == activity_max);
    CHECK(view.activity.front().position == ring.all().size());
    CHECK(view.activity.back().position == ring.all().size() - activity_max + 1);
    const auto& newest = view.activity.front();
    CHECK(newest.kind == "visit-requested");
    CHECK(newest.schools == std::vector{second, first});
    CHECK(newest.theme == "equity");
    CHECK(newest.visit == numbered<VisitId>(60));
    CHECK_FALSE(newest.review);
    CHECK(newest.network == severn);
    CHECK(view.position == ring.all().size());
}

TEST_CASE("changes of one commit keep no more activity than a dashboard does") {
    auto ring = small_ring(2);
    for (int i = 0; i < 60; ++i) ring.visit(first, second);
    Alone<Dashboard> dashboard(severn);
    Alone<SchoolPage> page(first);
    DashboardChange change;
    SchoolPageChange page_change;
    for (const auto& happening : ring.all()) {
        dashboard.apply(happening.event, happening.recorded, &change);
        if (happening.concerns(first))
            page.apply(happening.event, happening.recorded, &page_change);
    }
    CHECK(change.activity.size() == activity_max);
    CHECK(page_change.activity.size() == activity_max);
    CHECK(change.activity.back().position == ring.all().size());
}

TEST_CASE("people's accounts and roles are nobody's news") {
    Ring ring;
    ring.give_role(ann, {person::RoleKind::lead, "100001"});
    const auto& happening = ring.all().front();
    CHECK_FALSE(news_of(happening.event, happening.recorded, {}).line);
}
