#pragma once
// From reviews with their days and people to the plan as a document, with every cost in parts.
//
// Owner: make_plan.

#include "domain/scheduling/arranger.hpp"
#include "domain/scheduling/timetable.hpp"

namespace commonweal::scheduling {

/// Reviews with a slot for each that found one, and the diary in which they stand.
struct Placement {
    std::vector<Review> reviews;
    std::vector<std::optional<Slot>> slots;
    std::uint64_t placed = 0;
};

class PlanWriter {
  public:
    PlanWriter(const Instance& instance, const PairingRules& rules, const Placement& placement,
               const Timetable& timetable);

    /// All but the proof, the contradictions and what was spent.
    Plan write();

  private:
    void count();
    PlannedReview review(const Review& review, const Slot& slot) const;
    Parts parts(const Review& review, const Slot& slot) const;
    std::vector<TeamMember> team(const Slot& slot) const;
    bool could_stand_in(const Person& person, const Slot& slot) const;
    std::vector<std::string> alternates(const Review& review, const Slot& slot) const;
    std::optional<NextBest> next_best(const Review& review) const;
    Cost alone(SchoolNumber giver, SchoolNumber host) const;
    /// Reviews of the plan before that are this one.
    std::uint64_t as_before(const Review& review, const Slot& slot) const;
    std::uint64_t changed() const;
    std::vector<LedgerLine> ledger() const;

    const Instance& instance_;
    const PairingRules& rules_;
    const Placement& placement_;
    const Timetable& timetable_;
    std::vector<std::int64_t> gave_;
    std::vector<std::int64_t> received_;
    std::vector<std::int64_t> more_;                      ///< gave less received
    std::vector<std::vector<SchoolNumber>> reviewed_by_;  ///< of each host, in order
};

}  // namespace commonweal::scheduling
