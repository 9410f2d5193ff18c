// A correction names the event that it corrects, and the past is entered by whoever convenes.
#include <catch2/catch.hpp>

#include "server/app/decoded.hpp"
#include "tests/app/world.hpp"

namespace commonweal::app::testing {
TEST_CASE("A corrected day of a visit names what it corrects: the record, then the correction") {
    World world(GENERATE(On::memory, On::rocks));
    const auto id = world.requested();
    const auto ask = [&] { return world.ask(world.lead_of_ashton); };
    world.done(ask(), visit_command(id, visit::Agree{}));
    world.done(ask(), visit_command(id, visit::RecordHeld{*parse_day("2026-03-09")}));
    world.done(ask(), visit_command(id, visit::CorrectHeld{true, parse_day("2026-03-06"), {}}));
    world.done(ask(), visit_command(id, visit::CorrectHeld{false, {}, {}}));
    const auto events = world.events_on(stream_of(id));
    REQUIRE(events.size() == 5);
    CHECK_FALSE(events[2].attribution.corrects.has_value());
    CHECK(events[3].attribution.how == How::corrected);
    CHECK(events[3].attribution.corrects == events[2].position);
    CHECK(events[4].attribution.corrects == events[3].position);
}

TEST_CASE("A reflection that is written anew names the one of the same side") {
    World world(GENERATE(On::memory, On::rocks));
    const auto id = world.requested();
    const auto guest = [&] { return world.ask(world.lead_of_barton); };
    const auto host = [&] { return world.ask(world.lead_of_ashton); };
    const auto words = [](const char* text) { return Personal<FreeText>::plain(text); };
    world.done(host(), visit_command(id, visit::Agree{}));
    world.done(host(), visit_command(id, visit::RecordHeld{*parse_day("2026-03-09")}));
    world.done(guest(), visit_command(id, visit::Reflect{visit::Side::guest, words("We saw")}));
    world.done(host(), visit_command(id, visit::Reflect{visit::Side::host, words("We heard")}));
    world.done(guest(),
               visit_command(id, visit::CorrectReflection{visit::Side::guest, words("Anew")}));
    world.done(guest(),
               visit_command(id, visit::CorrectReflection{visit::Side::guest, words("Once more")}));
    const auto events = world.events_on(stream_of(id));
    REQUIRE(events.size() == 7);
    CHECK(events[5].attribution.corrects == events[3].position);
    CHECK(events[6].attribution.corrects == events[5].position);
}

TEST_CASE("A corrected activity names the one with its number, whatever was written since") {
    World world(GENERATE(On::memory, On::rocks));
    const auto id = world.app().ids().next<PartnershipId>(world.clock().now());
    const auto today = *parse_day("2026-03-09");
    const auto ask = [&] { return world.ask(world.lead_of_ashton); };
    world.done(ask(), propose_partnership(id, {world.ashton, world.barton, {}, "equity", {}}));
    world.done(world.ask(world.lead_of_barton), partnership_command(id, partnership::Accept{}));
    for (const char* what : {"Maths", "Music", "Sport"})
        world.done(ask(), partnership_command(
                              id, partnership::LogActivity{partnership::Side::school, today,
                                                           Personal<FreeText>::plain(what)}));
    const partnership::CorrectActivity correct{2, today, Personal<FreeText>::plain("A choir")};
    CHECK(expect_refusal(world.run(world.ask(world.lead_of_barton),
                                   partnership_command(id, correct))) == Rule::not_allowed);
    world.done(ask(), partnership_command(id, correct));
    const auto events = world.events_on(stream_of(id));
    REQUIRE(events.size() == 6);
    CHECK(events[5].attribution.corrects == events[3].position);
}

TEST_CASE("A corrected effect names the one with its number, and is its side's to correct") {
    World world(GENERATE(On::memory, On::rocks));
    const auto id = world.app().ids().next<PartnershipId>(world.clock().now());
    const auto words = [](const char* text) { return Personal<FreeText>::plain(text); };
    const auto ashton = [&] { return world.ask(world.lead_of_ashton); };
    const auto barton = [&] { return world.ask(world.lead_of_barton); };
    world.done(ashton(), propose_partnership(id, {world.ashton, world.barton, {}, "equity", {}}));
    world.done(barton(), partnership_command(id, partnership::Accept{}));
    using partnership::Side;
    for (const auto side : {Side::school, Side::school})
        world.done(ashton(),
                   partnership_command(id, partnership::NoteEffect{side, words("More"), {}}));
    world.done(barton(),
               partnership_command(id, partnership::NoteEffect{Side::partner, words("All"), {}}));
    const partnership::CorrectEffect correct{2, words("Many more"), words("A graph")};
    CHECK(expect_refusal(world.run(barton(), partnership_command(id, correct))) ==
          Rule::not_allowed);
    world.done(ashton(), partnership_command(id, correct));
    const auto events = world.events_on(stream_of(id));
    REQUIRE(events.size() == 6);
    CHECK(events[5].attribution.corrects == events[3].position);
}

TEST_CASE("A corrected report and answer name what they correct: the newest of each") {
    World world;
    const auto id = world.app().ids().next<ReviewId>(world.clock().now());
    const auto words = [](const char* text) { return Personal<FreeText>::plain(text); };
    const auto host = [&] { return world.ask(world.lead_of_ashton); };
    const auto team = [&] { return world.ask(world.lead_of_barton); };
    const auto today = london_day(world.clock().now());
    world.done(team(), request_review(id, {world.ashton, world.barton, {}, {}}));
    world.done(team(), review_command(
                           id, review::NameTeam{{{world.lead_of_barton, review::TeamRole::lead}}}));
    world.done(team(), review_command(id, review::AgreeDays{{today}}));
    world.done(team(), review_command(id, review::RecordHeld{}));
    world.done(team(), review_command(id, review::DraftReport{words("Warm"), {}}));
    world.done(host(), review_command(id, review::AnswerReport{true, {}}));
    const review::CorrectReport report{words("Warmer"), {}};
    CHECK(expect_refusal(world.run(host(), review_command(id, report))) == Rule::not_allowed);
    world.done(team(), review_command(id, report));
    const review::CorrectAnswer answer{true, words("We read it")};
    CHECK(expect_refusal(world.run(team(), review_command(id, answer))) == Rule::not_allowed);
    world.done(host(), review_command(id, answer));
    world.done(host(), review_command(id, answer));
    const auto events = world.events_on(stream_of(id));
    REQUIRE(events.size() == 9);
    CHECK(events[6].attribution.corrects == events[4].position);
    CHECK(events[7].attribution.corrects == events[5].position);
    CHECK(events[8].attribution.corrects == events[7].position);
    CHECK(events[8].attribution.how == How::corrected);
}

TEST_CASE("Corrected days of a role name the event that was wrong: its end, or its beginning") {
    World world(GENERATE(On::memory, On::rocks));
    const auto id = world.lead_of_barton;
    const person::Role lead{person::RoleKind::lead, to_text(world.barton)};
    const auto given = world.app().load<Person>(id)->roles.front().from;
    const Day autumn = *parse_day("2025-09-01"), march = *parse_day("2026-03-02");
    const auto correct = [&](Day written, Day from, std::optional<Day> ended_on) {
        return correct_role(id, {lead, written, from, ended_on});
    };
    CHECK(expect_refusal(world.run(world.ask(world.lead_of_ashton), correct(given, autumn, {}))) ==
          Rule::not_allowed);
    world.done(world.as_operator(), correct(given, autumn, {}));
    world.done(world.as_operator(), end_role(id, {lead, *parse_day("2026-03-09")}));
    world.done(world.as_operator(), correct(autumn, autumn, march));
    const auto events = world.events_on(stream_of(id));
    REQUIRE(events.size() == 5);
    CHECK(events[2].attribution.corrects == events[1].position);
    CHECK(events[4].attribution.corrects == events[3].position);
    const auto person = world.app().load<Person>(id);
    CHECK(person->holds(lead, autumn));
    CHECK_FALSE(person->holds(lead, march));
}

TEST_CASE("Visits, reviews and partnerships of earlier times are entered by whoever convenes") {
    World world;
    const visit::Attest visit{world.ashton, world.barton, world.network, "equity",
                              *parse_day("2024-11-12")};
    const auto new_visit = [&] { return attest_visit(world.new_visit(), visit); };
    CHECK(expect_refusal(world.run(world.ask(world.lead_of_ashton), new_visit())) ==
          Rule::not_allowed);
    const auto done = world.done(world.as_operator(), new_visit());
    CHECK(world.app().load<Visit>(*parse_id<VisitTag>(done.id))->attested);
    const auto review = world.app().ids().next<ReviewId>(world.clock().now());
    world.done(
        world.as_operator(),
        attest_review(review,
                      {world.ashton, world.barton, world.network, {*parse_day("2023-03-09")}}));
    CHECK(world.app().load<Review>(review)->stage == review::Stage::closed);
    const auto partnership = world.app().ids().next<PartnershipId>(world.clock().now());
    world.done(world.as_operator(),
               attest_partnership(partnership, {world.ashton, world.barton, world.network, "equity",
                                                *parse_day("2022-09-01")}));
    CHECK(expect_refusal(world.run(
              world.ask(world.lead_of_barton),
              propose_partnership(world.app().ids().next<PartnershipId>(world.clock().now()),
                                  {world.barton, world.ashton, {}, "equity", {}}))) ==
          Rule::already_partners);
}

}  // namespace commonweal::app::testing
