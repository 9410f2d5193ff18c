#include "server/log/merkle.hpp"

#include <bit>
#include <span>

namespace commonweal::log::merkle {
namespace {

/// The leaves from `begin` to before `end`, which split as the RFC splits a tree: at the largest
/// power of two below their number. So `begin` is always a multiple of that.
struct Range {
    Size begin = 0;
    Size end = 0;

    Size size() const { return end - begin; }
    Size middle() const { return begin + std::bit_floor(size() - 1); }
    Range left() const { return {begin, middle()}; }
    Range right() const { return {middle(), end}; }
};

/// Reads hashes of complete subtrees, and computes those of the others.
class Tree {
  public:
    Tree(const NodeAt& nodes, LeafHasher& hasher) : nodes_(nodes), hasher_(hasher) {}

    Hash hash(Range range) const {
        if (range.size() == 0) return hasher_.nothing();
        if (std::has_single_bit(range.size())) {
            const auto level = static_cast<unsigned>(std::countr_zero(range.size()));
            return nodes_(level, range.begin >> level);
        }
        return hasher_.node(hash(range.left()), hash(range.right()));
    }
    /// From the leaf up, the other side of each split.
    void path(Size index, Range range, Proof& proof) const {
        if (range.size() == 1) return;
        const bool in_left = index < range.middle();
        path(index, in_left ? range.left() : range.right(), proof);
        proof.push_back(hash(in_left ? range.right() : range.left()));
    }
    /// `known`: the range begins where the smaller tree does, whose root the reader has.
    void subproof(Size before, Range range, bool known, Proof& proof) const {
        if (before == range.end) {
            if (!known) proof.push_back(hash(range));
            return;
        }
        const bool in_left = before <= range.middle();
        subproof(before, in_left ? range.left() : range.right(), known && in_left, proof);
        proof.push_back(hash(in_left ? range.right() : range.left()));
    }

  private:
    const NodeAt& nodes_;
    LeafHasher& hasher_;
};

/// The way from a node to the root, as the number of the node and that of the last of its level.
class Climb {
  public:
    Climb(Size index, Size last) : index_(index), last_(last) {}

    void skip_right_turns() {
        while ((index_ & 1U) != 0) up();
    }
    bool at_root() const { return last_ == 0; }
    /// Whether the next hash of a proof stands to the left; goes up past it.
    bool next_is_left() {
        const bool left = (index_ & 1U) != 0 || index_ == last_;
        if (left)
            while ((index_ & 1U) == 0 && index_ != 0) up();
        up();
        return left;
    }

  private:
    void up() {
        index_ >>= 1U;
        last_ >>= 1U;
    }
    Size index_;
    Size last_;
};

}  // namespace

void Frontier::append_subtree(unsigned level, const Hash& subtree, LeafHasher& hasher,
                              const Completed& completed) {
    const Size leaves = Size{1} << level;
    auto hash = subtree;
    completed(level, size_ >> level, hash);
    for (; ((size_ >> level) & 1U) != 0; completed(level, size_ >> level, hash)) {
        hash = hasher.node(edge_[level], hash);
        ++level;
    }
    if (level >= edge_.size()) edge_.resize(level + 1);
    edge_[level] = hash;
    size_ += leaves;
}

Hash Frontier::root(LeafHasher& hasher) const {
    if (size_ == 0) return hasher.nothing();
    auto level = static_cast<unsigned>(std::countr_zero(size_));
    auto hash = edge_[level];
    while (++level < edge_.size())
        if (((size_ >> level) & 1U) != 0) hash = hasher.node(edge_[level], hash);
    return hash;
}

Hash root(Size size, const NodeAt& nodes, LeafHasher& hasher) {
    return Tree(nodes, hasher).hash({0, size});
}

Proof inclusion(Size index, Size size, const NodeAt& nodes, LeafHasher& hasher) {
    Proof proof;
    Tree(nodes, hasher).path(index, {0, size}, proof);
    return proof;
}

Proof consistency(Size before, Size size, const NodeAt& nodes, LeafHasher& hasher) {
    Proof proof;
    if (before != 0) Tree(nodes, hasher).subproof(before, {0, size}, true, proof);
    return proof;
}

bool proves_inclusion(const Proof& proof, const Hash& leaf, Size index, Size size, const Hash& root,
                      LeafHasher& hasher) {
    if (index >= size) return false;
    Climb climb(index, size - 1);
    auto hash = leaf;
    for (const auto& next : proof) {
        if (climb.at_root()) return false;
        hash = climb.next_is_left() ? hasher.node(next, hash) : hasher.node(hash, next);
    }
    return climb.at_root() && hash == root;
}

bool proves_consistency(const Proof& proof, Size before, const Hash& root_before, Size size,
                        const Hash& root, LeafHasher& hasher) {
    if (before > size) return false;
    if (before == 0) return proof.empty() && root_before == hasher.nothing();
    if (before == size) return proof.empty() && root_before == root;
    // A smaller tree that is one complete subtree is where the way begins: its hash is known.
    const bool complete = std::has_single_bit(before);
    if (proof.empty()) return false;
    std::span rest(proof);
    auto was = complete ? root_before : rest.front();
    if (!complete) rest = rest.subspan(1);
    auto is = was;
    Climb climb(before - 1, size - 1);
    climb.skip_right_turns();
    for (const auto& next : rest) {
        if (climb.at_root()) return false;
        if (climb.next_is_left()) {
            was = hasher.node(next, was);
            is = hasher.node(next, is);
        } else {
            is = hasher.node(is, next);
        }
    }
    return climb.at_root() && was == root_before && is == root;
}

}  // namespace commonweal::log::merkle
