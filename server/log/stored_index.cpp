#include "server/log/stored_index.hpp"

#include <algorithm>

#include "server/log/index_rows.hpp"

namespace commonweal::log {
namespace {

[[noreturn]] void damaged(const char* of_what) {
    throw std::runtime_error(std::string("The log's index of ") + of_what + " is damaged.");
}

/// None where there is no such row.
template <class Row>
std::optional<Row> find(const RocksStore& store, rocksdb::ColumnFamilyHandle* family,
                        std::string_view key, bool (*parse)(std::string_view, Row&),
                        const char* of_what) {
    rocksdb::PinnableSlice value;
    const auto status = store.db->Get({}, family, key, &value);
    if (status.IsNotFound()) return std::nullopt;
    must(status, "read the log's index");
    Row row{};
    if (!parse(value.ToStringView(), row)) damaged(of_what);
    return row;
}

}  // namespace

Position StoredIndex::indexed_to() const {
    return find<Position>(store_, store_.meta, indexed_to_key, parse_position, "positions")
        .value_or(0);
}

StreamHead StoredIndex::head_of(std::string_view stream) const {
    return find<StreamHead>(store_, store_.heads, stream, parse_head, "streams")
        .value_or(StreamHead{});
}

std::optional<StoredCommit> StoredIndex::commit_of(const CommitId& id) const {
    return find<StoredCommit>(store_, store_.commits, bytes_of(id), parse_commit, "commits");
}

bool StoredIndex::read_stream(std::string_view stream, Version from, Version to,
                              const VersionVisit& visit) const {
    // The head is read before the runs: whatever it no longer holds is in a run by then.
    const StreamHead head = head_of(stream);
    const Version newest = head.first_of_newest();
    Version at = std::max<Version>(from, 1);
    to = std::min(to, head.version);
    if (at > to) return true;
    if (at < newest && !read_runs(stream, at, std::min(to, newest - 1), visit)) return false;
    for (at = std::max(at, newest); at <= to; ++at) {
        if (!visit(at, head.newest[at - newest])) return false;
    }
    return true;
}

void StoredIndex::read_stream_back(std::string_view stream, Version from,
                                   const VersionVisit& visit) const {
    const StreamHead head = head_of(stream);
    if (head.version == 0) return;
    const Version newest = head.first_of_newest();
    Version at = std::min(from, head.version);
    for (; at >= newest && at > 0; --at) {
        if (!visit(at, head.newest[at - newest])) return;
    }
    if (at > 0) read_runs_back(stream, at, visit);
}

bool StoredIndex::read_runs(std::string_view stream, Version from, Version to,
                            const VersionVisit& visit) const {
    const std::unique_ptr<rocksdb::Iterator> run(store_.db->NewIterator({}, store_.streams));
    const std::string prefix = name_prefix(stream);
    std::vector<Position> positions;
    for (run->SeekForPrev(name_key(stream, from)); from <= to; run->Next()) {
        if (!run->Valid() || !run->key().starts_with(prefix)) damaged("streams");
        const Version first = last_number(run->key());
        if (!read_positions(run->value().ToStringView(), positions) || first > from) {
            damaged("streams");
        }
        for (; from <= to && from < first + positions.size(); ++from) {
            if (!visit(from, positions[from - first])) return false;
        }
    }
    return true;
}

void StoredIndex::read_runs_back(std::string_view stream, Version from,
                                 const VersionVisit& visit) const {
    const std::unique_ptr<rocksdb::Iterator> run(store_.db->NewIterator({}, store_.streams));
    const std::string prefix = name_prefix(stream);
    std::vector<Position> positions;
    for (run->SeekForPrev(name_key(stream, from)); from > 0; run->Prev()) {
        if (!run->Valid() || !run->key().starts_with(prefix)) damaged("streams");
        const Version first = last_number(run->key());
        if (!read_positions(run->value().ToStringView(), positions) ||
            first + positions.size() <= from) {
            damaged("streams");
        }
        for (; from >= first && from > 0; --from) {
            if (!visit(from, positions[from - first])) return;
        }
    }
}

bool StoredIndex::read_tag(std::string_view tag, Position from, Position to,
                           const PositionVisit& visit) const {
    const std::unique_ptr<rocksdb::Iterator> list(store_.db->NewIterator({}, store_.tags));
    const std::string prefix = name_prefix(tag);
    std::vector<Position> positions;
    // The list before may reach beyond `from`; where it is another tag's, begin at this one's
    // first.
    list->SeekForPrev(name_key(tag, from));
    if (!list->Valid() || !list->key().starts_with(prefix)) list->Seek(prefix);
    for (; list->Valid() && list->key().starts_with(prefix); list->Next()) {
        if (last_number(list->key()) > to) return true;
        if (!read_positions(list->value().ToStringView(), positions)) damaged("tags");
        for (auto at = std::ranges::lower_bound(positions, from); at != positions.end(); ++at) {
            if (*at > to) return true;
            if (!visit(*at)) return false;
        }
    }
    must(list->status(), "read the log's index of tags");
    return true;
}

void StoredIndex::read_tag_back(std::string_view tag, Position from,
                                const PositionVisit& visit) const {
    const std::unique_ptr<rocksdb::Iterator> list(store_.db->NewIterator({}, store_.tags));
    const std::string prefix = name_prefix(tag);
    std::vector<Position> positions;
    for (list->SeekForPrev(name_key(tag, from)); list->Valid() && list->key().starts_with(prefix);
         list->Prev()) {
        if (!read_positions(list->value().ToStringView(), positions)) damaged("tags");
        for (auto at = std::ranges::upper_bound(positions, from); at != positions.begin();) {
            if (!visit(*--at)) return;
        }
    }
    must(list->status(), "read the log's index of tags");
}

}  // namespace commonweal::log
