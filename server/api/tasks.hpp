#pragma once
// A task as the API shows it.

#include "projections/tasks/tasks.hpp"

namespace commonweal::api {

/// When something of another school is due is that school's affair, and the coordinator's: whoever
/// waits for it sees what is to be done, and since when.
struct TaskItem {
    task::Duty duty = task::Duty::answer_visit;
    std::optional<VisitId> visit;  ///< one of these four is what it is about
    std::optional<ReviewId> review;
    std::optional<PartnershipId> partnership;
    std::optional<MeetingId> meeting;
    SchoolId school;  ///< that is to do it
    SchoolId other;   ///< that takes part; of a meeting: its host
    NetworkId network;
    std::optional<std::string> theme;  ///< or purpose
    Day since{};
    std::optional<Day> due;
    bool overdue = false;
    bool mine = false;    ///< the reader's own school is to do it
    bool team = false;    ///< the reader is on the review team that is to do it
    bool vacant = false;  ///< nobody is lead or head there: it has gone up to the coordinator
};
BOOST_DESCRIBE_STRUCT(TaskItem, (),
                      (duty, visit, review, partnership, meeting, school, other, network, theme,
                       since, due, overdue, mine, team, vacant))

/// How many working days a network gives its schools for a step.
struct DeadlineView {
    task::Duty duty = task::Duty::answer_visit;
    std::uint16_t working_days = 0;
    bool own = false;  ///< the network has set it itself
};
BOOST_DESCRIBE_STRUCT(DeadlineView, (), (duty, working_days, own))

}  // namespace commonweal::api
