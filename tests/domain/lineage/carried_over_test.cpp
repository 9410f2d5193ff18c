// What goes with a school that another one followed: Ashton Park became Easton.

#include "tests/domain/meeting/facts.hpp"
#include "tests/domain/partnership/facts.hpp"
#include "tests/domain/review/facts.hpp"
#include "tests/domain/visit/facts.hpp"

using namespace commonweal;
using namespace commonweal::testing;
using school::CarryOver;

namespace {

constexpr SchoolId easton{150001};
const CarryOver to_easton{ashton_park, easton};

World with_easton(const std::string& trust = "2003") {
    auto world = ordinary_world();
    world.schools[easton] = world.schools.at(ashton_park);
    world.schools[easton].id = easton;
    world.schools[easton].details.trust_code = trust;
    return world;
}

}  // namespace

TEST_CASE("an open visit goes with the guest or the host") {
    auto visit = visit_at(visit::Stage::dated);
    visit.when(to_easton).then(visit::CarriedOver{the_visit, ashton_park, easton});
    CHECK(visit.state().guest == easton);
    CHECK(visit.state().host == cooper);
    auto hosted = visit_at(visit::Stage::held);
    hosted.when(CarryOver{cooper, easton}).then(visit::CarriedOver{the_visit, cooper, easton});
    CHECK(hosted.state().host == easton);
}

TEST_CASE("a visit that came to nothing stays, and none becomes a visit to itself") {
    visit_at(visit::Stage::cancelled).when(to_easton).then_refused(Rule::wrong_stage);
    visit_at(visit::Stage::declined).when(to_easton).then_refused(Rule::wrong_stage);
    visit_at(visit::Stage::agreed)
        .when(CarryOver{ashton_park, cooper})
        .then_refused(Rule::same_school, "141069");
    visit_at(visit::Stage::agreed)
        .when(CarryOver{easton, ashton_park})
        .then_refused(Rule::not_taking_part, "150001");
}

TEST_CASE("an open review goes with the school, but not into the reviewers' own trust") {
    auto review = review_at(review::Stage::days_agreed);
    review.in(with_easton())
        .when(to_easton)
        .then(review::CarriedOver{the_review, ashton_park, easton});
    CHECK(review.state().host == easton);
    review_at(review::Stage::days_agreed)
        .in(with_easton("2002"))
        .when(to_easton)
        .then_refused(Rule::same_group, "Trust 2002");
    review_at(review::Stage::held)  // what took place took place: its report is still to be written
        .in(with_easton("2002"))
        .when(to_easton)
        .then(review::CarriedOver{the_review, ashton_park, easton});
    review_at(review::Stage::closed)
        .in(with_easton())
        .when(to_easton)
        .then_refused(Rule::wrong_stage);
}

TEST_CASE("a partnership goes with the school, and the pair with it") {
    auto partnership = partnership_at(partnership::Stage::active);
    partnership.in(with_easton())
        .when(to_easton)
        .then(partnership::CarriedOver{the_partnership, ashton_park, easton},
              partnership::PairFreed{the_partnership}, partnership::PairTaken{the_partnership});
    CHECK(partnership.state().school == easton);
    auto world = with_easton();
    world.pair.open = numbered<PartnershipId>(9);
    partnership_at(partnership::Stage::paused)
        .in(world)
        .when(to_easton)
        .then_refused(Rule::already_partners, "equity");
    partnership_at(partnership::Stage::ended)
        .in(with_easton())
        .when(to_easton)
        .then_refused(Rule::wrong_stage);
}

TEST_CASE("a meeting is hosted by the school that followed, if that belongs to the cluster") {
    auto meeting = meeting_at(meeting::Stage::settled);
    const auto host = meeting.state().host;
    const auto cluster = meeting.state().cluster;
    auto world = world_of_avon();
    world.schools[easton] = world.schools.at(host);
    world.schools[easton].id = easton;
    meeting.in(world)
        .when(CarryOver{host, easton})
        .then(meeting::CarriedOver{meeting.state().id, host, easton});
    CHECK(meeting.state().host == easton);
    erase(world.schools[easton].clusters, cluster);
    meeting_at(meeting::Stage::settled)
        .in(world)
        .when(CarryOver{host, easton})
        .then_refused(Rule::not_of_the_cluster, "150001");
    meeting_at(meeting::Stage::held)
        .in(world)
        .when(CarryOver{host, easton})
        .then_refused(Rule::wrong_stage);
}

