#pragma once
// Rotation: each school gives and receives its numbers, swaps allowed or not; a review is by one
// school, or by several that each send one.
//
// Owner: make_arranger.

#include <set>

#include "domain/scheduling/arranger.hpp"

namespace commonweal::scheduling {

class Rotation final : public Arranger {
  public:
    explicit Rotation(const Arranging& arranging);

    std::vector<Review> arrange() override;
    std::vector<Review> arrange(const Otherwise& otherwise) override;
    Bound bound(std::uint64_t placing) const override;
    std::size_t steps() const override { return pairs_.flows; }

  private:
    using Key = std::pair<SchoolNumber, SchoolNumber>;  // giver, host

    void leave_room_for_locks();
    bool open(SchoolNumber giver, SchoolNumber host) const;
    std::vector<Pairing> open_ones(std::vector<Pairing> pairings) const;
    std::vector<Review> reviews_of(const std::vector<Pairing>& pairings) const;
    PairingProblem without(const std::vector<Review>& reviews) const;
    std::vector<Review> whole_teams(const PairingProblem& problem,
                                    const std::vector<Pairing>& pairings) const;
    std::vector<Pairing> pairings_of(const std::vector<Review>& reviews) const;
    Cost cost_of_locks() const;
    Cost balance_before() const;

    const Arranging in_;
    Candidates candidates_;
    PairingProblem problem_;
    std::set<Key> locked_;
    Pairs pairs_;
};

}  // namespace commonweal::scheduling
