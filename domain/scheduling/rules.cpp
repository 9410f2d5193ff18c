#include "domain/scheduling/rules.hpp"

#include <algorithm>
#include <bit>

#include "domain/scheduling/distance.hpp"

namespace commonweal::scheduling {

Blocking first_of(BlockedBy rules) {
    return static_cast<Blocking>(std::countr_zero(rules));
}

std::vector<Blocking> list_of(BlockedBy rules) {
    std::vector<Blocking> list;
    for (; rules != 0; rules &= rules - 1) list.push_back(first_of(rules));
    return list;
}

PairingRules::PairingRules(const Instance& instance)
    : instance_(instance),
      lead_needed_(instance.from_one_school()),
      return_needed_(instance.mode() != Mode::rotation) {
    for (SchoolNumber school = 0; school < instance.schools(); ++school)
        sends_.push_back(sends(school, nullptr));
}

PairingRules::Sends PairingRules::sends(SchoolNumber giver, const SchoolNumber* host) const {
    Sends sends;
    std::vector<const Person*> people;
    for (const auto number : instance_.member(giver).people) {
        const auto& person = instance_.person(number);
        if (person.capacity == 0 || person.in_date.none()) continue;
        if (host != nullptr && std::ranges::binary_search(person.conflicts, *host)) continue;
        people.push_back(&person);
    }
    sends.enough = people.size() >= instance_.sends();
    for (const auto* person : people) {
        sends.has_lead = sends.has_lead || person->can_lead;
        sends.lead |= person->may_lead;
    }
    for (WindowNumber window = 0; window < instance_.days().windows(); ++window) {
        const auto there = static_cast<std::size_t>(std::ranges::count_if(
            people, [&](const auto* person) { return person->may_review.test(window); }));
        if (there >= instance_.sends() && (!lead_needed_ || sends.lead.test(window)))
            sends.windows.set(window);
    }
    sends.windows &= instance_.member(giver).open;
    sends.lead &= sends.windows;
    return sends;
}

bool PairingRules::in_conflict(SchoolNumber giver, SchoolNumber host) const {
    const auto& with = instance_.member(host).in_conflict;
    return !with.empty() && std::ranges::binary_search(with, giver);
}

WindowSet PairingRules::windows(SchoolNumber giver, SchoolNumber host) const {
    const auto& open = instance_.member(host).open;
    return open & (in_conflict(giver, host) ? sends(giver, &host) : sends_[giver]).windows;
}

WindowSet PairingRules::lead_windows(SchoolNumber giver, SchoolNumber host) const {
    const auto& open = instance_.member(host).open;
    return open & (in_conflict(giver, host) ? sends(giver, &host) : sends_[giver]).lead;
}

BlockedBy PairingRules::by_place(const Member& giver, const Member& host) const {
    const auto& cap = instance_.rules().travel_cap_km;
    if (!cap || instance_.soft(SoftRule::travel_cap)) return 0;
    if (!giver.has_place || !host.has_place) return bit(Blocking::place_not_known);
    return farther_than(giver, host, *cap) ? bit(Blocking::travel_cap) : 0;
}

BlockedBy PairingRules::by_people(SchoolNumber giver, SchoolNumber host) const {
    const auto& usual = sends_[giver];
    BlockedBy by = 0;
    if (lead_needed_ && !usual.has_lead) by |= bit(Blocking::no_lead);
    if (!usual.enough) by |= bit(Blocking::team_too_small);
    if (in_conflict(giver, host)) {
        const auto without = sends(giver, &host);
        const bool lead_lost = lead_needed_ && usual.has_lead && !without.has_lead;
        if (lead_lost || (usual.enough && !without.enough)) by |= bit(Blocking::conflict);
        if ((without.windows & instance_.member(host).open).none() && by == 0)
            by |= bit(Blocking::no_common_day);
    } else if (by == 0 && (usual.windows & instance_.member(host).open).none()) {
        by |= bit(Blocking::no_common_day);
    }
    return by;
}

BlockedBy PairingRules::one_way(SchoolNumber giver, SchoolNumber host) const {
    const auto& from = instance_.member(giver);
    const auto& to = instance_.member(host);
    auto by = by_place(from, to) | by_people(giver, host);
    if (from.trust != 0 && from.trust == to.trust) by |= bit(Blocking::same_trust);
    if (from.give == 0) by |= bit(Blocking::gives_none);
    if (instance_.rules().phase_rule == Strictness::hard && steps_between(from.phase, to.phase) > 1)
        by |= bit(Blocking::phase);
    if (!to.past.empty() && !instance_.soft(SoftRule::no_repeat)) {
        const auto found = std::ranges::lower_bound(to.past, giver, {}, &PastWith::other);
        if (found != to.past.end() && found->other == giver && found->repeat)
            by |= bit(Blocking::no_repeat);
    }
    return by;
}

BlockedBy PairingRules::blocked(SchoolNumber giver, SchoolNumber host) const {
    auto by = one_way(giver, host);
    if (!return_needed_) return by;
    if (instance_.member(giver).receive == 0) by |= bit(Blocking::receives_none);
    if (one_way(host, giver) != 0) by |= bit(Blocking::return_blocked);
    return by;
}

}  // namespace commonweal::scheduling
