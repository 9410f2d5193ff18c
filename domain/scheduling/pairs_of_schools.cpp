#include "domain/scheduling/pairs_of_schools.hpp"

#include <algorithm>

namespace commonweal::scheduling {
namespace {

constexpr std::size_t kept_a_school = 30;
constexpr std::size_t brought_in_a_school = 10;
constexpr int times_to_bring_in = 10;

std::pair<SchoolNumber, SchoolNumber> key(SchoolNumber one, SchoolNumber other) {
    return {std::min(one, other), std::max(one, other)};
}

}  // namespace

PairsOfSchools::PairsOfSchools(const Arranging& arranging) : in_(arranging) {
    for (const auto& member : in_.instance.members())
        degree_.push_back(std::min(member.can_give, member.receive));
    leave_room_for_locks();
    keep_cheapest();
}

void PairsOfSchools::leave_room_for_locks() {
    for (const auto& lock : in_.locks) {
        if (!locked_.insert(key(lock.host, lock.givers.front())).second) continue;
        --degree_[lock.host];
        --degree_[lock.givers.front()];
    }
}

bool PairsOfSchools::allowed(SchoolNumber one, SchoolNumber other) const {
    return one != other && degree_[one] > 0 && degree_[other] > 0 &&
           !locked_.contains(key(one, other)) && in_.rules.blocked(one, other) == 0;
}

Cost PairsOfSchools::cost_of(SchoolNumber one, SchoolNumber other) const {
    return cost_of_pairing(in_.instance, one, other) + cost_of_pairing(in_.instance, other, one);
}

void PairsOfSchools::keep_cheapest() {
    std::vector<std::pair<Cost, SchoolNumber>> others;
    for (SchoolNumber one = 0; one < in_.instance.schools(); ++one) {
        others.clear();
        for (SchoolNumber other = 0; other < in_.instance.schools(); ++other)
            if (allowed(one, other)) others.emplace_back(cost_of(one, other), other);
        const auto count = std::min(kept_a_school, others.size());
        std::ranges::partial_sort(others, others.begin() + static_cast<std::ptrdiff_t>(count));
        for (std::size_t i = 0; i < count; ++i)
            if (const auto both = key(one, others[i].second); known_.insert(both).second)
                edges_.push_back({both.first, both.second, others[i].first});
    }
}

/// No pair is given up to make others cheaper.
Cost PairsOfSchools::more_than_all() const {
    Cost dearest = 0;
    for (const auto& edge : edges_) dearest = std::max(dearest, edge.cost);
    return (dearest + 1) * static_cast<Cost>(degree_.size() + 1);
}

std::vector<Edge> PairsOfSchools::left_out(const Matching& matching, Cost worth,
                                           Cost& most_wrong) const {
    std::vector<Edge> edges;
    std::vector<std::pair<Cost, Edge>> of_school;
    most_wrong = 0;
    for (SchoolNumber one = 0; one < in_.instance.schools(); ++one) {
        of_school.clear();
        for (SchoolNumber other = one + 1; other < in_.instance.schools(); ++other) {
            const auto prices = matching.prices[one] + matching.prices[other];
            if (degree_[one] == 0 || prices >= worth * matching.price_scale) continue;
            const auto cost = cost_of(one, other);
            const auto wrong = (worth - cost) * matching.price_scale - prices;
            if (wrong > 0 && !known_.contains({one, other}) && allowed(one, other))
                of_school.emplace_back(-wrong, Edge{one, other, cost});
        }
        const auto count = std::min(brought_in_a_school, of_school.size());
        std::ranges::partial_sort(of_school, of_school.begin() + static_cast<std::ptrdiff_t>(count),
                                  {}, [](const auto& edge) { return edge.first; });
        if (count > 0) most_wrong -= of_school.front().first * degree_[one];
        for (std::size_t i = 0; i < count; ++i) edges.push_back(of_school[i].second);
    }
    return edges;
}

std::vector<Review> PairsOfSchools::arrange() {
    Cost worth = 0;
    Cost most_wrong = 0;
    Matching matching;
    for (int time = 0; time < times_to_bring_in; ++time) {
        worth = more_than_all();
        matching = heaviest_matching(degree_, edges_, worth);
        ++matchings_;
        const auto more = left_out(matching, worth, most_wrong);
        if (more.empty() || (in_.budget.stop && in_.budget.stop())) break;
        for (const auto& edge : more) known_.emplace(edge.one, edge.other);
        edges_.insert(edges_.end(), more.begin(), more.end());
    }
    std::vector<Edge> chosen;
    for (const auto number : matching.chosen) chosen.push_back(edges_[number]);
    chosen_at_first_ = chosen.size();
    const auto at_most =
        matching.worth + (most_wrong + matching.price_scale - 1) / matching.price_scale;
    pairs_bound_ = static_cast<std::uint64_t>((at_most + worth - 1) / worth);
    cost_bound_ = worth * static_cast<Cost>(chosen.size()) - at_most;
    return reviews_of(chosen);
}

/// The bound stays that of all pairs: another plan might have what this one is without.
std::vector<Review> PairsOfSchools::arrange(const Otherwise& otherwise) {
    std::set<Key> away;
    std::set<Key> kept;
    for (const auto& review : otherwise.without)
        away.insert(key(review.host, review.givers.front()));
    for (const auto& review : otherwise.before)
        kept.insert(key(review.host, review.givers.front()));
    auto edges = edges_;
    std::erase_if(edges, [&](const Edge& edge) { return away.contains({edge.one, edge.other}); });
    // Anything new is dearer than all that an old pair could save.
    auto costs = edges;
    for (auto& edge : costs)
        if (otherwise.near && !kept.contains({edge.one, edge.other})) edge.cost += more_than_all();
    const auto worth = more_than_all() * static_cast<Cost>(degree_.size() + 2);
    const auto matching = heaviest_matching(degree_, costs, worth);
    ++matchings_;
    std::vector<Edge> chosen;
    for (const auto number : matching.chosen) chosen.push_back(edges[number]);
    return reviews_of(chosen);
}

std::vector<Review> PairsOfSchools::reviews_of(const std::vector<Edge>& edges) const {
    auto reviews = in_.locks;
    const auto add = [&](SchoolNumber host, SchoolNumber giver) {
        const auto locked = [&](const Review& lock) {
            return lock.host == host && lock.givers.front() == giver;
        };
        if (std::ranges::none_of(in_.locks, locked))
            reviews.push_back({host, {giver}, nullptr, review_before(in_.instance, host, {giver})});
    };
    for (const auto& [one, other] : locked_) {
        add(one, other);
        add(other, one);
    }
    for (const auto& edge : edges) {
        add(edge.one, edge.other);
        add(edge.other, edge.one);
    }
    return reviews;
}

Bound PairsOfSchools::bound(std::uint64_t placing) const {
    const auto pairs = placing / 2 - std::min<std::uint64_t>(placing / 2, locked_.size());
    Bound bound;
    bound.placed = 2 * (locked_.size() + pairs_bound_);
    bound.placing = placing;
    for (const auto& [one, other] : locked_) bound.cost += cost_of(one, other);
    bound.cost += pairs == chosen_at_first_ ? cost_bound_ : cost_bound_of(pairs);
    return bound;
}

/// Of any so many pairs, by what a pair may be worth (Lagrange); a few worths are tried.
Cost PairsOfSchools::cost_bound_of(std::uint64_t pairs) const {
    Cost best = 0;
    for (auto worth = more_than_all(); worth > 0; worth /= 5) {
        Cost most_wrong = 0;
        const auto matching = heaviest_matching(degree_, edges_, worth);
        left_out(matching, worth, most_wrong);
        const auto at_most = matching.worth + most_wrong / matching.price_scale + 1;
        best = std::max(best, worth * static_cast<Cost>(pairs) - at_most);
    }
    return best;
}

}  // namespace commonweal::scheduling
