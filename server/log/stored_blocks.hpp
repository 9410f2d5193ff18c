#pragma once
// The blocks of the log's tree in RocksDB's files (FORMAT.md, `tree`): one row a block of 256
// leaves, written with each step of the index, so that opening need not read every record.
//
// Threads: reading while opening, rows by the index's writing thread. Failure: std::runtime_error
// where the disk refuses or the rows are damaged.

#include <string>
#include <utility>

#include "server/log/rocks_open.hpp"
#include "server/log/tree.hpp"

namespace commonweal::log {

/// All that are there, in order; none goes beyond `indexed_to`. An older program wrote none.
std::vector<LeafHash> stored_blocks(const RocksStore& store, Position indexed_to);

/// The rows of the blocks up to a position that are not stored yet.
std::vector<std::pair<std::string, std::string>> block_rows(const RocksStore& store,
                                                            const Tree& tree, Position last);

}  // namespace commonweal::log
