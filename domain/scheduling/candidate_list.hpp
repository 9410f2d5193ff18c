#pragma once
// Every pairing of a round, for whoever wants to see what the solver saw: the allowed ones with
// their cost, the blocked ones with all the rules that block them.

#include <functional>

#include "domain/scheduling/plan.hpp"

namespace commonweal::scheduling {

struct CandidatePairing {
    std::string host;
    std::string reviewing_school;
    std::optional<ReviewCost> cost;     ///< as if it were the only pairing; none: it is blocked
    std::optional<std::uint32_t> days;  ///< on so many first days, as far as the two schools go
    std::vector<Blocking> blocked;
};
BOOST_DESCRIBE_STRUCT(CandidatePairing, (), (host, reviewing_school, cost, days, blocked))

/// Host by host; of each host every other school. Ends where `visit` says false.
void each_pairing(const Problem& problem,
                  const std::function<bool(const CandidatePairing&)>& visit);

}  // namespace commonweal::scheduling
