#pragma once
// What a school was reminded of. Stream: reminders/URN.

#include <optional>
#include <variant>

#include "domain/core/event.hpp"
#include "domain/task/duty.hpp"

namespace commonweal::task {

enum class Urgency : std::uint8_t { due_soon = 1, overdue = 2, long_overdue = 3 };
BOOST_DESCRIBE_ENUM(Urgency, due_soon, overdue, long_overdue)

/// Others in the network learn how many tasks are overdue, never whose.
struct Reminded {
    static constexpr std::string_view kind = "task-reminded";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "A school was reminded of what it is to do next; where it is long overdue, so was the "
        "coordinator.";
    std::optional<VisitId> visit;  ///< one of these three is what it is about
    std::optional<ReviewId> review;
    std::optional<PartnershipId> partnership;
    NetworkId network;
    SchoolId school;
    Duty duty = Duty::answer_visit;
    Urgency urgency = Urgency::due_soon;
    Day due{};
    static constexpr std::array fields{
        Field{"visit", Visibility::coordinator},
        Field{"review", Visibility::coordinator},
        Field{"partnership", Visibility::coordinator},
        Field{"network"},
        Field{"school", Visibility::coordinator, InExports::pseudonym},
        Field{"duty", Visibility::coordinator},
        Field{"urgency"},
        Field{"due", Visibility::coordinator}};
};
BOOST_DESCRIBE_STRUCT(Reminded, (),
                      (visit, review, partnership, network, school, duty, urgency, due))

struct RemindedOfMeeting {
    static constexpr std::string_view kind = "task-reminded-of-meeting";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "A school was reminded of what it is to do for a meeting.";
    MeetingId meeting;
    NetworkId network;
    SchoolId school;
    Duty duty = Duty::answer_meeting_days;
    Urgency urgency = Urgency::due_soon;
    Day due{};
    static constexpr std::array fields{
        Field{"meeting", Visibility::coordinator},
        Field{"network"},
        Field{"school", Visibility::coordinator, InExports::pseudonym},
        Field{"duty", Visibility::coordinator},
        Field{"urgency"},
        Field{"due", Visibility::coordinator}};
};
BOOST_DESCRIBE_STRUCT(RemindedOfMeeting, (), (meeting, network, school, duty, urgency, due))

using Fact = std::variant<Reminded, RemindedOfMeeting>;

/// Who was reminded.
inline SchoolId school_of(const Fact& fact) {
    return std::visit([](const auto& f) { return f.school; }, fact);
}

}  // namespace commonweal::task
