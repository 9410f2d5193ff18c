#pragma once
// A meeting of a cluster: its schools say which of the proposed days suit, one day is settled, each
// says whether somebody comes, and afterwards who was there is written down. Stream: meeting/ID.

#include <string>
#include <vector>

#include "domain/core/event.hpp"
#include "domain/core/personal.hpp"

namespace commonweal::meeting {

/// How a meeting is held.
enum class Mode : std::uint8_t { in_person = 1, remote = 2, mixed = 3 };
BOOST_DESCRIBE_ENUM(Mode, in_person, remote, mixed)

/// What a school says beforehand.
enum class Coming : std::uint8_t { in_person = 1, remote = 2, apologies = 3 };
BOOST_DESCRIBE_ENUM(Coming, in_person, remote, apologies)

/// How a school was there.
enum class Presence : std::uint8_t { in_person = 1, remote = 2, apologies = 3, absent = 4 };
BOOST_DESCRIBE_ENUM(Presence, in_person, remote, apologies, absent)

struct Attendance {
    SchoolId school;
    Presence presence = Presence::absent;
    bool substitute = false;  ///< somebody came in the place of its lead
    bool operator==(const Attendance&) const = default;
};
BOOST_DESCRIBE_STRUCT(Attendance, (), (school, presence, substitute))

struct Proposed {
    static constexpr std::string_view kind = "meeting-proposed";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "Days were proposed for a cluster to meet.";
    MeetingId meeting;
    ClusterId cluster;
    NetworkId network;
    SchoolId host;  ///< where it is, or, remotely, whose turn it is to lead it
    Mode mode = Mode::in_person;
    std::vector<Day> days;
    Personal<FreeText> agenda;
    static constexpr std::array fields{Field{"meeting"},
                                       Field{"cluster"},
                                       Field{"network"},
                                       Field{"host"},
                                       Field{"mode"},
                                       Field{"days"},
                                       Field{"agenda", Visibility::parties, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(Proposed, (), (meeting, cluster, network, host, mode, days, agenda))

struct DaysAnswered {
    static constexpr std::string_view kind = "meeting-days-answered";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "A school said which of the proposed days suit it.";
    MeetingId meeting;
    SchoolId school;
    std::vector<Day> days;  ///< none: no day suits
    static constexpr std::array fields{Field{"meeting"}, Field{"school"},
                                       Field{"days", Visibility::parties}};
};
BOOST_DESCRIBE_STRUCT(DaysAnswered, (), (meeting, school, days))

struct DaySettled {
    static constexpr std::string_view kind = "meeting-day-settled";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "The day of a meeting was settled.";
    MeetingId meeting;
    Day day{};
    std::string starts;        ///< "16:00", in Europe/London; empty: not said
    Personal<FreeText> where;  ///< the room, or how to join from afar
    static constexpr std::array fields{Field{"meeting"}, Field{"day"}, Field{"starts"},
                                       Field{"where", Visibility::parties, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(DaySettled, (), (meeting, day, starts, where))

struct Moved {
    static constexpr std::string_view kind = "meeting-moved";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "A meeting was moved to another day: everybody is asked again whether they come.";
    MeetingId meeting;
    Day from{};
    Day to{};
    std::string starts;
    Personal<FreeText> reason;
    static constexpr std::array fields{Field{"meeting"}, Field{"from"}, Field{"to"},
                                       Field{"starts"},
                                       Field{"reason", Visibility::parties, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(Moved, (), (meeting, from, to, starts, reason))

struct Cancelled {
    static constexpr std::string_view kind = "meeting-cancelled";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "A meeting will not take place.";
    MeetingId meeting;
    Personal<FreeText> reason;
    static constexpr std::array fields{Field{"meeting"},
                                       Field{"reason", Visibility::parties, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(Cancelled, (), (meeting, reason))

struct AgendaSet {
    static constexpr std::string_view kind = "meeting-agenda-set";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "The agenda of a meeting was written.";
    MeetingId meeting;
    Personal<FreeText> agenda;
    static constexpr std::array fields{Field{"meeting"},
                                       Field{"agenda", Visibility::parties, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(AgendaSet, (), (meeting, agenda))

struct HostChanged {
    static constexpr std::string_view kind = "meeting-host-changed";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "Another school hosts a meeting.";
    MeetingId meeting;
    SchoolId from;
    SchoolId host;
    static constexpr std::array fields{Field{"meeting"}, Field{"from"}, Field{"host"}};
};
BOOST_DESCRIBE_STRUCT(HostChanged, (), (meeting, from, host))

struct Replied {
    static constexpr std::string_view kind = "meeting-replied";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "A school said whether somebody of it comes.";
    MeetingId meeting;
    SchoolId school;
    Coming coming = Coming::in_person;
    Personal<FreeText> substitute;  ///< who comes in the place of its lead
    static constexpr std::array fields{
        Field{"meeting"}, Field{"school"}, Field{"coming", Visibility::parties},
        Field{"substitute", Visibility::parties, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(Replied, (), (meeting, school, coming, substitute))

struct AttendanceRecorded {
    static constexpr std::string_view kind = "meeting-attendance-recorded";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "A meeting took place, and who was there.";
    MeetingId meeting;
    Day day{};
    std::vector<Attendance> attendance;  ///< in the order of URNs
    static constexpr std::array fields{Field{"meeting"}, Field{"day"},
                                       Field{"attendance", Visibility::parties}};
};
BOOST_DESCRIBE_STRUCT(AttendanceRecorded, (), (meeting, day, attendance))

/// Names what it corrects in its attribution: the last record or correction before it.
struct AttendanceCorrected {
    static constexpr std::string_view kind = "meeting-attendance-corrected";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "Who was at a meeting had been written down wrongly: this is how it was.";
    MeetingId meeting;
    std::vector<Attendance> attendance;  ///< all of it, in the order of URNs
    Personal<FreeText> reason;
    static constexpr std::array fields{Field{"meeting"}, Field{"attendance", Visibility::parties},
                                       Field{"reason", Visibility::parties, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(AttendanceCorrected, (), (meeting, attendance, reason))

/// The host changed, and the meeting goes with it (school-handed-on, in the same commit).
struct CarriedOver {
    static constexpr std::string_view kind = "meeting-carried-over";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "The host of a meeting was followed by another school, which hosts it now.";
    MeetingId meeting;
    SchoolId from;
    SchoolId to;
    static constexpr std::array fields{Field{"meeting"}, Field{"from"}, Field{"to"}};
};
BOOST_DESCRIBE_STRUCT(CarriedOver, (), (meeting, from, to))

}  // namespace commonweal::meeting
