#include "tools/demo/meeting_scenes.hpp"

#include <algorithm>

namespace commonweal::demo {

using meeting::Coming;
using meeting::Presence;

void MeetingScenes::propose(const Group& group) {
    auto& app = plot_->app();
    const auto newest = newest_.find(group.cluster);
    if (newest != newest_.end()) {
        const auto stage = app.load<Meeting>(newest->second)->stage;
        if (stage == meeting::Stage::proposed || stage == meeting::Stage::settled) return;
    }
    const Planned of{app.ids().next<MeetingId>(plot_->stage().now()), &group, next_host(group)};
    newest_[group.cluster] = of.id;
    const auto mode = plot_->stage().happens(30) ? meeting::Mode::remote : meeting::Mode::mixed;
    plot_->stage().act(
        of.host.lead, app::propose_meeting(of.id, {group.cluster, of.host.school, mode, some_days(),
                                                   plot_->words(agendas())}));
    ask_schools(of);
    plot_->later(6, 8, [=, this] { settle(of); });
}

Member MeetingScenes::next_host(const Group& group) {
    return group.members[turns_[group.cluster]++ % group.members.size()];
}

std::vector<Day> MeetingScenes::some_days() {
    std::vector<Day> days;
    auto day = plot_->today() + std::chrono::days{15 + plot_->stage().below(10)};
    for (int i = 0; i < 3; ++i) {
        days.push_back(Plot::term_day(day));
        day = days.back() + std::chrono::days{1 + plot_->stage().below(3)};
    }
    return days;
}

void MeetingScenes::ask_schools(const Planned& of) {
    for (const auto& member : of.group->members)
        if (plot_->stage().happens(85)) plot_->later(1, 4, [=, this] { answer(of, member); });
}

void MeetingScenes::answer(const Planned& of, const Member& member) {
    const auto meeting = plot_->app().load<Meeting>(of.id);
    if (meeting->stage != meeting::Stage::proposed) return;
    meeting::AnswerDays command{member.school, {}};
    for (const auto day : meeting->proposed)
        if (plot_->stage().happens(70)) command.days.push_back(day);
    plot_->stage().act(member.lead, app::meeting_command(of.id, command));
}

/// The day that suits most.
void MeetingScenes::settle(const Planned& of) {
    const auto meeting = plot_->app().load<Meeting>(of.id);
    const auto suits = [&](Day day) {
        return std::ranges::count_if(meeting->answers, [&](const auto& answer) {
            return answer.days && std::ranges::find(*answer.days, day) != answer.days->end();
        });
    };
    const auto day = *std::ranges::max_element(meeting->proposed, {}, suits);
    const meeting::SettleDay command{day, "16:00", plot_->words(rooms())};
    plot_->stage().act(of.host.lead, app::meeting_command(of.id, command));
    for (const auto& member : of.group->members)
        if (plot_->stage().happens(80)) plot_->later(1, 3, [=, this] { reply(of, member); });
    hold(of, day);
}

void MeetingScenes::reply(const Planned& of, const Member& member) {
    if (plot_->app().load<Meeting>(of.id)->stage != meeting::Stage::settled) return;
    const auto chance = plot_->stage().below(100);
    const auto coming = chance < 12   ? Coming::apologies
                        : chance < 40 ? Coming::remote
                                      : Coming::in_person;
    plot_->stage().act(member.lead,
                       app::meeting_command(of.id, meeting::Reply{member.school, coming, {}}));
}

void MeetingScenes::hold(const Planned& of, Day day) {
    if (day > plot_->last()) return;
    plot_->at(day, [=, this] {
        const auto meeting = plot_->app().load<Meeting>(of.id);
        meeting::RecordAttendance command;
        for (const auto& member : of.group->members) {
            const auto* answer = meeting->answer_of(member.school);
            // Some who said nothing come all the same.
            auto presence = plot_->stage().happens(60) ? Presence::in_person : Presence::absent;
            if (answer != nullptr && answer->coming)
                presence = *answer->coming == Coming::apologies ? Presence::apologies
                           : *answer->coming == Coming::remote  ? Presence::remote
                                                                : Presence::in_person;
            command.attendance.push_back({member.school, presence, plot_->stage().happens(10)});
        }
        plot_->stage().act(of.host.lead, app::meeting_command(of.id, std::move(command)));
        if (plot_->stage().happens(15)) plot_->later(1, 4, [=, this] { correct(of); });
    });
}

void MeetingScenes::correct(const Planned& of) {
    auto attendance = plot_->app().load<Meeting>(of.id)->attendance;
    const auto absent =
        std::ranges::find(attendance, Presence::absent, &meeting::Attendance::presence);
    if (absent == attendance.end()) return;
    absent->presence = Presence::remote;
    plot_->stage().act(of.host.lead,
                       app::meeting_command(of.id, meeting::CorrectAttendance{
                                                       attendance, plot_->words(corrections())}));
}

}  // namespace commonweal::demo
