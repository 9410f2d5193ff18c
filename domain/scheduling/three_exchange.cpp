#include "domain/scheduling/three_exchange.hpp"

#include <algorithm>
#include <set>

#include "domain/scheduling/sequence.hpp"

namespace commonweal::scheduling {
namespace {

using Place = std::uint32_t;  // of a school in a three
using Group = std::array<Place, 3>;

constexpr std::size_t tries_between_questions = 4096;

class Exchange {
  public:
    Exchange(const ThreesProblem& problem, std::uint64_t seed)
        : problem_(problem), of_school_(problem.places.size()), sequence_(seed) {
        for (SchoolNumber school = 0; school < problem.places.size(); ++school)
            for (const auto cost : problem.places[school]) {
                of_school_[school].push_back(static_cast<Place>(school_.size()));
                school_.push_back(school);
                own_cost_.push_back(cost);
            }
        build();
    }

    Threes run(std::size_t tries, const std::function<bool()>& stop) {
        const auto hottest = temperature();
        Threes made;
        for (; made.tried < tries && groups_.size() > 1; ++made.tried) {
            if (made.tried % tries_between_questions == 0 && stop && stop()) break;
            const auto left = static_cast<Cost>(tries - made.tried);
            attempt(sequence_.exponential(hottest * left / static_cast<Cost>(tries)));
        }
        made.threes = lawful();
        return made;
    }

  private:
    /// Those with the fewest neighbours first, each with its two cheapest that are left.
    void build() {
        std::vector<Place> order(school_.size());
        for (Place place = 0; place < order.size(); ++place) order[place] = place;
        std::ranges::sort(order, {}, [&](Place place) {
            return std::pair{problem_.neighbours[school_[place]].size(), place};
        });
        std::vector<bool> taken(order.size());
        for (const auto place : order)
            if (!taken[place])
                if (const auto group = cheapest_with(place, taken)) add(*group, taken);
        std::vector<Place> rest;
        for (const auto place : order)
            if (!taken[place]) rest.push_back(place);
        for (std::size_t i = 0; i + 2 < rest.size(); i += 3)
            add({rest[i], rest[i + 1], rest[i + 2]}, taken);
        for (std::size_t i = rest.size() / 3 * 3; i < rest.size(); ++i) alone_.push_back(rest[i]);
    }
    void add(const Group& group, std::vector<bool>& taken) {
        for (const auto place : group) {
            taken[place] = true;
            in_group_.resize(school_.size());
            in_group_[place] = static_cast<std::uint32_t>(groups_.size());
        }
        groups_.push_back(group);
        costs_.push_back(cost_of(group));
    }
    std::optional<Group> cheapest_with(Place place, const std::vector<bool>& taken) const {
        std::optional<Group> best;
        Cost least = 0;
        const auto free = free_neighbours(place, taken);
        for (std::size_t i = 0; i < free.size(); ++i)
            for (std::size_t j = i + 1; j < free.size(); ++j) {
                const Group group{place, free[i], free[j]};
                const auto cost = cost_of(group);
                if (cost < forbidden && (!best || cost < least)) {
                    best = group;
                    least = cost;
                }
            }
        return best;
    }
    std::vector<Place> free_neighbours(Place place, const std::vector<bool>& taken) const {
        constexpr std::size_t enough = 12;
        std::vector<Place> free;
        for (const auto school : problem_.neighbours[school_[place]]) {
            const auto& places = of_school_[school];
            const auto found =
                std::ranges::find_if(places, [&](Place other) { return !taken[other]; });
            if (found != places.end()) free.push_back(*found);
            if (free.size() == enough) break;
        }
        return free;
    }

