#pragma once
// When the reviews of a plan are, and with which teams: the tightest first, each where it crowds
// the weeks least; one that finds no place moves another that stands in its way.
//
// Owner: make_plan.

#include <functional>

#include "domain/scheduling/rules.hpp"
#include "domain/scheduling/teams.hpp"

namespace commonweal::scheduling {

class Timetable {
  public:
    /// `shuffled`: the reviews are not placed the tightest first but in an order that follows from
    /// this number, as a plan that is tried another way is.
    Timetable(const Instance& instance, const PairingRules& rules, std::function<bool()> stop,
              std::uint64_t shuffled = 0);

    /// A slot for each review, in their order, and none for those that find no place.
    std::vector<std::optional<Slot>> place(const std::vector<Review>& reviews);
    /// Takes a review that has a slot out again.
    void drop(std::size_t review) { take(review); }
    /// As it is after place().
    const Diary& diary() const { return diary_; }
    const Teams& teams() const { return teams_; }

    /// The windows in which the host and all reviewing schools can, by themselves.
    static WindowSet windows_of(const Instance& instance, const PairingRules& rules,
                                const Review& review);

  private:
    using Number = std::size_t;  ///< of a review

    std::vector<Number> tightest_first() const;
    std::vector<WindowNumber> best_windows(Number number) const;
    Cost cost_in(Number number, WindowNumber window) const;
    std::optional<Slot> slot_in(Number number, WindowNumber window) const;
    bool put_anywhere(Number number);
    bool put_instead(Number number);
    bool put_after_moving(Number number, Number other);
    void smooth();
    void put(Number number, Slot slot);
    Slot take(Number number);

    const Instance& instance_;
    const PairingRules& rules_;
    std::function<bool()> stop_;
    std::uint64_t shuffled_;
    Diary diary_;
    Teams teams_;
    const std::vector<Review>* reviews_ = nullptr;
    std::vector<WindowSet> windows_;
    std::vector<std::optional<Slot>> slots_;
    std::vector<std::vector<Number>> of_school_;  ///< reviews that it hosts or staffs
};

}  // namespace commonweal::scheduling
