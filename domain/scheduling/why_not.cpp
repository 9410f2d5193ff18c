#include "domain/scheduling/why_not.hpp"

#include <algorithm>
#include <map>

#include "domain/core/among.hpp"
#include "domain/scheduling/costs.hpp"
#include "domain/scheduling/rules.hpp"

namespace commonweal::scheduling {
namespace {

/// A plan's reviews by the numbers of an instance.
class Standing {
  public:
    Standing(const Instance& instance, const Plan& plan) {
        for (SchoolNumber school = 0; school < instance.schools(); ++school)
            schools_.emplace(instance.urn(school), school);
        gave_.resize(instance.schools());
        received_.resize(instance.schools());
        reviewed_by_.resize(instance.schools());
        for (const auto& review : plan.reviews) add(review);
    }

    std::optional<SchoolNumber> school(const std::string& urn) const {
        const auto found = schools_.find(urn);
        return found == schools_.end() ? std::nullopt : std::optional(found->second);
    }
    bool reviews(SchoolNumber giver, SchoolNumber host) const {
        return among(reviewed_by_[host], giver);
    }
    const std::vector<SchoolNumber>& reviewed_by(SchoolNumber host) const {
        return reviewed_by_[host];
    }
    std::uint32_t gave(SchoolNumber school) const { return gave_[school]; }
    std::uint32_t received(SchoolNumber school) const { return received_[school]; }

  private:
    void add(const PlannedReview& review) {
        const auto host = school(review.host);
        if (!host) return;
        ++received_[*host];
        for (const auto& member : review.team)
            if (const auto giver = school(member.school); giver && !reviews(*giver, *host)) {
                reviewed_by_[*host].push_back(*giver);
                ++gave_[*giver];
            }
    }

    std::map<std::string, SchoolNumber> schools_;
    std::vector<std::uint32_t> gave_;
    std::vector<std::uint32_t> received_;
    std::vector<std::vector<SchoolNumber>> reviewed_by_;
};

BlockedBy by_the_plan(const Instance& instance, const Standing& standing, SchoolNumber giver,
                      SchoolNumber host) {
    BlockedBy by = 0;
    if (instance.mode() == Mode::rotation && !instance.swaps() && standing.reviews(host, giver))
        by |= bit(Blocking::swap);
    if (standing.received(host) >= instance.member(host).receive)
        by |= bit(Blocking::receives_enough);
    if (standing.gave(giver) >= instance.member(giver).can_give) by |= bit(Blocking::fully_booked);
    return by;
}

Cost alone(const Instance& instance, SchoolNumber giver, SchoolNumber host) {
    return total_of(instance, parts_alone(instance, giver, host));
}

}  // namespace

std::optional<WhyNotPairing> why_not(const Problem& problem, const Plan& plan,
                                     const std::string& host, const std::string& school) {
    const Instance instance(problem);
    const Standing standing(instance, plan);
    const auto to = standing.school(host);
    const auto from = standing.school(school);
    if (!to || !from || to == from) return std::nullopt;
    WhyNotPairing told;
    told.in_plan = standing.reviews(*from, *to);
    const auto parts = parts_alone(instance, *from, *to);
    told.cost = ReviewCost{instance.in_document(total_of(instance, parts)), parts};
    if (told.in_plan) return told;
    told.blocked = list_of(PairingRules(instance).blocked(*from, *to) |
                           by_the_plan(instance, standing, *from, *to));
    std::optional<Cost> dearest;
    for (const auto giver : standing.reviewed_by(*to))
        dearest =
            std::max(dearest.value_or(alone(instance, giver, *to)), alone(instance, giver, *to));
    if (dearest) told.dearer = told.cost->total - instance.in_document(*dearest);
    return told;
}

}  // namespace commonweal::scheduling
