#include "domain/meeting/meeting.hpp"

#include <algorithm>

#include "domain/calendar/days.hpp"
#include "domain/core/overloaded.hpp"
#include "domain/core/sorted.hpp"
#include "domain/core/stage.hpp"

namespace commonweal {

const meeting::Answer* Meeting::answer_of(SchoolId school) const {
    const auto found = std::ranges::find(answers, school, &meeting::Answer::school);
    return found == answers.end() ? nullptr : &*found;
}

namespace meeting {
namespace {

using Check = Decision<std::monostate>;

Check check_member(const School& school, SchoolId named, ClusterId cluster) {
    if (school.id != named || !contains(school.clusters, cluster))
        return refuse(Rule::not_of_the_cluster, to_text(named));
    return std::monostate{};
}

/// "16:00", or nothing.
Check check_time(const std::optional<std::string>& time) {
    if (!time || time->empty()) return std::monostate{};
    const auto& t = *time;
    const auto digit = [&](std::size_t at, char most) { return t[at] >= '0' && t[at] <= most; };
    const bool well_formed = t.size() == 5 && t[2] == ':' && digit(0, '2') &&
                             digit(1, t[0] == '2' ? '3' : '9') && digit(3, '5') && digit(4, '9');
    if (!well_formed) return refuse(Rule::time_malformed, t);
    return std::monostate{};
}

/// Where the host's staff is there, at least.
Check check_day(Day day, SchoolId host, const Asked& asked) {
    if (auto ok = check_planned(day, asked); !ok) return ok;
    return check_staffed(day, host, asked);
}

Check check_proposed(const std::vector<Day>& days, SchoolId host, const Asked& asked) {
    if (days.empty()) return refuse(Rule::days_missing, "days");
    if (days.size() > proposed_days_max)
        return refuse(Rule::too_many_rows, std::to_string(proposed_days_max) + " days");
    if (std::ranges::adjacent_find(days, std::ranges::greater_equal{}) != days.end())
        return refuse(Rule::days_not_in_order);
    for (const auto day : days)
        if (auto ok = check_day(day, host, asked); !ok) return ok;
    return std::monostate{};
}

bool recorded(const Meeting& meeting, SchoolId school) {
    return std::ranges::find(meeting.attendance, school, &Attendance::school) !=
           meeting.attendance.end();
}

/// Each school once, and of the cluster: now, or when it answered.
Check check_attendance(const Meeting& meeting, Schools schools,
                       const std::vector<Attendance>& rows) {
    if (rows.empty()) return refuse(Rule::text_missing, "attendance");
    if (rows.size() > attendance_max)
        return refuse(Rule::too_many_rows, std::to_string(attendance_max) + " schools");
    const auto twice = std::ranges::adjacent_find(rows, {}, &Attendance::school);
    if (twice != rows.end()) return refuse(Rule::school_twice, to_text(twice->school));
    for (const auto& [school, presence, substitute] : rows) {
        const bool before = meeting.answer_of(school) != nullptr || recorded(meeting, school);
        const auto now = std::ranges::find(schools, school, [](const School* s) { return s->id; });
        const bool member = now != schools.end() && contains((*now)->clusters, meeting.cluster);
        if (!before && !member) return refuse(Rule::not_of_the_cluster, to_text(school));
    }
    return std::monostate{};
}

std::vector<Attendance> in_order(std::vector<Attendance> rows) {
    std::ranges::sort(rows, {}, &Attendance::school);
    return rows;
}

Answer& answer_for(Meeting& meeting, SchoolId school) {
    auto at = std::ranges::lower_bound(meeting.answers, school, {}, &Answer::school);
    if (at == meeting.answers.end() || at->school != school)
        at = meeting.answers.insert(at, Answer{school, {}, {}, {}});
    return *at;
}

}  // namespace

Decision<Fact> decide(const Meeting& meeting, MeetingId id, const Cluster& cluster,
                      const School& host, const Propose& command, const Asked& asked) {
    if (meeting.known()) return refuse(Rule::already_exists, to_text(id));
    if (!cluster.known()) return refuse(Rule::cluster_unknown, to_text(command.cluster));
    if (auto ok = check_member(host, command.host, command.cluster); !ok)
        return std::unexpected(ok.error());
    if (auto ok = check_proposed(command.days, command.host, asked); !ok)
        return std::unexpected(ok.error());
    if (command.agenda.too_long()) return refuse(Rule::text_too_long, "agenda");
    return Proposed{id,           command.cluster, cluster.network, command.host,
                    command.mode, command.days,    command.agenda};
}

Decision<Fact> decide(const Meeting& meeting, const School& school, const AnswerDays& command,
                      const Asked&) {
    if (auto ok = at_stage(meeting, {Stage::proposed}); !ok) return std::unexpected(ok.error());
    if (auto ok = check_member(school, command.school, meeting.cluster); !ok)
        return std::unexpected(ok.error());
    if (std::ranges::adjacent_find(command.days, std::ranges::greater_equal{}) !=
        command.days.end())
        return refuse(Rule::days_not_in_order);
    for (const auto day : command.days)
        if (!contains(meeting.proposed, day)) return refuse(Rule::no_such_proposal, to_text(day));
    const auto* before = meeting.answer_of(command.school);
    if (before != nullptr && before->days == command.days)
        return refuse(Rule::same_again, "this answer");
    return DaysAnswered{meeting.id, command.school, command.days};
}

Decision<Fact> decide(const Meeting& meeting, const School& school, const ChangeHost& command,
                      const Asked&) {
    if (auto ok = at_stage(meeting, {Stage::proposed, Stage::settled}); !ok)
        return std::unexpected(ok.error());
    if (auto ok = check_member(school, command.host, meeting.cluster); !ok)
        return std::unexpected(ok.error());
    if (command.host == meeting.host) return refuse(Rule::same_again, to_text(command.host));
    return HostChanged{meeting.id, meeting.host, command.host};
}

Decision<Fact> decide(const Meeting& meeting, const School& school, const Reply& command,
                      const Asked&) {
    if (auto ok = at_stage(meeting, {Stage::settled}); !ok) return std::unexpected(ok.error());
    if (auto ok = check_member(school, command.school, meeting.cluster); !ok)
        return std::unexpected(ok.error());
    if (command.substitute.too_long()) return refuse(Rule::text_too_long, "substitute");
    return Replied{meeting.id, command.school, command.coming, command.substitute};
}

Decision<Fact> decide(const Meeting& meeting, const SettleDay& command, const Asked& asked) {
    if (auto ok = at_stage(meeting, {Stage::proposed}); !ok) return std::unexpected(ok.error());
    if (auto ok = check_day(command.day, meeting.host, asked); !ok)
        return std::unexpected(ok.error());
    if (auto ok = check_time(command.starts); !ok) return std::unexpected(ok.error());
    if (command.where.too_long()) return refuse(Rule::text_too_long, "where");
    return DaySettled{meeting.id, command.day, command.starts.value_or(""), command.where};
}

Decision<Fact> decide(const Meeting& meeting, const Move& command, const Asked& asked) {
    if (auto ok = at_stage(meeting, {Stage::settled}); !ok) return std::unexpected(ok.error());
    if (command.day != meeting.day)
        if (auto ok = check_day(command.day, meeting.host, asked); !ok)
            return std::unexpected(ok.error());
    if (auto ok = check_time(command.starts); !ok) return std::unexpected(ok.error());
    const auto starts = command.starts.value_or(meeting.starts);
    if (meeting.day == command.day && meeting.starts == starts)
        return refuse(Rule::same_again, to_text(command.day));
    if (command.reason.too_long()) return refuse(Rule::text_too_long, "reason");
    return Moved{meeting.id, *meeting.day, command.day, starts, command.reason};
}

Decision<Fact> decide(const Meeting& meeting, const Cancel& command, const Asked&) {
    if (auto ok = at_stage(meeting, {Stage::proposed, Stage::settled}); !ok)
        return std::unexpected(ok.error());
    if (command.reason.too_long()) return refuse(Rule::text_too_long, "reason");
    return Cancelled{meeting.id, command.reason};
}

Decision<Fact> decide(const Meeting& meeting, const SetAgenda& command, const Asked&) {
    if (auto ok = at_stage(meeting, {Stage::proposed, Stage::settled}); !ok)
        return std::unexpected(ok.error());
    if (command.agenda.empty()) return refuse(Rule::text_missing, "agenda");
    if (command.agenda.too_long()) return refuse(Rule::text_too_long, "agenda");
    return AgendaSet{meeting.id, command.agenda};
}

Decision<Fact> decide(const Meeting& meeting, Schools schools, const RecordAttendance& command,
                      const Asked& asked) {
    if (auto ok = at_stage(meeting, {Stage::settled}); !ok) return std::unexpected(ok.error());
    const auto day = command.day.value_or(*meeting.day);
    if (auto ok = check_held(day, asked); !ok) return std::unexpected(ok.error());
    auto rows = in_order(command.attendance);
    if (auto ok = check_attendance(meeting, schools, rows); !ok) return std::unexpected(ok.error());
    return AttendanceRecorded{meeting.id, day, std::move(rows)};
}

Decision<Fact> decide(const Meeting& meeting, Schools schools, const CorrectAttendance& command,
                      const Asked&) {
    if (auto ok = at_stage(meeting, {Stage::held}); !ok) return std::unexpected(ok.error());
    auto rows = in_order(command.attendance);
    if (auto ok = check_attendance(meeting, schools, rows); !ok) return std::unexpected(ok.error());
    if (rows == meeting.attendance) return refuse(Rule::same_again, "this attendance");
    if (command.reason.too_long()) return refuse(Rule::text_too_long, "reason");
    return AttendanceCorrected{meeting.id, std::move(rows), command.reason};
}

Decision<Fact> decide(const Meeting& meeting, const School& to, const school::CarryOver& command) {
    if (auto ok = at_stage(meeting, {Stage::proposed, Stage::settled}); !ok)
        return std::unexpected(ok.error());
    if (meeting.host != command.from) return refuse(Rule::not_taking_part, to_text(command.from));
    if (!to.in(meeting.cluster)) return refuse(Rule::not_of_the_cluster, to_text(command.to));
    return CarriedOver{meeting.id, command.from, command.to};
}

void evolve(Meeting& meeting, const Fact& fact) {
    std::visit(Overloaded{
                   [&](const Proposed& f) {
                       meeting.id = f.meeting;
                       meeting.stage = Stage::proposed;
                       meeting.cluster = f.cluster;
                       meeting.network = f.network;
                       meeting.host = f.host;
                       meeting.mode = f.mode;
                       meeting.proposed = f.days;
                       meeting.agenda = f.agenda;
                   },
                   [&](const DaysAnswered& f) { answer_for(meeting, f.school).days = f.days; },
                   [&](const DaySettled& f) {
                       meeting.stage = Stage::settled;
                       meeting.day = f.day;
                       meeting.starts = f.starts;
                       meeting.where = f.where;
                   },
                   [&](const Moved& f) {
                       meeting.day = f.to;
                       meeting.starts = f.starts;
                       meeting.reason = f.reason;
                       for (auto& answer : meeting.answers)
                           answer = {answer.school, answer.days, {}, {}};
                   },
                   [&](const Cancelled& f) {
                       meeting.stage = Stage::cancelled;
                       meeting.reason = f.reason;
                   },
                   [&](const AgendaSet& f) { meeting.agenda = f.agenda; },
                   [&](const HostChanged& f) { meeting.host = f.host; },
                   [&](const CarriedOver& f) { meeting.host = f.to; },
                   [&](const Replied& f) {
                       auto& answer = answer_for(meeting, f.school);
                       answer.coming = f.coming;
                       answer.substitute = f.substitute;
                   },
                   [&](const AttendanceRecorded& f) {
                       meeting.stage = Stage::held;
                       meeting.day = f.day;
                       meeting.attendance = f.attendance;
                   },
                   [&](const AttendanceCorrected& f) {
                       meeting.attendance = f.attendance;
                       meeting.reason = f.reason;
                   },
               },
               fact);
}

}  // namespace meeting
}  // namespace commonweal
