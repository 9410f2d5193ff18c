// What was entered wrongly of a visit, a review or a partnership.

#include "tests/domain/partnership/facts.hpp"
#include "tests/domain/review/facts.hpp"
#include "tests/domain/visit/facts.hpp"

using namespace commonweal;
using namespace commonweal::testing;

namespace {

const auto typed_wrongly = words("The form was on the wrong page");

}  // namespace

TEST_CASE("a visit took place on another day") {
    auto visit = visit_at(visit::Stage::held);
    visit.when(visit::CorrectHeld{true, day("2026-02-27"), typed_wrongly})
        .then(visit::HeldCorrected{the_visit, day("2026-02-27"), typed_wrongly});
    CHECK(visit.state().day == day("2026-02-27"));
    CHECK(visit.state().stage == visit::Stage::held);
    visit.when(visit::CorrectHeld{true, day("2026-02-27"), {}}).then_refused(Rule::same_again);
    visit.when(visit::CorrectHeld{true, day("2026-03-03"), {}})
        .then_refused(Rule::day_in_the_future);
    visit.when(visit::CorrectHeld{true, {}, {}}).then_refused(Rule::days_missing);
}

TEST_CASE("a visit did not take place after all, and can be given a day again") {
    visit_at(visit::Stage::held)
        .when(visit::CorrectHeld{false, {}, {}})
        .then(visit::HeldCorrected{the_visit, std::nullopt, {}})
        .when(visit::SetDay{day("2026-03-09")})
        .then(visit::Dated{the_visit, day("2026-03-09")});
    visit_at(visit::Stage::dated)
        .when(visit::CorrectHeld{false, {}, {}})
        .then_refused(Rule::wrong_stage);
}

TEST_CASE("a visit that somebody has reflected on did take place") {
    auto visit = visit_at(visit::Stage::held);
    visit.when(visit::Reflect{visit::Side::host, words("They asked good questions")})
        .then(visit::Reflected{the_visit, visit::Side::host, words("They asked good questions")})
        .when(visit::CorrectHeld{false, {}, {}})
        .then_refused(Rule::followed_up);
}

TEST_CASE("a return visit that did not take place is arranged, not paid") {
    Visit visit;
    evolve(visit, visit_requested());
    evolve(visit, visit::MadeInReturn{the_visit, numbered<VisitId>(7)});
    evolve(visit, visit_held());
    const auto undone = visit::of_original(visit, visit::HeldCorrected{the_visit, {}, {}});
    REQUIRE(undone);
    CHECK(told(widen(*undone)) == told(visit::ReturnArranged{numbered<VisitId>(7), the_visit}));
    const auto moved =
        visit::of_original(visit, visit::HeldCorrected{the_visit, day("2026-02-27"), {}});
    CHECK_FALSE(moved);
}

TEST_CASE("a reflection is written anew by the side that wrote it") {
    auto visit = visit_at(visit::Stage::held);
    visit.when(visit::CorrectReflection{visit::Side::guest, words("Anew")})
        .then_refused(Rule::nothing_to_correct);
    visit.when(visit::Reflect{visit::Side::guest, words("First")})
        .then(visit::Reflected{the_visit, visit::Side::guest, words("First")})
        .when(visit::CorrectReflection{visit::Side::guest, {}})
        .then_refused(Rule::text_missing)
        .when(visit::CorrectReflection{visit::Side::guest, words("Anew")})
        .then(visit::ReflectionCorrected{the_visit, visit::Side::guest, words("Anew")});
}

TEST_CASE("a review took place on other days, also after its report") {
    const auto other = days({"2026-02-25", "2026-02-26"});
    for (const auto stage : {review::Stage::held, review::Stage::closed})
        review_at(stage)
            .when(review::CorrectHeld{true, other, typed_wrongly})
            .then(review::HeldCorrected{the_review, other, typed_wrongly});
    review_at(review::Stage::held)
        .when(review::CorrectHeld{true, days({"2026-02-26", "2026-02-25"}), {}})
        .then_refused(Rule::days_not_in_order);
}

TEST_CASE("a review did not take place after all, unless a report has been written") {
    review_at(review::Stage::held)
        .when(review::CorrectHeld{false, {}, {}})
        .then(review::HeldCorrected{the_review, {}, {}})
        .when(review::AgreeDays{two_days})
        .then(review::DaysAgreed{the_review, two_days});
    review_at(review::Stage::drafted)
        .when(review::CorrectHeld{false, {}, {}})
        .then_refused(Rule::followed_up);
}

TEST_CASE("a partnership's activity is said anew, by its number") {
    using namespace partnership;
    const auto logged = [](const char* on, const char* what) {
        return ActivityLogged{the_partnership, Side::school, day(on), words(what)};
    };
    auto p = partnership_at(Stage::active);
    p.when(LogActivity{Side::school, day("2026-02-02"), words("Maths")})
        .then(logged("2026-02-02", "Maths"))
        .when(LogActivity{Side::school, day("2026-02-03"), words("Music")})
        .then(logged("2026-02-03", "Music"))
        .when(CorrectActivity{1, day("2026-02-01"), words("Maths club")})
        .then(ActivityCorrected{the_partnership, 1, day("2026-02-01"), words("Maths club")});
    CHECK(p.state().activity(1)->day == day("2026-02-01"));
    CHECK(p.state().activity(2)->day == day("2026-02-03"));
    p.when(CorrectActivity{3, day("2026-02-01"), words("?")})
        .then_refused(Rule::nothing_to_correct, "activity 3");
    p.when(CorrectActivity{2, day("2026-03-03"), words("?")}).then_refused(Rule::day_in_the_future);
}

