#pragma once
// What a school owes: the step of a visit, a review, a partnership or a meeting that it is to take
// next, and how many working days it has.

#include <boost/describe.hpp>
#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace commonweal::task {

enum class Duty : std::uint8_t {
    answer_visit = 1,
    set_visit_day = 2,
    record_visit = 3,
    reflect_on_visit = 4,
    name_team = 5,
    agree_review_days = 6,
    record_review = 7,
    write_report = 8,
    answer_report = 9,
    close_review = 10,
    answer_partnership = 11,
    ask_for_return = 12,
    follow_up_practice = 13,
    answer_meeting_days = 14,
    settle_meeting_day = 15,
    reply_to_meeting = 16,
    record_attendance = 17,
};
BOOST_DESCRIBE_ENUM(Duty, answer_visit, set_visit_day, record_visit, reflect_on_visit, name_team,
                    agree_review_days, record_review, write_report, answer_report, close_review,
                    answer_partnership, ask_for_return, follow_up_practice, answer_meeting_days,
                    settle_meeting_day, reply_to_meeting, record_attendance)

struct Deadline {
    Duty duty = Duty::answer_visit;
    std::uint16_t working_days = 0;
    bool operator==(const Deadline&) const = default;
};
BOOST_DESCRIBE_STRUCT(Deadline, (), (duty, working_days))

/// A school year has 190 days on which schools are open.
inline constexpr std::uint16_t working_days_max = 190;

/// What holds until a network sets its own: none of the programmes publishes any.
const std::vector<Deadline>& default_deadlines();
/// From `deadlines`, or from the default where that does not name the duty.
std::uint16_t working_days_for(Duty duty, const std::vector<Deadline>& deadlines);

/// Days after it was due on which nobody is asked for it any more: what was taken from a visit of
/// last year is not written now. None: it stays until it is done.
std::optional<std::chrono::days> lapses_after(Duty duty);

}  // namespace commonweal::task
