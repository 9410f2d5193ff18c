#include "domain/scheduling/account.hpp"

#include <algorithm>

#include "domain/core/sorted.hpp"

namespace commonweal::scheduling {

Account::Account(const Instance& instance, const Placement& placement, const Diary& diary)
    : instance_(instance),
      placement_(placement),
      diary_(diary),
      gave_(instance.schools()),
      received_(instance.schools()),
      reviewed_by_(instance.schools()) {
    for (std::size_t i = 0; i < placement.reviews.size(); ++i) {
        if (!placement.slots[i]) continue;
        const auto& review = placement.reviews[i];
        ++received_[review.host];
        for (const auto giver : review.givers) {
            ++gave_[giver];
            insert(reviewed_by_[review.host], giver);
        }
    }
}

Parts Account::parts(const Review& review, const Slot& slot) const {
    const auto before_and_after = [&](SchoolNumber school) {
        return instance_.member(school).ahead() * 2 + gave_[school] - received_[school];
    };
    Parts parts;
    for (const auto giver : review.givers) {
        parts += parts_of_pairing(instance_, giver, review.host);
        parts.balance += before_and_after(giver);
    }
    parts.balance -= before_and_after(review.host);
    parts.spread = diary_.spread_in(review, slot);
    parts.stability = 0;
    if (!instance_.replanning()) return parts;
    for (const auto giver : review.givers)
        if (!paired_before(instance_, giver, review.host)) parts.stability += new_school;
    if (as_before(review, slot) == 0) parts.stability += not_as_before;
    return parts;
}

Cost Account::objective() const {
    Cost sum = 0;
    for (std::size_t i = 0; i < placement_.reviews.size(); ++i)
        if (placement_.slots[i])
            sum += total_of(instance_, parts(placement_.reviews[i], *placement_.slots[i]));
    return sum;
}

std::uint64_t Account::as_before(const Review& review, const Slot& slot) const {
    return static_cast<std::uint64_t>(
        std::ranges::count_if(instance_.member(review.host).reviews_before, [&](std::size_t at) {
            const auto& before = instance_.previous()[at];
            return before.givers == review.givers &&
                   (!before.days_said || before.window == slot.window) &&
                   (before.people.empty() || before.people == slot.team);
        }));
}

}  // namespace commonweal::scheduling
