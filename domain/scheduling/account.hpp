#pragma once
// What the reviews of a placement cost, in parts, and who gives and receives how many.
//
// Owner: Planner and PlanWriter.

#include "domain/scheduling/costs.hpp"
#include "domain/scheduling/diary.hpp"

namespace commonweal::scheduling {

/// Reviews, and a slot for each that found one.
struct Placement {
    std::vector<Review> reviews;
    std::vector<std::optional<Slot>> slots;
    std::uint64_t placed = 0;
};

class Account {
  public:
    Account(const Instance& instance, const Placement& placement, const Diary& diary);

    const std::vector<std::int64_t>& gave() const { return gave_; }
    const std::vector<std::int64_t>& received() const { return received_; }
    /// Of each host the schools that review it, in order.
    const std::vector<std::vector<SchoolNumber>>& reviewed_by() const { return reviewed_by_; }

    Parts parts(const Review& review, const Slot& slot) const;
    /// Of all reviews that have a slot.
    Cost objective() const;
    /// Reviews of the plan before that are this one. What that plan does not say is as before; it
    /// may say the same twice.
    std::uint64_t as_before(const Review& review, const Slot& slot) const;

  private:
    const Instance& instance_;
    const Placement& placement_;
    const Diary& diary_;
    std::vector<std::int64_t> gave_;
    std::vector<std::int64_t> received_;
    std::vector<std::vector<SchoolNumber>> reviewed_by_;
};

}  // namespace commonweal::scheduling
