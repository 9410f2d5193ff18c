#pragma once
// A meeting of a cluster from the proposed days to who was there.

#include <span>
#include <variant>

#include "domain/core/asked.hpp"
#include "domain/meeting/events.hpp"
#include "domain/network/network.hpp"
#include "domain/school/school.hpp"

namespace commonweal {

namespace meeting {

enum class Stage : std::uint8_t { none, proposed, settled, held, cancelled };
BOOST_DESCRIBE_ENUM(Stage, none, proposed, settled, held, cancelled)

/// What one school has said.
struct Answer {
    SchoolId school;
    std::optional<std::vector<Day>> days;  ///< that suit; none: not asked or not answered
    std::optional<Coming> coming;          ///< on the day that is settled
    Personal<FreeText> substitute;
};
BOOST_DESCRIBE_STRUCT(Answer, (), (school, days, coming, substitute))

inline constexpr std::size_t proposed_days_max = 10;
/// Schools on one list of attendance: more than any cluster known.
inline constexpr std::size_t attendance_max = 300;

}  // namespace meeting

struct Meeting {
    static constexpr std::string_view noun = "meeting";
    MeetingId id;
    meeting::Stage stage = meeting::Stage::none;
    ClusterId cluster;
    NetworkId network;
    SchoolId host;
    meeting::Mode mode = meeting::Mode::in_person;
    std::vector<Day> proposed;
    std::optional<Day> day;  ///< settled, or on which it was held
    std::string starts;
    Personal<FreeText> where;
    Personal<FreeText> agenda;
    Personal<FreeText> reason;             ///< of the last move, cancellation or correction
    std::vector<meeting::Answer> answers;  ///< in the order of URNs
    std::vector<meeting::Attendance> attendance;

    bool known() const { return stage != meeting::Stage::none; }
    /// nullptr: it has said nothing yet.
    const meeting::Answer* answer_of(SchoolId school) const;
};

namespace meeting {

/// Proposes days on which a cluster may meet.
struct Propose {
    ClusterId cluster;
    SchoolId host;
    Mode mode = Mode::in_person;
    std::vector<Day> days;
    Personal<FreeText> agenda;
};
BOOST_DESCRIBE_STRUCT(Propose, (), (cluster, host, mode, days, agenda))

/// Says which of the proposed days suit a school; said again, it replaces what was said.
struct AnswerDays {
    SchoolId school;
    std::vector<Day> days;
};
BOOST_DESCRIBE_STRUCT(AnswerDays, (), (school, days))

struct SettleDay {
    Day day{};
    std::optional<std::string> starts;  ///< "16:00"
    Personal<FreeText> where;
};
BOOST_DESCRIBE_STRUCT(SettleDay, (), (day, starts, where))

struct Move {
    Day day{};
    std::optional<std::string> starts;  ///< none: as before
    Personal<FreeText> reason;
};
BOOST_DESCRIBE_STRUCT(Move, (), (day, starts, reason))

struct Cancel {
    Personal<FreeText> reason;
};
BOOST_DESCRIBE_STRUCT(Cancel, (), (reason))

struct SetAgenda {
    Personal<FreeText> agenda;
};
BOOST_DESCRIBE_STRUCT(SetAgenda, (), (agenda))

struct ChangeHost {
    SchoolId host;
};
BOOST_DESCRIBE_STRUCT(ChangeHost, (), (host))

/// Says whether somebody of a school comes; said again, it replaces what was said.
struct Reply {
    SchoolId school;
    Coming coming = Coming::in_person;
    Personal<FreeText> substitute;
};
BOOST_DESCRIBE_STRUCT(Reply, (), (school, coming, substitute))

/// Writes down who was there, on the settled day unless another is given.
struct RecordAttendance {
    std::optional<Day> day;
    std::vector<Attendance> attendance;
};
BOOST_DESCRIBE_STRUCT(RecordAttendance, (), (day, attendance))

struct CorrectAttendance {
    std::vector<Attendance> attendance;  ///< all of it
    Personal<FreeText> reason;
};
BOOST_DESCRIBE_STRUCT(CorrectAttendance, (), (attendance, reason))

using Fact =
    std::variant<Proposed, DaysAnswered, DaySettled, Moved, Cancelled, AgendaSet, HostChanged,
                 Replied, AttendanceRecorded, AttendanceCorrected, CarriedOver>;

/// The schools of a list, each as it is now.
using Schools = std::span<const School* const>;

Decision<Fact> decide(const Meeting& meeting, MeetingId id, const Cluster& cluster,
                      const School& host, const Propose& command, const Asked& asked);
/// `school`: the one that the command names.
Decision<Fact> decide(const Meeting& meeting, const School& school, const AnswerDays& command,
                      const Asked& asked);
Decision<Fact> decide(const Meeting& meeting, const School& school, const ChangeHost& command,
                      const Asked& asked);
Decision<Fact> decide(const Meeting& meeting, const School& school, const Reply& command,
                      const Asked& asked);
Decision<Fact> decide(const Meeting& meeting, const SettleDay& command, const Asked& asked);
Decision<Fact> decide(const Meeting& meeting, const Move& command, const Asked& asked);
Decision<Fact> decide(const Meeting& meeting, const Cancel& command, const Asked& asked);
Decision<Fact> decide(const Meeting& meeting, const SetAgenda& command, const Asked& asked);
Decision<Fact> decide(const Meeting& meeting, Schools schools, const RecordAttendance& command,
                      const Asked& asked);
Decision<Fact> decide(const Meeting& meeting, Schools schools, const CorrectAttendance& command,
                      const Asked& asked);

/// `to`: the school to which the meeting goes.
Decision<Fact> decide(const Meeting& meeting, const School& to, const school::CarryOver& command);

void evolve(Meeting& meeting, const Fact& fact);

}  // namespace meeting
}  // namespace commonweal
