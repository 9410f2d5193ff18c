#pragma once
// Verifying the tree: grows it anew from the records and holds it against what was stored of it,
// and against heads that were signed.
//
// Owner: verify_log, on one thread.

#include <deque>

#include "server/log/merkle.hpp"
#include "server/log/problems.hpp"
#include "server/log/rocks_open.hpp"
#include "server/log/tree_head.hpp"

namespace commonweal::log {

/// What the tree has to be at a size, and who says so.
struct ExpectedRoot {
    Position size = 0;
    LeafHash root{};
    std::string file;
    bool operator<(const ExpectedRoot& other) const { return size < other.size; }
};

class TreeVerifier {
  public:
    TreeVerifier(const RocksStore& store, std::vector<ExpectedRoot> expected, Problems& problems);

    /// The next record's leaf hash, as computed from its bytes.
    void take(const LeafHash& leaf);
    /// A record cannot be read: what follows cannot be computed.
    void stop() { stopped_ = true; }
    /// After the last: what was promised beyond it is lost.
    void end();

    /// Of what was taken.
    LeafHash root();

  private:
    void hold_against_stored(merkle::Size block, const LeafHash& hash);
    void hold_against_heads();

    LeafHasher hasher_;
    merkle::Frontier frontier_;
    std::vector<ExpectedRoot> expected_;  ///< by size
    std::size_t next_expected_ = 0;
    std::unique_ptr<rocksdb::Iterator> stored_;
    Problems& problems_;
    bool stopped_ = false;
    bool differs_ = false;  ///< told once: every later root differs as well
};

}  // namespace commonweal::log
