#pragma once
// Recomputes everything that a log's folder says of itself: every record's bytes, checksum and
// hash, commits, stream versions and time, the index, the tree and its anchored heads, and heads
// that were kept elsewhere. Reads only; nothing is mended.
//
// Threads: the caller's and one of its own. Failure: DirectoryInUse where a process has the folder,
// std::runtime_error where there is no log or RocksDB cannot open it; all
// other damage is a Problem.

#include <filesystem>
#include <functional>

#include "server/log/problems.hpp"
#include "server/log/tree_head.hpp"

namespace commonweal::log {

struct VerifyOptions {
    PublicKey key{};                  ///< of this log's heads
    std::vector<SignedHead> outside;  ///< kept elsewhere; their signatures have been checked
    std::function<void(Position done, Position all)> progress;
};

struct Verified {
    Position events = 0;
    LeafHash root{};                ///< of all records; of none where one is missing or damaged
    std::vector<Problem> problems;  ///< the first of them
    std::uint64_t problem_count = 0;

    bool ok() const { return problem_count == 0; }
};

Verified verify_log(const std::filesystem::path& folder, const VerifyOptions& options);

}  // namespace commonweal::log
