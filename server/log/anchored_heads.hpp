#pragma once
// The file HEADS: signed heads of the log's tree, oldest first, each synced before the next. What
// the log had at the newest of them it has for ever: a log that is shorter or other is refused.
//
// The file is bounded: when it has grown, every second of the older half goes.
//
// Owner: TreeHeads, and whoever verifies. Threads: one at a time. Failure: std::runtime_error.

#include <filesystem>
#include <vector>

#include "server/log/tree_head.hpp"

namespace commonweal::log {

class AnchoredHeads {
  public:
    static constexpr std::size_t heads_max = 512;

    /// Reads the file; one that is not there has no heads. What a crash left half-written at its
    /// end counts for nothing. A head of another key, or one that was changed, is refused.
    AnchoredHeads(std::filesystem::path file, const PublicKey& key);

    /// In the order in which they were anchored, so by size.
    const std::vector<SignedHead>& heads() const { return heads_; }
    /// One more, of a size greater than the newest. Durable when it returns.
    void add(const SignedHead& head);

  private:
    std::filesystem::path file_;
    PublicKey key_;
    std::vector<SignedHead> heads_;
    bool is_whole_ = false;  ///< the file is there and ends with a whole head
};

}  // namespace commonweal::log
