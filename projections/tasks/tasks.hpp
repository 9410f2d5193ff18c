#pragma once
// What each school owes today, and by when: the next steps of its visits, reviews, partnerships and
// meetings.

#include <map>
#include <set>

#include "projections/diary/diary.hpp"
#include "projections/tasks/overdue.hpp"
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
    /// Nobody is asked for it any more.
    bool lapsed(Day today) const {
        const auto days = task::lapses_after(duty);
        return days && due + *days < today;
    }
    NetworkId network() const {
        return meeting != nullptr ? meeting->summary.network : about->network;
    }
};

class Tasks {
  public:
    /// `entered`: what the event did to the diary, which has folded it.
    void apply(const Recorded& event, const Entered& entered, const Diary& diary);

    /// What is to be done now on everything that a school takes part in: by itself and by others
    /// (for a meeting: by itself). Nothing before the first day that began.
    std::vector<Task> of_school(SchoolId school, const Diary& diary) const;
    /// What somebody on the team of a review is to do for it: its lead all, the others the report.
    std::vector<Task> of_reviewer(PersonId person, const Diary& diary) const;
    /// The reviews on whose team somebody is, for that school, and whose days have not been.
    std::vector<ReviewId> reviews_to_come(PersonId person, SchoolId reviewing,
                                          const Diary& diary) const;
    /// Who is on the team of a review that has something left to do.
    std::vector<PersonId> team_of(ReviewId review) const;
    /// What the schools of a network or a cluster owe and should have done before today.
    std::vector<Task> overdue_in(const Group& group, const Diary& diary) const;
    OverdueCounts overdue(const Group& group) const { return overdue_.of(group); }
    /// The groups whose counts of that may have changed since they were last taken.
    std::set<Group> take_overdue_changed() { return overdue_.take_changed(); }
    /// The policy of reminders: whom to remind on the day that has just begun, in a fixed order.
    std::vector<task::Fact> reminders(const Diary& diary) const;

  private:
    /// A practice that was adopted, and has not been followed up.
    struct Adopted {
        std::uint32_t number = 0;
        SchoolId school;
        Day since{};
        BOOST_DESCRIBE_CLASS(Adopted, (), (number, school, since), (), ())
    };
    void fold_practice(const AnyFact& fact, const Engagements::Step& step);
    void carry_over(const EngagementId& id, const school::CarryOver& carried);
    void fold_meeting(const MeetingEntry& meeting);
    void fold_membership(const AnyFact& fact, Day on);
    void fold_team(const AnyFact& fact, const Engagements::Step& step);
    void drop_member(const EngagementId& id, PersonId person);
    void fold_step(const AnyFact& fact, const Engagements::Step& step);
    void look_again(const Recorded& event, const Entered& entered, const Diary& diary);
    void look_at_due(Day today, const Diary& diary);
    void look_at_moved(const DaysMoved& moved, const Diary& diary);
    void look_at_all(const Diary& diary, std::optional<NetworkId> network);
    void look_at(const EngagementId& id, const Diary& diary);
    void look_at(const MeetingEntry& meeting, const Diary& diary);
    void look_at_meetings(ClusterId cluster, const Diary& diary);
    std::uint16_t working_days(NetworkId network, task::Duty duty) const;
    template <class Use>
    void each(const std::set<EngagementId>& ids, const Diary& diary, Use use) const;
    AllOwed owed_by(const EngagementId& id, const Engagement& about, Day day) const;
    template <class Use>
    void each_of_meetings(SchoolId school, const Diary& diary, Use use) const;
    template <class Use>
    void each_owed(const Diary& diary, Use use) const;
    Day due(NetworkId network, const Owed& owed, const Diary& diary) const;

    /// With something left to do, by either school that takes part.
    std::map<SchoolId, std::set<EngagementId>> unfinished_;
    std::map<EngagementId, std::vector<Adopted>> adopted_;  ///< in the order of their days
    std::map<ClusterId, std::set<MeetingId>> open_meetings_;
    std::map<SchoolId, std::map<ClusterId, Day>> clusters_;  ///< of a school, since when
    std::map<NetworkId, std::vector<task::Deadline>> deadlines_;
    Overdue overdue_;
    std::map<Day, std::vector<EngagementId>> look_again_;  ///< what may be overdue from a day on
    bool looked_ = false;
    /// Who is on the team of which reviews that have something left to do; true: its lead.
    std::map<PersonId, std::map<EngagementId, bool>> reviews_of_;
    std::map<EngagementId, std::vector<PersonId>> teams_;

    BOOST_DESCRIBE_CLASS(Tasks, (), (), (),
                         (unfinished_, adopted_, open_meetings_, clusters_, deadlines_, overdue_,
                          look_again_, looked_, reviews_of_, teams_))
};

}  // namespace commonweal::view
