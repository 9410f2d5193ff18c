#pragma once
// Who and what is taken while a plan is made: hosts, people, releases, weeks.
//
// Owner: Timetable.

#include "domain/scheduling/instance.hpp"

namespace commonweal::scheduling {

/// A review without its days: who reviews whom.
struct Review {
    SchoolNumber host = 0;
    std::vector<SchoolNumber> givers;  ///< in order
    const Given* lock = nullptr;       ///< where it is locked
    const Given* before = nullptr;     ///< the same schools in the plan before
};

/// When, and by whom.
struct Slot {
    WindowNumber window = 0;
    PersonNumber lead = 0;
    std::vector<PersonNumber> team;  ///< with the lead, in order
};

class Diary {
  public:
    explicit Diary(const Instance& instance);

    void put(const Review& review, const Slot& slot) { change(review, slot, 1); }
    void take(const Review& review, const Slot& slot) { change(review, slot, -1); }

    bool host_free(SchoolNumber host, WindowNumber window) const {
        return (hosting_[host] & instance_.days().day_set_of(window)).none();
    }
    /// On no other review then, and with one left to take part in.
    bool person_free(PersonNumber person, WindowNumber window) const {
        return load_[person] < instance_.person(person).capacity &&
               (reviewing_[person] & instance_.days().day_set_of(window)).none();
    }
    std::uint32_t left_of(PersonNumber person) const {
        return instance_.person(person).capacity - load_[person];
    }
    /// Every hard bound on releases is kept with one review more.
    bool releases_free(const Review& review, WindowNumber window) const;

    /// What one more review then adds to spread: in units of the part.
    std::int64_t spread_of(const Review& review, WindowNumber window) const;
    std::uint32_t in_week(WeekNumber week) const { return begin_in_[week]; }
    /// The spread part of a review that is in the diary.
    std::int64_t spread_in(const Review& review, const Slot& slot) const;

  private:
    void change(const Review& review, const Slot& slot, int by);
    std::uint32_t& released(SchoolNumber school, WeekNumber week) {
        return released_[std::size_t{school} * weeks_ + week];
    }
    std::uint32_t released(SchoolNumber school, WeekNumber week) const {
        return released_[std::size_t{school} * weeks_ + week];
    }
    template <class Visit>
    void each_release(const Review& review, WindowNumber window, Visit visit) const {
        for (const auto giver : review.givers)
            for (auto week = instance_.days().first_week(window);
                 week <= instance_.days().last_week(window); ++week)
                if (instance_.days().has_day_in(window, week)) visit(giver, week);
    }

    const Instance& instance_;
    std::uint32_t weeks_;
    std::optional<std::uint32_t> releases_;
    bool releases_soft_;
    std::vector<DaySet> hosting_;
    std::vector<DaySet> reviewing_;
    std::vector<std::uint32_t> load_;
    std::vector<std::uint32_t> released_;  ///< by school and week
    std::vector<std::uint32_t> begin_in_;  ///< by week
};

}  // namespace commonweal::scheduling
