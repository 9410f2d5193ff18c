#pragma once
// Triads: schools three by three, each reviewed by the two others. Threes are built from the
// schools that are near each other and made cheaper by exchanges; no quick way to the best is known
// (it is NP-hard), and the bound is that of everybody being reviewed by two.
//
// Owner: make_arranger.

#include <set>

#include "domain/scheduling/arranger.hpp"
#include "domain/scheduling/three_exchange.hpp"

namespace commonweal::scheduling {

class Triads final : public Arranger {
  public:
    explicit Triads(const Arranging& arranging);

    std::vector<Review> arrange() override;
    std::vector<Review> arrange(const Otherwise& otherwise) override;
    Bound bound(std::uint64_t placing) const override;
    std::size_t steps() const override { return tried_; }

  private:
    void find_neighbours();
    bool allowed(SchoolNumber one, SchoolNumber other) const;
    Cost cost_of(SchoolNumber one, SchoolNumber other) const;
    void put_together(std::vector<Three>& threes, const std::set<Three>& without);
    std::vector<Review> reviews_of(const std::vector<Three>& threes) const;
    void add_reviews(const Three& three, std::vector<Review>& to) const;
    std::vector<Cost> balance_costs(SchoolNumber school, std::uint32_t places) const;
    Cost least_balance(std::uint64_t places) const;
    Cost balance_of_locks() const;
    PairingProblem everybody_by_two() const;

    const Arranging in_;
    std::vector<std::uint32_t> places_;  ///< threes that each school can be in, besides the locked
    std::vector<std::vector<SchoolNumber>> neighbours_;
    std::set<Three> locked_;
    std::size_t tried_ = 0;
};

}  // namespace commonweal::scheduling
