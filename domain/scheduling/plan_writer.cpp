#include "domain/scheduling/plan_writer.hpp"

#include <algorithm>
#include <tuple>

#include "domain/core/among.hpp"
#include "domain/scheduling/unplaced.hpp"

namespace commonweal::scheduling {
namespace {

constexpr std::size_t alternates_named = 5;

}  // namespace

PlanWriter::PlanWriter(const Instance& instance, const PairingRules& rules,
                       const Placement& placement, const Timetable& timetable)
    : instance_(instance),
      rules_(rules),
      placement_(placement),
      timetable_(timetable),
      account_(instance, placement, timetable.diary()) {}

Plan PlanWriter::write() {
    Plan plan;
    for (std::size_t i = 0; i < placement_.reviews.size(); ++i) {
        if (placement_.slots[i])
            plan.reviews.push_back(review(placement_.reviews[i], *placement_.slots[i]));
    }
    std::ranges::sort(plan.reviews, {}, [](const PlannedReview& review) {
        const auto lead = std::ranges::find(review.team, review::TeamRole::lead, &TeamMember::role);
        return std::tuple{review.days.front(), review.host, lead->reviewer};
    });
    for (const auto& member : instance_.members()) plan.wanted += member.receive;
    plan.placed = plan.reviews.size();
    plan.objective = instance_.in_document(account_.objective());
    plan.unplaced =
        unplaced(instance_, rules_, account_.reviewed_by(), account_.gave(), account_.received());
    plan.ledger = ledger();
    plan.changed = changed();
    return plan;
}

PlannedReview PlanWriter::review(const Review& review, const Slot& slot) const {
    const auto counted = account_.parts(review, slot);
    return {instance_.urn(review.host),
            team(slot),
            instance_.days().days_of(slot.window),
            {instance_.in_document(total_of(instance_, counted)), counted},
            next_best(review),
            alternates(review, slot),
            review.lock != nullptr};
}

std::vector<TeamMember> PlanWriter::team(const Slot& slot) const {
    std::vector<TeamMember> team;
    for (const auto number : slot.team) {
        const auto& person = instance_.person(number);
        const auto role = number == slot.lead ? review::TeamRole::lead
                          : person.trained    ? review::TeamRole::reviewer
                                              : review::TeamRole::training;
        team.push_back({instance_.id(number), instance_.urn(person.school), role});
    }
    std::ranges::sort(team, {}, [](const TeamMember& member) {
        return std::tuple{member.role, member.reviewer};
    });
    return team;
}

/// For somebody of the same school; for the lead only who may lead.
bool PlanWriter::could_stand_in(const Person& person, const Slot& slot) const {
    return std::ranges::any_of(slot.team, [&](PersonNumber member) {
        return instance_.person(member).school == person.school &&
               (member != slot.lead || person.may_lead.test(slot.window));
    });
}

std::vector<std::string> PlanWriter::alternates(const Review& review, const Slot& slot) const {
    std::vector<std::string> names;
    for (const auto giver : review.givers)
        for (const auto number : instance_.member(giver).people)
            if (names.size() < alternates_named && !among(slot.team, number) &&
                timetable_.teams().could_go(review, instance_.person(number), slot.window) &&
                could_stand_in(instance_.person(number), slot))
                names.push_back(instance_.id(number));
    return names;
}

Cost PlanWriter::alone(SchoolNumber giver, SchoolNumber host) const {
    return total_of(instance_, parts_alone(instance_, giver, host));
}

std::optional<NextBest> PlanWriter::next_best(const Review& review) const {
    Cost dearest = alone(review.givers.front(), review.host);
    for (const auto giver : review.givers) dearest = std::max(dearest, alone(giver, review.host));
    std::optional<SchoolNumber> best;
    Cost least = 0;
    for (SchoolNumber giver = 0; giver < instance_.schools(); ++giver) {
        if (giver == review.host || instance_.member(giver).can_give == 0) continue;
        const auto cost = alone(giver, review.host);
        if (best && cost >= least) continue;
        if (std::ranges::binary_search(account_.reviewed_by()[review.host], giver) ||
            rules_.blocked(giver, review.host) != 0)
            continue;
        best = giver;
        least = cost;
    }
    if (!best) return std::nullopt;
    return NextBest{instance_.urn(*best), instance_.in_document(least - dearest),
                    account_.gave()[*best] < instance_.member(*best).give};
}

std::uint64_t PlanWriter::changed() const {
    std::uint64_t unchanged = 0;
    for (std::size_t i = 0; i < placement_.reviews.size(); ++i)
        if (placement_.slots[i])
            unchanged += account_.as_before(placement_.reviews[i], *placement_.slots[i]);
    return instance_.problem().previous.size() - unchanged;
}

std::vector<LedgerLine> PlanWriter::ledger() const {
    std::vector<LedgerLine> lines;
    for (SchoolNumber school = 0; school < instance_.schools(); ++school) {
        const auto& member = instance_.member(school);
        const auto gave = member.gave + account_.gave()[school];
        const auto received = member.received + account_.received()[school];
        lines.push_back({instance_.urn(school), gave, received, gave - received});
    }
    return lines;
}

}  // namespace commonweal::scheduling
