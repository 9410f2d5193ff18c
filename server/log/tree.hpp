#pragma once
// The Merkle tree of one log, as every engine keeps it beside its records: it grows with each
// group, and answers the root and the proofs of any size that the log ever had.
//
// Kept in memory are the hashes of whole blocks of 256 leaves and of what stands above them (a
// quarter of a byte an event); what stands below is computed from the hashes in the records.
//
// Owner: an engine. Threads: take_blocks and append by one thread at a time, the others by any.
// Failure: std::invalid_argument for what the tree does not reach; what reading records throws.

#include <map>
#include <shared_mutex>
#include <span>

#include "server/log/merkle.hpp"

namespace commonweal::log {

class Tree {
  public:
    static constexpr unsigned block_level = 8;
    static constexpr merkle::Size block_leaves = 1U << block_level;

    /// Reads the leaf hashes of `count` records from a position on; all of them are there.
    using LeavesOf = std::function<std::vector<LeafHash>(Position first, std::size_t count)>;
    explicit Tree(LeavesOf leaves_of) : leaves_of_(std::move(leaves_of)) {}

    /// While opening an empty tree: the blocks that an earlier process had stored.
    void take_blocks(std::span<const LeafHash> blocks);
    void append(std::span<const LeafHash> leaves);

    merkle::Size size() const;
    /// Of a whole block; index < size() / block_leaves.
    LeafHash block(merkle::Size index) const { return above(block_level, index); }

    LeafHash root(merkle::Size size) const;
    /// That the record is among the first `size`; 1 <= position <= size.
    merkle::Proof inclusion(Position position, merkle::Size size) const;
    /// That the first `before` are the beginning of the first `size`; before <= size.
    merkle::Proof consistency(merkle::Size before, merkle::Size size) const;

  private:
    /// Finds nodes for one root or proof; keeps the blocks that it has read.
    class Nodes;

    LeafHash above(unsigned level, merkle::Size index) const;
    void must_reach(merkle::Size size) const;

    const LeavesOf leaves_of_;
    LeafHasher hasher_;  ///< append's own
    mutable std::shared_mutex mutex_;
    merkle::Frontier frontier_;
    std::vector<std::vector<LeafHash>> levels_;  ///< from block_level up
};

}  // namespace commonweal::log
