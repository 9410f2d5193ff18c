#pragma once
// Which people go on a review, in one window.
//
// Owner: Timetable.

#include "domain/scheduling/diary.hpp"

namespace commonweal::scheduling {

class Teams {
  public:
    Teams(const Instance& instance, const Diary& diary) : instance_(instance), diary_(diary) {}

    /// The people who are free then: one who leads, and the rest of the team. Those of the plan
    /// before first; then whoever leaves most room for other reviews. None: there are too few.
    std::optional<Slot> pick(const Review& review, WindowNumber window) const;

    /// Whether this person could take part in the review then, were a place free.
    bool could_go(const Review& review, const Person& person, WindowNumber window) const;

  private:
    using People = std::vector<const Person*>;

    std::optional<Slot> locked_team(const Review& review, WindowNumber window) const;
    People free_people(const Review& review, WindowNumber window) const;
    const Person* lead_of(const Review& review, const People& free, WindowNumber window) const;
    void sort_for_team(const Review& review, People& free) const;
    bool as_before(const Review& review, const Person& person) const;

    const Instance& instance_;
    const Diary& diary_;
};

}  // namespace commonweal::scheduling
