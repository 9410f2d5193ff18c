// What schools came from, and what goes to those that followed them.

#include "tests/domain/given.hpp"

using namespace commonweal;
using namespace commonweal::testing;
using namespace commonweal::school;

namespace {

const Link converted{ashton_park, old_ashton_park, "Ashton Park School", Change::conversion,
                     day("2017-12-05")};
const Linked linked{ashton_park, old_ashton_park, "Ashton Park School", Change::conversion,
                    day("2017-12-05")};
const Registered registered{ashton_park, {}};

/// Ashton Park followed its old self, which still belongs to Severn and Avon.
World after_the_conversion() {
    auto world = ordinary_world();
    auto& now = world.schools.at(ashton_park);
    world.schools[old_ashton_park] = now;
    world.schools[old_ashton_park].id = old_ashton_park;
    now.networks.clear();
    now.clusters.clear();
    evolve(now, linked);
    return world;
}

Given<School> old_school() {
    return Given<School>(after_the_conversion().schools.at(old_ashton_park))
        .in(after_the_conversion());
}

HandOn handing_on(bool history) {
    return {ashton_park, {}, history, {}, {}, {}, {}, {}, {}, {}};
}

}  // namespace

TEST_CASE("a school is named as one that another came from, once") {
    given<School>(registered).when(converted).then(linked).when(converted).then();
}

TEST_CASE("what the register says of a link later replaces what it said") {
    auto merged = converted;
    merged.change = Change::merger;
    given<School>(registered, linked)
        .when(merged)
        .then(Linked{ashton_park, old_ashton_park, "Ashton Park School", Change::merger,
                     day("2017-12-05")});
}

TEST_CASE("a school did not come from itself, nor from one that came from it") {
    auto itself = converted;
    itself.predecessor = ashton_park;
    given<School>(registered).when(itself).then_refused(Rule::same_school, "145398");
    const auto world = after_the_conversion();
    Given<School>(world.schools.at(old_ashton_park))
        .in(world)
        .when(Link{old_ashton_park, ashton_park, "", Change::conversion, {}})
        .then_refused(Rule::lineage_circular, "145398");
}

TEST_CASE("a school that is known by its predecessors alone is not known as a school") {
    auto named = given<School>(linked);
    CHECK_FALSE(named.state().known());
    CHECK(named.state().came_from(old_ashton_park));
}

TEST_CASE("memberships go to the school that followed") {
    auto command = handing_on(true);
    command.networks = {severn};
    command.clusters = {avon};
    const auto details = ordinary_world().schools.at(ashton_park).details;
    old_school().when(command).then(
        HandedOn{old_ashton_park, ashton_park, today, true}, LeftNetwork{old_ashton_park, severn},
        LeftCluster{old_ashton_park, avon}, JoinedNetwork{ashton_park, severn, details},
        JoinedCluster{ashton_park, avon, details});
}

TEST_CASE("where the other one is a member already, it does not join again") {
    auto world = after_the_conversion();
    world.schools.at(ashton_park).networks = {severn};
    auto command = handing_on(false);
    command.networks = {severn};
    old_school().in(world).when(command).then(HandedOn{old_ashton_park, ashton_park, today, false},
                                              LeftNetwork{old_ashton_park, severn});
}

TEST_CASE("what it gave counts for one other school, once") {
    old_school()
        .when(handing_on(true))
        .then(HandedOn{old_ashton_park, ashton_park, today, true})
        .when(handing_on(true))
        .then_refused(Rule::history_handed_on, "145398");
}

TEST_CASE("nothing goes to a school that did not follow, has closed, or on a day to come") {
    auto command = handing_on(true);
    command.to = cooper;
    old_school().when(command).then_refused(Rule::not_a_successor, "141069");
    auto world = after_the_conversion();
    world.schools.at(ashton_park).open = false;
    old_school().in(world).when(handing_on(true)).then_refused(Rule::school_closed, "145398");
    command = handing_on(true);
    command.on = day("2026-03-03");
    old_school().when(command).then_refused(Rule::happened_in_the_future, "2026-03-03");
}

