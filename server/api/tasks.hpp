#pragma once
// A task as the API shows it.

#include "projections/tasks/tasks.hpp"

namespace commonweal::api {

/// When something of another school is due is that school's affair, and the coordinator's: whoever
/// waits for it sees what is to be done, and since when.
struct TaskItem {
    task::Duty duty = task::Duty::answer_visit;
    std::optional<VisitId> visit;  ///< one of these three is what it is about
    std::optional<ReviewId> review;
    std::optional<PartnershipId> partnership;
    SchoolId school;  ///< that is to do it
    SchoolId other;   ///< that takes part
    NetworkId network;
    std::optional<std::string> theme;  ///< or purpose
    Day since{};
    std::optional<Day> due;
    bool overdue = false;
    bool mine = false;  ///< the reader's own school is to do it
};
BOOST_DESCRIBE_STRUCT(TaskItem, (),
                      (duty, visit, review, partnership, school, other, network, theme, since, due,
                       overdue, mine))

}  // namespace commonweal::api
