#pragma once
// The policy of reminders: on which days a school is told of what it owes.

#include "domain/calendar/school_days.hpp"
#include "domain/task/events.hpp"

namespace commonweal::task {

/// Working days before a task is due on which the school is told that it soon will be.
inline constexpr unsigned told_before = 2;
/// Working days after which an overdue task goes up to the coordinator.
inline constexpr unsigned goes_up_after = 6;

/// What is said of a task on a day that begins; none on most days. Every day is asked once, so each
/// is said once while its day stands: where that moves (a new deadline, a new holiday, something
/// entered late), what belongs to a day that is past by then is not said any more.
/// `since`: the day on which it became a task.
std::optional<Urgency> reminder_on(Day today, Day since, Day due, const SchoolDays& days);

}  // namespace commonweal::task
