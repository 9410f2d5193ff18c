// What was entered wrongly of a review.

#include "domain/calendar/days.hpp"
#include "domain/core/stage.hpp"
#include "domain/review/review.hpp"

namespace commonweal::review {

Decision<Fact> decide(const Review& review, const CorrectHeld& command, const Asked& asked) {
    if (auto ok = at_stage(review, {Stage::held, Stage::drafted, Stage::answered, Stage::closed});
        !ok)
        return std::unexpected(ok.error());
    if (command.reason.too_long()) return refuse(Rule::text_too_long, "reason");
    if (!command.took_place) {
        if (review.stage != Stage::held && !review.attested) return refuse(Rule::followed_up);
        return HeldCorrected{review.id, {}, command.reason};
    }
    if (auto ok = check_days(command.days); !ok) return std::unexpected(ok.error());
    if (command.days == review.days) return refuse(Rule::same_again, to_text(command.days.front()));
    if (auto ok = check_held(command.days.back(), asked); !ok) return std::unexpected(ok.error());
    return HeldCorrected{review.id, command.days, command.reason};
}

/// Before the host has answered the team writes it anew.
Decision<Fact> decide(const Review& review, const CorrectReport& command, const Asked&) {
    if (review.attested) return refuse(Rule::nothing_to_correct, "report");
    if (auto ok = at_stage(review, {Stage::answered, Stage::closed}); !ok)
        return std::unexpected(ok.error());
    if (auto ok = check_report(command.strengths, command.even_better_if); !ok)
        return std::unexpected(ok.error());
    return ReportCorrected{review.id, command.strengths, command.even_better_if};
}

/// A closed review was found accurate: its comments may be put right, not that.
Decision<Fact> decide(const Review& review, const CorrectAnswer& command, const Asked&) {
    if (review.attested) return refuse(Rule::nothing_to_correct, "answer");
    if (auto ok = at_stage(review, {Stage::answered, Stage::closed}); !ok)
        return std::unexpected(ok.error());
    if (review.stage == Stage::closed && !command.accurate)
        return refuse(Rule::wrong_stage, "closed");
    if (auto ok = check_answer(command.accurate, command.comments); !ok)
        return std::unexpected(ok.error());
    return AnswerCorrected{review.id, command.accurate, command.comments};
}

void evolve(Review& review, const ReportCorrected& fact) {
    review.strengths = fact.strengths;
    review.even_better_if = fact.even_better_if;
}

void evolve(Review& review, const AnswerCorrected& fact) {
    review.accurate = fact.accurate;
    review.comments = fact.comments;
}

/// One that did not take place is where it was before its days were agreed; one of earlier times
/// was never asked for, and is nothing any more.
void evolve(Review& review, const HeldCorrected& fact) {
    review.days = fact.days;
    review.reason = fact.reason;
    if (fact.days.empty()) review.stage = review.attested ? Stage::cancelled : Stage::team_named;
}

}  // namespace commonweal::review
