#include "domain/scheduling/pair_flow.hpp"

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <optional>
#include <stdexcept>

#include "domain/scheduling/balance.hpp"

namespace commonweal::scheduling {
namespace {

using Graph = lemon::SmartDigraph;
using Simplex = lemon::NetworkSimplex<Graph, Cost, Cost>;

}  // namespace

/// A circulation. From a school's account a review goes to the giver's side, over a pairing to the
/// host's side, and earns what a placed review is worth on its way into the host's account. What an
/// account gives more than it receives comes from beside, the dearer the more it is.
struct PairFlow::Inside {
    Inside(const PairingProblem& problem, Cost unplaced)
        : beside(graph.addNode()), capacity(graph), cost(graph) {
        for (SchoolNumber school = 0; school < problem.give.size(); ++school)
            add_school(problem, school, unplaced);
        for (const auto& pairing : problem.allowed) {
            const auto& side = pairing.leads ? hosts : hosts_without_lead;
            pairs.push_back(connect(givers[pairing.giver], side[pairing.host], 1, pairing.cost));
        }
        simplex.emplace(graph);
    }

    void add_school(const PairingProblem& problem, SchoolNumber school, Cost unplaced) {
        const auto account = graph.addNode();
        givers.push_back(graph.addNode());
        hosts.push_back(graph.addNode());
        connect(account, givers.back(), problem.give[school], 0);
        const bool in_one_account = problem.givers == 1;
        connect(hosts.back(), in_one_account ? account : beside, problem.receive[school],
                -unplaced);
        hosts_without_lead.push_back(side_without_lead(problem, school));
        const Balance balance(problem, school);
        for (std::uint32_t more = 1; more <= problem.give[school]; ++more)
            connect(beside, account, 1, balance.of_giving(more) * price_unit);
        if (in_one_account)
            for (std::uint32_t more = 1; more <= problem.receive[school]; ++more)
                connect(account, beside, 1, balance.of_receiving(more) * price_unit);
    }
    Graph::Node side_without_lead(const PairingProblem& problem, SchoolNumber school) {
        if (problem.without_lead.empty()) return hosts.back();
        const auto side = graph.addNode();
        connect(side, hosts.back(), problem.without_lead[school], 0);
        return side;
    }
    Graph::Arc connect(Graph::Node from, Graph::Node to, Cost at_most, Cost costs) {
        const auto arc = graph.addArc(from, to);
        capacity[arc] = at_most;
        cost[arc] = costs;
        return arc;
    }

    Graph graph;
    Graph::Node beside;
    std::vector<Graph::Node> givers;
    std::vector<Graph::Node> hosts;
    std::vector<Graph::Node> hosts_without_lead;
    std::vector<Graph::Arc> pairs;
    Graph::ArcMap<Cost> capacity;
    Graph::ArcMap<Cost> cost;
    std::optional<Simplex> simplex;  ///< made when the graph is whole
};

PairFlow::PairFlow(const PairingProblem& problem, Cost unplaced)
    : inside_(std::make_unique<Inside>(problem, unplaced)) {}
PairFlow::~PairFlow() = default;

PairFlow::Chosen PairFlow::least(std::span<const Cost> costs, const std::vector<bool>& blocked) {
    auto& in = *inside_;
    for (std::size_t i = 0; i < costs.size(); ++i) {
        in.cost[in.pairs[i]] = costs[i];
        in.capacity[in.pairs[i]] = blocked[i] ? 0 : 1;
    }
    in.simplex->upperMap(in.capacity).costMap(in.cost);
    if (in.simplex->run() != Simplex::OPTIMAL)
        throw std::logic_error("there is always a flow: all may stay unplaced");
    Chosen chosen{std::vector<bool>(costs.size()), in.simplex->totalCost<Cost>()};
    for (std::size_t i = 0; i < costs.size(); ++i)
        chosen.pairs[i] = in.simplex->flow(in.pairs[i]) > 0;
    return chosen;
}

Prices PairFlow::prices() const {
    Prices prices;
    for (const auto giver : inside_->givers)
        prices.give.push_back(inside_->simplex->potential(giver));
    for (const auto host : inside_->hosts)
        prices.receive.push_back(inside_->simplex->potential(host));
    return prices;
}

std::uint64_t wanted_in(const PairingProblem& problem) {
    return std::accumulate(problem.receive.begin(), problem.receive.end(), std::uint64_t{0});
}

/// A review costs at most its pairing and what it does to the balance at either end.
CostRange range_of(const PairingProblem& problem) {
    Cost dearest = problem.dearest;
    Cost steepest = 0;
    for (const auto& pairing : problem.allowed) dearest = std::max(dearest, pairing.cost);
    for (SchoolNumber school = 0; school < problem.give.size(); ++school) {
        const Balance balance(problem, school);
        for (const auto step :
             {balance.of_giving(problem.give[school]), balance.of_giving(1),
              balance.of_receiving(problem.receive[school]), balance.of_receiving(1)})
            steepest = std::max(steepest, std::abs(step));
    }
    const auto wanted = static_cast<Cost>(wanted_in(problem));
    return {-2 * steepest * wanted, (dearest + 2 * steepest) * wanted};
}

Cost share_of(const std::vector<Pairing>& left_out, const Prices& prices,
              const std::vector<std::uint32_t>& receive) {
    std::vector<Cost> most(receive.size());
    for (const auto& pairing : left_out)
        most[pairing.host] = std::max(most[pairing.host], -reduced_cost(pairing, prices));
    Cost share = 0;
    for (SchoolNumber host = 0; host < most.size(); ++host) share += most[host] * receive[host];
    return share;
}

}  // namespace commonweal::scheduling
