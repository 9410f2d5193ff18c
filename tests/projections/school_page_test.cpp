// A school's page.

#include "projections/school_page/school_page.hpp"

#include "tests/projections/ring.hpp"

using namespace commonweal;
using namespace commonweal::testing;
using namespace commonweal::view;

namespace {

constexpr SchoolId first{100001};
constexpr SchoolId second{100002};

SchoolPageView page_of(const Ring& ring, SchoolId school) {
    return folded<SchoolPage>(ring, school).view();
}

}  // namespace

TEST_CASE("a page shows what the school is and where it belongs") {
    auto ring = small_ring(2);
    ring.join(first, cherwell);
    ring.join(first, avon);
    auto page = page_of(ring, first);
    CHECK(page.school == first);
    CHECK(page.details.name == "School 1");
    CHECK(page.open);
    CHECK(page.networks == std::vector{severn});
    CHECK(page.clusters == std::vector{avon, cherwell});
    ring.leave(first, avon);
    ring.registered(first, called("Weston"), false);
    page = page_of(ring, first);
    CHECK(page.details.name == "Weston");
    CHECK_FALSE(page.open);
    CHECK(page.clusters == std::vector{cherwell});
}

TEST_CASE("a page shows the school's visits and reviews, on either side, newest request first") {
    auto ring = small_ring(4);
    const auto made = *ring.visit(first, second);
    const auto hosted = *ring.visit(second, first);
    ring.visit(second, {100004});
    const auto review = *ring.review(first, second);
    ring.ask(made, visit::Agree{});
    const auto page = page_of(ring, first);
    REQUIRE(page.visits.size() == 2);
    CHECK(page.visits[0].id == hosted);
    CHECK(page.visits[1].id == made);
    CHECK(page.visits[1].guest == first);
    CHECK(page.visits[1].host == second);
    CHECK(page.visits[1].stage == visit::Stage::agreed);
    CHECK(page.visits[1].version == 2);
    CHECK(page.visits[1].position == ring.all().size());
    REQUIRE(page.reviews.size() == 1);
    CHECK(page.reviews[0].id == review);
    CHECK(page.reviews[0].host == first);
    CHECK(page.reviews[0].reviewing_school == second);
}

TEST_CASE("a page lists the newest fifty visits") {
    auto ring = small_ring(2);
    for (int i = 0; i < 55; ++i) ring.visit(first, second);
    const auto page = page_of(ring, first);
    REQUIRE(page.visits.size() == SchoolPage::listed_max);
    CHECK(page.visits.front().id == numbered<VisitId>(55));
    CHECK(page.visits.back().id == numbered<VisitId>(6));
}

TEST_CASE("a page counts what the school gave and received") {
    auto ring = small_ring(2);
    const auto visit = *ring.visit(first, second);
    ring.ask(visit, visit::Agree{});
    ring.ask(visit, visit::RecordHeld{ring.today()});
    const auto review = *ring.review(first, second);
    ring.name_team(review);
    ring.ask(review, review::AgreeDays{{ring.today()}});
    ring.ask(review, review::RecordHeld{});
    ring.ask(review, review::DraftReport{words("Warm"), {}});
    const auto guest = page_of(ring, first).balance;
    CHECK(guest.school == first);
    CHECK(guest.visits_made == 1);
    CHECK(guest.visits_hosted == 0);
    CHECK(guest.reviews_received == 1);
    CHECK(guest.reviews_given == 0);
    const auto host = page_of(ring, second).balance;
    CHECK(host.visits_made == 0);
    CHECK(host.visits_hosted == 1);
    CHECK(host.reviews_received == 0);
    CHECK(host.reviews_given == 1);
}

TEST_CASE("both partners' pages show a partnership, with what they last did") {
    auto ring = small_ring(2);
    const auto id = *ring.partnership(first, second);
    ring.ask(id, partnership::Accept{});
    const auto then = ring.today();
    ring.ask(id, partnership::LogActivity{partnership::Side::partner, then, words("A day")});
    ring.pass(std::chrono::days{3});
    ring.ask(id, partnership::LogActivity{partnership::Side::school, then + std::chrono::days{1},
                                          words("Another")});
    for (const auto school : {first, second}) {
        const auto page = page_of(ring, school);
        REQUIRE(page.partnerships.size() == 1);
        const auto& shown = page.partnerships.front();
        CHECK(shown.id == id);
        CHECK(shown.school == first);
        CHECK(shown.partner == second);
        CHECK(shown.purpose == "equity");
        CHECK(shown.stage == partnership::Stage::active);
        CHECK(shown.activities == 2);
        CHECK(shown.last_activity == then + std::chrono::days{1});
        CHECK(page.balance.visits_hosted + page.balance.reviews_given == 0);
    }
}
