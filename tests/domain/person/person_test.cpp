// People, their addresses, and what they do where.

#include "tests/domain/given.hpp"

using namespace commonweal;
using namespace commonweal::testing;
using namespace commonweal::person;

namespace {

Personal<PersonName> name(std::string text = "Ann Avery") {
    return Personal<PersonName>::plain(std::move(text));
}
Personal<EmailAddress> email(std::string text = "ann@cooper.example") {
    return Personal<EmailAddress>::plain(std::move(text));
}
const Added added{ann, name(), email()};
const Role lead_at_cooper{RoleKind::lead, to_text(cooper)};
const Role head_at_cooper{RoleKind::head, to_text(cooper)};

RoleGiven given_from(std::string_view from) {
    return {ann, lead_at_cooper, day(from)};
}
RoleEnded ended_on(std::string_view on) {
    return {ann, lead_at_cooper, day(on)};
}

}  // namespace

TEST_CASE("somebody is given an account, and the address is theirs") {
    given<Person>().when(Add{name(), email()}).then(added, AddressTaken{ann});
    Address address;
    evolve(address, AddressTaken{ann});
    CHECK(address.owner == ann);
}

TEST_CASE("an account has a name and an address, and not too long ones") {
    given<Person>()
        .when(Add{{}, email()})
        .then_refused(Rule::text_missing, "name")
        .when(Add{name(), {}})
        .then_refused(Rule::text_missing, "email")
        .when(Add{name(std::string(201, 'x')), email()})
        .then_refused(Rule::text_too_long, "name")
        .when(Add{name(), email(std::string(255, 'x'))})
        .then_refused(Rule::text_too_long, "email");
}

TEST_CASE("a person is added once, and an address belongs to one person") {
    given<Person>(added)
        .when(Add{name(), email()})
        .then_refused(Rule::already_exists, to_text(ann));
    auto world = ordinary_world();
    world.address.owner = ben;
    given<Person>().in(world).when(Add{name(), email()}).then_refused(Rule::address_taken);
}

TEST_CASE("a role is taken up today unless a day is said") {
    given<Person>(added).when(GiveRole{lead_at_cooper, {}}).then(given_from("2026-03-02"));
    given<Person>(added)
        .when(GiveRole{lead_at_cooper, day("2026-09-01")})
        .then(given_from("2026-09-01"));
    auto world = ordinary_world();
    world.asked.happened = Happened{day("2026-01-05"), {}};
    given<Person>(added)
        .in(world)
        .when(GiveRole{lead_at_cooper, {}})
        .then(given_from("2026-01-05"));
}

TEST_CASE("a role is held once at a time") {
    given<Person>(added, given_from("2026-01-01"))
        .when(GiveRole{lead_at_cooper, {}})
        .then_refused(Rule::role_held_already, "141069")
        .when(GiveRole{head_at_cooper, {}})
        .then(RoleGiven{ann, head_at_cooper, today})
        .when(GiveRole{{RoleKind::lead, to_text(ashton_park)}, {}})
        .then(RoleGiven{ann, {RoleKind::lead, to_text(ashton_park)}, today});
}

TEST_CASE("a role that ended is taken up again from the day of its end, and not before") {
    given<Person>(added, given_from("2026-01-01"), ended_on("2026-03-02"))
        .when(GiveRole{lead_at_cooper, day("2026-03-01")})
        .then_refused(Rule::role_held_already)
        .when(GiveRole{lead_at_cooper, day("2026-03-02")})
        .then(given_from("2026-03-02"));
}

TEST_CASE("a role is given up, today unless a day is said") {
    given<Person>(added, given_from("2026-01-01"))
        .when(EndRole{lead_at_cooper, {}})
        .then(ended_on("2026-03-02"))
        .when(EndRole{lead_at_cooper, {}})
        .then_refused(Rule::role_not_held, "141069");
    given<Person>(added, given_from("2026-01-01"))
        .when(EndRole{lead_at_cooper, day("2026-07-20")})
        .then(ended_on("2026-07-20"));
}

TEST_CASE("a role is ended only where it is held") {
    given<Person>(added, given_from("2026-01-01"))
        .when(EndRole{head_at_cooper, {}})
        .then_refused(Rule::role_not_held)
        .when(EndRole{{RoleKind::lead, to_text(ashton_park)}, {}})
        .then_refused(Rule::role_not_held);
}

TEST_CASE("nobody takes up a role at a place that is not there") {
    auto world = ordinary_world();
    world.place_known = false;
    given<Person>(added)
        .in(world)
        .when(GiveRole{lead_at_cooper, {}})
        .then_refused(Rule::place_unknown, "141069");
}

TEST_CASE("somebody without an account has no roles") {
    given<Person>()
        .when(GiveRole{lead_at_cooper, {}})
        .then_refused(Rule::person_unknown)
        .when(EndRole{lead_at_cooper, {}})
        .then_refused(Rule::person_unknown);
}

TEST_CASE("a role holds from its first day until the day before its end") {
    const auto person =
        given<Person>(added, given_from("2026-01-05"), ended_on("2026-03-02")).state();
    CHECK_FALSE(person.works_at(cooper, day("2026-01-04")));
    CHECK(person.works_at(cooper, day("2026-01-05")));
    CHECK(person.works_at(cooper, day("2026-03-01")));
    CHECK_FALSE(person.works_at(cooper, day("2026-03-02")));
    CHECK_FALSE(person.works_at(ashton_park, day("2026-02-01")));
    CHECK(person.roles_on(day("2026-02-01")) == std::vector{lead_at_cooper});
    CHECK(person.roles_on(day("2026-03-02")).empty());
}

TEST_CASE("leads and heads work at their school; a coordinator of that name does not") {
    CHECK(working_at(ann, RoleKind::head, cooper).works_at(cooper, today));
    CHECK_FALSE(working_at(ann, RoleKind::coordinator, cooper).works_at(cooper, today));
    CHECK_FALSE(working_at(ann, RoleKind::assessor, cooper).works_at(cooper, today));
}

TEST_CASE("ending a role anew leaves the earlier time in it as it was") {
    const auto person = given<Person>(added, given_from("2025-01-01"), ended_on("2025-06-01"),
                                      given_from("2025-09-01"), ended_on("2026-01-01"))
                            .state();
    CHECK_FALSE(person.works_at(cooper, day("2025-07-01")));
    CHECK(person.works_at(cooper, day("2025-05-31")));
    CHECK(person.works_at(cooper, day("2025-12-31")));
}
