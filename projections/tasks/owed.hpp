#pragma once
// Which step is whose to take next, and from when on.

#include "projections/engagement/engagement.hpp"
#include "projections/meeting/meetings.hpp"

namespace commonweal::view {

/// A step that a school is to take next. From `since` on, which may be still to come (a visit is
/// recorded when its day has come).
struct Owed {
    task::Duty duty = task::Duty::answer_visit;
    SchoolId school;
    Day since{};
};
/// At most five: both sides of a visit that was held write their reflections and follow up what
/// they adopted, and the host may visit in return.
struct AllOwed {
    std::array<Owed, 5> rows{};
    std::size_t count = 0;

    void add(const Owed& owed) { rows[count++] = owed; }

    // A range itself, and none of its parts: what a loop runs over may be a temporary.
    const Owed* begin() const { return rows.data(); }
    const Owed* end() const { return rows.data() + count; }
};
AllOwed owed_of(const Engagement& engagement);

/// What a school of the cluster owes for a meeting: nobody is asked to answer once the days have
/// gone by.
std::vector<Owed> owed_for(const MeetingEntry& meeting, SchoolId school, Day today);

}  // namespace commonweal::view
