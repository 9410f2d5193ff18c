#include "domain/scheduling/unplaced.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <tuple>

namespace commonweal::scheduling {
namespace {

class Explaining {
  public:
    Explaining(const Instance& instance, const PairingRules& rules,
               const std::vector<std::vector<SchoolNumber>>& reviewed_by,
               const std::vector<std::int64_t>& gave, const std::vector<std::int64_t>& received)
        : instance_(instance),
          rules_(rules),
          reviewed_by_(reviewed_by),
          gave_(gave),
          received_(received) {}

    Unplaced explain(SchoolNumber school, Wants wants, std::int64_t reviews) const {
        std::array<std::uint64_t, 32> counts{};
        std::optional<std::tuple<int, Cost, SchoolNumber>> least;
        for (SchoolNumber other = 0; other < instance_.schools(); ++other) {
            if (other == school) continue;
            const auto giver = wants == Wants::receive ? other : school;
            const auto host = wants == Wants::receive ? school : other;
            const auto by = blocked(giver, host, wants);
            ++counts[static_cast<std::size_t>(first_of(by))];
            if ((by & bit(Blocking::reviews_it)) != 0) continue;
            const std::tuple relaxing{std::popcount(by), cost_of_pairing(instance_, giver, host),
                                      other};
            if (!least || relaxing < *least) least = relaxing;
        }
        Unplaced told{instance_.urn(school), wants, static_cast<std::uint32_t>(reviews), {}, {}};
        for (std::size_t rule = 0; rule < counts.size(); ++rule)
            if (counts[rule] > 0)
                told.blocked.push_back({static_cast<Blocking>(rule), counts[rule]});
        if (least) told.relax = relaxation(school, wants, *least);
        return told;
    }

  private:
    /// Why this pairing is not in the plan: never nothing.
    BlockedBy blocked(SchoolNumber giver, SchoolNumber host, Wants wants) const {
        auto by = rules_.blocked(giver, host);
        if (reviews(giver, host)) by |= bit(Blocking::reviews_it);
        if (!instance_.swaps() && instance_.mode() == Mode::rotation && reviews(host, giver))
            by |= bit(Blocking::swap);
        if (wants == Wants::give && instance_.member(host).receive == 0)
            by |= bit(Blocking::receives_none);
        else if (wants == Wants::give && received_[host] >= instance_.member(host).receive)
            by |= bit(Blocking::receives_enough);
        if (wants == Wants::receive && gave_[giver] >= instance_.member(giver).can_give)
            by |= bit(Blocking::fully_booked);
        return by != 0 ? by : bit(Blocking::days_taken);
    }
    bool reviews(SchoolNumber giver, SchoolNumber host) const {
        return std::ranges::binary_search(reviewed_by_[host], giver);
    }
    Relaxation relaxation(SchoolNumber school, Wants wants,
                          const std::tuple<int, Cost, SchoolNumber>& least) const {
        const auto& [count, cost, other] = least;
        const auto giver = wants == Wants::receive ? other : school;
        const auto host = wants == Wants::receive ? school : other;
        return {list_of(blocked(giver, host, wants)), instance_.urn(other),
                instance_.in_document(cost)};
    }

    const Instance& instance_;
    const PairingRules& rules_;
    const std::vector<std::vector<SchoolNumber>>& reviewed_by_;
    const std::vector<std::int64_t>& gave_;
    const std::vector<std::int64_t>& received_;
};

}  // namespace

std::vector<Unplaced> unplaced(const Instance& instance, const PairingRules& rules,
                               const std::vector<std::vector<SchoolNumber>>& reviewed_by,
                               const std::vector<std::int64_t>& gave,
                               const std::vector<std::int64_t>& received) {
    const Explaining explaining(instance, rules, reviewed_by, gave, received);
    std::vector<Unplaced> all;
    for (SchoolNumber school = 0; school < instance.schools(); ++school) {
        const auto& member = instance.member(school);
        if (received[school] < member.receive)
            all.push_back(
                explaining.explain(school, Wants::receive, member.receive - received[school]));
        if (gave[school] < member.give)
            all.push_back(explaining.explain(school, Wants::give, member.give - gave[school]));
    }
    return all;
}

}  // namespace commonweal::scheduling
