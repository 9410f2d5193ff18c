#pragma once
// A peer review: reviewers of one school look at another, the host. Stream: review/ID.

#include <string>
#include <vector>

#include "domain/core/event.hpp"
#include "domain/core/personal.hpp"

namespace commonweal::review {

/// What somebody does on a review team; exactly one leads.
enum class TeamRole : std::uint8_t { lead = 1, reviewer = 2, training = 3 };
BOOST_DESCRIBE_ENUM(TeamRole, lead, reviewer, training)

struct TeamMember {
    PersonId reviewer;
    TeamRole role = TeamRole::reviewer;
    auto operator<=>(const TeamMember&) const = default;
};
BOOST_DESCRIBE_STRUCT(TeamMember, (), (reviewer, role))

struct Requested {
    static constexpr std::string_view kind = "review-requested";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "A peer review between two schools was asked for.";
    ReviewId review;
    SchoolId host;
    SchoolId reviewing_school;
    NetworkId network;
    std::vector<ClusterId> clusters;  ///< of either school at that moment: the review counts there
    Personal<FreeText> focus;
    static constexpr std::array fields{
        Field{"review"},  Field{"host"},     Field{"reviewing_school"},
        Field{"network"}, Field{"clusters"}, Field{"focus", Visibility::team, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(Requested, (), (review, host, reviewing_school, network, clusters, focus))

struct Declined {
    static constexpr std::string_view kind = "review-declined";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "One of the two schools said no to a review.";
    ReviewId review;
    Personal<FreeText> reason;
    static constexpr std::array fields{Field{"review"},
                                       Field{"reason", Visibility::parties, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(Declined, (), (review, reason))

struct TeamNamed {
    static constexpr std::string_view kind = "review-team-named";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "The reviewing school said who will come.";
    ReviewId review;
    std::vector<TeamMember> team;
    static constexpr std::array fields{Field{"review"},
                                       Field{"team", Visibility::parties, InExports::pseudonym}};
};
BOOST_DESCRIBE_STRUCT(TeamNamed, (), (review, team))

struct DaysAgreed {
    static constexpr std::string_view kind = "review-days-agreed";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "Both schools agreed the days of a review.";
    ReviewId review;
    std::vector<Day> days;
    static constexpr std::array fields{Field{"review"}, Field{"days"}};
};
BOOST_DESCRIBE_STRUCT(DaysAgreed, (), (review, days))

struct Cancelled {
    static constexpr std::string_view kind = "review-cancelled";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "A review will not take place.";
    ReviewId review;
    Personal<FreeText> reason;
    static constexpr std::array fields{Field{"review"},
                                       Field{"reason", Visibility::parties, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(Cancelled, (), (review, reason))

struct Held {
    static constexpr std::string_view kind = "review-held";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "The days of a review took place.";
    ReviewId review;
    std::vector<Day> days;
    static constexpr std::array fields{Field{"review"}, Field{"days"}};
};
BOOST_DESCRIBE_STRUCT(Held, (), (review, days))

struct ReportDrafted {
    static constexpr std::string_view kind = "review-report-drafted";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "The team wrote its report, or wrote it anew.";
    ReviewId review;
    Personal<FreeText> strengths;
    Personal<FreeText> even_better_if;
    static constexpr std::array fields{
        Field{"review"}, Field{"strengths", Visibility::team, InExports::left_out},
        Field{"even_better_if", Visibility::team, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(ReportDrafted, (), (review, strengths, even_better_if))

struct ReportAnswered {
    static constexpr std::string_view kind = "review-report-answered";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "The host said whether the report is accurate.";
    ReviewId review;
    bool accurate = true;
    Personal<FreeText> comments;
    static constexpr std::array fields{Field{"review"},
                                       Field{"accurate", Visibility::team, InExports::left_out},
                                       Field{"comments", Visibility::team, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(ReportAnswered, (), (review, accurate, comments))

struct Closed {
    static constexpr std::string_view kind = "review-closed";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "A review is complete: its report belongs to the host.";
    ReviewId review;
    static constexpr std::array fields{Field{"review"}};
};
BOOST_DESCRIBE_STRUCT(Closed, (), (review))

/// What was said of the days (review-held) was wrong; the corrected event is named beside it.
struct HeldCorrected {
    static constexpr std::string_view kind = "review-held-corrected";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "A review took place on other days than were written down, or did not take place.";
    ReviewId review;
    std::vector<Day> days;  ///< none: it did not take place
    Personal<FreeText> reason;
    static constexpr std::array fields{Field{"review"}, Field{"days"},
                                       Field{"reason", Visibility::parties, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(HeldCorrected, (), (review, days, reason))

/// By policy, when their last role at the reviewing school has ended before the days of a review.
struct MemberLeft {
    static constexpr std::string_view kind = "review-member-left";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "A reviewer no longer works at the reviewing school, and so is off the team.";
    ReviewId review;
    TeamMember member;  ///< as they were named
    static constexpr std::array fields{Field{"review"},
                                       Field{"member", Visibility::parties, InExports::pseudonym}};
};
BOOST_DESCRIBE_STRUCT(MemberLeft, (), (review, member))

/// What the team wrote was wrong, and the host has answered it; the corrected event is named beside
/// it.
struct ReportCorrected {
    static constexpr std::string_view kind = "review-report-corrected";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "A report was wrong in something, and stands corrected.";
    ReviewId review;
    Personal<FreeText> strengths;
    Personal<FreeText> even_better_if;
    static constexpr std::array fields{
        Field{"review"}, Field{"strengths", Visibility::team, InExports::left_out},
        Field{"even_better_if", Visibility::team, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(ReportCorrected, (), (review, strengths, even_better_if))

struct AnswerCorrected {
    static constexpr std::string_view kind = "review-answer-corrected";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "What the host said of the report was entered wrongly, and stands corrected.";
    ReviewId review;
    bool accurate = true;
    Personal<FreeText> comments;
    static constexpr std::array fields{Field{"review"},
                                       Field{"accurate", Visibility::team, InExports::left_out},
                                       Field{"comments", Visibility::team, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(AnswerCorrected, (), (review, accurate, comments))

/// One of the two schools changed, and this goes with it (school-handed-on, in the same commit).
struct CarriedOver {
    static constexpr std::string_view kind = "review-carried-over";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "A review went from a school to the one that followed it.";
    ReviewId review;
    SchoolId from;
    SchoolId to;
    static constexpr std::array fields{Field{"review"}, Field{"from"}, Field{"to"}};
};
BOOST_DESCRIBE_STRUCT(CarriedOver, (), (review, from, to))

/// Of the time before the log: on the word of whoever enters it, with its own days.
struct Attested {
    static constexpr std::string_view kind = "review-attested";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "A review of earlier times was entered on somebody's word.";
    ReviewId review;
    SchoolId host;
    SchoolId reviewing_school;
    NetworkId network;
    std::vector<ClusterId> clusters;  ///< of either school when it was entered: it counts there
    std::vector<Day> days;
    static constexpr std::array fields{Field{"review"},           Field{"host"},
                                       Field{"reviewing_school"}, Field{"network"},
                                       Field{"clusters"},         Field{"days"}};
};
BOOST_DESCRIBE_STRUCT(Attested, (), (review, host, reviewing_school, network, clusters, days))

}  // namespace commonweal::review
