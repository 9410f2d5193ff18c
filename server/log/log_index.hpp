#pragma once
// The RocksDB engine's index of streams, tags and commit ids: the newest events in memory, the
// older ones in files. A thread of its own moves the one into the other, in steps of many thousand
// events; what is still in memory is read again from the records when the log is opened.
//
// Owner: the RocksDB engine. Threads: `add` by append alone (and while opening); the others by any.
// What a reader sees is durable: the engine adds it after its write.
// Failure: std::runtime_error. Where the thread fails, must_work() throws from then on.

#include <condition_variable>
#include <shared_mutex>
#include <thread>

#include "server/log/recent_index.hpp"
#include "server/log/record.hpp"
#include "server/log/stored_index.hpp"

namespace commonweal::log {

class LogIndex {
  public:
    /// The tree reaches as far as what is added; its blocks are written with the index.
    LogIndex(const RocksStore& store, const Tree& tree, std::size_t recent_events_max);
    ~LogIndex();
    LogIndex(const LogIndex&) = delete;
    LogIndex& operator=(const LogIndex&) = delete;

    /// While opening: from here on records have to be added.
    Position indexed_to() const;
    /// While opening: the next record; the fingerprint is its commit's.
    void add(const RecordView& record, const Fingerprint& fingerprint);
    /// A group that is durable; its last event is the head from now on.
    void add(const Group& group);
    /// While opening, where no record had to be added.
    void set_head(Head head);
    void must_work() const;

    Head head() const;
    Version version_of(std::string_view stream) const;
    std::optional<StoredCommit> commit_of(const CommitId& id) const;

    void read_stream(std::string_view stream, Version from, Direction direction,
                     const VersionVisit& visit) const;
    /// From a position on, but none beyond `last`.
    void read_tag(std::string_view tag, Position from, Direction direction, Position last,
                  const PositionVisit& visit) const;

  private:
    /// What is in memory of a stream or a tag, from a place on, and where the files take over.
    struct Piece {
        std::uint64_t stored_to = 0;  ///< version or position
        std::vector<Position> positions;
    };
    /// Of one that memory knows nothing of: it is in the files, or nowhere.
    static constexpr std::uint64_t all_stored = ~std::uint64_t{0};

    Piece stream_piece(std::string_view stream, Version from) const;
    Piece stream_piece_back(std::string_view stream, Version& from) const;
    Piece tag_piece(std::string_view tag, Position from) const;
    Piece tag_piece_back(std::string_view tag, Position from) const;
    void read_stream_back(std::string_view stream, Version from, const VersionVisit& visit) const;
    void read_tag_back(std::string_view tag, Position from, const PositionVisit& visit) const;
    void freeze_if_grown(std::unique_lock<std::shared_mutex>& lock);
    void write_until_closed();

    const RocksStore& store_;
    const Tree& tree_;
    const StoredIndex stored_;
    const std::size_t recent_events_max_;

    mutable std::shared_mutex mutex_;  ///< for what follows
    std::condition_variable_any changed_;
    Head head_;
    std::unique_ptr<RecentIndex> filling_;
    std::unique_ptr<RecentIndex> frozen_;  ///< being written; nobody changes it
    Position indexed_to_;
    std::string failed_because_;
    bool closing_ = false;
    std::thread writer_;
};

}  // namespace commonweal::log
