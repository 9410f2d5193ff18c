#include "domain/task/reminder.hpp"

namespace commonweal::task {

std::optional<Urgency> reminder_on(Day today, Day since, Day due, const SchoolDays& days) {
    if (today == days.after(due, 1)) return Urgency::overdue;
    if (today == days.after(due, goes_up_after)) return Urgency::long_overdue;
    if (today == days.before(due, told_before) && since < today) return Urgency::due_soon;
    return std::nullopt;
}

}  // namespace commonweal::task
