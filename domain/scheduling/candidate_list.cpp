#include "domain/scheduling/candidate_list.hpp"

#include "domain/scheduling/costs.hpp"
#include "domain/scheduling/rules.hpp"

namespace commonweal::scheduling {
namespace {

CandidatePairing told(const Instance& instance, const PairingRules& rules, SchoolNumber giver,
                      SchoolNumber host) {
    CandidatePairing told{instance.urn(host), instance.urn(giver), {}, {}, {}};
    auto by = rules.blocked(giver, host);
    if (instance.member(host).receive == 0) by |= bit(Blocking::receives_none);
    if (by != 0) {
        told.blocked = list_of(by);
        return told;
    }
    const auto parts = parts_alone(instance, giver, host);
    told.cost = ReviewCost{instance.in_document(total_of(instance, parts)), parts};
    told.days = static_cast<std::uint32_t>(rules.windows(giver, host).count());
    return told;
}

}  // namespace

void each_pairing(const Problem& problem,
                  const std::function<bool(const CandidatePairing&)>& visit) {
    const Instance instance(problem);
    const PairingRules rules(instance);
    for (SchoolNumber host = 0; host < instance.schools(); ++host)
        for (SchoolNumber giver = 0; giver < instance.schools(); ++giver)
            if (giver != host && !visit(told(instance, rules, giver, host))) return;
}

}  // namespace commonweal::scheduling
