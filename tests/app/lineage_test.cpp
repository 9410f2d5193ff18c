// What goes from a school to the one that followed it goes in one commit, or not at all.
#include <catch2/catch.hpp>
#include <thread>

#include "tests/app/world.hpp"

namespace commonweal::app::testing {
namespace {

constexpr SchoolId academy{150001};

template <class AnyId>
AnyId id_of(const Done& done) {
    return *parse_id<typename AnyId::Kind>(done.id);
}

/// Ashton became an academy under another number, and has a visit, a partnership and a lead.
struct Changed : World {
    VisitId visit;
    PartnershipId partnership;

    explicit Changed(On engine = On::memory) : World(engine) {
        school::Register command;
        command.school = academy;
        command.details.name = "Ashton Park Academy";
        done(as_operator(), register_schools({command}));
        done(as_operator(),
             link_school({academy, ashton, "Ashton Park School", school::Change::conversion, {}}));
        visit = requested("May we?");
        partnership = id_of<PartnershipId>(done(ask(lead_of_ashton), proposing(barton)));
        const auto details = app().load<School>(ashton)->details;
        done(as_operator(), register_schools({{ashton, details, false, {}}}));
    }

    Decide proposing(SchoolId with, SchoolId school = SchoolId{100001}) {
        return propose_partnership(app().ids().next<PartnershipId>(clock().now()),
                                   {school, with, {}, "equity", {}});
    }
    school::HandOn everything() const {
        return {academy,          {},      true, {network},     {cluster},
                {lead_of_ashton}, {visit}, {},   {partnership}, {}};
    }
    PersonId coordinator_of(const std::string& place) {
        const auto id = app().ids().next<PersonId>(clock().now());
        const auto email = "coordinator@" + place + ".example";
        done(as_operator(), add_person(id, app().hash_of(email),
                                       {Personal<PersonName>::plain("Coordinator, " + place),
                                        Personal<EmailAddress>::plain(email)}));
        done(as_operator(), give_role(id, {{person::RoleKind::coordinator, place}, {}}));
        return id;
    }
};

}  // namespace

TEST_CASE("What hangs on a school goes to the one that followed it, whole") {
    Changed world(GENERATE(On::memory, On::rocks));
    const auto coordinator = world.coordinator_of(to_text(world.network));
    world.done(world.ask(coordinator), hand_on(world.ashton, world.everything()));
    CHECK(world.app().load<School>(academy)->in(world.network));
    CHECK(world.app().load<School>(academy)->in(world.cluster));
    CHECK(world.app().load<School>(world.ashton)->networks.empty());
    CHECK(world.app().load<School>(world.ashton)->history_at == academy);
    CHECK(world.app().load<Visit>(world.visit)->host == academy);
    CHECK(world.app().load<Partnership>(world.partnership)->school == academy);
    // The lead goes on, under the new number, with what waited for them.
    world.done(world.ask(world.lead_of_ashton), visit_command(world.visit, visit::Agree{}));
}

TEST_CASE("A pair of partners is the new pair, and the old one is free") {
    Changed world;
    world.done(world.as_operator(), hand_on(world.ashton, world.everything()));
    CHECK(expect_refusal(
              world.run(world.ask(world.lead_of_ashton), world.proposing(world.barton, academy))) ==
          Rule::already_partners);
    CHECK_FALSE(world.app().load<Pairing>(Pair{world.ashton, world.barton, "equity"})->open);
}

TEST_CASE("One thing that cannot go stops all of it") {
    Changed world(GENERATE(On::memory, On::rocks));
    world.done(world.ask(world.lead_of_ashton), visit_command(world.visit, visit::Decline{}));
    const auto head = world.log().head().position;
    CHECK(
        expect_refusal(world.run(world.as_operator(), hand_on(world.ashton, world.everything()))) ==
        Rule::wrong_stage);
    CHECK(world.log().head().position == head);
    CHECK(world.app().load<School>(world.ashton)->in(world.network));
}

TEST_CASE("Who convenes the network says where its things go, and nobody else") {
    Changed world;
    const auto refused = [&](PersonId who, const school::HandOn& command) {
        return expect_refusal(world.run(world.ask(who), hand_on(world.ashton, command)));
    };
    CHECK(refused(world.lead_of_ashton, world.everything()) == Rule::not_allowed);
    const auto other = world.app().ids().next<NetworkId>(world.clock().now());
    world.done(world.as_operator(), found_network({other, "Elsewhere", {}}));
    const auto of_other = world.coordinator_of(to_text(other));
    CHECK(refused(of_other, world.everything()) == Rule::not_allowed);
    auto only_the_visit = school::HandOn{academy, {}, false, {}, {}, {}, {world.visit}, {}, {}, {}};
    CHECK(refused(of_other, only_the_visit) == Rule::not_allowed);
    auto only_people =
        school::HandOn{academy, {}, false, {}, {}, {world.lead_of_ashton}, {}, {}, {}, {}};
    CHECK(refused(of_other, only_people) == Rule::not_allowed);
    // Nothing goes to a school that is not of the network, nor twice.
    CHECK(expect_refusal(world.run(world.as_operator(), hand_on(world.ashton, only_the_visit))) ==
          Rule::not_a_member);
    world.done(world.as_operator(), join_network({academy, world.network}));
    only_the_visit.visits.push_back(world.visit);
    // A coordinator of the cluster alone moves what is the cluster's, and no memberships of others.
    const auto of_cluster = world.coordinator_of(to_text(world.cluster));
    CHECK(refused(of_cluster, world.everything()) == Rule::not_allowed);
    world.done(world.ask(of_cluster), hand_on(world.ashton, only_the_visit));
    CHECK(world.app().load<Visit>(world.visit)->guest == world.barton);
}

TEST_CASE("With a merger an administrator says who is head, not a coordinator") {
    Changed world;
    const auto coordinator = world.coordinator_of(to_text(world.network));
    world.done(world.as_operator(),
               link_school({academy, world.ashton, "", school::Change::merger, {}}));
    CHECK(expect_refusal(
              world.run(world.ask(coordinator), hand_on(world.ashton, world.everything()))) ==
          Rule::not_allowed);
    world.done(world.as_operator(), hand_on(world.ashton, world.everything()));
}

TEST_CASE("While the old school is open its people stay, unless an administrator says otherwise") {
    Changed world;
    const auto coordinator = world.coordinator_of(to_text(world.network));
    const auto details = world.app().load<School>(world.ashton)->details;
    world.done(world.as_operator(), register_schools({{world.ashton, details, true, {}}}));
    auto command = world.everything();
    CHECK(expect_refusal(world.run(world.ask(coordinator), hand_on(world.ashton, command))) ==
          Rule::not_allowed);
    command.people.clear();
    world.done(world.ask(coordinator), hand_on(world.ashton, command));
}

TEST_CASE("Of many who hand the same on at once, one does") {
    Changed world(On::rocks);
    constexpr std::size_t coordinators = 8;
    std::array<Outcome, coordinators> outcomes;
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < coordinators; ++i)
        threads.emplace_back([&world, &outcomes, i, ask = world.as_operator(),
                              decide = hand_on(world.ashton, world.everything())] {
            outcomes[i] = world.run(ask, decide);
        });
    for (auto& thread : threads) thread.join();
    CHECK(std::ranges::count_if(outcomes, [](const Outcome& outcome) {
              return std::holds_alternative<Done>(outcome);
          }) == 1);
    // The others are refused; by which rule depends on how far the first was when they looked.
    CHECK(std::ranges::count_if(outcomes, [](const Outcome& outcome) {
              return std::holds_alternative<Refusal>(outcome);
          }) == coordinators - 1);
    CHECK(world.app().load<Visit>(world.visit)->host == academy);
}

TEST_CASE(
    "A place outside the register is added by a coordinator, and linked by an administrator") {
    Changed world;
    const auto coordinator = world.coordinator_of(to_text(world.network));
    school::Details college;
    college.name = "Severnside College";
    const SchoolId number{local_numbers_from + 11};
    CHECK(expect_refusal(world.run(world.ask(world.lead_of_ashton), add_place(number, college))) ==
          Rule::not_allowed);
    world.done(world.ask(coordinator), add_place(number, college));
    world.done(world.ask(coordinator), join_network({number, world.network}));
    const school::Link link{academy, number, college.name, school::Change::registration, {}};
    CHECK(expect_refusal(world.run(world.ask(coordinator), link_school(link))) ==
          Rule::not_allowed);
    world.done(world.as_operator(), link_school(link));
    world.done(world.ask(coordinator),
               hand_on(number, {academy, {}, false, {world.network}, {}, {}, {}, {}, {}, {}}));
}

}  // namespace commonweal::app::testing
