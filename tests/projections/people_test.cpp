// Who does what where, on a day.

#include "projections/people/people.hpp"

#include "tests/domain/world.hpp"

using namespace commonweal;
using namespace commonweal::testing;

namespace {

const person::Role lead{person::RoleKind::lead, "141069"};
const person::Role head{person::RoleKind::head, "141069"};

view::People people(const std::vector<AnyFact>& facts) {
    view::People all;
    for (const auto& fact : facts) all.apply({1, 1, {}, fact});
    return all;
}
using Found = std::vector<PersonId>;

}  // namespace

TEST_CASE("the people of a place are those who hold a role there on the day") {
    const auto all = people({person::RoleGiven{ann, lead, day("2026-01-05")},
                             person::RoleGiven{ben, head, day("2026-02-01")},
                             person::RoleGiven{cat, {person::RoleKind::lead, "145398"}, today},
                             person::RoleEnded{ann, lead, day("2026-03-01")}});
    CHECK(all.at("141069", day("2026-01-04")).empty());
    CHECK(all.at("141069", day("2026-01-05")) == Found{ann});
    CHECK(all.at("141069", day("2026-02-28")) == Found{ann, ben});
    CHECK(all.at("141069", day("2026-03-01")) == Found{ben});
    CHECK(all.at("145398", today) == Found{cat});
    CHECK(all.at("100001", today).empty());
}

TEST_CASE("who holds two roles at a place is there once, until both have ended") {
    const auto all = people({person::RoleGiven{ann, lead, day("2026-01-05")},
                             person::RoleGiven{ann, head, day("2026-01-05")},
                             person::RoleEnded{ann, lead, day("2026-02-01")}});
    CHECK(all.at("141069", day("2026-01-10")) == Found{ann});
    CHECK(all.at("141069", day("2026-02-10")) == Found{ann});
}

TEST_CASE("ending one person's role leaves the others', and earlier times, as they were") {
    const auto all = people({person::RoleGiven{ann, lead, day("2025-01-06")},
                             person::RoleGiven{ben, lead, day("2025-01-06")},
                             person::RoleEnded{ann, lead, day("2025-07-01")},
                             person::RoleGiven{ann, lead, day("2025-09-01")},
                             person::RoleEnded{ann, lead, day("2026-03-01")}});
    CHECK(all.at("141069", day("2025-06-30")) == Found{ann, ben});
    CHECK(all.at("141069", day("2025-08-01")) == Found{ben});
    CHECK(all.at("141069", day("2025-10-01")) == Found{ben, ann});  // Ben took it up first
    CHECK(all.at("141069", today) == Found{ben});
}

TEST_CASE("a post is vacant from the day on which the last of it left") {
    const auto all = people({person::RoleGiven{ann, lead, day("2025-01-06")},
                             person::RoleEnded{ann, lead, day("2025-07-01")},
                             person::RoleGiven{ben, lead, day("2025-09-01")},
                             person::RoleEnded{ben, lead, day("2026-02-01")}});
    CHECK_FALSE(all.vacant_since(lead, day("2025-06-30")).has_value());
    CHECK_FALSE(all.vacant_since(lead, day("2026-01-31")).has_value());
    CHECK(all.vacant_since(lead, day("2026-02-01")) == day("2026-02-01"));
    CHECK(all.holding(lead, day("2026-01-31")) == Found{ben});
    CHECK(all.holding(lead, day("2026-02-01")).empty());
}

TEST_CASE("a post that nobody ever held is vacant since somebody first worked there, or expected") {
    const auto all = people({person::RoleGiven{ann, lead, day("2026-01-05")}});
    CHECK(all.vacant_since(head, today) == day("2026-01-05"));
    CHECK_FALSE(all.vacant_since(head, day("2026-01-04")).has_value());
    CHECK_FALSE(all.vacant_since({person::RoleKind::head, "145398"}, today).has_value());
    CHECK(all.places() == std::vector<std::string>{"141069"});
}

