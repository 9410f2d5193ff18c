#include "projections/tasks/tasks.hpp"

#include <algorithm>

#include "domain/core/overloaded.hpp"
#include "domain/task/reminder.hpp"

namespace commonweal::view {
namespace {

bool lapsed(const Task& task, Day today) {
    const auto days = task::lapses_after(task.duty);
    return days && task.due + *days < today;
}

void name_thing(task::Reminded& reminded, const Task& task) {
    switch (task.about->kind) {
        case Kind::visit:
            reminded.visit = VisitId{task.id};
            break;
        case Kind::review:
            reminded.review = ReviewId{task.id};
            break;
        case Kind::partnership:
            reminded.partnership = PartnershipId{task.id};
            break;
    }
}

template <class Reminded>
Reminded reminded_of(const Task& task, task::Urgency urgency) {
    Reminded reminded;
    reminded.network = task.network();
    reminded.school = task.school;
    reminded.duty = task.duty;
    reminded.urgency = urgency;
    reminded.due = task.due;
    return reminded;
}

task::Fact reminder_of(const Task& task, task::Urgency urgency) {
    if (task.meeting != nullptr) {
        auto reminded = reminded_of<task::RemindedOfMeeting>(task, urgency);
        reminded.meeting = MeetingId{task.id};
        return reminded;
    }
    auto reminded = reminded_of<task::Reminded>(task, urgency);
    name_thing(reminded, task);
    return reminded;
}

}  // namespace

void Tasks::apply(const Recorded& event, const Entered& entered) {
    std::visit(
        Overloaded{
            [&](const calendar::BankHolidaysSet& f) { evolve(holidays_, f); },
            [&](const network::DeadlinesSet& f) { deadlines_[f.network] = f.deadlines; },
            [&](const school::JoinedCluster& f) { clusters_[f.school][f.cluster] = entered.on; },
            [&](const school::LeftCluster& f) { clusters_[f.school].erase(f.cluster); },
            [](const auto&) {},
        },
        event.fact);
    if (entered.meeting != nullptr) fold_meeting(*entered.meeting);
    if (!entered.step) return;
    fold_practice(event.fact, *entered.step);
    if (entered.step->carried) carry_over(entered.step->id, *entered.step->carried);
    const auto& now = *entered.step->now;
    const auto id = entered.step->id;
    const bool finished = owed_of(now).count == 0 && !adopted_.contains(id);
    for (const auto school : {now.giver, now.receiver})
        if (finished)
            unfinished_[school].erase(id);
        else
            unfinished_[school].insert(id);
}

void Tasks::fold_practice(const AnyFact& fact, const Engagements::Step& step) {
    if (const auto* f = std::get_if<visit::PracticeAdopted>(&fact)) {
        const auto school = f->side == visit::Side::guest ? step.now->receiver : step.now->giver;
        auto& open = adopted_[step.id];
        const auto at = std::ranges::upper_bound(open, f->day, {}, &Adopted::since);
        open.insert(at, {f->number, school, f->day});
    }
    if (const auto* f = std::get_if<visit::PracticeFollowedUp>(&fact)) {
        auto& open = adopted_[step.id];
        std::erase_if(open, [&](const Adopted& adopted) { return adopted.number == f->number; });
        if (open.empty()) adopted_.erase(step.id);
    }
}

void Tasks::carry_over(const EngagementId& id, const school::CarryOver& carried) {
    unfinished_[carried.from].erase(id);
    if (const auto found = adopted_.find(id); found != adopted_.end())
        for (auto& practice : found->second)
            if (practice.school == carried.from) practice.school = carried.to;
}

void Tasks::fold_meeting(const MeetingEntry& meeting) {
    auto& open = open_meetings_[meeting.summary.cluster];
    if (meeting.open())
        open.insert(meeting.summary.id);
    else
        open.erase(meeting.summary.id);
}

Day Tasks::due(NetworkId network, const Owed& owed) const {
    static const std::vector<task::Deadline> none;
    const auto own = deadlines_.find(network);
    const auto days =
        task::working_days_for(owed.duty, own == deadlines_.end() ? none : own->second);
    return holidays_.after(owed.since, days);
}

template <class Use>
void Tasks::each(const std::set<EngagementId>& ids, const Diary& diary, Use use) const {
    const auto today = *diary.engagements().today();
    for (const auto& id : ids) {
        const auto& about = *diary.find(id);
        for (const auto& owed : owed_of(about)) {
            if (owed.since > today) continue;
            const Task task{owed, id.bytes, &about, nullptr, due(about.network, owed)};
            if (!lapsed(task, today)) use(task);
        }
        each_practice(id, about, today, use);
    }
}

/// The oldest of each side: one task, however many practices wait to be followed up.
template <class Use>
void Tasks::each_practice(const EngagementId& id, const Engagement& about, Day today,
                          Use use) const {
    const auto found = adopted_.find(id);
    if (found == adopted_.end()) return;
    std::set<SchoolId> told;
    for (const auto& [number, school, since] : found->second) {
        if (since > today || !told.insert(school).second) continue;
        const Owed owed{task::Duty::follow_up_practice, school, since};
        use(Task{owed, id.bytes, &about, nullptr, due(about.network, owed)});
    }
}

template <class Use>
void Tasks::each_of_meetings(SchoolId school, const Diary& diary, Use use) const {
    const auto today = *diary.engagements().today();
    const auto clusters = clusters_.find(school);
    if (clusters == clusters_.end()) return;
    for (const auto& [cluster, joined] : clusters->second) {
        const auto open = open_meetings_.find(cluster);
        if (open == open_meetings_.end()) continue;
        for (const auto& id : open->second) {
            const auto& meeting = *diary.meetings().find(id);
            for (auto owed : owed_for(meeting, school, today)) {
                owed.since = std::max(owed.since, joined);
                if (owed.since <= today)
                    use(Task{owed, id.bytes, nullptr, &meeting,
                             due(meeting.summary.network, owed)});
            }
        }
    }
}

/// Each once: with the school that owes it.
template <class Use>
void Tasks::each_owed(const Diary& diary, Use use) const {
    for (const auto& [school, ids] : unfinished_)
        each(ids, diary, [&](const Task& task) {
            if (task.school == school) use(task);
        });
    for (const auto& [school, clusters] : clusters_) each_of_meetings(school, diary, use);
}

std::vector<Task> Tasks::of_school(SchoolId school, const Diary& diary) const {
    std::vector<Task> tasks;
    if (!diary.engagements().today()) return tasks;
    const auto add = [&](const Task& task) { tasks.push_back(task); };
    if (const auto found = unfinished_.find(school); found != unfinished_.end())
        each(found->second, diary, add);
    each_of_meetings(school, diary, add);
    return tasks;
}

std::vector<Task> Tasks::overdue_in(NetworkId network, const Diary& diary) const {
    std::vector<Task> tasks;
    const auto today = diary.engagements().today();
    if (!today) return tasks;
    each_owed(diary, [&](const Task& task) {
        if (task.network() == network && task.due < *today) tasks.push_back(task);
    });
    return tasks;
}

std::vector<task::Fact> Tasks::reminders(const Diary& diary) const {
    std::vector<task::Fact> reminders;
    const auto today = diary.engagements().today();
    if (!today) return reminders;
    each_owed(diary, [&](const Task& task) {
        if (const auto urgency = task::reminder_on(*today, task.since, task.due, holidays_))
            reminders.push_back(reminder_of(task, *urgency));
    });
    return reminders;
}

}  // namespace commonweal::view
