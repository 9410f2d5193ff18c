#pragma once
// The hard rules of docs/scheduling.md that one review keeps or breaks, and the teams that they
// leave, for the checker and the exhaustive search.

#include "tests/domain/scheduling/facts.hpp"

namespace commonweal::scheduling::testing {

/// The rules that bar the giver from the host whatever people and days there are: same_trust,
/// no_repeat, phase, place_not_known and travel_cap, in the document's order.
std::vector<Blocking> barred(const Facts& facts, std::size_t giver, std::size_t host);

/// The staff of these schools that could be on a team at the host on these days, sorted. Capacity
/// counts only where it is 0.
std::vector<std::size_t> candidates(const Facts& facts, std::size_t host,
                                    const std::vector<std::size_t>& givers,
                                    const std::vector<Day>& days);

/// None where team and schools are as the mode wants them; otherwise what is wrong.
std::optional<std::string> wrong_schools(const Facts& facts, const std::vector<std::size_t>& people,
                                         std::size_t givers);

/// Every team that these schools could send to the host on these days.
std::vector<std::vector<std::size_t>> teams(const Facts& facts, std::size_t host,
                                            const std::vector<std::size_t>& givers,
                                            const std::vector<Day>& days);

/// Whether a school may review a host where only these two are looked at. What the document leaves
/// open is answered twice.
struct MayReview {
    bool surely = false;    ///< every reading of the rules allows it
    bool possibly = false;  ///< some reading does
};
MayReview may_review(const Facts& facts, std::size_t giver, std::size_t host);

}  // namespace commonweal::scheduling::testing
