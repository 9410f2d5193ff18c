#include "domain/scheduling/costs.hpp"

#include <algorithm>

#include "domain/scheduling/distance.hpp"

namespace commonweal::scheduling {
namespace {

constexpr std::uint32_t past_reviews_counted = 5;
constexpr std::int64_t repeat_counts = 5;
constexpr std::int64_t beyond_the_cap_counts = 2;  ///< besides the once that all count

std::int64_t travel(const Instance& instance, const Member& giver, const Member& host) {
    const auto kilometres = kilometres_between(giver, host);
    const auto& cap = instance.rules().travel_cap_km;
    if (!cap || !instance.soft(SoftRule::travel_cap)) return kilometres;
    const auto beyond = kilometres - static_cast<std::int64_t>(std::ceil(*cap));
    return kilometres + beyond_the_cap_counts * std::max<std::int64_t>(0, beyond);
}

std::int64_t novelty(const Instance& instance, SchoolNumber giver, const Member& host) {
    if (host.past.empty()) return 0;
    const auto found = std::ranges::lower_bound(host.past, giver, {}, &PastWith::other);
    if (found == host.past.end() || found->other != giver) return 0;
    return std::min(found->reviews, past_reviews_counted) +
           (found->repeat && instance.soft(SoftRule::no_repeat) ? repeat_counts : 0);
}

}  // namespace

Parts& Parts::operator+=(const Parts& other) {
    travel += other.travel;
    phase += other.phase;
    balance += other.balance;
    expertise += other.expertise;
    novelty += other.novelty;
    spread += other.spread;
    stability += other.stability;
    return *this;
}

bool paired_before(const Instance& instance, SchoolNumber giver, SchoolNumber host) {
    return std::ranges::binary_search(instance.member(host).reviewed_by, giver);
}

Parts parts_of_pairing(const Instance& instance, SchoolNumber giver, SchoolNumber host) {
    const auto& from = instance.member(giver);
    const auto& to = instance.member(host);
    Parts parts;
    parts.travel = travel(instance, from, to);
    parts.phase = steps_between(from.phase, to.phase);
    parts.expertise = static_cast<std::int64_t>((to.needs & ~from.offers).count());
    parts.novelty = novelty(instance, giver, to);
    if (instance.replanning() && !paired_before(instance, giver, host))
        parts.stability = new_school + (instance.from_one_school() ? not_as_before : 0);
    return parts;
}

Parts parts_alone(const Instance& instance, SchoolNumber giver, SchoolNumber host) {
    auto parts = parts_of_pairing(instance, giver, host);
    parts.balance = 2 * (instance.member(giver).ahead() - instance.member(host).ahead()) + 2;
    return parts;
}

Cost total_of(const Instance& instance, const Parts& parts) {
    const auto& weights = instance.weights();
    return weights.travel * parts.travel + weights.phase * parts.phase +
           weights.balance * parts.balance + weights.expertise * parts.expertise +
           weights.novelty * parts.novelty + weights.spread * parts.spread +
           weights.stability * parts.stability;
}

}  // namespace commonweal::scheduling
