#include "domain/scheduling/rotation.hpp"

#include <algorithm>

#include "domain/scheduling/balance.hpp"
#include "domain/scheduling/teams_of_schools.hpp"

namespace commonweal::scheduling {
namespace {

constexpr int times_to_fill_teams = 3;

}  // namespace

Rotation::Rotation(const Arranging& arranging)
    : in_(arranging), candidates_(arranging.instance, arranging.rules) {
    const auto& instance = in_.instance;
    problem_.swaps = instance.swaps();
    problem_.balance = instance.weights().balance;
    problem_.givers = instance.from_different() ? instance.team_size() : 1;
    for (const auto& member : instance.members()) {
        problem_.give.push_back(member.can_give);
        problem_.receive.push_back(member.receive * problem_.givers);
        problem_.ahead.push_back(member.ahead());
    }
    leave_room_for_locks();
    for (const auto receive : problem_.receive)
        if (problem_.givers > 1)
            problem_.without_lead.push_back(receive / problem_.givers * (problem_.givers - 1));
    problem_.allowed = open_ones(candidates_.kept());
    problem_.dearest = candidates_.dearest();
    problem_.left_out = [this](const Prices& prices) {
        return open_ones(candidates_.worth_choosing(prices));
    };
}

void Rotation::leave_room_for_locks() {
    for (const auto& lock : in_.locks) {
        problem_.receive[lock.host] -= problem_.givers;
        --problem_.ahead[lock.host];
        for (const auto giver : lock.givers) {
            --problem_.give[giver];
            ++problem_.ahead[giver];
            locked_.emplace(giver, lock.host);
        }
    }
}

bool Rotation::open(SchoolNumber giver, SchoolNumber host) const {
    return !locked_.contains({giver, host}) && (problem_.swaps || !locked_.contains({host, giver}));
}

std::vector<Pairing> Rotation::open_ones(std::vector<Pairing> pairings) const {
    std::erase_if(pairings,
                  [&](const auto& pairing) { return !open(pairing.giver, pairing.host); });
    return pairings;
}

std::vector<Review> Rotation::arrange() {
    pairs_ = choose_pairs(problem_, {.flows = in_.budget.flows,
                                     .exchanges = in_.budget.exchanges,
                                     .seed = in_.budget.seed,
                                     .stop = in_.budget.stop});
    return whole_teams(problem_, pairs_.chosen);
}

/// The bound stays that of all pairings: another plan might have what this one is without.
std::vector<Review> Rotation::arrange(const Otherwise& otherwise) {
    const auto problem = without(otherwise.without);
    const auto before = pairings_of(otherwise.before);
    return whole_teams(problem, otherwise.near ? mend_pairs(problem, before)
                                               : cheapest_pairs_near(problem, before));
}

PairingProblem Rotation::without(const std::vector<Review>& reviews) const {
    std::set<Key> away;
    for (const auto& review : reviews)
        for (const auto giver : review.givers) away.emplace(giver, review.host);
    auto problem = problem_;
    std::set<Key> known;
    for (const auto& pairing : problem.allowed) known.emplace(pairing.giver, pairing.host);
    for (const auto& pairing : pairs_.chosen)
        if (!known.contains({pairing.giver, pairing.host})) problem.allowed.push_back(pairing);
    std::erase_if(problem.allowed, [&](const Pairing& pairing) {
        return away.contains({pairing.giver, pairing.host});
    });
    return problem;
}

std::vector<Pairing> Rotation::pairings_of(const std::vector<Review>& reviews) const {
    std::vector<Pairing> pairings;
    for (const auto& review : reviews)
        for (const auto giver : review.givers)
            pairings.push_back(candidates_.pairing(giver, review.host));
    return pairings;
}

/// Where a team is of several schools, whoever is on none that is whole goes elsewhere.
std::vector<Review> Rotation::whole_teams(const PairingProblem& problem,
                                          const std::vector<Pairing>& pairings) const {
    auto reviews = reviews_of(pairings);
    if (problem.givers == 1) return reviews;
    auto smaller = problem;
    for (int time = 0; time < times_to_fill_teams; ++time) {
        std::vector<std::uint32_t> whole(smaller.receive.size());
        for (const auto& review : reviews) whole[review.host] += smaller.givers;
        for (const auto& lock : in_.locks) whole[lock.host] -= smaller.givers;
        if (whole == smaller.receive) break;
        smaller.receive = whole;
        auto better = reviews_of(mend_pairs(smaller, pairings));
        if (better.size() < reviews.size()) break;
        reviews = std::move(better);
    }
    return reviews;
}

std::vector<Review> Rotation::reviews_of(const std::vector<Pairing>& pairings) const {
    auto reviews = in_.locks;
    std::vector<std::vector<Pairing>> by_host(in_.instance.schools());
    for (const auto& pairing : pairings) by_host[pairing.host].push_back(pairing);
    for (SchoolNumber host = 0; host < by_host.size(); ++host)
        for (auto& givers : teams_of_schools(in_.rules, by_host[host], problem_.givers))
            reviews.push_back({host, givers, nullptr, review_before(in_.instance, host, givers)});
    return reviews;
}

Cost Rotation::cost_of_locks() const {
    Cost cost = 0;
    for (const auto& [giver, host] : locked_) cost += cost_of_pairing(in_.instance, giver, host);
    return cost;
}

/// What the squares of all schools' balances come to before anything is chosen, less before the
/// round.
Cost Rotation::balance_before() const {
    Cost change = 0;
    for (SchoolNumber school = 0; school < problem_.give.size(); ++school) {
        const auto begun = Balance(problem_, school).begun();
        const auto ahead = in_.instance.member(school).ahead();
        change += begun * begun - ahead * ahead;
    }
    return problem_.balance * change;
}

Bound Rotation::bound(std::uint64_t placing) const {
    const auto wanted = wanted_in(problem_);
    const auto locked = in_.locks.size();
    Bound bound;
    bound.placed = locked + (wanted - pairs_.unplaced_bound) / problem_.givers;
    bound.placing = placing;
    const auto unplaced = wanted - (placing - locked) * problem_.givers;
    const bool close = unplaced == pairs_.unplaced;
    bound.cost = (close ? pairs_.cost_bound : cost_bound_leaving(problem_, unplaced)) +
                 cost_of_locks() + balance_before();
    if (problem_.givers > 1) bound.cost -= slack_of_balance(problem_, unplaced);
    return bound;
}

}  // namespace commonweal::scheduling
