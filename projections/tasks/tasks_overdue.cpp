// How many steps are overdue, kept up with every event.

#include <tuple>
#include <utility>

#include "projections/tasks/tasks.hpp"

namespace commonweal::view {
namespace {

std::uint32_t OverdueCounts::* counted_as(Kind kind) {
    if (kind == Kind::visit) return &OverdueCounts::visits;
    return kind == Kind::review ? &OverdueCounts::reviews : &OverdueCounts::partnerships;
}

}  // namespace

/// What is overdue, after an event: of the thing that it is about; of those whose time has come; of
/// those whose days have moved.
void Tasks::look_again(const Recorded& event, const Entered& entered, const Diary& diary) {
    const auto today = diary.engagements().today();
    if (!today) return;
    if (entered.step) look_at(entered.step->id, diary);
    if (entered.meeting != nullptr) look_at(*entered.meeting, diary);
    if (entered.days_moved) look_at_moved(*entered.days_moved, diary);
    if (const auto* set = std::get_if<network::DeadlinesSet>(&event.fact))
        look_at_all(diary, set->network);
    if (const auto* joined = std::get_if<school::JoinedCluster>(&event.fact))
        look_at_meetings(joined->cluster, diary);
    if (const auto* left = std::get_if<school::LeftCluster>(&event.fact))
        look_at_meetings(left->cluster, diary);
    if (std::holds_alternative<calendar::DayBegan>(event.fact)) look_at_due(*today, diary);
}

/// Before the first day nothing was looked at.
void Tasks::look_at_due(Day today, const Diary& diary) {
    if (!std::exchange(looked_, true)) return look_at_all(diary, {});
    while (!look_again_.empty() && look_again_.begin()->first <= today) {
        const auto due = look_again_.extract(look_again_.begin());
        for (const auto& id : due.mapped()) look_at(id, diary);
    }
    for (const auto& [cluster, ids] : open_meetings_) look_at_meetings(cluster, diary);
}

void Tasks::look_at_moved(const DaysMoved& moved, const Diary& diary) {
    if (!moved.schools) return look_at_all(diary, {});
    for (const auto school : *moved.schools) {
        if (const auto things = unfinished_.find(school); things != unfinished_.end())
            for (const auto& id : things->second) look_at(id, diary);
        if (const auto clusters = clusters_.find(school); clusters != clusters_.end())
            for (const auto& [cluster, joined] : clusters->second) look_at_meetings(cluster, diary);
    }
}

/// Of one network, or of all.
void Tasks::look_at_all(const Diary& diary, std::optional<NetworkId> network) {
    for (const auto& [school, ids] : unfinished_)
        for (const auto& id : ids) {
            const auto& about = *diary.find(id);
            const bool wanted = !network || about.network == *network;
            if (wanted && about.giver == school) look_at(id, diary);  // each once
        }
    for (const auto& [cluster, ids] : open_meetings_) look_at_meetings(cluster, diary);
}

void Tasks::look_at(const EngagementId& id, const Diary& diary) {
    constexpr std::chrono::days one_day{1};
    const auto today = *diary.engagements().today();
    const auto& about = *diary.find(id);
    std::vector<Overdue::Step> steps;
    const auto again_on = [&](Day day) { look_again_[day].push_back(id); };
    for (const auto& owed : owed_by(id, about, Day::max())) {
        const Day earliest = owed.since + std::chrono::days{working_days(about.network, owed.duty)};
        const Day due_on = earliest < today ? due(about.network, owed, diary) : earliest;
        const Task task{owed, id.bytes, &about, nullptr, due_on};
        if (task.due >= today) again_on(task.due + one_day);
        if (task.due >= today || task.lapsed(today)) continue;
        steps.push_back({owed.school, about.network, counted_as(about.kind)});
        if (const auto days = task::lapses_after(owed.duty)) again_on(task.due + *days + one_day);
    }
    overdue_.set(id.bytes, std::move(steps));
}

void Tasks::look_at(const MeetingEntry& meeting, const Diary& diary) {
    const auto& [id, cluster, network] =
        std::tie(meeting.summary.id, meeting.summary.cluster, meeting.summary.network);
    const auto today = *diary.engagements().today();
    std::vector<Overdue::Step> steps;
    for (const auto school : overdue_.members(cluster))
        for (auto owed : owed_for(meeting, school, today)) {
            owed.since = std::max(owed.since, clusters_[school][cluster]);
            if (due(network, owed, diary) < today)
                steps.push_back({school, network, &OverdueCounts::meetings});
        }
    overdue_.set(id.bytes, std::move(steps));
}

void Tasks::look_at_meetings(ClusterId cluster, const Diary& diary) {
    const auto open = open_meetings_.find(cluster);
    if (open == open_meetings_.end()) return;
    for (const auto& id : open->second) look_at(*diary.meetings().find(id), diary);
}

}  // namespace commonweal::view
