#include "projections/tasks/tasks.hpp"

#include <algorithm>

#include "domain/core/overloaded.hpp"
#include "domain/task/reminder.hpp"

namespace commonweal::view {
namespace {

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

void Tasks::apply(const Recorded& event, const Entered& entered, const Diary& diary) {
    if (const auto* set = std::get_if<network::DeadlinesSet>(&event.fact))
        deadlines_[set->network] = set->deadlines;
    fold_membership(event.fact, entered.on);
    if (entered.meeting != nullptr) fold_meeting(*entered.meeting);
    if (entered.step) fold_step(event.fact, *entered.step);
    look_again(event, entered, diary);
}

void Tasks::fold_membership(const AnyFact& fact, Day on) {
    if (const auto* formed = std::get_if<network::ClusterFormed>(&fact))
        overdue_.form(formed->cluster, formed->network);
    if (const auto* joined = std::get_if<school::JoinedCluster>(&fact)) {
        clusters_[joined->school][joined->cluster] = on;
        overdue_.join(joined->school, joined->cluster);
    }
    if (const auto* left = std::get_if<school::LeftCluster>(&fact)) {
        clusters_[left->school].erase(left->cluster);
        overdue_.leave(left->school, left->cluster);
    }
}

void Tasks::fold_step(const AnyFact& fact, const Engagements::Step& step) {
    fold_practice(fact, step);
    if (step.carried) carry_over(step.id, *step.carried);
    const auto& now = *step.now;
    const bool finished = owed_of(now).count == 0 && !adopted_.contains(step.id);
    for (const auto school : {now.giver, now.receiver})
        if (finished)
            unfinished_[school].erase(step.id);
        else
            unfinished_[school].insert(step.id);
    if (now.kind == Kind::review) fold_team(fact, step);
}

void Tasks::fold_team(const AnyFact& fact, const Engagements::Step& step) {
    if (const auto* left = std::get_if<review::MemberLeft>(&fact))
        drop_member(step.id, left->member.reviewer);
    const auto* named = std::get_if<review::TeamNamed>(&fact);
    const bool finished = owed_of(*step.now).count == 0;
    if (named == nullptr && !finished) return;
    const auto before = teams_.find(step.id);
    if (before != teams_.end()) {
        for (const auto person : before->second) reviews_of_[person].erase(step.id);
        teams_.erase(before);
    }
    if (named == nullptr || finished) return;
    for (const auto& [reviewer, role] : named->team) {
        reviews_of_[reviewer][step.id] = role == review::TeamRole::lead;
        teams_[step.id].push_back(reviewer);
    }
}

void Tasks::drop_member(const EngagementId& id, PersonId person) {
    reviews_of_[person].erase(id);
    std::erase(teams_[id], person);
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

std::uint16_t Tasks::working_days(NetworkId network, task::Duty duty) const {
    static const std::vector<task::Deadline> none;
    const auto own = deadlines_.find(network);
    return task::working_days_for(duty, own == deadlines_.end() ? none : own->second);
}

Day Tasks::due(NetworkId network, const Owed& owed, const Diary& diary) const {
    return diary.calendars()
        .days_of(owed.school)
        .after(owed.since, working_days(network, owed.duty));
}

template <class Use>
void Tasks::each(const std::set<EngagementId>& ids, const Diary& diary, Use use) const {
    const auto today = *diary.engagements().today();
    for (const auto& id : ids) {
        const auto& about = *diary.find(id);
        for (const auto& owed : owed_by(id, about, today)) {
            const Task task{owed, id.bytes, &about, nullptr, due(about.network, owed, diary)};
            if (!task.lapsed(today)) use(task);
        }
    }
}

/// What is owed of one thing from a day on. Of practices the oldest of each side: one task, however
/// many wait to be followed up.
AllOwed Tasks::owed_by(const EngagementId& id, const Engagement& about, Day day) const {
    AllOwed owed;
    for (const auto& step : owed_of(about))
        if (step.since <= day) owed.add(step);
    const auto practices = adopted_.find(id);
    if (practices == adopted_.end()) return owed;
    std::array<bool, 2> told{};
    for (const auto& [number, school, since] : practices->second)
        if (auto& is_told = told[school == about.giver ? 0 : 1]; since <= day && !is_told) {
            is_told = true;
            owed.add({task::Duty::follow_up_practice, school, since});
        }
    return owed;
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
                             due(meeting.summary.network, owed, diary)});
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

std::vector<Task> Tasks::of_reviewer(PersonId person, const Diary& diary) const {
    std::vector<Task> tasks;
    const auto reviews = reviews_of_.find(person);
    if (reviews == reviews_of_.end() || !diary.engagements().today()) return tasks;
    for (const auto& [id, lead] : reviews->second)
        each({id}, diary, [&](const Task& task) {
            using enum task::Duty;
            const bool of_lead = task.duty == record_review || task.duty == close_review;
            if (task.duty == write_report || (lead && of_lead)) tasks.push_back(task);
        });
    return tasks;
}

std::vector<ReviewId> Tasks::reviews_to_come(PersonId person, SchoolId reviewing,
                                             const Diary& diary) const {
    std::vector<ReviewId> all;
    const auto reviews = reviews_of_.find(person);
    if (reviews == reviews_of_.end()) return all;
    for (const auto& [id, lead] : reviews->second) {
        const auto& review = *diary.find(id);
        if (review.giver == reviewing && review.open()) all.push_back(ReviewId{id.bytes});
    }
    return all;
}

std::vector<PersonId> Tasks::team_of(ReviewId review) const {
    const auto found = teams_.find(EngagementId{review.bytes});
    return found == teams_.end() ? std::vector<PersonId>{} : found->second;
}

std::vector<Task> Tasks::overdue_in(const Group& group, const Diary& diary) const {
    std::vector<Task> tasks;
    const auto today = diary.engagements().today();
    if (!today) return tasks;
    each_owed(diary, [&](const Task& task) {
        if (task.due < *today && overdue_.belongs(group, task.school, task.network()))
            tasks.push_back(task);
    });
    return tasks;
}

std::vector<task::Fact> Tasks::reminders(const Diary& diary) const {
    std::vector<task::Fact> reminders;
    const auto today = diary.engagements().today();
    if (!today) return reminders;
    each_owed(diary, [&](const Task& task) {
        if (const auto urgency = task::reminder_on(*today, task.since, task.due,
                                                   diary.calendars().days_of(task.school)))
            reminders.push_back(reminder_of(task, *urgency));
    });
    return reminders;
}

}  // namespace commonweal::view
