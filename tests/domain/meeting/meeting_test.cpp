// A meeting of a cluster: days proposed and answered, a day settled, and who comes.

#include "tests/domain/meeting/facts.hpp"

using namespace commonweal;
using namespace commonweal::testing;
using namespace commonweal::meeting;
using enum commonweal::meeting::Stage;

namespace {

Propose proposing(std::initializer_list<std::string_view> days = {"2026-03-09", "2026-03-10"}) {
    return {avon, ashton_park, Mode::mixed, days_of(days), words("Equity")};
}
std::shared_ptr<const KnownDays> one_holiday() {
    return bank_holidays({{day("2026-03-10"), "A holiday"}});
}

}  // namespace

TEST_CASE("a meeting is proposed for a cluster, with a host of it and days to choose from") {
    meeting_at(none).when(proposing()).then(meeting_proposed());
    meeting_at(proposed).when(proposing()).then_refused(Rule::already_exists);
}

TEST_CASE("only a school of the cluster hosts, and only a cluster that is there meets") {
    auto elsewhere = proposing();
    elsewhere.host = cooper;
    meeting_at(none).when(elsewhere).then_refused(Rule::not_of_the_cluster, "141069");
    auto unknown = proposing();
    unknown.host = SchoolId{1};
    meeting_at(none).when(unknown).then_refused(Rule::not_of_the_cluster, "1");
    auto nowhere = proposing();
    nowhere.cluster = numbered<ClusterId>(9);
    meeting_at(none).when(nowhere).then_refused(Rule::cluster_unknown);
}

TEST_CASE("proposed days are one to ten working days to come, in order, each once") {
    meeting_at(none).when(proposing({})).then_refused(Rule::days_missing);
    meeting_at(none)
        .when(proposing({"2026-03-10", "2026-03-09"}))
        .then_refused(Rule::days_not_in_order);
    meeting_at(none)
        .when(proposing({"2026-03-09", "2026-03-09"}))
        .then_refused(Rule::days_not_in_order);
    meeting_at(none)
        .when(proposing({"2026-03-07"}))
        .then_refused(Rule::not_a_working_day, "2026-03-07");
    meeting_at(none).when(proposing({"2026-02-27"})).then_refused(Rule::day_in_the_past);
    auto many = proposing({});
    for (int i = 0; i < 11; ++i) many.days.push_back(day("2026-03-09") + std::chrono::days{i});
    meeting_at(none).when(many).then_refused(Rule::too_many_rows, "10 days");
    auto world = world_of_avon();
    world.asked.known_days = one_holiday();
    meeting_at(none)
        .in(world)
        .when(proposing())
        .then_refused(Rule::not_a_working_day, "2026-03-10 (A holiday)");
}

TEST_CASE("a school of the cluster says which of the proposed days suit, and may say so anew") {
    meeting_at(proposed)
        .when(AnswerDays{barton, days_of({"2026-03-10"})})
        .then(DaysAnswered{the_meeting, barton, days_of({"2026-03-10"})})
        .when(AnswerDays{barton, days_of({"2026-03-10"})})
        .then_refused(Rule::same_again)
        .when(AnswerDays{barton, {}})
        .then(DaysAnswered{the_meeting, barton, {}});
    meeting_at(proposed)
        .when(AnswerDays{barton, days_of({"2026-03-11"})})
        .then_refused(Rule::no_such_proposal, "2026-03-11");
    meeting_at(proposed).when(AnswerDays{cooper, {}}).then_refused(Rule::not_of_the_cluster);
    meeting_at(settled).when(AnswerDays{barton, {}}).then_refused(Rule::wrong_stage, "settled");
}

TEST_CASE("that no day suits is an answer, and not the same as none") {
    const auto state = meeting_at(proposed)
                           .when(AnswerDays{barton, {}})
                           .then(DaysAnswered{the_meeting, barton, {}})
                           .state();
    REQUIRE(state.answer_of(barton) != nullptr);
    CHECK(state.answer_of(barton)->days.has_value());
    CHECK(state.answer_of(ashton_park) == nullptr);
}

