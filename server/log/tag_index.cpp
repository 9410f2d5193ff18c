#include "server/log/tag_index.hpp"

#include <algorithm>
#include <mutex>

#include "server/log/rocks_keys.hpp"

namespace commonweal::log {
namespace {

constexpr std::string_view indexed_to_key = "tags-indexed-to";
constexpr std::size_t list_max = 1024;  ///< read whole for one of them

[[noreturn]] void damaged() {
    throw std::runtime_error("The log's index of tags is damaged.");
}

Position stored_indexed_to(const RocksStore& store) {
    std::string value;
    const auto status = store.db->Get({}, store.meta, indexed_to_key, &value);
    if (status.IsNotFound()) return 0;
    must(status, "read the log's index of tags");
    if (value.size() != sizeof(Position)) damaged();
    return read_little_endian<Position>(value.data());
}

}  // namespace

TagIndex::TagIndex(const RocksStore& store, std::size_t recent_max)
    : store_(store),
      recent_max_(recent_max),
      indexed_to_(stored_indexed_to(store)),
      recent_to_(indexed_to_) {}

void TagIndex::remember_one(Position position, std::string_view tag) {
    const auto found = recent_.find(tag);
    if (found != recent_.end()) {
        found->second.push_back(position);
    } else {
        recent_.emplace(tag, std::vector{position});
    }
}

void TagIndex::write_recent(rocksdb::WriteBatch& batch, bool all) {
    const Position waiting = recent_to_ - indexed_to_;
    if (waiting == 0 || (waiting < recent_max_ && !all)) return;
    // In the order of the keys, so that each finds its place in the memtable beside the last.
    std::vector<const decltype(recent_)::value_type*> sorted;
    sorted.reserve(recent_.size());
    for (const auto& entry : recent_) sorted.push_back(&entry);
    std::ranges::sort(sorted, {}, [](const auto* entry) {
        return std::pair(entry->first.size(), std::string_view(entry->first));
    });
    std::string value;
    for (const auto* const entry : sorted) {
        for (std::span<const Position> rest = entry->second; !rest.empty();) {
            const auto list = rest.first(std::min(rest.size(), list_max));
            value.clear();
            append_positions(value, list);
            must(batch.Put(store_.tags, name_key(entry->first, list.front()), value), "index tags");
            rest = rest.subspan(list.size());
        }
    }
    value.clear();
    append_little_endian(value, recent_to_);
    must(batch.Put(store_.meta, indexed_to_key, value), "index tags");
    recent_is_in_batch_ = true;
}

void TagIndex::written(const Group& group) {
    const std::unique_lock lock(mutex_);
    if (recent_is_in_batch_) {
        recent_.clear();
        indexed_to_ = recent_to_;
        recent_is_in_batch_ = false;
    }
    for (const auto& record : group.records()) remember(record.position, group.tags(record));
}

TagIndex::Recent TagIndex::recent_of(std::string_view tag) const {
    const std::shared_lock lock(mutex_);
    const auto found = recent_.find(tag);
    return {found == recent_.end() ? std::vector<Position>{} : found->second, indexed_to_};
}

// What waits is taken first, with the position up to which the store counts. A list that is written
// meanwhile holds only what was taken, and lies beyond that position.
void TagIndex::read(std::string_view tag, Position from, Direction direction, Position last,
                    const Visit& visit) const {
    const Recent recent = recent_of(tag);
    const Position stored_last = std::min(last, recent.indexed_to);
    if (direction == Direction::forward) {
        if (!read_stored_forward(tag, from, stored_last, visit)) return;
        for (const Position position : recent.positions) {
            if (position > last) return;
            if (position >= from && !visit(position)) return;
        }
    } else {
        for (std::size_t at = recent.positions.size(); at > 0; --at) {
            const Position position = recent.positions[at - 1];
            if (position <= std::min(from, last) && !visit(position)) return;
        }
        read_stored_back(tag, std::min(from, stored_last), visit);
    }
}

bool TagIndex::read_stored_forward(std::string_view tag, Position from, Position last,
                                   const Visit& visit) const {
    const std::unique_ptr<rocksdb::Iterator> list(store_.db->NewIterator({}, store_.tags));
    const std::string prefix = name_prefix(tag);
    std::vector<Position> positions;
    // The list before may reach beyond `from`; where it is another tag's, begin at this one's
    // first.
    list->SeekForPrev(name_key(tag, from));
    if (!list->Valid() || !list->key().starts_with(prefix)) list->Seek(prefix);
    for (; list->Valid() && list->key().starts_with(prefix); list->Next()) {
        if (last_number(list->key()) > last) break;
        if (!read_positions(list->value().ToStringView(), positions)) damaged();
        for (const Position position : positions) {
            if (position > last) return true;
            if (position >= from && !visit(position)) return false;
        }
    }
    must(list->status(), "read the log's index of tags");
    return true;
}

void TagIndex::read_stored_back(std::string_view tag, Position from, const Visit& visit) const {
    const std::unique_ptr<rocksdb::Iterator> list(store_.db->NewIterator({}, store_.tags));
    const std::string prefix = name_prefix(tag);
    std::vector<Position> positions;
    for (list->SeekForPrev(name_key(tag, from)); list->Valid() && list->key().starts_with(prefix);
         list->Prev()) {
        if (!read_positions(list->value().ToStringView(), positions)) damaged();
        for (std::size_t at = positions.size(); at > 0; --at) {
            const Position position = positions[at - 1];
            if (position <= from && !visit(position)) return;
        }
    }
    must(list->status(), "read the log's index of tags");
}

}  // namespace commonweal::log
