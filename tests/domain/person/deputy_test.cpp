// Deputies, and roles that are handed over.

#include "tests/domain/given.hpp"

using namespace commonweal;
using namespace commonweal::testing;
using namespace commonweal::person;

namespace {

const Role lead_at_cooper{RoleKind::lead, to_text(cooper)};
const Role head_at_cooper{RoleKind::head, to_text(cooper)};

/// Cat, who works at Ashton Park, acts for the head of Cooper, who is Ben.
NameDeputy naming(std::vector<Scope> scopes = {Scope::visits, Scope::meetings}) {
    return {ben, head_at_cooper, std::move(scopes), {}, day("2026-07-20")};
}
DeputyNamed named(std::vector<Scope> scopes = {Scope::visits, Scope::meetings}) {
    return {cat, ben, head_at_cooper, std::move(scopes), today, day("2026-07-20")};
}
Given<Person> the_deputy() {
    return Given<Person>(ordinary_world().people.at(cat));
}
Given<Person> the_lead() {
    return Given<Person>(ordinary_world().people.at(ann));
}

}  // namespace

TEST_CASE(
    "a head names a deputy with a scope and dates; named again, it "
    "replaces what was said") {
    auto story = the_deputy();
    story.when(naming()).then(named());
    auto longer = naming({Scope::sign_off});
    longer.until = day("2026-12-18");
    story.when(longer).then(
        DeputyNamed{cat, ben, head_at_cooper, {Scope::sign_off}, today, day("2026-12-18")});
    REQUIRE(story.state().deputising.size() == 1);
    CHECK(story.state().deputising[0].scopes == std::vector{Scope::sign_off});
}

TEST_CASE("a scope that is said twice counts once, in a fixed order") {
    the_deputy()
        .when(naming({Scope::meetings, Scope::visits, Scope::meetings}))
        .then(named({Scope::visits, Scope::meetings}));
    the_deputy().when(naming({})).then_refused(Rule::text_missing, "scopes");
}

TEST_CASE(
    "nobody is their own deputy, nor acts for somebody who does not hold "
    "the role") {
    the_lead()
        .when(NameDeputy{ann, lead_at_cooper, {Scope::visits}, {}, today})
        .then_refused(Rule::deputy_malformed, "themselves");
    auto wrong = naming();
    wrong.role = lead_at_cooper;  // ben is its head
    the_deputy().when(wrong).then_refused(Rule::role_not_held, "141069");
    wrong.role = {RoleKind::coordinator, to_text(severn)};
    the_deputy().when(wrong).then_refused(Rule::deputy_malformed);
    wrong = naming();
    wrong.acts_for = numbered<PersonId>(77);
    the_deputy().when(wrong).then_refused(Rule::person_unknown);
    given<Person>().when(naming()).then_refused(Rule::person_unknown);
}

TEST_CASE("a deputy is named for some days, at most about a year of them") {
    auto command = naming();
    command.until = day("2026-03-01");  // before today
    the_deputy().when(command).then_refused(Rule::deputy_malformed, "2026-03-01");
    command.until = today + deputy_for_max + std::chrono::days{1};
    the_deputy().when(command).then_refused(Rule::deputy_malformed);
    command.until = today;
    the_deputy().when(command).then(
        DeputyNamed{cat, ben, head_at_cooper, {Scope::visits, Scope::meetings}, today, today});
    const Deputising deputising{ben, head_at_cooper, {Scope::visits}, today, day("2026-03-04")};
    CHECK_FALSE(deputising.holds_on(day("2026-03-01")));
    CHECK(deputising.holds_on(today));
    CHECK(deputising.holds_on(day("2026-03-04")));
    CHECK_FALSE(deputising.holds_on(day("2026-03-05")));
}

TEST_CASE("a deputy who is named for later keeps the days until then") {
    auto story = the_deputy();
    story.when(naming()).then(named());
    auto next_year = naming();
    next_year.from = day("2026-09-01");
    next_year.until = day("2027-07-20");
    story.when(next_year).then(DeputyNamed{cat,
                                           ben,
                                           head_at_cooper,
                                           {Scope::visits, Scope::meetings},
                                           day("2026-09-01"),
                                           day("2027-07-20")});
    CHECK(story.state().deputising.size() == 2);
    story.when(ReleaseDeputy{ben, head_at_cooper}).then(DeputyReleased{cat, ben, head_at_cooper});
    CHECK(story.state().deputising.empty());
}

TEST_CASE("a deputy is released, once") {
    the_deputy()
        .when(naming())
        .then(named())
        .when(ReleaseDeputy{ben, lead_at_cooper})
        .then_refused(Rule::role_not_held)
        .when(ReleaseDeputy{ben, head_at_cooper})
        .then(DeputyReleased{cat, ben, head_at_cooper})
        .when(ReleaseDeputy{ben, head_at_cooper})
        .then_refused(Rule::role_not_held);
}

TEST_CASE("one person acts for twenty others at most") {
    auto world = ordinary_world();
    auto story = the_deputy();
    for (std::uint32_t i = 0; i <= deputising_max; ++i) {
        const auto head = numbered<PersonId>(100 + i);
        world.people[head] = working_at(head, RoleKind::head, cooper);
        story.in(world).when(NameDeputy{head, head_at_cooper, {Scope::visits}, {}, today});
        if (i < deputising_max)
            story.then(DeputyNamed{cat, head, head_at_cooper, {Scope::visits}, today, today});
    }
    story.then_refused(Rule::too_many_rows, "20");
    // What is over does not count.
    const auto head = numbered<PersonId>(200);
    world.people[head] = working_at(head, RoleKind::head, cooper);
    world.asked.today += std::chrono::days{1};
    story.in(world)
        .when(NameDeputy{head, head_at_cooper, {Scope::visits}, {}, world.asked.today})
        .then(DeputyNamed{
            cat, head, head_at_cooper, {Scope::visits}, world.asked.today, world.asked.today});
}

TEST_CASE("a role is handed over from one day to the next, in one step") {
    the_lead()
        .when(HandOver{lead_at_cooper, cat, day("2026-03-09")})
        .then(RoleEnded{ann, lead_at_cooper, day("2026-03-09")},
              RoleGiven{cat, lead_at_cooper, day("2026-03-09")});
    the_lead()
        .when(HandOver{lead_at_cooper, cat, {}})
        .then(RoleEnded{ann, lead_at_cooper, today}, RoleGiven{cat, lead_at_cooper, today});
}

TEST_CASE(
    "a role is handed over by whoever holds it, to somebody else who "
    "does not") {
    the_lead().when(HandOver{head_at_cooper, cat, {}}).then_refused(Rule::role_not_held);
    // Nobody hands over what they did not hold yet.
    the_lead()
        .when(HandOver{lead_at_cooper, cat, day("2025-08-31")})
        .then_refused(Rule::role_not_held);
    the_lead().when(HandOver{lead_at_cooper, ann, {}}).then_refused(Rule::same_again);
    the_lead()
        .when(HandOver{lead_at_cooper, numbered<PersonId>(77), {}})
        .then_refused(Rule::person_unknown);
    auto world = ordinary_world();
    world.people[ben].roles.push_back({lead_at_cooper, day("2025-09-01"), {}});
    the_lead()
        .in(world)
        .when(HandOver{lead_at_cooper, ben, {}})
        .then_refused(Rule::role_held_already);
}
