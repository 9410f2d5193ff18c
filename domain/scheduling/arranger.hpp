#pragma once
// Who reviews whom in a round: one arranger for each mode. Days and people come after; what finds
// none comes back, and is arranged otherwise.
//
// Owner: make_plan.

#include <memory>

#include "domain/scheduling/candidates.hpp"
#include "domain/scheduling/locks.hpp"
#include "domain/scheduling/planner.hpp"

namespace commonweal::scheduling {

/// What an arrangement proves, in reviews and the instance's cost units, with the locked reviews.
struct Bound {
    std::uint64_t placed = 0;  ///< no plan places more
    Cost cost = 0;             ///< no plan that places `placing` costs less
    std::uint64_t placing = 0;
};

/// How an arrangement is to be another.
struct Otherwise {
    const std::vector<Review>&
        without;  ///< by the same schools: they found no days, or are tried so
    const std::vector<Review>& before;  ///< the arrangement that it comes from
    bool near = true;                   ///< as like that as possible; otherwise as cheap
};

class Arranger {
  public:
    virtual ~Arranger() = default;

    /// The locked reviews and those that were found.
    virtual std::vector<Review> arrange() = 0;
    virtual std::vector<Review> arrange(const Otherwise& otherwise) = 0;
    /// Of plans that place so many.
    virtual Bound bound(std::uint64_t placing) const = 0;
    virtual std::size_t steps() const = 0;
};

struct Arranging {
    const Instance& instance;
    const PairingRules& rules;
    const std::vector<Review>& locks;
    const Budget& budget;
};

std::unique_ptr<Arranger> make_arranger(const Arranging& arranging);

}  // namespace commonweal::scheduling
