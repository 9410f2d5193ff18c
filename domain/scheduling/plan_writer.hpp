#pragma once
// From reviews with their days and people to the plan as a document, with every cost in parts.
//
// Owner: make_plan.

#include "domain/scheduling/account.hpp"
#include "domain/scheduling/rules.hpp"
#include "domain/scheduling/timetable.hpp"

namespace commonweal::scheduling {

class PlanWriter {
  public:
    PlanWriter(const Instance& instance, const PairingRules& rules, const Placement& placement,
               const Timetable& timetable);

    /// All but the proof, the contradictions and what was spent.
    Plan write();

  private:
    PlannedReview review(const Review& review, const Slot& slot) const;
    std::vector<TeamMember> team(const Slot& slot) const;
    bool could_stand_in(const Person& person, const Slot& slot) const;
    std::vector<std::string> alternates(const Review& review, const Slot& slot) const;
    std::optional<NextBest> next_best(const Review& review) const;
    Cost alone(SchoolNumber giver, SchoolNumber host) const;
    std::uint64_t changed() const;
    std::vector<LedgerLine> ledger() const;

    const Instance& instance_;
    const PairingRules& rules_;
    const Placement& placement_;
    const Timetable& timetable_;
    Account account_;
};

}  // namespace commonweal::scheduling
