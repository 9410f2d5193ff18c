#pragma once
// The log's Merkle tree, as RFC 6962 and RFC 9162 (2.1) have it: the root at any size, proofs that
// a record is in it (inclusion) and that a smaller tree is its beginning (consistency), and how
// whoever is given a proof checks it.
//
// A tree is kept as the hashes of its complete subtrees: node (level, index) covers the leaves from
// index * 2^level to before (index + 1) * 2^level. There are fewer than two a leaf, and none ever
// changes.

#include <cstdint>
#include <functional>
#include <vector>

#include "server/log/leaf_hash.hpp"

namespace commonweal::log::merkle {

using Hash = LeafHash;
using Proof = std::vector<Hash>;
using Size = std::uint64_t;  ///< leaves

/// The hash of a complete subtree.
using NodeAt = std::function<Hash(unsigned level, Size index)>;

/// The right edge of a tree that grows: all that the next leaf needs.
class Frontier {
  public:
    using Completed = std::function<void(unsigned level, Size index, const Hash& hash)>;
    /// One leaf more. `completed` is told each subtree that is complete with it, the leaf first.
    void append(const Hash& leaf, LeafHasher& hasher, const Completed& completed) {
        append_subtree(0, leaf, hasher, completed);
    }
    /// The same for 2^level leaves at once, by the hash of their subtree; the size is a multiple
    /// of their number.
    void append_subtree(unsigned level, const Hash& subtree, LeafHasher& hasher,
                        const Completed& completed);

    Size size() const { return size_; }
    Hash root(LeafHasher& hasher) const;

  private:
    Size size_ = 0;
    std::vector<Hash> edge_;  ///< by level; one counts where that bit of the size is set
};

/// Of the first `size` leaves.
Hash root(Size size, const NodeAt& nodes, LeafHasher& hasher);
/// That the leaf is among the first `size`; index < size.
Proof inclusion(Size index, Size size, const NodeAt& nodes, LeafHasher& hasher);
/// That the first `before` leaves are the beginning of the first `size`; before <= size.
Proof consistency(Size before, Size size, const NodeAt& nodes, LeafHasher& hasher);

/// Whether the proof says that this leaf is there, in the tree with that root.
bool proves_inclusion(const Proof& proof, const Hash& leaf, Size index, Size size, const Hash& root,
                      LeafHasher& hasher);
/// Whether the proof says that the tree with the first root grew into the one with the second.
bool proves_consistency(const Proof& proof, Size before, const Hash& root_before, Size size,
                        const Hash& root, LeafHasher& hasher);

}  // namespace commonweal::log::merkle
