#pragma once
// An engine keeps records. Memory (for tests) and RocksDB pass one contract suite
// (tests/log/contract.hpp); a cluster engine will have to pass the same.
//
// Threads: append is called by one thread at a time (the Committer's); the reads may be called
// from any thread at any time and never see half a commit.
// Failure: a broken condition is a value; damage found while reading throws DamagedRecord; what the
// disk refuses throws or, in append, is answered OutcomeUnknown (then the engine takes no more).

#include <functional>
#include <optional>
#include <span>
#include <stdexcept>
#include <string_view>

#include "server/log/commit.hpp"
#include "server/log/tree.hpp"

namespace commonweal::log {

struct Head {
    Position position = 0;
    InstantUs recorded_at = 0;  ///< of the last commit
};

struct DamagedRecord : std::runtime_error {
    DamagedRecord(Position where, const std::string& what_is_wrong);
    Position position;
};

/// Another process (or another engine of this one) has the data directory.
struct DirectoryInUse : std::runtime_error {
    using std::runtime_error::runtime_error;
};

enum class Direction : std::uint8_t { forward, back };

/// Called for each record in turn; false ends the reading.
using Visitor = std::function<bool(const Record&)>;
/// Called with the stored bytes of each record in turn (record.hpp decodes them), which live only
/// for the call; false ends the reading.
using EncodedVisitor = std::function<bool(Position, std::string_view stored)>;
using PositionVisitor = std::function<bool(Position)>;

class Engine {
  public:
    virtual ~Engine() = default;

    /// A group of commits, in order, made durable together (one fsync). A later commit of the group
    /// sees the earlier ones. One result a commit; all are acknowledged only when all are durable.
    virtual std::vector<AppendResult> append(std::span<const Commit> group) = 0;

    virtual Head head() const = 0;
    /// 0: there is no such stream.
    virtual Version stream_version(std::string_view stream) const = 0;
    /// What an earlier append of this id gave, for ever.
    virtual std::optional<Appended> find_commit(const CommitId& id) const = 0;
    /// The fingerprint that came with that append.
    virtual std::optional<Fingerprint> find_fingerprint(const CommitId& id) const = 0;
    /// The first position recorded at or after an instant; head + 1 where there is none.
    virtual Position position_at(InstantUs instant) const = 0;

    /// Everything from a position on (inclusive), never beyond the head as it was at the call.
    /// Back from beyond the head begins at the head.
    virtual void read_all(Position from, Direction direction, const Visitor& visit) const = 0;
    /// The same, forward and not decoded: for folding in bulk, and decoding side by side.
    virtual void scan_encoded(Position from, const EncodedVisitor& visit) const = 0;
    /// One stream from a version on (inclusive).
    virtual void read_stream(std::string_view stream, Version from, Direction direction,
                             const Visitor& visit) const = 0;
    /// The events with a tag from a position on (inclusive), without scanning the others.
    virtual void read_tag(std::string_view tag, Position from, Direction direction,
                          const Visitor& visit) const = 0;

    /// Where the events with a tag stand, from a position on (inclusive).
    virtual void positions_of_tag(std::string_view tag, Position from,
                                  const PositionVisitor& visit) const = 0;
    /// The records at certain positions, which grow and do not go beyond the head; not decoded.
    virtual void read_at(std::span<const Position> positions,
                         const EncodedVisitor& visit) const = 0;

    /// Over the leaves of all records; reaches at least as far as the head.
    virtual const Tree& tree() const = 0;
};

}  // namespace commonweal::log
