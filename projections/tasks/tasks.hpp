#pragma once
// What each school owes today, and by when: the next steps of its visits, reviews and partnerships.

#include <map>
#include <set>

#include "projections/engagement/engagement.hpp"

namespace commonweal::view {

/// A step that a school is to take next. From `since` on, which may be still to come (a visit is
/// recorded when its day has come).
struct Owed {
    task::Duty duty = task::Duty::answer_visit;
    SchoolId school;
    Day since{};
};
/// At most three: both sides of a visit that was held write their reflections, and the host may
/// visit in return.
struct AllOwed {
    std::array<Owed, 3> rows{};
    std::size_t count = 0;

    // A range itself, and none of its parts: what a loop runs over may be a temporary.
    const Owed* begin() const { return rows.data(); }
    const Owed* end() const { return rows.data() + count; }
};
AllOwed owed_of(const Engagement& engagement);

/// Something owed, with its day and what it is about.
struct Task : Owed {
    EngagementId id;
    const Engagement* about = nullptr;  ///< until the next event
    Day due{};

    SchoolId other() const { return about->giver == school ? about->receiver : about->giver; }
};

class Tasks {
  public:
    /// `step`: what the event did to a visit, a review or a partnership, if it is about one.
    void apply(const Recorded& event, const std::optional<Engagements::Step>& step);

    /// What is to be done now on everything that a school takes part in: by itself and by others.
    /// Nothing before the first day that began.
    std::vector<Task> of_school(SchoolId school, const Engagements& engagements) const;
    /// What the schools of a network owe and should have done before today.
    std::vector<Task> overdue_in(NetworkId network, const Engagements& engagements) const;
    /// The policy of reminders: whom to remind on the day that has just begun, in a fixed order.
    std::vector<task::Reminded> reminders(const Engagements& engagements) const;

  private:
    template <class Use>
    void each(const std::set<EngagementId>& ids, const Engagements& engagements, Use use) const;
    template <class Use>
    void each_owed(const Engagements& engagements, Use use) const;
    Task task(const EngagementId& id, const Engagement& about, const Owed& owed) const;

    /// With something left to do, by either school that takes part.
    std::map<SchoolId, std::set<EngagementId>> unfinished_;
    std::map<NetworkId, std::vector<task::Deadline>> deadlines_;
    BankHolidays holidays_;
};

}  // namespace commonweal::view
