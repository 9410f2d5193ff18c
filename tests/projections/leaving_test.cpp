// Whoever no longer works at a school is off the teams of its reviews that are to come.

#include "projections/people/leaving.hpp"

#include "tests/projections/fed.hpp"

using namespace commonweal;
using namespace commonweal::testing;

namespace {

const person::Role lead{person::RoleKind::lead, "100001"};
const person::Role head{person::RoleKind::head, "100001"};

/// What the policy says to the last event of a history: of which reviews Ann is to be let go.
std::vector<ReviewId> let_go(const Ring& told) {
    const Fed fed(told);
    view::People people;
    for (const auto& happening : told.all()) people.apply(happening.event);
    std::vector<ReviewId> reviews;
    for (const auto& [review, command] :
         view::leaving(told.all().back().event, people, fed.tasks, fed.diary)) {
        CHECK(command.reviewer == ann);
        reviews.push_back(review);
    }
    return reviews;
}

/// Ann leads a review of the host by the guest, her school.
std::pair<Ring, ReviewId> with_review() {
    auto told = ring();
    told.tell(person::RoleGiven{ann, lead, day("2025-09-01")});
    const auto id = *told.review(host, guest);
    told.name_team(id);
    return {std::move(told), id};
}
using Reviews = std::vector<ReviewId>;

}  // namespace

TEST_CASE("a reviewer whose role ends today is let go at once, of every review to come") {
    auto [told, id] = with_review();
    const auto other = *told.review(host, guest);
    told.name_team(other);
    told.tell(person::RoleEnded{ann, lead, today});
    CHECK(let_go(told) == Reviews{id, other});
}

TEST_CASE("a reviewer whose role ends later is let go on the day on which it does") {
    auto [told, id] = with_review();
    told.tell(person::RoleEnded{ann, lead, day("2026-03-03")});
    CHECK(let_go(told).empty());
    told.pass(std::chrono::days{1});
    told.begin_day();
    CHECK(let_go(told) == Reviews{id});
    told.pass(std::chrono::days{1});
    told.begin_day();
    CHECK(let_go(told).empty());
}

TEST_CASE("whoever has another role at the school, or never left, stays") {
    auto [told, id] = with_review();
    told.tell(person::RoleGiven{ann, head, day("2026-01-05")});
    told.tell(person::RoleEnded{ann, lead, today});
    CHECK(let_go(told).empty());
    told.tell(person::RoleCorrected{ann, head, day("2026-01-05"), day("2026-01-05"), today});
    CHECK(let_go(told) == Reviews{id});
}

TEST_CASE("somebody else's leaving, and leaving another school, lets nobody go") {
    auto [told, id] = with_review();
    told.tell(person::RoleGiven{ben, lead, day("2026-01-05")});
    told.tell(person::RoleEnded{ben, lead, today});
    CHECK(let_go(told).empty());
    told.tell(person::RoleGiven{ann, {person::RoleKind::lead, "100003"}, day("2026-01-05")});
    told.tell(person::RoleEnded{ann, {person::RoleKind::lead, "100003"}, today});
    CHECK(let_go(told).empty());
}

TEST_CASE("of a review that took place nobody is let go, unless it did not after all") {
    auto [told, id] = with_review();
    told.ask(id, review::AgreeDays{{told.today()}});
    told.ask(id, review::RecordHeld{});
    told.tell(person::RoleEnded{ann, lead, today});
    CHECK(let_go(told).empty());
    told.ask(id, review::CorrectHeld{false, {}, {}});
    CHECK(let_go(told) == Reviews{id});
}
