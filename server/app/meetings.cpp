#include <algorithm>

#include "domain/core/sorted.hpp"
#include "server/app/on_thing.hpp"

namespace commonweal::app {
namespace {

using access::Action;

constexpr std::array<std::string_view, 2> attendance_kinds{meeting::AttendanceRecorded::kind,
                                                           meeting::AttendanceCorrected::kind};

std::set<std::string> tags_of(const Meeting& meeting) {
    return {tag::network(meeting.network), tag::cluster(meeting.cluster),
            tag::school(meeting.host)};
}

/// A command that one of the cluster's schools gives, or that is given for it.
template <class Command>
Decide for_school(MeetingId id, Command command) {
    return [id, command = std::move(command)](Transaction& t) -> Decision<Subject> {
        const auto meeting = t.load<Meeting>(id);
        const auto school = t.load<School>(command.school);
        if (!meeting->known()) return refuse(Rule::not_found, to_text(id));
        const auto relate = [&](const access::Actor& actor) {
            return access::relations(actor, *meeting, command.school);
        };
        if (!allowed(t, Action::answer_for_school, relate)) return refuse(Rule::not_allowed);
        const auto fact = meeting::decide(*meeting, *school, command, t.asked());
        if (!fact) return std::unexpected(fact.error());
        auto tags = tags_of(*meeting);
        tags.insert(tag::school(command.school));
        t.put(stream_of(id), *fact, std::move(tags));
        return Subject{to_text(id), stream_of(id)};
    };
}

/// Decides with the schools of a list of attendance as they are now.
template <class Command>
auto with_schools(Command command) {
    return [command = std::move(command)](Transaction& t, const Meeting& meeting) {
        std::vector<Loaded<School>> loaded;
        std::vector<const School*> schools;
        const auto known_of = std::min(command.attendance.size(), meeting::attendance_max);
        for (std::size_t i = 0; i < known_of; ++i)
            loaded.push_back(t.load<School>(command.attendance[i].school));
        for (const auto& school : loaded) schools.push_back(school.state.get());
        if constexpr (std::is_same_v<Command, meeting::CorrectAttendance>)
            t.correct(stream_of(meeting.id), attendance_kinds);
        return meeting::decide(meeting, schools, command, t.asked());
    };
}

}  // namespace

void put_on(Transaction& t, const Meeting& meeting, const meeting::Fact& fact) {
    auto tags = tags_of(meeting);
    if (const auto* changed = std::get_if<meeting::HostChanged>(&fact))
        tags.insert(tag::school(changed->host));
    t.put(stream_of(meeting.id), fact, std::move(tags));
}

std::optional<SchoolId> member_of(App& app, const access::Actor& actor, ClusterId cluster) {
    for (const auto school : actor.schools())
        if (actor.speaks_for(school, person::Scope::meetings) &&
            contains(app.load<School>(school)->clusters, cluster))
            return school;
    return std::nullopt;
}

Decide propose_meeting(MeetingId id, meeting::Propose command) {
    return [id, command = std::move(command)](Transaction& t) -> Decision<Subject> {
        const auto meeting = t.begin<Meeting>(id);
        const auto cluster = t.load<Cluster>(command.cluster);
        const auto host = t.load<School>(command.host);
        Meeting wanted;
        wanted.cluster = command.cluster;
        wanted.network = cluster->network;
        wanted.host = command.host;
        if (!allowed_on(t, Action::propose_meeting, wanted)) return refuse(Rule::not_allowed);
        auto asked = t.asked();
        asked.known_days = known_days(t, {command.host});
        const auto fact = meeting::decide(*meeting, id, *cluster, *host, command, asked);
        if (!fact) return std::unexpected(fact.error());
        return begun<Meeting>(t, *fact);
    };
}

Decide meeting_command(MeetingId id, meeting::AnswerDays command) {
    return for_school(id, std::move(command));
}
Decide meeting_command(MeetingId id, meeting::Reply command) {
    return for_school(id, std::move(command));
}
Decide meeting_command(MeetingId id, meeting::SettleDay command) {
    return on_thing<Meeting>(id, Action::run_meeting, with_days(std::move(command)));
}
Decide meeting_command(MeetingId id, meeting::Move command) {
    return on_thing<Meeting>(id, Action::run_meeting, with_days(std::move(command)));
}
Decide meeting_command(MeetingId id, meeting::Cancel command) {
    return on_thing<Meeting>(id, Action::run_meeting, std::move(command));
}
Decide meeting_command(MeetingId id, meeting::SetAgenda command) {
    return on_thing<Meeting>(id, Action::run_meeting, std::move(command));
}
Decide meeting_command(MeetingId id, meeting::ChangeHost command) {
    const auto decide_with_host = [command](Transaction& t, const Meeting& meeting) {
        const auto host = t.load<School>(command.host);
        return meeting::decide(meeting, *host, command, t.asked());
    };
    return on_thing<Meeting>(id, Action::run_meeting, decide_with_host);
}
Decide meeting_command(MeetingId id, meeting::RecordAttendance command) {
    return on_thing<Meeting>(id, Action::run_meeting, with_schools(std::move(command)));
}
Decide meeting_command(MeetingId id, meeting::CorrectAttendance command) {
    return on_thing<Meeting>(id, Action::run_meeting, with_schools(std::move(command)));
}

std::vector<std::string> commands_open_to(const access::Actor& actor, const Meeting& meeting,
                                          std::optional<SchoolId> member) {
    using enum meeting::Stage;
    Offers open(access::relations(actor, meeting, member));
    const auto stage = meeting.stage;
    const bool ahead = stage == proposed || stage == settled;
    open.offer("answer-days", Action::answer_for_school, stage == proposed);
    open.offer("settle-day", Action::run_meeting, stage == proposed);
    open.offer("reply", Action::answer_for_school, stage == settled);
    open.offer("move", Action::run_meeting, stage == settled);
    open.offer("set-agenda", Action::run_meeting, ahead);
    open.offer("change-host", Action::run_meeting, ahead);
    open.offer("record-attendance", Action::run_meeting, stage == settled);
    open.offer("correct-attendance", Action::run_meeting, stage == held);
    open.offer("cancel", Action::run_meeting, ahead);
    return open.take();
}

}  // namespace commonweal::app