    /// A pair that may not be costs more than any group of pairs that may.
    static constexpr Cost forbidden = 8 * pairing_cost_max;
    Cost cost_of(const Group& group) const {
        return cost_of(group[0], group[1]) + cost_of(group[1], group[2]) +
               cost_of(group[0], group[2]) + own_cost_[group[0]] + own_cost_[group[1]] +
               own_cost_[group[2]];
    }
    Cost cost_of(Place one, Place other) const {
        if (school_[one] == school_[other]) return forbidden;
        return problem_.cost(school_[one], school_[other]).value_or(forbidden);
    }
    /// A quarter of what a lawful three costs on the average.
    Cost temperature() const {
        Cost sum = 0;
        Cost count = 0;
        for (const auto cost : costs_)
            if (cost < forbidden) {
                sum += cost;
                ++count;
            }
        return count == 0 ? 1 : sum / count / 4;
    }

    std::size_t below(std::size_t bound) { return sequence_.below(bound); }

    /// A school comes to the three of one of its neighbours, and another goes in its place.
    void attempt(Cost at_most) {
        const auto place = static_cast<Place>(below(school_.size()));
        const auto& neighbours = problem_.neighbours[school_[place]];
        if (neighbours.empty() || is_alone(place)) return;
        const auto school =
            neighbours[std::min(below(neighbours.size()), below(neighbours.size()))];
        const auto& places = of_school_[school];
        if (places.empty()) return;
        const auto comes = places[below(places.size())];
        auto& here = groups_[in_group_[place]];
        const auto position = below(here.size());
        if (here[position] == place) return;
        if (is_alone(comes))
            take_in(in_group_[place], position, comes, at_most);
        else
            exchange(in_group_[place], position, comes, at_most);
    }
    bool is_alone(Place place) const { return std::ranges::find(alone_, place) != alone_.end(); }
    void take_in(std::uint32_t group, std::size_t position, Place comes, Cost at_most) {
        auto changed = groups_[group];
        const auto goes = changed[position];
        changed[position] = comes;
        const auto cost = cost_of(changed);
        if (cost - costs_[group] > at_most) return;
        std::ranges::replace(alone_, comes, goes);
        groups_[group] = changed;
        costs_[group] = cost;
        in_group_[comes] = group;
    }
    void exchange(std::uint32_t group, std::size_t position, Place comes, Cost at_most) {
        const auto other = in_group_[comes];
        if (other == group) return;
        auto here = groups_[group];
        auto there = groups_[other];
        const auto goes = here[position];
        here[position] = comes;
        std::ranges::replace(there, comes, goes);
        const auto cost_here = cost_of(here);
        const auto cost_there = cost_of(there);
        if (cost_here + cost_there - costs_[group] - costs_[other] > at_most) return;
        groups_[group] = here;
        groups_[other] = there;
        costs_[group] = cost_here;
        costs_[other] = cost_there;
        in_group_[comes] = group;
        in_group_[goes] = other;
    }

    std::vector<Three> lawful() const {
        std::vector<Three> threes;
        std::set<std::pair<SchoolNumber, SchoolNumber>> together;
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            if (costs_[i] >= forbidden) continue;
            Three three{school_[groups_[i][0]], school_[groups_[i][1]], school_[groups_[i][2]]};
            std::ranges::sort(three);
            const std::array pairs{std::pair{three[0], three[1]}, std::pair{three[0], three[2]},
                                   std::pair{three[1], three[2]}};
            if (std::ranges::any_of(pairs,
                                    [&](const auto& pair) { return together.contains(pair); }))
                continue;
            together.insert(pairs.begin(), pairs.end());
            threes.push_back(three);
        }
        std::ranges::sort(threes);
        return threes;
    }

    const ThreesProblem& problem_;
    std::vector<SchoolNumber> school_;  ///< of each place
    std::vector<Cost> own_cost_;        ///< and what it costs by itself
    std::vector<std::vector<Place>> of_school_;
    std::vector<Group> groups_;
    std::vector<Cost> costs_;              ///< of each group
    std::vector<std::uint32_t> in_group_;  ///< of each place, unless it is alone
    std::vector<Place> alone_;             ///< at most two
    Sequence sequence_;
};

}  // namespace

Threes cheap_threes(const ThreesProblem& problem, std::size_t tries, std::uint64_t seed,
                    const std::function<bool()>& stop) {
    return Exchange(problem, seed).run(tries, stop);
}

}  // namespace commonweal::scheduling
