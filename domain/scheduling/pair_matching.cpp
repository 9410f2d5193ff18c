#include "domain/scheduling/pair_matching.hpp"

#include <lemon/matching.h>
#include <lemon/smart_graph.h>

#include <algorithm>
#include <limits>

namespace commonweal::scheduling {
namespace {

using Graph = lemon::SmartGraph;
using Weights = Graph::EdgeMap<Cost>;
using Blossoms = lemon::MaxWeightedMatching<Graph, Weights>;

/// Each school is as many nodes as it may have pairs. Where both schools of an edge are several
/// nodes, the edge is a path over two nodes of its own, so that it is chosen once at most: either
/// both ends of the path are matched to the schools, or to each other.
class Nodes {
  public:
    Nodes(std::span<const std::uint32_t> degree, std::span<const Edge> edges, Cost worth)
        : weights_(graph_), of_school_(degree.size()) {
        for (SchoolNumber school = 0; school < degree.size(); ++school)
            for (std::uint32_t copy = 0; copy < degree[school]; ++copy)
                of_school_[school].push_back(graph_.addNode());
        for (const auto& edge : edges) add(edge, worth - edge.cost);
    }

    Matching heaviest() {
        Blossoms blossoms(graph_, weights_);
        blossoms.run();
        Matching matching;
        matching.worth = blossoms.matchingWeight() - paths_;
        matching.price_scale = Blossoms::dualScale;
        for (std::size_t number = 0; number < between_.size(); ++number)
            if (chosen(blossoms, number)) matching.chosen.push_back(number);
        for (const auto& nodes : of_school_) {
            auto price = nodes.empty() ? std::numeric_limits<Cost>::max() / 4 : Cost{-1};
            for (const auto node : nodes)
                price = price < 0 ? blossoms.nodeValue(node)
                                  : std::min(price, blossoms.nodeValue(node));
            matching.prices.push_back(price);
        }
        return matching;
    }

  private:
    /// The pair is chosen if one of `one` is matched and, where there is a path, one of `other`:
    /// with one end alone the path is worth what it is worth left alone.
    struct Between {
        std::vector<Graph::Edge> one;
        std::vector<Graph::Edge> other;
    };

    void add(const Edge& edge, Cost weight) {
        const auto& one = of_school_[edge.one];
        const auto& other = of_school_[edge.other];
        between_.emplace_back();
        if (weight <= 0 || one.empty() || other.empty()) return;
        if (one.size() > 1 && other.size() > 1) return add_path(one, other, weight);
        for (const auto here : one)
            for (const auto there : other)
                between_.back().one.push_back(connect(here, there, weight));
    }
    /// Left alone, the path is worth its weight; chosen, twice that.
    void add_path(const std::vector<Graph::Node>& one, const std::vector<Graph::Node>& other,
                  Cost weight) {
        const auto here = graph_.addNode();
        const auto there = graph_.addNode();
        connect(here, there, weight);
        paths_ += weight;
        for (const auto node : one) between_.back().one.push_back(connect(node, here, weight));
        for (const auto node : other) between_.back().other.push_back(connect(there, node, weight));
    }
    Graph::Edge connect(Graph::Node from, Graph::Node to, Cost weight) {
        const auto edge = graph_.addEdge(from, to);
        weights_[edge] = weight;
        return edge;
    }
    bool chosen(const Blossoms& blossoms, std::size_t number) const {
        const auto matched = [&](Graph::Edge edge) { return blossoms.matching(edge); };
        const auto& between = between_[number];
        return std::ranges::any_of(between.one, matched) &&
               (between.other.empty() || std::ranges::any_of(between.other, matched));
    }

    Graph graph_;
    Weights weights_;
    std::vector<std::vector<Graph::Node>> of_school_;
    std::vector<Between> between_;
    Cost paths_ = 0;
};

}  // namespace

Matching heaviest_matching(std::span<const std::uint32_t> degree, std::span<const Edge> edges,
                           Cost worth) {
    return Nodes(degree, edges, worth).heaviest();
}

}  // namespace commonweal::scheduling
