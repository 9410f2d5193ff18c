#pragma once
// A peer review from the request to the closed report.

#include <variant>

#include "domain/core/asked.hpp"
#include "domain/network/network.hpp"
#include "domain/person/person.hpp"
#include "domain/review/events.hpp"
#include "domain/school/school.hpp"

namespace commonweal {

namespace review {
enum class Stage : std::uint8_t {
    none,
    requested,
    team_named,
    days_agreed,
    held,
    drafted,
    answered,
    closed,
    declined,
    cancelled
};
BOOST_DESCRIBE_ENUM(Stage, none, requested, team_named, days_agreed, held, drafted, answered,
                    closed, declined, cancelled)

/// Review days are one to three (domain rule; usually two).
inline constexpr std::size_t days_max = 3;
inline constexpr std::size_t team_max = 8;
}  // namespace review

struct Review {
    static constexpr std::string_view noun = "review";
    ReviewId id;
    review::Stage stage = review::Stage::none;
    SchoolId host;
    SchoolId reviewing_school;
    NetworkId network;
    std::vector<ClusterId> clusters;
    std::vector<review::TeamMember> team;
    std::vector<Day> days;
    std::optional<bool> accurate;
    Personal<FreeText> focus;
    Personal<FreeText> reason;  ///< of a decline or a cancellation
    Personal<FreeText> strengths;
    Personal<FreeText> even_better_if;
    Personal<FreeText> comments;
    bool attested = false;  ///< of earlier times, entered on somebody's word

    bool known() const { return stage != review::Stage::none; }
    bool on_team(PersonId person) const;
    /// It was named, and nobody leads it any more.
    bool team_wanting() const;
};

namespace review {

struct Request {
    SchoolId host;
    SchoolId reviewing_school;
    std::optional<NetworkId> network;  ///< none: the network that both schools belong to
    Personal<FreeText> focus;
};
BOOST_DESCRIBE_STRUCT(Request, (), (host, reviewing_school, network, focus))

struct Decline {
    Personal<FreeText> reason;
};
BOOST_DESCRIBE_STRUCT(Decline, (), (reason))

/// Names the team, and so says yes for the reviewing school. May be done again until the review is
/// closed: somebody falls ill, somebody leaves.
struct NameTeam {
    std::vector<TeamMember> team;
};
BOOST_DESCRIBE_STRUCT(NameTeam, (), (team))

/// Agrees the days; agreed again, the review moves.
struct AgreeDays {
    std::vector<Day> days;
};
BOOST_DESCRIBE_STRUCT(AgreeDays, (), (days))

struct Cancel {
    Personal<FreeText> reason;
};
BOOST_DESCRIBE_STRUCT(Cancel, (), (reason))

/// Says that the review took place, on its agreed days unless others are given.
struct RecordHeld {
    std::vector<Day> days;
};
BOOST_DESCRIBE_STRUCT(RecordHeld, (), (days))

struct DraftReport {
    Personal<FreeText> strengths;
    Personal<FreeText> even_better_if;
};
BOOST_DESCRIBE_STRUCT(DraftReport, (), (strengths, even_better_if))

struct AnswerReport {
    bool accurate = true;
    Personal<FreeText> comments;
};
BOOST_DESCRIBE_STRUCT(AnswerReport, (), (accurate, comments))

struct Close {};
BOOST_DESCRIBE_STRUCT(Close, (), ())

/// Says that a review took place on other days than were written down, or did not take place.
struct CorrectHeld {
    bool took_place = true;
    std::vector<Day> days;  ///< on which it took place
    Personal<FreeText> reason;
};
BOOST_DESCRIBE_STRUCT(CorrectHeld, (), (took_place, days, reason))

/// Writes the report anew after the host has answered it, where something in it was wrong.
struct CorrectReport {
    Personal<FreeText> strengths;
    Personal<FreeText> even_better_if;
};
BOOST_DESCRIBE_STRUCT(CorrectReport, (), (strengths, even_better_if))

/// Answers the report anew, where the answer was entered wrongly.
struct CorrectAnswer {
    bool accurate = true;
    Personal<FreeText> comments;
};
BOOST_DESCRIBE_STRUCT(CorrectAnswer, (), (accurate, comments))

/// Takes whoever no longer works at the reviewing school off the team of a review that is to come.
struct ReleaseMember {
    PersonId reviewer;
};
BOOST_DESCRIBE_STRUCT(ReleaseMember, (), (reviewer))

/// Enters a review of earlier times.
struct Attest {
    SchoolId host;
    SchoolId reviewing_school;
    NetworkId network;
    std::vector<Day> days;
};
BOOST_DESCRIBE_STRUCT(Attest, (), (host, reviewing_school, network, days))

using Fact = std::variant<Requested, Declined, TeamNamed, DaysAgreed, Cancelled, Held,
                          ReportDrafted, ReportAnswered, Closed, CarriedOver, Attested,
                          HeldCorrected, MemberLeft, ReportCorrected, AnswerCorrected>;

/// The schools and the network as they are when a review is asked for.
struct Surroundings {
    const School& host;
    const School& reviewing_school;
    const Network& network;
};

Decision<Fact> decide(const Review& review, ReviewId id, const Surroundings& around,
                      const Request& command);
Decision<Fact> decide(const Review& review, const Decline& command, const Asked& asked);
/// `people`: those named, in the order of the command.
Decision<Fact> decide(const Review& review, const std::vector<const Person*>& people,
                      const NameTeam& command, const Asked& asked);
Decision<Fact> decide(const Review& review, const AgreeDays& command, const Asked& asked);
Decision<Fact> decide(const Review& review, const Cancel& command, const Asked& asked);
Decision<Fact> decide(const Review& review, const RecordHeld& command, const Asked& asked);
Decision<Fact> decide(const Review& review, const DraftReport& command, const Asked& asked);
Decision<Fact> decide(const Review& review, const AnswerReport& command, const Asked& asked);
Decision<Fact> decide(const Review& review, const Close& command, const Asked& asked);
Decision<Fact> decide(const Review& review, ReviewId id, const Surroundings& around,
                      const Attest& command, const Asked& asked);
Decision<Fact> decide(const Review& review, const CorrectHeld& command, const Asked& asked);
Decision<Fact> decide(const Review& review, const CorrectReport& command, const Asked& asked);
Decision<Fact> decide(const Review& review, const CorrectAnswer& command, const Asked& asked);
/// `person`: the reviewer, as they are today.
Decision<Fact> decide(const Review& review, const Person& person, const ReleaseMember& command,
                      const Asked& asked);
/// `other`: the one that stays; `to`: the one to which the review goes.
Decision<Fact> decide(const Review& review, const School& other, const School& to,
                      const school::CarryOver& command);

/// What is asked of the words of a report and of an answer, written first or anew.
Decision<std::monostate> check_report(const Personal<FreeText>& strengths,
                                      const Personal<FreeText>& even_better_if);
Decision<std::monostate> check_answer(bool accurate, const Personal<FreeText>& comments);
/// One to three days, each later than the one before.
Decision<std::monostate> check_days(const std::vector<Day>& days);

void evolve(Review& review, const CarriedOver& fact);
void evolve(Review& review, const Attested& fact);
void evolve(Review& review, const HeldCorrected& fact);
void evolve(Review& review, const ReportCorrected& fact);
void evolve(Review& review, const AnswerCorrected& fact);
void evolve(Review& review, const TeamNamed& fact);
void evolve(Review& review, const MemberLeft& fact);
void evolve(Review& review, const Fact& fact);

}  // namespace review
}  // namespace commonweal
