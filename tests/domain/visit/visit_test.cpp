// What each command on a visit comes to, and whole stories.

#include "tests/domain/visit/facts.hpp"

using namespace commonweal;
using namespace commonweal::testing;
using namespace commonweal::visit;

TEST_CASE("a visit, from the request to both reflections") {
    const auto visit = given<Visit>()
                           .when(Request{ashton_park, cooper, severn, "equity", words("May we?")})
                           .then(visit_requested())
                           .when(Agree{words("Do come")})
                           .then(visit_agreed())
                           .when(SetDay{day("2026-03-09")})
                           .then(visit_dated())
                           .on(day("2026-03-10"))
                           .when(RecordHeld{})
                           .then(visit_held("2026-03-09"))
                           .when(Reflect{Side::guest, words("We learnt")})
                           .then(Reflected{the_visit, Side::guest, words("We learnt")})
                           .when(Reflect{Side::host, words("So did we")})
                           .then(Reflected{the_visit, Side::host, words("So did we")})
                           .state();
    CHECK(visit.stage == Stage::held);
    CHECK(visit.day == day("2026-03-09"));
    CHECK(visit.guest == ashton_park);
    CHECK(visit.host == cooper);
    CHECK(visit.network == severn);
    CHECK(visit.clusters == std::vector{avon, cherwell});
    CHECK(visit.theme == "equity");
    CHECK(visit.note.length() == words("May we?").length());
    CHECK(visit.host_note.length() == words("Do come").length());
    CHECK(visit.guest_reflection.length() == words("We learnt").length());
    CHECK(visit.host_reflection.length() == words("So did we").length());
}

TEST_CASE("a visit is declined, and that is the end of it") {
    visit_at(Stage::requested)
        .when(Decline{words("Not this term")})
        .then(Declined{the_visit, words("Not this term")})
        .when(Agree{})
        .then_refused(Rule::wrong_stage, "declined");
}

TEST_CASE("a visit is moved twice, and then cancelled") {
    visit_at(Stage::dated)
        .when(Move{day("2026-03-16"), words("Inspection")})
        .then(Moved{the_visit, day("2026-03-09"), day("2026-03-16"), words("Inspection")})
        .when(Move{day("2026-03-23"), {}})
        .then(Moved{the_visit, day("2026-03-16"), day("2026-03-23"), {}})
        .when(Cancel{words("Snow")})
        .then(Cancelled{the_visit, words("Snow")})
        .when(RecordHeld{today})
        .then_refused(Rule::wrong_stage, "cancelled");
}

TEST_CASE("a visit is held on another day than was agreed, or on a day that nobody had set") {
    visit_at(Stage::dated).when(RecordHeld{day("2026-02-26")}).then(visit_held("2026-02-26"));
    visit_at(Stage::agreed).when(RecordHeld{day("2026-02-26")}).then(visit_held("2026-02-26"));
    visit_at(Stage::agreed).when(RecordHeld{}).then_refused(Rule::days_missing, "day");
}

TEST_CASE("a visit was not held in the future") {
    visit_at(Stage::dated)
        .when(RecordHeld{})
        .then_refused(Rule::day_in_the_future, "2026-03-09")
        .when(RecordHeld{day("2026-03-03")})
        .then_refused(Rule::day_in_the_future, "2026-03-03")
        .when(RecordHeld{today})
        .then(visit_held("2026-03-02"));
}

TEST_CASE("the day of a visit is a weekday from today on") {
    visit_at(Stage::agreed)
        .when(SetDay{day("2026-03-07")})
        .then_refused(Rule::not_a_working_day, "2026-03-07")
        .when(SetDay{day("2026-02-27")})
        .then_refused(Rule::day_in_the_past, "2026-02-27")
        .when(SetDay{today})
        .then(visit_dated("2026-03-02"));
}

TEST_CASE("a visit moves to another weekday from today on") {
    visit_at(Stage::dated)
        .when(Move{day("2026-03-08"), {}})
        .then_refused(Rule::not_a_working_day)
        .when(Move{day("2026-02-27"), {}})
        .then_refused(Rule::day_in_the_past)
        .when(Move{day("2026-03-09"), {}})
        .then_refused(Rule::same_again, "2026-03-09");
}

TEST_CASE("a visit of last month is entered today, with its own days") {
    auto world = ordinary_world();
    world.asked.happened = Happened{day("2026-02-02"), {}};
    visit_at(Stage::agreed)
        .in(world)
        .when(SetDay{day("2026-02-12")})
        .then(visit_dated("2026-02-12"))
        .when(RecordHeld{})
        .then(visit_held("2026-02-12"));
}

TEST_CASE("each side of a visit reflects once") {
    visit_at(Stage::held)
        .when(Reflect{Side::host, words("So did we")})
        .then(Reflected{the_visit, Side::host, words("So did we")})
        .when(Reflect{Side::host, words("Once more")})
        .then_refused(Rule::already_reflected)
        .when(Reflect{Side::guest, words("We learnt")})
        .then(Reflected{the_visit, Side::guest, words("We learnt")})
        .when(Reflect{Side::guest, words("Once more")})
        .then_refused(Rule::already_reflected);
}

TEST_CASE("a reflection says something") {
    visit_at(Stage::held)
        .when(Reflect{Side::guest, {}})
        .then_refused(Rule::text_missing, "reflection");
}

TEST_CASE("no words about a visit are too long") {
    visit_at(Stage::requested)
        .when(Agree{too_many_words()})
        .then_refused(Rule::text_too_long, "note")
        .when(Decline{too_many_words()})
        .then_refused(Rule::text_too_long, "reason")
        .when(Cancel{too_many_words()})
        .then_refused(Rule::text_too_long, "reason");
    visit_at(Stage::dated)
        .when(Move{day("2026-03-10"), too_many_words()})
        .then_refused(Rule::text_too_long, "reason");
    visit_at(Stage::held)
        .when(Reflect{Side::guest, too_many_words()})
        .then_refused(Rule::text_too_long, "reflection");
}
