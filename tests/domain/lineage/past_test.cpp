// Visits, reviews and partnerships of before the log.

#include "tests/domain/partnership/facts.hpp"
#include "tests/domain/review/facts.hpp"
#include "tests/domain/visit/facts.hpp"

using namespace commonweal;
using namespace commonweal::testing;

namespace {

const visit::Attest a_visit{ashton_park, cooper, severn, "equity", day("2024-11-12")};
const review::Attest a_review{ashton_park, cooper, severn, days({"2023-03-09", "2023-03-10"})};
const partnership::Attest a_partnership{ashton_park, cooper, severn, "equity", day("2022-09-01")};

World with(void (*alter)(World&)) {
    auto world = ordinary_world();
    alter(world);
    return world;
}
const World closed_since = with([](World& w) {
    w.schools.at(cooper).open = false;
    w.schools.at(cooper).networks.clear();
});

}  // namespace

TEST_CASE("a visit of earlier times is entered with its own day, and is over") {
    auto visit = given<Visit>();
    visit.when(a_visit).then(visit::Attested{
        the_visit, ashton_park, cooper, severn, {avon, cherwell}, "equity", day("2024-11-12")});
    CHECK(visit.state().stage == visit::Stage::held);
    CHECK(visit.state().attested);
    visit.when(a_visit).then_refused(Rule::already_exists);
}

TEST_CASE("a visit of earlier times may have been to a school that has closed since") {
    given<Visit>()
        .in(closed_since)
        .when(a_visit)
        .then(visit::Attested{
            the_visit, ashton_park, cooper, severn, {avon, cherwell}, "equity", day("2024-11-12")});
}

TEST_CASE("what is entered of earlier times is between two schools, one a member, and past") {
    auto command = a_visit;
    command.host = ashton_park;
    given<Visit>().when(command).then_refused(Rule::same_school);
    command.host = SchoolId{1};
    given<Visit>().when(command).then_refused(Rule::school_unknown, "1");
    command = a_visit;
    command.day = day("2026-03-03");
    given<Visit>().when(command).then_refused(Rule::day_in_the_future);
    command = a_visit;
    command.theme = "football";
    given<Visit>().when(command).then_refused(Rule::theme_unknown);
    const auto strangers = with([](World& w) {
        for (auto& [id, school] : w.schools) school.networks.clear();
    });
    given<Visit>().in(strangers).when(a_visit).then_refused(Rule::not_in_one_network);
    const auto one_stranger = with([](World& w) { w.schools.at(cooper).networks.clear(); });
    given<Visit>().in(one_stranger).when(a_visit).then_refused(Rule::not_in_one_network);
}

TEST_CASE("a review of earlier times is closed, and its days are in order") {
    auto review = given<Review>();
    review.when(a_review).then(
        review::Attested{the_review, ashton_park, cooper, severn, {avon, cherwell}, a_review.days});
    CHECK(review.state().stage == review::Stage::closed);
    auto command = a_review;
    command.days = days({"2023-03-10", "2023-03-09"});
    given<Review>().when(command).then_refused(Rule::days_not_in_order);
    command.days = {};
    given<Review>().when(command).then_refused(Rule::days_missing);
    command.days = days({"2026-03-03"});
    given<Review>().when(command).then_refused(Rule::day_in_the_future);
}

TEST_CASE("a partnership of earlier times goes on, and takes the pair") {
    auto partnership = given<Partnership>();
    partnership.when(a_partnership)
        .then(partnership::Attested{the_partnership,
                                    ashton_park,
                                    cooper,
                                    severn,
                                    {avon, cherwell},
                                    "equity",
                                    day("2022-09-01")},
              partnership::PairTaken{the_partnership});
    CHECK(partnership.state().stage == partnership::Stage::active);
    given<Partnership>().in(closed_since).when(a_partnership).then_refused(Rule::school_closed);
    auto taken = ordinary_world();
    taken.pair.open = numbered<PartnershipId>(9);
    given<Partnership>().in(taken).when(a_partnership).then_refused(Rule::already_partners);
}
