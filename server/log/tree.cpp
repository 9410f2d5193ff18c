#include "server/log/tree.hpp"

#include <algorithm>
#include <mutex>
#include <stdexcept>

namespace commonweal::log {

class Tree::Nodes {
  public:
    explicit Nodes(const Tree& tree) : tree_(tree) {}

    LeafHash operator()(unsigned level, merkle::Size index) {
        if (level >= block_level) return tree_.above(level, index);
        const auto first = index << level;
        const auto& leaves = block(first / block_leaves);
        merkle::Frontier subtree;
        for (const auto& leaf : std::span(leaves).subspan(first % block_leaves, 1U << level))
            subtree.append(leaf, hasher, [](auto...) {});
        return subtree.root(hasher);
    }

    LeafHasher hasher;

  private:
    const std::vector<LeafHash>& block(merkle::Size index) {
        const auto [at, is_new] = blocks_.try_emplace(index);
        if (!is_new) return at->second;
        const auto first = index * block_leaves;
        const auto count = std::min(block_leaves, tree_.size() - first);
        return at->second = tree_.leaves_of_(first + 1, count);
    }

    const Tree& tree_;
    std::map<merkle::Size, std::vector<LeafHash>> blocks_;
};

namespace {

/// Writes down what is complete from the level of blocks up.
auto keep_in(std::vector<std::vector<LeafHash>>& levels) {
    return [&levels](unsigned level, merkle::Size, const LeafHash& hash) {
        if (level < Tree::block_level) return;
        const auto at = level - Tree::block_level;
        if (at == levels.size()) levels.emplace_back();
        levels[at].push_back(hash);
    };
}

}  // namespace

void Tree::take_blocks(std::span<const LeafHash> blocks) {
    const std::unique_lock lock(mutex_);
    for (const auto& block : blocks)
        frontier_.append_subtree(block_level, block, hasher_, keep_in(levels_));
}

void Tree::append(std::span<const LeafHash> leaves) {
    const std::unique_lock lock(mutex_);
    for (const auto& leaf : leaves) frontier_.append(leaf, hasher_, keep_in(levels_));
}

merkle::Size Tree::size() const {
    const std::shared_lock lock(mutex_);
    return frontier_.size();
}

LeafHash Tree::above(unsigned level, merkle::Size index) const {
    const std::shared_lock lock(mutex_);
    return levels_.at(level - block_level).at(index);
}

void Tree::must_reach(merkle::Size size) const {
    const auto reaches = this->size();
    if (size <= reaches) return;
    throw std::invalid_argument("The log has " + std::to_string(reaches) + " records, not " +
                                std::to_string(size));
}

LeafHash Tree::root(merkle::Size size) const {
    Nodes nodes(*this);
    {
        const std::shared_lock lock(mutex_);
        if (size == frontier_.size()) return frontier_.root(nodes.hasher);
    }
    must_reach(size);
    return merkle::root(size, std::ref(nodes), nodes.hasher);
}

merkle::Proof Tree::inclusion(Position position, merkle::Size size) const {
    must_reach(size);
    if (position == 0 || position > size)
        throw std::invalid_argument("There is no position " + std::to_string(position) +
                                    " among the first " + std::to_string(size));
    Nodes nodes(*this);
    return merkle::inclusion(position - 1, size, std::ref(nodes), nodes.hasher);
}

merkle::Proof Tree::consistency(merkle::Size before, merkle::Size size) const {
    must_reach(size);
    if (before > size)
        throw std::invalid_argument("A log of " + std::to_string(size) +
                                    " records does not begin with " + std::to_string(before));
    Nodes nodes(*this);
    return merkle::consistency(before, size, std::ref(nodes), nodes.hasher);
}

}  // namespace commonweal::log
