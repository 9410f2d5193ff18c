#pragma once
// What each school owes today, and by when: the next steps of its visits, reviews, partnerships and
// meetings.

#include <map>
#include <set>

#include "projections/diary/diary.hpp"
#include "projections/tasks/owed.hpp"

namespace commonweal::view {

/// Something owed, with its day and what it is about: one of the two, until the next event.
struct Task : Owed {
    IdBytes id{};
    const Engagement* about = nullptr;
    const MeetingEntry* meeting = nullptr;
    Day due{};

    /// The other school of a visit, a review or a partnership; the host of a meeting.
    SchoolId other() const {
        if (meeting != nullptr) return meeting->summary.host;
        return about->giver == school ? about->receiver : about->giver;
    }
    NetworkId network() const {
        return meeting != nullptr ? meeting->summary.network : about->network;
    }
};

class Tasks {
  public:
    /// `entered`: what the event did to the diary.
    void apply(const Recorded& event, const Entered& entered);

    /// What is to be done now on everything that a school takes part in: by itself and by others
    /// (for a meeting: by itself). Nothing before the first day that began.
    std::vector<Task> of_school(SchoolId school, const Diary& diary) const;
    /// What the schools of a network owe and should have done before today.
    std::vector<Task> overdue_in(NetworkId network, const Diary& diary) const;
    /// The policy of reminders: whom to remind on the day that has just begun, in a fixed order.
    std::vector<task::Fact> reminders(const Diary& diary) const;

  private:
    /// A practice that was adopted, and has not been followed up.
    struct Adopted {
        std::uint32_t number = 0;
        SchoolId school;
        Day since{};
    };
    void fold_practice(const AnyFact& fact, const Engagements::Step& step);
    void carry_over(const EngagementId& id, const school::CarryOver& carried);
    void fold_meeting(const MeetingEntry& meeting);
    template <class Use>
    void each(const std::set<EngagementId>& ids, const Diary& diary, Use use) const;
    template <class Use>
    void each_practice(const EngagementId& id, const Engagement& about, Day today, Use use) const;
    template <class Use>
    void each_of_meetings(SchoolId school, const Diary& diary, Use use) const;
    template <class Use>
    void each_owed(const Diary& diary, Use use) const;
    Day due(NetworkId network, const Owed& owed) const;

    /// With something left to do, by either school that takes part.
    std::map<SchoolId, std::set<EngagementId>> unfinished_;
    std::map<EngagementId, std::vector<Adopted>> adopted_;  ///< in the order of their days
    std::map<ClusterId, std::set<MeetingId>> open_meetings_;
    std::map<SchoolId, std::map<ClusterId, Day>> clusters_;  ///< of a school, since when
    std::map<NetworkId, std::vector<task::Deadline>> deadlines_;
    BankHolidays holidays_;
};

}  // namespace commonweal::view
