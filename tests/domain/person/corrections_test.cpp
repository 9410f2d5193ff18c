// From when until when somebody had a role, where that was entered wrongly.

#include "tests/domain/given.hpp"

using namespace commonweal;
using namespace commonweal::testing;
using namespace commonweal::person;

namespace {

const Role lead{RoleKind::lead, "141069"};
const Day autumn = day("2025-09-01");
const Day new_year = day("2026-01-05");
const Day spring = day("2026-02-02");

Given<Person> lead_from_autumn() {
    return given<Person>(Added{ann, {}, {}}, RoleGiven{ann, lead, autumn});
}
Given<Person> lead_in_autumn_and_spring() {
    return given<Person>(Added{ann, {}, {}}, RoleGiven{ann, lead, autumn},
                         RoleEnded{ann, lead, new_year}, RoleGiven{ann, lead, spring});
}

}  // namespace

TEST_CASE("a role began on another day than was written down") {
    auto person = lead_from_autumn();
    person.when(CorrectRole{lead, autumn, new_year, {}})
        .then(RoleCorrected{ann, lead, autumn, new_year, {}});
    CHECK_FALSE(person.state().holds(lead, day("2026-01-04")));
    CHECK(person.state().holds(lead, new_year));
    person.when(CorrectRole{lead, new_year, autumn, {}})
        .then(RoleCorrected{ann, lead, new_year, autumn, {}});
    CHECK(person.state().holds(lead, autumn));
}

TEST_CASE("a role ended on another day than was written down, or has not ended") {
    auto person = given<Person>(Added{ann, {}, {}}, RoleGiven{ann, lead, autumn},
                                RoleEnded{ann, lead, new_year});
    person.when(CorrectRole{lead, autumn, autumn, spring})
        .then(RoleCorrected{ann, lead, autumn, autumn, spring});
    CHECK(person.state().holds(lead, day("2026-02-01")));
    CHECK_FALSE(person.state().holds(lead, spring));
    person.when(CorrectRole{lead, autumn, autumn, {}})
        .then(RoleCorrected{ann, lead, autumn, autumn, {}});
    CHECK(person.state().holds(lead, today));
}

TEST_CASE("of a role that somebody never had nothing is left, and it can be given again") {
    auto person = lead_from_autumn();
    person.when(CorrectRole{lead, autumn, autumn, autumn})
        .then(RoleCorrected{ann, lead, autumn, autumn, autumn});
    CHECK(person.state().roles.empty());
    person.when(GiveRole{lead, autumn}).then(RoleGiven{ann, lead, autumn});
    CHECK(person.state().holds(lead, today));
}

TEST_CASE("a role that was given and ended on one day is taken out") {
    auto person = given<Person>(Added{ann, {}, {}}, RoleGiven{ann, lead, autumn},
                                RoleEnded{ann, lead, autumn});
    person.when(CorrectRole{lead, autumn, autumn, autumn})
        .then(RoleCorrected{ann, lead, autumn, autumn, autumn});
    CHECK(person.state().roles.empty());
}

TEST_CASE("only the time that is meant is corrected") {
    auto person = lead_in_autumn_and_spring();
    person.when(CorrectRole{lead, autumn, autumn, spring})
        .then(RoleCorrected{ann, lead, autumn, autumn, spring});
    CHECK(person.state().holds(lead, day("2026-01-20")));
    CHECK(person.state().roles.size() == 2);
    CHECK(person.state().roles.back().from == spring);
    CHECK_FALSE(person.state().roles.back().ended_on.has_value());
}

TEST_CASE("of two times from one day the one that lasts is corrected") {
    given<Person>(Added{ann, {}, {}}, RoleGiven{ann, lead, autumn}, RoleEnded{ann, lead, autumn},
                  RoleGiven{ann, lead, autumn})
        .when(CorrectRole{lead, autumn, new_year, {}})
        .then(RoleCorrected{ann, lead, autumn, new_year, {}})
        .when(CorrectRole{lead, autumn, autumn, spring})
        .then_refused(Rule::role_held_already);
}

TEST_CASE("two times in one role do not overlap, however they are corrected") {
    lead_in_autumn_and_spring()
        .when(CorrectRole{lead, autumn, autumn, day("2026-02-03")})
        .then_refused(Rule::role_held_already, "141069")
        .when(CorrectRole{lead, autumn, autumn, {}})
        .then_refused(Rule::role_held_already)
        .when(CorrectRole{lead, spring, day("2026-01-04"), {}})
        .then_refused(Rule::role_held_already)
        .when(CorrectRole{lead, spring, new_year, {}})
        .then(RoleCorrected{ann, lead, spring, new_year, {}});
}

TEST_CASE("a role is corrected that was written down, and to something else") {
    const Role head{RoleKind::head, "141069"};
    lead_from_autumn()
        .when(CorrectRole{lead, autumn, autumn, {}})
        .then_refused(Rule::same_again, "2025-09-01")
        .when(CorrectRole{lead, new_year, autumn, {}})
        .then_refused(Rule::nothing_to_correct, "role from 2026-01-05")
        .when(CorrectRole{head, autumn, new_year, {}})
        .then_refused(Rule::nothing_to_correct)
        .when(CorrectRole{lead, autumn, new_year, autumn})
        .then_refused(Rule::days_not_in_order, "2025-09-01");
    given<Person>()
        .when(CorrectRole{lead, autumn, new_year, {}})
        .then_refused(Rule::person_unknown);
}