TEST_CASE("what was entered of earlier times and did not take place is nothing any more") {
    Visit visit;
    evolve(visit, visit::Attested{
                      the_visit, ashton_park, cooper, severn, {}, "equity", day("2024-11-12")});
    Given<Visit>(visit)
        .when(visit::CorrectHeld{false, {}, {}})
        .then(visit::HeldCorrected{the_visit, std::nullopt, {}});
    evolve(visit, visit::HeldCorrected{the_visit, std::nullopt, {}});
    CHECK(visit.stage == visit::Stage::cancelled);
    Review review;
    evolve(review,
           review::Attested{the_review, ashton_park, cooper, severn, {}, days({"2023-03-09"})});
    Given<Review>(review)
        .when(review::CorrectHeld{false, {}, {}})
        .then(review::HeldCorrected{the_review, {}, {}});
    evolve(review, review::HeldCorrected{the_review, {}, {}});
    CHECK(review.stage == review::Stage::cancelled);
}

TEST_CASE("a report that was answered is put right, and the answer stands") {
    auto review = review_at(review::Stage::answered);
    review.when(review::CorrectReport{words("Warm in Year 4"), words("Warmer")})
        .then(review::ReportCorrected{the_review, words("Warm in Year 4"), words("Warmer")});
    CHECK(review.state().strengths.length() == words("Warm in Year 4").length());
    CHECK(review.state().even_better_if.length() == words("Warmer").length());
    CHECK(review.state().accurate == true);
    CHECK(review.state().stage == review::Stage::answered);
    review.when(review::CorrectReport{{}, words("Warmer")})
        .then_refused(Rule::text_missing, "strengths")
        .when(review::CorrectReport{words(std::string(20'001, 'x')), {}})
        .then_refused(Rule::text_too_long, "strengths");
}

TEST_CASE("an answer that was entered wrongly is put right: the report goes back, or is accurate") {
    auto review = review_at(review::Stage::answered);
    review.when(review::CorrectAnswer{false, words("Not Year 3")})
        .then(review::AnswerCorrected{the_review, false, words("Not Year 3")})
        .when(review::Close{})
        .then_refused(Rule::wrong_stage, "not_accurate")
        .when(review::CorrectAnswer{false, {}})
        .then_refused(Rule::text_missing, "comments")
        .when(review::CorrectAnswer{true, {}})
        .then(review::AnswerCorrected{the_review, true, {}})
        .when(review::Close{})
        .then(review::Closed{the_review});
}

TEST_CASE("a closed review was found accurate: only the comments are put right") {
    review_at(review::Stage::closed)
        .when(review::CorrectAnswer{false, words("No")})
        .then_refused(Rule::wrong_stage, "closed")
        .when(review::CorrectAnswer{true, words("We read it twice")})
        .then(review::AnswerCorrected{the_review, true, words("We read it twice")});
}

TEST_CASE("a review of earlier times has no report and no answer here") {
    given<Review>(
        review::Attested{the_review, ashton_park, cooper, severn, {}, {day("2019-06-03")}})
        .when(review::CorrectReport{words("Warm"), {}})
        .then_refused(Rule::nothing_to_correct, "report")
        .when(review::CorrectAnswer{true, {}})
        .then_refused(Rule::nothing_to_correct, "answer");
}

TEST_CASE("an effect is written anew by its number, also when the partnership has ended") {
    auto p = partnership_at(partnership::Stage::active);
    const auto note = [&](partnership::Side side, const char* effect) {
        p.when(partnership::NoteEffect{side, words(effect), words("A graph")})
            .then(partnership::EffectNoted{numbered<PartnershipId>(1), side, words(effect),
                                           words("A graph")});
    };
    note(partnership::Side::school, "More read");
    note(partnership::Side::partner, "All read");
    p.when(partnership::CorrectEffect{1, words("Many more read"), {}})
        .then(partnership::EffectCorrected{
            numbered<PartnershipId>(1), 1, words("Many more read"), {}});
    CHECK(p.state().effect(1)->effect.length() == words("Many more read").length());
    CHECK(p.state().effect(1)->evidence.empty());
    CHECK(p.state().effect(1)->side == partnership::Side::school);
    CHECK(p.state().effect(2)->effect.length() == words("All read").length());
    p.when(partnership::CorrectEffect{3, words("?"), {}})
        .then_refused(Rule::nothing_to_correct, "effect 3")
        .when(partnership::CorrectEffect{1, {}, words("A graph")})
        .then_refused(Rule::text_missing, "effect")
        .when(partnership::End{})
        .then(partnership::Ended{numbered<PartnershipId>(1), {}},
              partnership::PairFreed{numbered<PartnershipId>(1)})
        .when(partnership::CorrectEffect{2, words("Nearly all read"), {}})
        .then(partnership::EffectCorrected{
            numbered<PartnershipId>(1), 2, words("Nearly all read"), {}});
}
