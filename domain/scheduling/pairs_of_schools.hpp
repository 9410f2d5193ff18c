#pragma once
// Pairs: every review has its return review in the same round. Which schools are pairs is a
// matching, so that the choice is exact, and proven for all pairs that are allowed.
//
// Owner: make_arranger.

#include <set>

#include "domain/scheduling/arranger.hpp"
#include "domain/scheduling/pair_matching.hpp"

namespace commonweal::scheduling {

class PairsOfSchools final : public Arranger {
  public:
    explicit PairsOfSchools(const Arranging& arranging);

    std::vector<Review> arrange() override;
    std::vector<Review> arrange(const Otherwise& otherwise) override;
    Bound bound(std::uint64_t placing) const override;
    std::size_t steps() const override { return matchings_; }

  private:
    using Key = std::pair<SchoolNumber, SchoolNumber>;  // the smaller number first

    void leave_room_for_locks();
    void keep_cheapest();
    bool allowed(SchoolNumber one, SchoolNumber other) const;
    Cost cost_of(SchoolNumber one, SchoolNumber other) const;
    /// Edges that are left out and worth more than their schools' prices, the best of each school.
    std::vector<Edge> left_out(const Matching& matching, Cost worth, Cost& most_wrong) const;
    std::vector<Review> reviews_of(const std::vector<Edge>& edges) const;
    Cost more_than_all() const;
    Cost cost_bound_of(std::uint64_t pairs) const;

    const Arranging in_;
    std::vector<std::uint32_t> degree_;
    std::vector<Edge> edges_;
    std::set<Key> known_;  ///< among the edges
    std::set<Key> locked_;
    std::size_t matchings_ = 0;
    std::uint64_t pairs_bound_ = 0;  ///< no plan has more pairs
    Cost cost_bound_ = 0;            ///< of as many as were chosen
    std::size_t chosen_at_first_ = 0;
};

}  // namespace commonweal::scheduling