TEST_CASE("people take up their posts at the school that followed, and their deputies with them") {
    const person::Role lead_before{person::RoleKind::lead, to_text(ashton_park)};
    const person::Role lead_after{person::RoleKind::lead, to_text(easton)};
    auto lead = ordinary_world().people.at(cat);
    evolve(
        lead,
        person::DeputyNamed{
            cat, ann, lead_before, {person::Scope::visits}, day("2026-01-05"), day("2026-07-20")});
    const auto facts = decide(lead, person::FollowSchool{ashton_park, easton, today, {ann}});
    REQUIRE(facts);
    std::vector<std::string> told_facts;
    for (const auto& fact : *facts) told_facts.push_back(told(widen(fact)));
    CHECK(
        told_facts ==
        std::vector{told(person::RoleEnded{cat, lead_before, today}),
                    told(person::RoleGiven{cat, lead_after, today}),
                    told(person::DeputyReleased{cat, ann, lead_before}),
                    told(person::DeputyNamed{
                        cat, ann, lead_after, {person::Scope::visits}, today, day("2026-07-20")})});
    for (const auto& fact : *facts) evolve(lead, fact);
    CHECK(lead.works_at(easton, today));
    CHECK_FALSE(lead.works_at(ashton_park, today));
    CHECK(decide(lead, person::FollowSchool{ashton_park, easton, today, {ann}}).error().rule ==
          Rule::role_not_held);
}

TEST_CASE("a post that begins later begins at the school that followed") {
    const person::Role before{person::RoleKind::head, to_text(ashton_park)};
    const person::Role after{person::RoleKind::head, to_text(easton)};
    Person person;
    evolve(person, person::Added{cat, {}, {}});
    evolve(person, person::RoleGiven{cat, before, day("2026-09-01")});
    const auto facts = decide(person, person::FollowSchool{ashton_park, easton, today, {}});
    REQUIRE(facts);
    for (const auto& fact : *facts) evolve(person, fact);
    CHECK_FALSE(person.holds(before, day("2026-09-01")));
    CHECK(person.holds(after, day("2026-09-01")));
    CHECK_FALSE(person.holds(after, today));
}

TEST_CASE("a deputy goes only with whom they stand in for, and a role that is to end ends there") {
    const person::Role lead_before{person::RoleKind::lead, to_text(ashton_park)};
    Person deputy;
    evolve(deputy, person::Added{cat, {}, {}});
    evolve(deputy, person::DeputyNamed{cat,
                                       ann,
                                       lead_before,
                                       {person::Scope::sign_off},
                                       day("2026-01-05"),
                                       day("2026-07-20")});
    CHECK(decide(deputy, person::FollowSchool{ashton_park, easton, today, {cat}}).error().rule ==
          Rule::role_not_held);
    auto leaving = ordinary_world().people.at(cat);
    evolve(leaving, person::RoleEnded{cat, lead_before, day("2026-08-31")});
    const auto facts = decide(leaving, person::FollowSchool{ashton_park, easton, today, {cat}});
    REQUIRE(facts);
    for (const auto& fact : *facts) evolve(leaving, fact);
    CHECK(leaving.works_at(easton, day("2026-08-30")));
    CHECK_FALSE(leaving.works_at(easton, day("2026-08-31")));
}

TEST_CASE("carried over twice, a visit does not become one of a school to itself") {
    auto visit = visit_at(visit::Stage::agreed).state();
    evolve(visit, visit::CarriedOver{the_visit, ashton_park, easton});
    evolve(visit, visit::CarriedOver{the_visit, ashton_park, easton});
    CHECK(visit.guest == easton);
    CHECK(visit.host == cooper);
}
