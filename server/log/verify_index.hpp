#pragma once
// Verifying the index: what its files say, summed up, against what the records say; and where the
// two differ, where.
//
// Failure: damage is a Problem.

#include "server/log/index_sum.hpp"
#include "server/log/problems.hpp"
#include "server/log/stored_index.hpp"

namespace commonweal::log {

/// One sum an index.
struct IndexSums {
    IndexSum streams;
    IndexSum tags;
    IndexSum commits;
    bool operator==(const IndexSums&) const = default;
};

void add_stream(IndexSum& sum, std::string_view stream, Version version, Position position);
void add_tag(IndexSum& sum, std::string_view tag, Position position);
void add_commit(IndexSum& sum, const CommitId& id, const StoredCommit& commit);

/// Of all rows of the index.
IndexSums stored_sums(const RocksStore& store, Problems& problems);

/// For where the sums differ: compares one by one and tells the differences.
void tell_differences(const RocksStore& store, Position indexed_to, Problems& problems);

}  // namespace commonweal::log
