#pragma once
// Which positions have a tag. Tags are many an event and mostly shared, so they are not written
// with each group: those of the newest events wait in memory and are written together, a list a
// tag, in the batch of a later group. What waits is read again from the records when the log is
// opened.
//
// Owner: the RocksDB engine. Threads: `read` any; the others the appending one.
// Failure: std::runtime_error where the disk refuses or the index is damaged.

#include <rocksdb/write_batch.h>

#include <functional>
#include <shared_mutex>

#include "server/log/group.hpp"
#include "server/log/recent_map.hpp"
#include "server/log/rocks_open.hpp"

namespace commonweal::log {

class TagIndex {
  public:
    TagIndex(const RocksStore& store, std::size_t recent_max);

    /// Up to here the tags are in the store.
    Position indexed_to() const { return indexed_to_; }
    /// While opening: an event after indexed_to().
    template <class Tags>
    void remember(Position position, const Tags& tags) {
        for (const std::string_view tag : tags) remember_one(position, tag);
        recent_to_ = position;
    }

    /// Adds what waits to the batch, where that is enough (or `all`: where it is anything).
    void write_recent(rocksdb::WriteBatch& batch, bool all);
    /// The batch, with the records of the group, is durable.
    void written(const Group& group);

    /// The positions with a tag from one on, up to `last`; false ends the reading.
    using Visit = std::function<bool(Position)>;
    void read(std::string_view tag, Position from, Direction direction, Position last,
              const Visit& visit) const;

  private:
    struct Recent {
        std::vector<Position> positions;
        Position indexed_to = 0;
    };
    Recent recent_of(std::string_view tag) const;
    void remember_one(Position position, std::string_view tag);
    bool read_stored_forward(std::string_view tag, Position from, Position last,
                             const Visit& visit) const;
    void read_stored_back(std::string_view tag, Position from, const Visit& visit) const;

    const RocksStore& store_;
    const std::size_t recent_max_;
    mutable std::shared_mutex mutex_;  ///< for what follows, which append changes and all read
    NameMap<std::vector<Position>> recent_;
    Position indexed_to_ = 0;
    Position recent_to_ = 0;
    bool recent_is_in_batch_ = false;  ///< append's own
};

}  // namespace commonweal::log
