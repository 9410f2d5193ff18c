// What is kept for a time only expires on the day on which its time is over, and once.

#include "projections/retention/retention.hpp"

#include "domain/core/among.hpp"
#include "tests/projections/fed.hpp"

using namespace commonweal;
using namespace commonweal::testing;

namespace {

const person::Role lead{person::RoleKind::lead, "100001"};

/// What expires with the last event of a history.
struct Expired {
    std::vector<Position> words;
    std::vector<PersonId> people;
};
Expired expired(const Ring& told) {
    view::Diary diary;
    view::Retention retention;
    for (const auto& happening : told.all()) {
        const auto entered = diary.apply(happening.event, happening.recorded);
        retention.apply(happening.event, entered);
    }
    Expired all;
    for (const auto& words : retention.expired_words(diary)) all.words.push_back(words.event);
    for (const auto& one : retention.expired_people()) all.people.push_back(one.person);
    return all;
}
using People = std::vector<PersonId>;
using Words = std::vector<Position>;

}  // namespace

TEST_CASE("people expire six years after a role of theirs ended, and on that day alone") {
    auto told = ring();
    told.tell(person::Added{cat, {}, {}});
    told.tell(person::RoleGiven{cat, lead, today});
    told.tell(person::RoleEnded{cat, lead, day("2026-06-01")});
    const Day due = day("2026-06-01") + person::kept_for;
    // Six years after the account was made somebody is looked at first.
    told.tell(calendar::DayBegan{today + person::kept_for});
    CHECK(among(expired(told).people, cat));
    told.tell(calendar::DayBegan{due - std::chrono::days{1}});
    CHECK_FALSE(among(expired(told).people, cat));
    told.tell(calendar::DayBegan{due});
    CHECK(among(expired(told).people, cat));
    told.tell(calendar::DayBegan{due + std::chrono::days{1}});
    CHECK(expired(told).people == People{});
}

TEST_CASE("whoever gave up several roles on one day expires once") {
    auto told = ring();
    told.tell(person::Added{cat, {}, {}});
    told.tell(person::RoleEnded{cat, lead, today});
    told.tell(person::RoleEnded{cat, {person::RoleKind::head, "100001"}, today});
    told.tell(calendar::DayBegan{today + person::kept_for});
    CHECK(std::ranges::count(expired(told).people, cat) == 1);
}

TEST_CASE("whoever was erased does not expire") {
    auto told = ring();
    told.tell(person::Added{cat, {}, {}});
    told.tell(person::RoleEnded{cat, lead, day("2026-06-01")});
    told.tell(person::Erased{cat, ForgetReason::asked, {}});
    told.tell(calendar::DayBegan{day("2026-06-01") + person::kept_for});
    CHECK_FALSE(among(expired(told).people, cat));
}

namespace {

/// A visit on a day, with both sides of its sheet; answers where they stand.
Words with_sheet(Ring& told, VisitId id, Day on) {
    told.tell(visit::Agreed{id, {}});
    told.tell(visit::Dated{id, on});
    told.tell(visit::SheetWritten{id, {}, {}, {}, {}, {}});
    const auto sheet = told.all().back().event.position;
    told.tell(visit::VisitorsNamed{id, {}, {}, {}, {}});
    return {sheet, told.all().back().event.position};
}
Words on_day(Ring& told, Day day) {
    told.tell(calendar::DayBegan{day});
    return expired(told).words;
}

}  // namespace

TEST_CASE("what guests need to know expires four weeks after their visit") {
    auto told = ring();
    const auto id = *told.visit(guest, host);
    const Day on = day("2026-03-16");
    const auto words = with_sheet(told, id, on);
    CHECK(on_day(told, on + visit::sheet_shown_for + std::chrono::days{1}) == Words{});
    told.tell(visit::Held{id, on});
    CHECK(expired(told).words == Words{});
    CHECK(on_day(told, on + visit::sheet_shown_for) == Words{});
    const Day due = on + visit::sheet_shown_for + std::chrono::days{1};
    CHECK(on_day(told, due) == words);
    // Until it is redacted, each day says so again.
    told.tell(redaction::Redacted{words[0], {"arrival"}, ForgetReason::kept_enough, {}});
    CHECK(on_day(told, due + std::chrono::days{1}) == Words{words[1]});
    told.tell(redaction::Redacted{words[1], {"visitors"}, ForgetReason::kept_enough, {}});
    CHECK(on_day(told, due + std::chrono::days{2}) == Words{});
}

TEST_CASE("of a visit that was cancelled they expire four weeks after that") {
    auto told = ring();
    const auto id = *told.visit(guest, host);
    const auto words = with_sheet(told, id, day("2026-09-14"));
    told.tell(visit::Cancelled{id, {}});
    CHECK(on_day(told, today + visit::sheet_shown_for) == Words{});
    CHECK(on_day(told, today + visit::sheet_shown_for + std::chrono::days{1}) == words);
}
