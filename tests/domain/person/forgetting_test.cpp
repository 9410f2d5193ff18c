// Names and addresses put right, and people erased.

#include "tests/domain/given.hpp"

using namespace commonweal;
using namespace commonweal::testing;
using namespace commonweal::person;

namespace {

const Personal<PersonName> name = Personal<PersonName>::plain("Ann Avery");
const Personal<EmailAddress> email = Personal<EmailAddress>::plain("ann@cooper.example");
const Role lead{RoleKind::lead, to_text(cooper)};
const Role head{RoleKind::head, to_text(cooper)};

Asked asked_today() {
    return ordinary_world().asked;
}
Person after(std::vector<Fact> facts) {
    Person person;
    evolve(person, Added{ann, name, email});
    for (const auto& fact : facts) evolve(person, fact);
    return person;
}
template <class Decided>
Refusal refused(const Decided& decided) {
    REQUIRE_FALSE(decided.has_value());
    return decided.error();
}

}  // namespace

TEST_CASE("a name and an address are put right together") {
    const auto person = after({});
    const CorrectDetails command{name, email};
    const auto fact = decide(person, Address{}, command);
    REQUIRE(fact);
    CHECK(std::holds_alternative<DetailsCorrected>(*fact));
    CHECK(decide(person, Address{ann}, command).has_value());
    CHECK(refused(decide(person, Address{ben}, command)).rule == Rule::address_taken);
    CHECK(refused(decide(Person{}, Address{}, command)).rule == Rule::person_unknown);
    CHECK(refused(decide(person, Address{}, CorrectDetails{{}, email})) ==
          Refusal{Rule::text_missing, "name"});
    CHECK(refused(decide(person, Address{}, CorrectDetails{name, {}})) ==
          Refusal{Rule::text_missing, "email"});
    const auto long_name = Personal<PersonName>::plain(std::string(201, 'x'));
    CHECK(refused(decide(person, Address{}, CorrectDetails{long_name, email})) ==
          Refusal{Rule::text_too_long, "name"});
    const auto long_email = Personal<EmailAddress>::plain(std::string(255, 'x'));
    CHECK(refused(decide(person, Address{}, CorrectDetails{name, long_email})) ==
          Refusal{Rule::text_too_long, "email"});
}

TEST_CASE("whoever is erased does nothing any more: what they do ends first") {
    const auto person =
        after({RoleGiven{ann, lead, day("2025-09-01")}, RoleEnded{ann, lead, day("2026-01-01")},
               RoleGiven{ann, head, day("2026-01-01")}, RoleGiven{ann, lead, day("2026-09-01")},
               DeputyNamed{ann, ben, lead, {Scope::visits}, today, today}});
    const auto facts = decide(person, Erase{ForgetReason::asked, {}}, asked_today());
    REQUIRE(facts);
    REQUIRE(facts->size() == 4);
    const auto& now = std::get<RoleEnded>((*facts)[0]);
    CHECK(now.role == head);
    CHECK(now.on == today);
    // One that has not begun never does.
    const auto& later = std::get<RoleEnded>((*facts)[1]);
    CHECK(later.role == lead);
    CHECK(later.on == day("2026-09-01"));
    CHECK(std::get<DeputyReleased>((*facts)[2]).acts_for == ben);
    CHECK(std::get<Erased>((*facts)[3]).why == ForgetReason::asked);

    auto erased = person;
    for (const auto& fact : *facts) evolve(erased, fact);
    CHECK_FALSE(erased.known());
    CHECK(erased.roles_on(today).empty());
    CHECK(erased.roles_on(day("2026-10-01")).empty());
    CHECK(erased.deputising.empty());
    CHECK(refused(decide(erased, Erase{}, asked_today())).rule == Rule::person_unknown);
    CHECK(refused(decide(erased, true, GiveRole{lead, {}}, asked_today())).rule ==
          Rule::person_unknown);
    CHECK(refused(decide(erased, Address{}, CorrectDetails{name, email})).rule ==
          Rule::person_unknown);
}

TEST_CASE("an address that was released may be somebody else's") {
    Address address;
    evolve(address, AddressTaken{ann});
    evolve(address, AddressReleased{ann});
    CHECK_FALSE(address.owner);
    CHECK(decide(Person{}, address, ben, Add{name, email}).has_value());
}

TEST_CASE("people are kept for six years after their last role") {
    const Day added = day("2015-01-01");
    const Day ended = day("2020-03-02");
    const auto once = after({RoleGiven{ann, lead, added}, RoleEnded{ann, lead, ended}});
    CHECK_FALSE(kept_enough(once, added, ended + kept_for - std::chrono::days{1}));
    CHECK(kept_enough(once, added, ended + kept_for));
    const auto again = after(
        {RoleGiven{ann, lead, added}, RoleEnded{ann, lead, ended}, RoleGiven{ann, head, ended}});
    CHECK_FALSE(kept_enough(again, added, day("2090-01-01")));
    CHECK(kept_enough(after({}), added, added + kept_for));
    CHECK_FALSE(kept_enough(after({}), added, added + kept_for - std::chrono::days{1}));
}
