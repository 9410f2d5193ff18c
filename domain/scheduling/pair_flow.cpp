#include "domain/scheduling/pair_flow.hpp"

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <optional>
#include <stdexcept>

namespace commonweal::scheduling {
namespace {

using Graph = lemon::SmartDigraph;
using Simplex = lemon::NetworkSimplex<Graph, Cost, Cost>;

}  // namespace

struct PairFlow::Inside {
    Inside(const PairingProblem& problem, Cost unplaced)
        : supply(graph), capacity(graph), cost(graph) {
        add_schools(problem, unplaced);
        for (const auto& pairing : problem.allowed) {
            const auto arc = graph.addArc(givers[pairing.giver], hosts[pairing.host]);
            pairs.push_back(arc);
            capacity[arc] = 1;
            cost[arc] = pairing.cost;
        }
        simplex.emplace(graph);
        simplex->supplyMap(supply);
    }

    /// What nobody gives comes from beside, dearly; whoever gives less sends it there for nothing.
    void add_schools(const PairingProblem& problem, Cost unplaced) {
        const auto beside = graph.addNode();
        supply[beside] = 0;
        for (const auto give : problem.give) {
            givers.push_back(graph.addNode());
            supply[givers.back()] = give;
            connect(givers.back(), beside, give, 0);
        }
        for (const auto receive : problem.receive) {
            hosts.push_back(graph.addNode());
            supply[hosts.back()] = -static_cast<Cost>(receive);
            connect(beside, hosts.back(), receive, unplaced);
        }
        balance(beside, problem);
    }
    void connect(Graph::Node from, Graph::Node to, Cost at_most, Cost costs) {
        const auto arc = graph.addArc(from, to);
        capacity[arc] = at_most;
        cost[arc] = costs;
    }
    /// The flow is of as much as is wanted or given, whichever is more.
    void balance(Graph::Node beside, const PairingProblem& problem) {
        Cost left = 0;
        for (const auto give : problem.give) left += give;
        for (const auto receive : problem.receive) left -= receive;
        supply[beside] = -left;
    }

    Graph graph;
    std::vector<Graph::Node> givers;
    std::vector<Graph::Node> hosts;
    std::vector<Graph::Arc> pairs;
    Graph::NodeMap<Cost> supply;
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

}  // namespace commonweal::scheduling
