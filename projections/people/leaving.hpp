#pragma once
// The policy of leaving: whoever no longer works at a school is off the teams of its reviews that
// are to come.

#include "projections/people/people.hpp"
#include "projections/tasks/tasks.hpp"

namespace commonweal::view {

struct Leaving {
    ReviewId review;
    review::ReleaseMember command;
};

/// What is to follow from an event that the views have folded, in a fixed order. The review itself
/// decides, when it has come to that.
std::vector<Leaving> leaving(const Recorded& event, const People& people, const Tasks& tasks,
                             const Diary& diary);

}  // namespace commonweal::view
