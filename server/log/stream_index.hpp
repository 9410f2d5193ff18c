#pragma once
// Which positions a stream's versions have. A stream's head holds its version and the positions of
// its newest events; older ones are put away in runs that never change.
//
// Owner: the RocksDB engine. Threads: version_of and add by append alone; read by any.
// Failure: std::runtime_error where the disk refuses or the index is damaged.

#include <rocksdb/write_batch.h>

#include <functional>

#include "server/log/group.hpp"
#include "server/log/recent_map.hpp"
#include "server/log/rocks_open.hpp"

namespace commonweal::log {

struct StreamHead {
    Version version = 0;
    std::vector<Position> newest;  ///< of the versions up to this one, without a gap

    Version first_of_newest() const { return version - newest.size() + 1; }
};

class StreamIndex {
  public:
    StreamIndex(const RocksStore& store, std::size_t cached_max)
        : store_(store), cached_(cached_max) {}

    Version version_of(std::string_view stream) { return head_of(stream).version; }
    /// Adds what a group appended to a stream. The batch is written, or append never called again.
    void add(rocksdb::WriteBatch& batch, const Group::TouchedStream& touched);

    /// The positions from a version on (inclusive); false ends the reading.
    using Visit = std::function<bool(Version, Position)>;
    void read(std::string_view stream, Version from, Direction direction, const Visit& visit) const;

  private:
    StreamHead& head_of(std::string_view stream);
    StreamHead stored_head(std::string_view stream) const;
    bool read_runs_forward(std::string_view stream, Version from, Version end,
                           const Visit& visit) const;
    void read_runs_back(std::string_view stream, Version from, const Visit& visit) const;

    const RocksStore& store_;
    RecentMap<StreamHead> cached_;
};

}  // namespace commonweal::log
