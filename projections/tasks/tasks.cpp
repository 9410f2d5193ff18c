#include "projections/tasks/tasks.hpp"

#include "domain/core/overloaded.hpp"
#include "domain/task/reminder.hpp"

namespace commonweal::view {
namespace {

using task::Duty;

AllOwed one(Duty duty, SchoolId school, Day since) {
    return {{Owed{duty, school, since}}, 1};
}

AllOwed owed_of_visit(const Engagement& e) {
    const auto guest = e.receiver;
    const auto host = e.giver;
    switch (e.visit_stage) {
        case visit::Stage::requested:
            return one(Duty::answer_visit, host, e.since);
        case visit::Stage::agreed:
            return one(Duty::set_visit_day, guest, e.since);
        case visit::Stage::dated:
            return one(Duty::record_visit, guest, *e.days.first());
        case visit::Stage::held: {
            AllOwed owed;
            const auto add = [&](Duty duty, SchoolId side, Day since) {
                owed.rows[owed.count++] = {duty, side, since};
            };
            if (!e.guest_reflected) add(Duty::reflect_on_visit, guest, e.since);
            if (!e.host_reflected) add(Duty::reflect_on_visit, host, e.since);
            // One that fell through is owed anew, with all of its time.
            if (e.return_stage == visit::Return::offered)
                add(Duty::ask_for_return, host, std::max(e.since, e.return_since));
            return owed;
        }
        default:
            return {};
    }
}

AllOwed owed_of_review(const Engagement& e) {
    const auto host = e.receiver;
    const auto reviewing = e.giver;
    switch (e.review_stage) {
        case review::Stage::requested:
            return one(Duty::name_team, reviewing, e.since);
        case review::Stage::team_named:
            return one(Duty::agree_review_days, host, e.since);
        case review::Stage::days_agreed:
            return one(Duty::record_review, reviewing, *e.days.last());
        case review::Stage::held:
            return one(Duty::write_report, reviewing, e.since);
        case review::Stage::drafted:
            return one(Duty::answer_report, host, e.since);
        case review::Stage::answered:
            return one(e.sent_back ? Duty::write_report : Duty::close_review, reviewing, e.since);
        default:
            return {};
    }
}

bool lapsed(const Task& task, Day today) {
    const auto days = task::lapses_after(task.duty);
    return days && task.due + *days < today;
}

void name_thing(task::Reminded& reminded, const Task& task) {
    switch (task.about->kind) {
        case Kind::visit:
            reminded.visit = VisitId{task.id.bytes};
            break;
        case Kind::review:
            reminded.review = ReviewId{task.id.bytes};
            break;
        case Kind::partnership:
            reminded.partnership = PartnershipId{task.id.bytes};
            break;
    }
}

}  // namespace

AllOwed owed_of(const Engagement& e) {
    if (e.kind == Kind::visit) return owed_of_visit(e);
    if (e.kind == Kind::review) return owed_of_review(e);
    if (e.partnership_stage != partnership::Stage::proposed) return {};
    return one(Duty::answer_partnership, e.receiver, e.since);
}

void Tasks::apply(const Recorded& event, const std::optional<Engagements::Step>& step) {
    std::visit(Overloaded{
                   [&](const calendar::BankHolidaysSet& f) { evolve(holidays_, f); },
                   [&](const network::DeadlinesSet& f) { deadlines_[f.network] = f.deadlines; },
                   [](const auto&) {},
               },
               event.fact);
    if (!step) return;
    const auto& now = *step->now;
    const bool finished = owed_of(now).count == 0;
    for (const auto school : {now.giver, now.receiver})
        if (finished)
            unfinished_[school].erase(step->id);
        else
            unfinished_[school].insert(step->id);
}

Task Tasks::task(const EngagementId& id, const Engagement& about, const Owed& owed) const {
    static const std::vector<task::Deadline> none;
    const auto own = deadlines_.find(about.network);
    const auto days =
        task::working_days_for(owed.duty, own == deadlines_.end() ? none : own->second);
    return {owed, id, &about, holidays_.after(owed.since, days)};
}

template <class Use>
void Tasks::each(const std::set<EngagementId>& ids, const Engagements& engagements, Use use) const {
    const auto today = engagements.today();
    if (!today) return;
    for (const auto& id : ids) {
        const auto& about = *engagements.find(id);
        for (const auto& owed : owed_of(about)) {
            if (owed.since > *today) continue;
            const auto due = task(id, about, owed);
            if (!lapsed(due, *today)) use(due);
        }
    }
}

/// Each once: with the school that owes it.
template <class Use>
void Tasks::each_owed(const Engagements& engagements, Use use) const {
    for (const auto& [school, ids] : unfinished_)
        each(ids, engagements, [&](const Task& task) {
            if (task.school == school) use(task);
        });
}

std::vector<Task> Tasks::of_school(SchoolId school, const Engagements& engagements) const {
    std::vector<Task> tasks;
    const auto found = unfinished_.find(school);
    if (found == unfinished_.end()) return tasks;
    each(found->second, engagements, [&](const Task& task) { tasks.push_back(task); });
    return tasks;
}

std::vector<Task> Tasks::overdue_in(NetworkId network, const Engagements& engagements) const {
    std::vector<Task> tasks;
    each_owed(engagements, [&](const Task& task) {
        if (task.about->network == network && task.due < *engagements.today())
            tasks.push_back(task);
    });
    return tasks;
}

std::vector<task::Reminded> Tasks::reminders(const Engagements& engagements) const {
    std::vector<task::Reminded> reminders;
    each_owed(engagements, [&](const Task& task) {
        const auto urgency =
            task::reminder_on(*engagements.today(), task.since, task.due, holidays_);
        if (!urgency) return;
        task::Reminded reminded;
        name_thing(reminded, task);
        reminded.network = task.about->network;
        reminded.school = task.school;
        reminded.duty = task.duty;
        reminded.urgency = *urgency;
        reminded.due = task.due;
        reminders.push_back(reminded);
    });
    return reminders;
}

}  // namespace commonweal::view
