#include "domain/review/review.hpp"

#include <algorithm>

#include "domain/calendar/days.hpp"
#include "domain/core/overloaded.hpp"
#include "domain/core/sorted.hpp"
#include "domain/core/stage.hpp"

namespace commonweal {

namespace review {
Decision<std::monostate> check_days(const std::vector<Day>& days) {
    if (days.empty()) return refuse(Rule::days_missing, "days");
    if (days.size() > days_max) return refuse(Rule::too_many_days, std::to_string(days.size()));
    if (std::ranges::adjacent_find(days, std::greater_equal{}) != days.end())
        return refuse(Rule::days_not_in_order, to_text(days.front()));
    return std::monostate{};
}

Decision<Fact> decide(const Review& review, ReviewId id, const Surroundings& around,
                      const Request& command) {
    const auto& [host, reviewing, network] = around;
    if (review.known()) return refuse(Rule::already_exists, to_text(id));
    if (auto ok = two_members(network, {host, command.host}, {reviewing, command.reviewing_school});
        !ok)
        return std::unexpected(ok.error());
    if (const auto group = common_group(host, reviewing)) return refuse(Rule::same_group, *group);
    if (command.focus.too_long()) return refuse(Rule::text_too_long, "focus");
    return Requested{id,
                     command.host,
                     command.reviewing_school,
                     network.id,
                     merged(host.clusters, reviewing.clusters),
                     command.focus};
}

Decision<Fact> decide(const Review& review, const Decline& command, const Asked&) {
    if (auto ok = at_stage(review, {Stage::requested, Stage::team_named}); !ok)
        return std::unexpected(ok.error());
    if (command.reason.too_long()) return refuse(Rule::text_too_long, "reason");
    return Declined{review.id, command.reason};
}

Decision<Fact> decide(const Review& review, const AgreeDays& command, const Asked& asked) {
    if (auto ok = at_stage(review, {Stage::team_named, Stage::days_agreed}); !ok)
        return std::unexpected(ok.error());
    if (auto ok = check_days(command.days); !ok) return std::unexpected(ok.error());
    for (const Day day : command.days) {
        if (auto ok = check_planned(day, asked); !ok) return std::unexpected(ok.error());
        for (const auto school : {review.host, review.reviewing_school})
            if (auto ok = check_open(day, school, asked); !ok) return std::unexpected(ok.error());
    }
    if (command.days == review.days) return refuse(Rule::same_again, to_text(command.days.front()));
    return DaysAgreed{review.id, command.days};
}

Decision<Fact> decide(const Review& review, const Cancel& command, const Asked&) {
    if (auto ok = at_stage(review, {Stage::requested, Stage::team_named, Stage::days_agreed}); !ok)
        return std::unexpected(ok.error());
    if (command.reason.too_long()) return refuse(Rule::text_too_long, "reason");
    return Cancelled{review.id, command.reason};
}

Decision<Fact> decide(const Review& review, const RecordHeld& command, const Asked& asked) {
    if (auto ok = at_stage(review, {Stage::days_agreed}); !ok) return std::unexpected(ok.error());
    const auto& days = command.days.empty() ? review.days : command.days;
    if (auto ok = check_days(days); !ok) return std::unexpected(ok.error());
    for (const Day day : days)
        if (auto ok = check_held(day, asked); !ok) return std::unexpected(ok.error());
    return Held{review.id, days};
}

Decision<std::monostate> check_report(const Personal<FreeText>& strengths,
                                      const Personal<FreeText>& even_better_if) {
    if (strengths.empty()) return refuse(Rule::text_missing, "strengths");
    if (strengths.too_long()) return refuse(Rule::text_too_long, "strengths");
    if (even_better_if.too_long()) return refuse(Rule::text_too_long, "even_better_if");
    return std::monostate{};
}

Decision<std::monostate> check_answer(bool accurate, const Personal<FreeText>& comments) {
    if (!accurate && comments.empty()) return refuse(Rule::text_missing, "comments");
    if (comments.too_long()) return refuse(Rule::text_too_long, "comments");
    return std::monostate{};
}

Decision<Fact> decide(const Review& review, const DraftReport& command, const Asked&) {
    // After "not accurate" the team writes it anew.
    const bool sent_back = review.stage == Stage::answered && review.accurate == false;
    if (!sent_back)
        if (auto ok = at_stage(review, {Stage::held, Stage::drafted}); !ok)
            return std::unexpected(ok.error());
    if (auto ok = check_report(command.strengths, command.even_better_if); !ok)
        return std::unexpected(ok.error());
    return ReportDrafted{review.id, command.strengths, command.even_better_if};
}

Decision<Fact> decide(const Review& review, const AnswerReport& command, const Asked&) {
    if (auto ok = at_stage(review, {Stage::drafted}); !ok) return std::unexpected(ok.error());
    if (auto ok = check_answer(command.accurate, command.comments); !ok)
        return std::unexpected(ok.error());
    return ReportAnswered{review.id, command.accurate, command.comments};
}

Decision<Fact> decide(const Review& review, const Close&, const Asked&) {
    if (auto ok = at_stage(review, {Stage::answered}); !ok) return std::unexpected(ok.error());
    if (review.accurate == false) return refuse(Rule::wrong_stage, "not_accurate");
    return Closed{review.id};
}

void evolve(Review& review, const Fact& fact) {
    std::visit(Overloaded{
                   [&](const Requested& f) {
                       review.id = f.review;
                       review.stage = Stage::requested;
                       review.host = f.host;
                       review.reviewing_school = f.reviewing_school;
                       review.network = f.network;
                       review.clusters = f.clusters;
                       review.focus = f.focus;
                   },
                   [&](const Declined& f) {
                       review.stage = Stage::declined;
                       review.reason = f.reason;
                   },
                   [&](const TeamNamed& f) { evolve(review, f); },
                   [&](const DaysAgreed& f) {
                       review.stage = Stage::days_agreed;
                       review.days = f.days;
                   },
                   [&](const Cancelled& f) {
                       review.stage = Stage::cancelled;
                       review.reason = f.reason;
                   },
                   [&](const Held& f) {
                       review.stage = Stage::held;
                       review.days = f.days;
                   },
                   [&](const ReportDrafted& f) {
                       review.stage = Stage::drafted;
                       review.strengths = f.strengths;
                       review.even_better_if = f.even_better_if;
                       review.accurate.reset();
                   },
                   [&](const ReportAnswered& f) {
                       review.stage = Stage::answered;
                       review.accurate = f.accurate;
                       review.comments = f.comments;
                   },
                   [&](const Closed&) { review.stage = Stage::closed; },
                   [&](const CarriedOver& f) { evolve(review, f); },
                   [&](const Attested& f) { evolve(review, f); },
                   [&](const HeldCorrected& f) { evolve(review, f); },
                   [&](const MemberLeft& f) { evolve(review, f); },
                   [&](const ReportCorrected& f) { evolve(review, f); },
                   [&](const AnswerCorrected& f) { evolve(review, f); },
               },
               fact);
}

}  // namespace review
}  // namespace commonweal
