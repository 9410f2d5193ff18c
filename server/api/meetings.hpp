#pragma once
// A meeting in full, and what helps to plan one, each field with who may see it.

#include "domain/meeting/meeting.hpp"

namespace commonweal::api {

/// A day, and how many schools of the cluster are free on it.
struct OpenDay {
    Day day{};
    std::optional<std::string> holiday;  ///< a bank holiday: nobody is asked to meet on it
    std::uint32_t schools = 0;           ///< of the cluster
    std::uint32_t open = 0;              ///< that are not closed and have nothing else on it
    std::vector<SchoolId> busy;
    std::vector<SchoolId> closed;  ///< on holiday
};
BOOST_DESCRIBE_STRUCT(OpenDay, (), (day, holiday, schools, open, busy, closed))

/// A school of a cluster, and when it last hosted (or will).
struct HostInTurn {
    SchoolId school;
    std::optional<Day> last_hosted;
};
BOOST_DESCRIBE_STRUCT(HostInTurn, (), (school, last_hosted))

struct ProposedDay {
    Day day{};
    std::uint32_t suits = 0;  ///< schools that said so
    std::uint32_t open = 0;   ///< schools with nothing else on that day
};
BOOST_DESCRIBE_STRUCT(ProposedDay, (), (day, suits, open))

struct MeetingDetail {
    MeetingId id;
    Version version = 0;
    ClusterId cluster;
    NetworkId network;
    SchoolId host;
    meeting::Mode mode = meeting::Mode::in_person;
    meeting::Stage stage = meeting::Stage::none;
    std::vector<ProposedDay> proposed;
    std::optional<Day> day;
    std::string starts;
    Personal<FreeText> where;
    Personal<FreeText> agenda;
    Personal<FreeText> reason;
    std::vector<SchoolId> schools;  ///< of the cluster now, by name
    std::vector<meeting::Answer> answers;
    std::vector<meeting::Attendance> attendance;
    std::vector<SchoolId> speaks_for;  ///< schools for which this reader may answer
    std::vector<std::string> may;      ///< the commands that this reader may give now

    static constexpr std::array fields{
        Field{"id"},
        Field{"version"},
        Field{"cluster"},
        Field{"network"},
        Field{"host"},
        Field{"mode"},
        Field{"stage"},
        Field{"proposed"},
        Field{"day"},
        Field{"starts"},
        Field{"where", Visibility::parties},
        Field{"agenda", Visibility::parties},
        Field{"reason", Visibility::parties},
        Field{"schools"},
        Field{"answers", Visibility::parties},
        Field{"attendance", Visibility::parties},
        Field{"speaks_for"},
        Field{"may"},
    };
};
BOOST_DESCRIBE_STRUCT(MeetingDetail, (),
                      (id, version, cluster, network, host, mode, stage, proposed, day, starts,
                       where, agenda, reason, schools, answers, attendance, speaks_for, may))
static_assert(fields_are_labelled<MeetingDetail>());

}  // namespace commonweal::api