TEST_CASE("the deputies of a post are those of whoever holds it, until their last day") {
    const person::DeputyNamed named{
        cat, ann, lead, {person::Scope::visits}, day("2026-02-01"), day("2026-07-20")};
    std::vector<AnyFact> facts{person::RoleGiven{ann, lead, day("2026-01-05")}, named};
    const auto on = [&](std::string_view when) {
        return people(facts).deputies_at(lead, day(when));
    };
    REQUIRE(on("2026-01-10").size() == 1);  // to come
    CHECK(on("2026-07-20")[0].person == cat);
    CHECK(on("2026-07-21").empty());
    CHECK(people(facts).deputies_at(head, today).empty());
    facts.emplace_back(person::RoleEnded{ann, lead, day("2026-05-01")});
    CHECK(on("2026-05-01").empty());
    facts.emplace_back(person::DeputyReleased{cat, ann, lead});
    CHECK(on("2026-03-01").empty());
}

TEST_CASE("the days of a role that were corrected are the days that hold, also for vacant posts") {
    const std::vector<AnyFact> facts{person::RoleGiven{ann, lead, day("2025-09-01")},
                                     person::RoleGiven{ben, lead, day("2026-01-05")},
                                     person::RoleEnded{ann, lead, day("2026-01-05")}};
    const auto corrected = [&](const person::RoleCorrected& fact) {
        auto all = facts;
        all.emplace_back(fact);
        return people(all);
    };
    const auto longer = corrected({ann, lead, day("2025-09-01"), day("2025-09-01"), {}});
    CHECK(longer.at("141069", today) == Found{ann, ben});
    const auto later = corrected({ben, lead, day("2026-01-05"), day("2026-02-02"), {}});
    CHECK(later.at("141069", day("2026-01-20")).empty());
    CHECK(later.vacant_since(lead, day("2026-01-20")) == day("2026-01-05"));
    const auto never =
        corrected({ben, lead, day("2026-01-05"), day("2026-01-05"), day("2026-01-05")});
    CHECK(never.vacant_since(lead, today) == day("2026-01-05"));
    const auto held = never.ever_holding(lead);
    REQUIRE(held.size() == 2);
    const auto& shown = held.front();
    CHECK(shown.held.never_held());
    REQUIRE(shown.before.size() == 1);
    CHECK(shown.before.front().from == day("2026-01-05"));
    CHECK_FALSE(shown.before.front().ended_on.has_value());
}

TEST_CASE("everybody who ever held a post, the latest first") {
    const auto all = people({person::RoleGiven{ann, lead, day("2025-01-06")},
                             person::RoleGiven{ben, head, day("2025-01-06")},
                             person::RoleEnded{ann, lead, day("2025-07-01")},
                             person::RoleGiven{cat, lead, day("2027-01-04")}});
    const auto held = all.ever_holding(lead);
    REQUIRE(held.size() == 2);
    CHECK(held[0].person == cat);
    CHECK(held[1].person == ann);
    CHECK(held[1].held.ended_on == day("2025-07-01"));
    CHECK(all.ever_holding({person::RoleKind::lead, "100001"}).empty());
}

TEST_CASE(
    "who has left is told once: by the event itself, or by the day on which it comes to that") {
    view::People all;
    const auto left_by = [&](const AnyFact& fact) {
        all.apply({1, 1, {}, fact});
        Found found;
        for (const auto& left : all.left()) found.push_back(left.person);
        return found;
    };
    left_by(person::RoleGiven{ann, lead, day("2025-01-06")});
    left_by(person::RoleGiven{ben, lead, day("2025-01-06")});
    CHECK(left_by(calendar::DayBegan{today}).empty());
    CHECK(left_by(person::RoleEnded{ann, lead, today}) == Found{ann});
    CHECK(left_by(person::RoleEnded{ben, lead, day("2026-03-04")}).empty());
    CHECK(left_by(calendar::DayBegan{day("2026-03-03")}).empty());
    CHECK(left_by(calendar::DayBegan{day("2026-03-04")}) == Found{ben});
    CHECK(left_by(calendar::DayBegan{day("2026-03-05")}).empty());
    CHECK(left_by(person::RoleGiven{cat, lead, today}).empty());
    CHECK(left_by(person::RoleCorrected{cat, lead, today, today, day("2026-03-05")}) == Found{cat});
}
