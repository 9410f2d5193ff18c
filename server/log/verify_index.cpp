#include "server/log/verify_index.hpp"

#include <algorithm>
#include <cstring>

#include "server/log/index_rows.hpp"
#include "server/log/record.hpp"

namespace commonweal::log {
namespace {

std::uint64_t number_in(std::span<const std::uint8_t> bytes, std::size_t at) {
    std::uint64_t number;
    std::memcpy(&number, bytes.data() + at, sizeof number);
    return number;
}

/// Every row of a family; `read` answers false where it is not what it should be.
template <class Read>
void each_row(const RocksStore& store, rocksdb::ColumnFamilyHandle* family, Problems& problems,
              const Read& read) {
    rocksdb::ReadOptions options;
    options.fill_cache = false;
    const std::unique_ptr<rocksdb::Iterator> row(store.db->NewIterator(options, family));
    const auto file = "log/" + family->GetName();
    for (row->SeekToFirst(); row->Valid(); row->Next())
        if (!read(row->key().ToStringView(), row->value().ToStringView()))
            problems.add({"index", 0, file, "A row of the index cannot be read."});
    if (!row->status().ok()) problems.add({"unreadable", 0, file, row->status().ToString()});
}

/// The name in a key of name_key(); false where it is none.
bool read_name(std::string_view key, std::string_view& name) {
    if (key.empty()) return false;
    const std::size_t size = static_cast<unsigned char>(key.front());
    if (key.size() != 1 + size + sizeof(std::uint64_t)) return false;
    name = key.substr(1, size);
    return true;
}

/// `use` is given each entry: the stream, a version and its position.
template <class Use>
void each_of_streams(const RocksStore& store, Problems& problems, const Use& use) {
    StreamHead head;
    each_row(store, store.heads, problems, [&](std::string_view key, std::string_view value) {
        if (!parse_head(value, head)) return false;
        for (auto version = head.first_of_newest(); const auto position : head.newest)
            use(key, version++, position);
        return true;
    });
    std::vector<Position> positions;
    each_row(store, store.streams, problems, [&](std::string_view key, std::string_view value) {
        std::string_view name;
        if (!read_name(key, name) || !read_positions(value, positions)) return false;
        for (auto version = last_number(key); const auto position : positions)
            use(name, version++, position);
        return true;
    });
}

template <class Use>
void each_of_tags(const RocksStore& store, Problems& problems, const Use& use) {
    std::vector<Position> positions;
    each_row(store, store.tags, problems, [&](std::string_view key, std::string_view value) {
        std::string_view name;
        if (!read_name(key, name) || !read_positions(value, positions)) return false;
        for (const auto position : positions) use(name, position);
        return true;
    });
}

template <class Use>
void each_of_commits(const RocksStore& store, Problems& problems, const Use& use) {
    each_row(store, store.commits, problems, [&](std::string_view key, std::string_view value) {
        CommitId id{};
        StoredCommit commit;
        if (key.size() != id.size() || !parse_commit(value, commit)) return false;
        std::memcpy(id.data(), key.data(), id.size());
        use(id, commit);
        return true;
    });
}

/// Whether the index finds a record by all its names.
bool finds(const StoredIndex& index, const RecordView& record) {
    const auto is_here = [&](Position position) { return position == record.position; };
    bool found = false;
    index.read_stream(record.stream, record.version, record.version,
                      [&](Version, Position position) { return found = is_here(position); });
    for (const auto tag : record.tags) {
        bool tagged = false;
        index.read_tag(tag, record.position, record.position,
                       [&](Position position) { return tagged = is_here(position); });
        found = found && tagged;
    }
    if (record.index != 0) return found;
    const auto commit = index.commit_of(record.commit_id);
    return found && commit && commit->first == record.position && commit->count == record.count &&
           commit->recorded_at == record.recorded_at;
}

void tell_missing(const RocksStore& store, Position indexed_to, Problems& problems) {
    const StoredIndex index(store);
    const std::unique_ptr<rocksdb::Iterator> at(store.db->NewIterator({}, store.records));
    for (at->SeekToFirst(); at->Valid() && !problems.is_full(); at->Next()) {
        const auto record = view_record(at->value().ToStringView());
        if (!record) continue;
        if (record->position > indexed_to) break;
        try {
            if (finds(index, *record)) continue;
            problems.add({"index", record->position, "log/streams, log/tags or log/commits",
                          "The index does not find this record."});
        } catch (const std::exception& error) {
            problems.add(
                {"index", record->position, "log/streams, log/tags or log/commits", error.what()});
        }
    }
}

bool has_tag(const Record& record, std::string_view tag) {
    return std::ranges::find(record.tags, tag) != record.tags.end();
}

/// The record that an entry of the index names; none where there is no such record.
std::optional<Record> named(const RocksStore& store, Position position) {
    rocksdb::PinnableSlice stored;
    if (!store.db->Get({}, store.records, position_key(position), &stored).ok())
        return std::nullopt;
    auto record = decode_record(stored.ToStringView());
    return record ? std::optional(std::move(*record)) : std::nullopt;
}

void tell_surplus(const RocksStore& store, Problems& problems) {
    const auto tell = [&](Position position, const char* file) {
        problems.add({"index", position, file, "The index names a record that is not so."});
    };
    each_of_streams(store, problems, [&](std::string_view name, Version version, Position at) {
        const auto record = problems.is_full() ? std::nullopt : named(store, at);
        if (!record || record->stream != name || record->version != version)
            tell(at, "log/streams");
    });
    each_of_tags(store, problems, [&](std::string_view name, Position at) {
        const auto record = problems.is_full() ? std::nullopt : named(store, at);
        if (!record || !has_tag(*record, name)) tell(at, "log/tags");
    });
    each_of_commits(store, problems, [&](const CommitId& id, const StoredCommit& commit) {
        const auto record = problems.is_full() ? std::nullopt : named(store, commit.first);
        if (!record || record->commit_id != id) tell(commit.first, "log/commits");
    });
}

}  // namespace

void add_stream(IndexSum& sum, std::string_view stream, Version version, Position position) {
    sum.add(IndexSum::hash_of(stream), {version, position});
}
void add_tag(IndexSum& sum, std::string_view tag, Position position) {
    sum.add(IndexSum::hash_of(tag), {position});
}
void add_commit(IndexSum& sum, const CommitId& id, const StoredCommit& commit) {
    const auto& fingerprint = commit.fingerprint;
    sum.add(number_in(id, 0),
            {number_in(id, 8), commit.first, commit.count,
             static_cast<std::uint64_t>(commit.recorded_at), number_in(fingerprint, 0),
             number_in(fingerprint, 8), number_in(fingerprint, 16), number_in(fingerprint, 24)});
}

IndexSums stored_sums(const RocksStore& store, Problems& problems) {
    IndexSums sums;
    each_of_streams(store, problems, [&](std::string_view name, Version version, Position at) {
        add_stream(sums.streams, name, version, at);
    });
    each_of_tags(store, problems,
                 [&](std::string_view name, Position at) { add_tag(sums.tags, name, at); });
    each_of_commits(store, problems, [&](const CommitId& id, const StoredCommit& commit) {
        add_commit(sums.commits, id, commit);
    });
    return sums;
}

void tell_differences(const RocksStore& store, Position indexed_to, Problems& problems) {
    const auto before = problems.count();
    tell_missing(store, indexed_to, problems);
    tell_surplus(store, problems);
    if (problems.count() == before)
        problems.add({"index", 0, "log/commits",
                      "A fingerprint in the index is not that of its commit, or an entry is "
                      "there twice."});
}

}  // namespace commonweal::log
