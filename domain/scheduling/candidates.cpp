#include "domain/scheduling/candidates.hpp"

#include <algorithm>
#include <tuple>

namespace commonweal::scheduling {
namespace {

constexpr std::size_t kept_a_side = 25;
constexpr std::size_t brought_in_a_host = 10;

auto order(const Pairing& pairing) {
    return std::pair{pairing.host, pairing.giver};
}

}  // namespace

bool Candidates::Cheapest::takes(Cost cost, SchoolNumber other) const {
    return heap.size() < kept_a_side || std::pair{cost, other} < heap.front();
}

void Candidates::Cheapest::take(Cost cost, SchoolNumber other) {
    if (heap.size() == kept_a_side) {
        std::ranges::pop_heap(heap);
        heap.pop_back();
    }
    heap.emplace_back(cost, other);
    std::ranges::push_heap(heap);
}

Candidates::Candidates(const Instance& instance, const PairingRules& rules)
    : instance_(instance), rules_(rules) {
    std::vector<Cheapest> of_givers(instance.schools());
    for (SchoolNumber host = 0; host < instance.schools(); ++host)
        if (instance.member(host).receive > 0) collect(host, of_givers);
    for (SchoolNumber giver = 0; giver < instance.schools(); ++giver)
        for (const auto& [cost, host] : of_givers[giver].heap)
            kept_.push_back(pairing(giver, host));
    std::ranges::sort(kept_, {}, order);
    const auto twice = std::ranges::unique(kept_, {}, order);
    kept_.erase(twice.begin(), twice.end());
}

/// Rules are looked at only where the cost is small enough: that is seldom.
void Candidates::collect(SchoolNumber host, std::vector<Cheapest>& of_givers) {
    Cheapest of_host;
    for (SchoolNumber giver = 0; giver < instance_.schools(); ++giver) {
        if (giver == host || instance_.member(giver).can_give == 0) continue;
        const auto cost = cost_of_pairing(instance_, giver, host);
        dearest_ = std::max(dearest_, cost);
        const bool for_host = of_host.takes(cost, giver);
        const bool for_giver = of_givers[giver].takes(cost, host);
        if ((!for_host && !for_giver) || rules_.blocked(giver, host) != 0) continue;
        if (for_host) of_host.take(cost, giver);
        if (for_giver) of_givers[giver].take(cost, host);
    }
    for (const auto& [cost, giver] : of_host.heap) kept_.push_back(pairing(giver, host));
}

Pairing Candidates::pairing(SchoolNumber giver, SchoolNumber host) const {
    const bool leads = !instance_.from_different() || rules_.lead_windows(giver, host).any();
    return {giver, host, cost_of_pairing(instance_, giver, host), leads};
}

bool Candidates::is_kept(SchoolNumber giver, SchoolNumber host) const {
    return std::ranges::binary_search(kept_, std::pair{host, giver}, {}, order);
}

std::vector<Pairing> Candidates::worth_choosing(const Prices& prices) const {
    std::vector<Pairing> worth;
    std::vector<std::pair<Cost, SchoolNumber>> of_host;
    for (SchoolNumber host = 0; host < instance_.schools(); ++host) {
        if (instance_.member(host).receive == 0) continue;
        of_host.clear();
        for (SchoolNumber giver = 0; giver < instance_.schools(); ++giver) {
            if (giver == host || instance_.member(giver).can_give == 0) continue;
            const auto room = prices.receive[host] - prices.give[giver];
            if (room <= 0) continue;
            const auto reduced = cost_of_pairing(instance_, giver, host) * price_unit - room;
            if (reduced < 0 && !is_kept(giver, host) && rules_.blocked(giver, host) == 0)
                of_host.emplace_back(reduced, giver);
        }
        const auto count = std::min(brought_in_a_host, of_host.size());
        std::ranges::partial_sort(of_host, of_host.begin() + static_cast<std::ptrdiff_t>(count));
        for (std::size_t i = 0; i < count; ++i) worth.push_back(pairing(of_host[i].second, host));
    }
    return worth;
}

}  // namespace commonweal::scheduling
