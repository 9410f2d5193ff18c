#include "domain/task/duty.hpp"

#include <algorithm>

namespace commonweal::task {
namespace {

const Deadline* find(Duty duty, const std::vector<Deadline>& deadlines) {
    const auto found = std::ranges::find(deadlines, duty, &Deadline::duty);
    return found == deadlines.end() ? nullptr : &*found;
}

}  // namespace

const std::vector<Deadline>& default_deadlines() {
    static const std::vector<Deadline> deadlines{
        {Duty::answer_visit, 10},       {Duty::set_visit_day, 10},
        {Duty::record_visit, 5},        {Duty::reflect_on_visit, 10},
        {Duty::name_team, 10},          {Duty::agree_review_days, 10},
        {Duty::record_review, 5},       {Duty::write_report, 10},
        {Duty::answer_report, 10},      {Duty::close_review, 10},
        {Duty::answer_partnership, 10}, {Duty::ask_for_return, 60},
        {Duty::follow_up_practice, 60}, {Duty::answer_meeting_days, 5},
        {Duty::settle_meeting_day, 10}, {Duty::reply_to_meeting, 5},
        {Duty::record_attendance, 5},
    };
    return deadlines;
}

std::uint16_t working_days_for(Duty duty, const std::vector<Deadline>& deadlines) {
    if (const auto* own = find(duty, deadlines)) return own->working_days;
    return find(duty, default_deadlines())->working_days;
}

std::optional<std::chrono::days> lapses_after(Duty duty) {
    constexpr std::chrono::days about_a_term{90};
    if (duty == Duty::reflect_on_visit) return about_a_term;
    return std::nullopt;
}

}  // namespace commonweal::task
