#pragma once
// The index in RocksDB's files: everything up to indexed_to(). It is written by index_writer in
// large steps; all of it but the fingerprints can be made again from the records.
//
// Owner: LogIndex. Threads: any. Reading while a later step is written is sound: what a step writes
// adds versions and positions beyond those that were there, and a run of old ones never changes.
// Failure: std::runtime_error where the disk refuses or the index is damaged.

#include <functional>

#include "server/log/group.hpp"
#include "server/log/rocks_open.hpp"

namespace commonweal::log {

struct StreamHead {
    Version version = 0;
    std::vector<Position> newest;  ///< of the versions up to this one, without a gap

    Version first_of_newest() const { return version - newest.size() + 1; }
};

/// False ends the reading; the reading then answers false too.
using VersionVisit = std::function<bool(Version, Position)>;
using PositionVisit = std::function<bool(Position)>;

class StoredIndex {
  public:
    explicit StoredIndex(const RocksStore& store) : store_(store) {}

    Position indexed_to() const;
    /// Version 0: there is no such stream.
    StreamHead head_of(std::string_view stream) const;
    std::optional<StoredCommit> commit_of(const CommitId& id) const;

    /// Versions from..to, or as far as there are any.
    bool read_stream(std::string_view stream, Version from, Version to,
                     const VersionVisit& visit) const;
    void read_stream_back(std::string_view stream, Version from, const VersionVisit& visit) const;
    /// Positions from..to.
    bool read_tag(std::string_view tag, Position from, Position to,
                  const PositionVisit& visit) const;
    void read_tag_back(std::string_view tag, Position from, const PositionVisit& visit) const;

  private:
    bool read_runs(std::string_view stream, Version from, Version to,
                   const VersionVisit& visit) const;
    void read_runs_back(std::string_view stream, Version from, const VersionVisit& visit) const;

    const RocksStore& store_;
};

}  // namespace commonweal::log