TEST_CASE("only what hangs on the school goes, and something must") {
    auto command = handing_on(false);
    old_school().when(command).then_refused(Rule::nothing_chosen);
    command.clusters = {cherwell};
    old_school().when(command).then_refused(Rule::not_a_member, to_text(cherwell));
    command.clusters.clear();
    command.visits.resize(handed_on_max + 1);
    old_school().when(command).then_refused(Rule::too_many_rows, "500");
}

TEST_CASE("a place outside the register is given a local number, and linked when it has a URN") {
    Details college;
    college.name = "Severnside College";
    const SchoolId local{local_numbers_from + 7};
    given<School>()
        .when(AddPlace{local, college})
        .then(PlaceAdded{local, college})
        .when(AddPlace{local, college})
        .then_refused(Rule::already_exists);
    given<School>().when(AddPlace{ashton_park, college}).then_refused(Rule::school_unknown);
    given<School>().when(AddPlace{local, {}}).then_refused(Rule::text_missing);
    given<School>(registered)
        .when(Link{ashton_park, local, college.name, Change::registration, {}})
        .then(Linked{ashton_park, local, college.name, Change::registration, {}});
}

TEST_CASE("a change of trust has its day: the old one is left when the new one is joined") {
    const Group old{"2053", "Bristol Trust", GroupKind::multi_academy_trust, day("2017-12-05")};
    const Group next{"4431", "Avon Trust", GroupKind::multi_academy_trust, day("2025-09-01")};
    const Group foundation{"4432", "Avon Foundation", GroupKind::foundation_trust, {}};
    given<School>(registered)
        .when(RegisterGroups{ashton_park, {old, foundation}})
        .then(JoinedGroup{ashton_park, old}, JoinedGroup{ashton_park, foundation})
        .when(RegisterGroups{ashton_park, {old, foundation}})
        .then()
        .when(RegisterGroups{ashton_park, {next}})
        .then(LeftGroup{ashton_park, "2053", day("2025-09-01")},
              LeftGroup{ashton_park, "4432", today}, JoinedGroup{ashton_park, next});
}

TEST_CASE("a group that has another name now was not left") {
    const Group old{"2053", "Bristol Trust", GroupKind::multi_academy_trust, day("2017-12-05")};
    auto renamed = old;
    renamed.name = "Avon and Bristol Trust";
    auto school = given<School>(registered, JoinedGroup{ashton_park, old});
    school.when(RegisterGroups{ashton_park, {renamed}}).then(JoinedGroup{ashton_park, renamed});
    CHECK(school.state().groups == std::vector{renamed});
    school.when(RegisterGroups{ashton_park, {}}).then(LeftGroup{ashton_park, "2053", today});
}

TEST_CASE("each thing is handed on once, however often it was named") {
    auto command = handing_on(false);
    command.visits = {numbered<VisitId>(2), numbered<VisitId>(1), numbered<VisitId>(2)};
    command.networks = {severn, severn};
    const auto once = each_once(command);
    CHECK(once.visits == std::vector{numbered<VisitId>(1), numbered<VisitId>(2)});
    CHECK(once.networks == std::vector{severn});
}

TEST_CASE("nothing is inherited by a school whose own history has gone on") {
    auto world = after_the_conversion();
    world.schools.at(ashton_park).history_at = cooper;
    old_school().in(world).when(handing_on(true)).then_refused(Rule::history_handed_on, "141069");
}

TEST_CASE("a trust bars a review, a foundation trust does not") {
    School a, b;
    const auto both_in = [&](GroupKind kind) {
        a.groups = b.groups = {Group{"4431", "Avon Trust", kind, {}}};
        return common_group(a, b);
    };
    CHECK(both_in(GroupKind::multi_academy_trust) == "Avon Trust");
    CHECK(both_in(GroupKind::federation) == "Avon Trust");
    CHECK_FALSE(both_in(GroupKind::foundation_trust));
    CHECK_FALSE(both_in(GroupKind::sponsor));
}