TEST_CASE("a day is settled with the time at which it starts, written as people do") {
    meeting_at(proposed)
        .when(SettleDay{day("2026-03-09"), "16:00", words("The library")})
        .then(meeting_settled());
    meeting_at(proposed)
        .when(SettleDay{day("2026-03-12"), {}, {}})
        .then(DaySettled{the_meeting, day("2026-03-12"), "", {}});
    for (const char* time : {"4pm", "24:00", "16:60", "1600", "16:0", "16:000", "ab:cd"})
        meeting_at(proposed)
            .when(SettleDay{day("2026-03-09"), time, {}})
            .then_refused(Rule::time_malformed, time);
    for (const char* time : {"00:00", "09:30", "19:05", "23:59"})
        meeting_at(proposed)
            .when(SettleDay{day("2026-03-09"), time, {}})
            .then(DaySettled{the_meeting, day("2026-03-09"), time, {}});
}

TEST_CASE("each school says how it comes, who comes in the place of its lead, or that none does") {
    meeting_at(settled)
        .when(Reply{barton, Coming::remote, words("Its deputy head")})
        .then(Replied{the_meeting, barton, Coming::remote, words("Its deputy head")})
        .when(Reply{barton, Coming::apologies, {}})
        .then(Replied{the_meeting, barton, Coming::apologies, {}});
    meeting_at(settled)
        .when(Reply{cooper, Coming::in_person, {}})
        .then_refused(Rule::not_of_the_cluster, "141069");
    meeting_at(proposed)
        .when(Reply{barton, Coming::in_person, {}})
        .then_refused(Rule::wrong_stage, "proposed");
}

TEST_CASE("a meeting that moves asks everybody again whether they come") {
    const auto moved = meeting_at(settled)
                           .when(Reply{barton, Coming::in_person, {}})
                           .then(Replied{the_meeting, barton, Coming::in_person, {}})
                           .when(Move{day("2026-03-11"), {}, words("An inspection")})
                           .then(Moved{the_meeting, day("2026-03-09"), day("2026-03-11"), "16:00",
                                       words("An inspection")})
                           .state();
    CHECK_FALSE(moved.answer_of(barton)->coming.has_value());
    CHECK(moved.day == day("2026-03-11"));
    meeting_at(settled).when(Move{day("2026-03-09"), {}, {}}).then_refused(Rule::same_again);
    meeting_at(settled)
        .when(Move{day("2026-03-09"), "17:00", {}})
        .then(Moved{the_meeting, day("2026-03-09"), day("2026-03-09"), "17:00", {}});
}

TEST_CASE("another school of the cluster takes the turn to host") {
    meeting_at(proposed)
        .when(ChangeHost{barton})
        .then(HostChanged{the_meeting, ashton_park, barton});
    meeting_at(settled).when(ChangeHost{ashton_park}).then_refused(Rule::same_again, "145398");
    meeting_at(settled).when(ChangeHost{cooper}).then_refused(Rule::not_of_the_cluster);
    meeting_at(held).when(ChangeHost{barton}).then_refused(Rule::wrong_stage);
}

TEST_CASE(
    "an agenda is written until the meeting was held, and a meeting is cancelled until then") {
    meeting_at(settled)
        .when(SetAgenda{words("Links")})
        .then(AgendaSet{the_meeting, words("Links")});
    meeting_at(settled).when(SetAgenda{}).then_refused(Rule::text_missing, "agenda");
    meeting_at(settled).when(SetAgenda{too_many_words()}).then_refused(Rule::text_too_long);
    meeting_at(held).when(SetAgenda{words("Links")}).then_refused(Rule::wrong_stage);
    meeting_at(settled).when(Cancel{words("Snow")}).then(Cancelled{the_meeting, words("Snow")});
    meeting_at(held).when(Cancel{}).then_refused(Rule::wrong_stage, "held");
    meeting_at(cancelled).when(Cancel{}).then_refused(Rule::wrong_stage, "cancelled");
}
