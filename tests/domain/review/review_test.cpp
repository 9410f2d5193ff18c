// What each command on a review comes to, and whole stories.

#include "tests/domain/review/facts.hpp"

using namespace commonweal;
using namespace commonweal::testing;
using namespace commonweal::review;

TEST_CASE("a review, from the request to the closed report, sent back once") {
    auto story = given<Review>();
    story.when(Request{ashton_park, cooper, severn, words("Reading")})
        .then(review_requested())
        .when(NameTeam{ann_and_ben})
        .then(review_team_named())
        .when(AgreeDays{two_days})
        .then(review_days_agreed())
        .on(day("2026-03-11"))
        .when(RecordHeld{})
        .then(Held{the_review, two_days})
        .when(DraftReport{words("Warm"), words("Even warmer")})
        .then(review_drafted())
        .when(AnswerReport{false, words("Not Year 3")})
        .then(ReportAnswered{the_review, false, words("Not Year 3")})
        .when(Close{})
        .then_refused(Rule::wrong_stage, "not_accurate");
    CHECK(story.state().accurate == false);
    story.when(DraftReport{words("Warm in Year 4"), {}})
        .then(ReportDrafted{the_review, words("Warm in Year 4"), {}})
        .when(Close{})
        .then_refused(Rule::wrong_stage, "drafted");
    CHECK_FALSE(story.state().accurate.has_value());
    story.when(AnswerReport{true, {}})
        .then(ReportAnswered{the_review, true, {}})
        .when(DraftReport{words("Warmest"), {}})
        .then_refused(Rule::wrong_stage, "answered")
        .when(Close{})
        .then(Closed{the_review})
        .when(Close{})
        .then_refused(Rule::wrong_stage, "closed");
    const auto& review = story.state();
    CHECK(review.stage == Stage::closed);
    CHECK(review.host == ashton_park);
    CHECK(review.reviewing_school == cooper);
    CHECK(review.clusters == std::vector{avon, cherwell});
    CHECK(review.team == ann_and_ben);
    CHECK(review.days == two_days);
    CHECK(review.accurate == true);
    CHECK(review.strengths.length() == words("Warm in Year 4").length());
    CHECK(review.even_better_if.empty());
    CHECK(review.on_team(ben));
    CHECK_FALSE(review.on_team(cat));
}

TEST_CASE("a review is declined, before or after its team is named") {
    for (const auto stage : {Stage::requested, Stage::team_named})
        review_at(stage)
            .when(Decline{words("Not this term")})
            .then(Declined{the_review, words("Not this term")})
            .when(NameTeam{ann_and_ben})
            .then_refused(Rule::wrong_stage, "declined");
}

TEST_CASE("a review moves to other days, and is cancelled") {
    review_at(Stage::days_agreed)
        .when(AgreeDays{two_days})
        .then_refused(Rule::same_again, "2026-03-09")
        .when(AgreeDays{days({"2026-03-16"})})
        .then(DaysAgreed{the_review, days({"2026-03-16"})})
        .when(Cancel{words("Inspection")})
        .then(Cancelled{the_review, words("Inspection")})
        .when(RecordHeld{{today}})
        .then_refused(Rule::wrong_stage, "cancelled");
}

TEST_CASE("a review has one to three days, each later than the one before") {
    review_at(Stage::team_named)
        .when(AgreeDays{{}})
        .then_refused(Rule::days_missing, "days")
        .when(AgreeDays{days({"2026-03-09", "2026-03-10", "2026-03-11", "2026-03-12"})})
        .then_refused(Rule::too_many_days, "4")
        .when(AgreeDays{days({"2026-03-10", "2026-03-09"})})
        .then_refused(Rule::days_not_in_order, "2026-03-10")
        .when(AgreeDays{days({"2026-03-10", "2026-03-10"})})
        .then_refused(Rule::days_not_in_order, "2026-03-10")
        .when(AgreeDays{days({"2026-03-09", "2026-03-10", "2026-03-16"})})
        .then(DaysAgreed{the_review, days({"2026-03-09", "2026-03-10", "2026-03-16"})});
}

TEST_CASE("every day of a review is a weekday from today on") {
    review_at(Stage::team_named)
        .when(AgreeDays{days({"2026-03-06", "2026-03-07"})})
        .then_refused(Rule::not_a_working_day, "2026-03-07")
        .when(AgreeDays{days({"2026-02-27", "2026-03-02"})})
        .then_refused(Rule::day_in_the_past, "2026-02-27")
        .when(AgreeDays{{today}})
        .then(DaysAgreed{the_review, {today}});
}

TEST_CASE("a review was held on its days, or on others, and not in the future") {
    review_at(Stage::days_agreed)
        .when(RecordHeld{})
        .then_refused(Rule::day_in_the_future, "2026-03-09")
        .when(RecordHeld{days({"2026-02-27", "2026-02-26"})})
        .then_refused(Rule::days_not_in_order)
        .when(RecordHeld{days({"2026-02-24", "2026-02-25", "2026-02-26", "2026-02-27"})})
        .then_refused(Rule::too_many_days)
        .when(RecordHeld{days({"2026-02-26", "2026-02-27"})})
        .then(review_held());
}

TEST_CASE("a report names strengths; what would be even better may be left open") {
    review_at(Stage::held)
        .when(DraftReport{{}, words("Even warmer")})
        .then_refused(Rule::text_missing, "strengths")
        .when(DraftReport{words("Warm"), {}})
        .then(ReportDrafted{the_review, words("Warm"), {}})
        .when(DraftReport{words("Warm"), words("Even warmer")})
        .then(review_drafted());
}

TEST_CASE("who finds a report not accurate says why") {
    review_at(Stage::drafted)
        .when(AnswerReport{false, {}})
        .then_refused(Rule::text_missing, "comments")
        .when(AnswerReport{true, {}})
        .then(ReportAnswered{the_review, true, {}});
}

TEST_CASE("no words about a review are too long") {
    review_at(Stage::requested)
        .when(Decline{too_many_words()})
        .then_refused(Rule::text_too_long, "reason")
        .when(Cancel{too_many_words()})
        .then_refused(Rule::text_too_long, "reason");
    review_at(Stage::held)
        .when(DraftReport{too_many_words(), {}})
        .then_refused(Rule::text_too_long, "strengths")
        .when(DraftReport{words("Warm"), too_many_words()})
        .then_refused(Rule::text_too_long, "even_better_if");
    review_at(Stage::drafted)
        .when(AnswerReport{true, too_many_words()})
        .then_refused(Rule::text_too_long, "comments");
}
