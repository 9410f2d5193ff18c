#include "domain/task/reminder.hpp"

namespace commonweal::task {

std::optional<Urgency> reminder_on(Day today, Day since, Day due, const BankHolidays& holidays) {
    if (today == holidays.after(due, 1)) return Urgency::overdue;
    if (today == holidays.after(due, goes_up_after)) return Urgency::long_overdue;
    if (today == holidays.before(due, told_before) && since < today) return Urgency::due_soon;
    return std::nullopt;
}

}  // namespace commonweal::task
