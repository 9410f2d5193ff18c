#include "server/log/rocks_engine.hpp"

#include <rocksdb/iterator.h>
#include <rocksdb/write_batch.h>

#include <algorithm>
#include <mutex>

#include "server/log/group.hpp"
#include "server/log/record.hpp"
#include "server/log/rocks_keys.hpp"
#include "server/log/rocks_open.hpp"
#include "server/log/stored_commit.hpp"
#include "server/log/stream_index.hpp"
#include "server/log/tag_index.hpp"

namespace commonweal::log {
namespace {

RecordView view_or_throw(Position position, std::string_view stored) {
    const auto view = view_record(stored);
    if (!view) throw DamagedRecord(position, std::string(sentence(view.error())));
    if (view->position != position) throw DamagedRecord(position, "it is another one's");
    return *view;
}

class RocksEngine final : public Engine, private Before {
  public:
    RocksEngine(const std::filesystem::path& folder, const RocksOptions& options)
        : store_(open_rocks_store(folder, options)),
          streams_(*store_, options.streams_cached_max),
          tags_(*store_, options.tags_recent_max),
          head_(last_stored()) {
        scan_encoded(tags_.indexed_to() + 1, [this](Position position, std::string_view stored) {
            tags_.remember(position, view_or_throw(position, stored).tags);
            return true;
        });
    }

    ~RocksEngine() override {
        // Only to spare the next opening the work: what fails here is read from the records then.
        if (!failed_because_.empty()) return;
        rocksdb::WriteBatch batch;
        tags_.write_recent(batch, true);
        static_cast<void>(store_->db->Write({}, &batch));
    }

    std::vector<AppendResult> append(std::span<const Commit> commits) override {
        if (!failed_because_.empty()) return unknown(commits.size());
        try {
            Group group(head_, *this, hasher_);
            std::vector<AppendResult> results;
            results.reserve(commits.size());
            for (const auto& commit : commits) results.push_back(group.take(commit));
            if (!group.records().empty()) write(group);
            return results;
        } catch (const std::exception& error) {
            failed_because_ = error.what();
            return unknown(commits.size());
        }
    }

    Head head() const override {
        const std::lock_guard lock(head_mutex_);
        return head_;
    }

    Version stream_version(std::string_view stream) const override {
        const Position last = head().position;
        Version version = 0;
        streams_.read(stream, ~Version{0}, Direction::back, [&](Version at, Position position) {
            if (position <= last) version = at;
            return version == 0;
        });
        return version;
    }

    std::optional<Appended> find_commit(const CommitId& id) const override {
        const Position last = head().position;
        const auto stored = find_stored_commit(*store_, id);
        if (!stored || stored->first > last) return std::nullopt;
        return stored->as_repeated();
    }

    std::optional<Fingerprint> find_fingerprint(const CommitId& id) const override {
        const auto stored = find_stored_commit(*store_, id);
        if (!stored) return std::nullopt;
        return stored->fingerprint;
    }

    Position position_at(InstantUs instant) const override {
        Position first = 1;
        Position end = head().position + 1;
        while (first < end) {
            const Position middle = first + (end - first) / 2;
            const auto stored = get(middle);
            if (view_or_throw(middle, stored.ToStringView()).recorded_at < instant) {
                first = middle + 1;
            } else {
                end = middle;
            }
        }
        return first;
    }

    void read_all(Position from, Direction direction, const Visitor& visit) const override {
        if (direction == Direction::back) return read_all_back(from, visit);
        scan({}, from, [&](Position position, std::string_view stored) {
            return visit(to_record(view_or_throw(position, stored)));
        });
    }

    void scan_encoded(Position from, const EncodedVisitor& visit) const override {
        rocksdb::ReadOptions in_bulk;
        in_bulk.fill_cache = false;
        scan(in_bulk, from, visit);
    }

    void read_stream(std::string_view stream, Version from, Direction direction,
                     const Visitor& visit) const override {
        const Position last = head().position;
        streams_.read(stream, from, direction, [&](Version, Position position) {
            // Beyond the head: what is later is too, what is earlier need not be.
            if (position > last) return direction == Direction::back;
            return visit(record(position));
        });
    }

    void read_tag(std::string_view tag, Position from, Direction direction,
                  const Visitor& visit) const override {
        tags_.read(tag, from, direction, head().position,
                   [&](Position position) { return visit(record(position)); });
    }

  private:
    Version version_of(std::string_view stream) override { return streams_.version_of(stream); }
    std::optional<StoredCommit> commit_of(const CommitId& id) override {
        return find_stored_commit(*store_, id);
    }

    std::vector<AppendResult> unknown(std::size_t commits) const {
        return std::vector<AppendResult>(commits, OutcomeUnknown{failed_because_});
    }

    void write(const Group& group) {
        rocksdb::WriteBatch batch;
        for (const auto& record : group.records()) {
            must(batch.Put(store_->records, position_key(record.position), group.stored(record)),
                 "add a record");
        }
        for (const auto& touched : group.streams()) streams_.add(batch, touched);
        for (const auto& commit : group.commits()) put_commit(*store_, batch, commit);
        tags_.write_recent(batch, false);

        rocksdb::WriteOptions durably;
        durably.sync = true;
        must(store_->db->Write(durably, &batch), "write to the log");
        // A reader that sees the new head must find everything up to it.
        tags_.written(group);
        const std::lock_guard lock(head_mutex_);
        head_ = group.head();
    }

    Head last_stored() const {
        const std::unique_ptr<rocksdb::Iterator> at(store_->db->NewIterator({}, store_->records));
        at->SeekToLast();
        must(at->status(), "read the log");
        if (!at->Valid()) return {};
        const Position position = last_number(at->key());
        const auto last = view_or_throw(position, at->value().ToStringView());
        if (last.index + 1 != last.count) throw DamagedRecord(position + 1, "it is missing");
        return {position, last.recorded_at};
    }

    rocksdb::PinnableSlice get(Position position) const {
        rocksdb::PinnableSlice stored;
        const auto status = store_->db->Get({}, store_->records, position_key(position), &stored);
        if (status.IsNotFound()) throw DamagedRecord(position, "it is missing");
        if (status.IsCorruption()) throw DamagedRecord(position, status.ToString());
        must(status, "read the log");
        return stored;
    }

    Record record(Position position) const {
        const auto stored = get(position);
        return to_record(view_or_throw(position, stored.ToStringView()));
    }

    template <class Visit>
    void scan(rocksdb::ReadOptions options, Position from, const Visit& visit) const {
        const Position last = head().position;
        Position expected = std::max<Position>(from, 1);
        if (expected > last) return;
        const std::unique_ptr<rocksdb::Iterator> at(
            store_->db->NewIterator(options, store_->records));
        for (at->Seek(position_key(expected)); expected <= last; at->Next(), ++expected) {
            check(*at, expected);
            if (!visit(expected, at->value().ToStringView())) return;
        }
    }

    void read_all_back(Position from, const Visitor& visit) const {
        Position expected = std::min(from, head().position);
        const std::unique_ptr<rocksdb::Iterator> at(store_->db->NewIterator({}, store_->records));
        for (at->Seek(position_key(expected)); expected > 0; at->Prev(), --expected) {
            check(*at, expected);
            if (!visit(to_record(view_or_throw(expected, at->value().ToStringView())))) return;
        }
    }

    static void check(const rocksdb::Iterator& at, Position expected) {
        if (at.Valid() && last_number(at.key()) == expected) return;
        if (at.status().IsCorruption()) throw DamagedRecord(expected, at.status().ToString());
        must(at.status(), "read the log");
        throw DamagedRecord(expected, "it is missing");
    }

    std::unique_ptr<RocksStore> store_;
    StreamIndex streams_;
    TagIndex tags_;
    LeafHasher hasher_;
    std::string failed_because_;  ///< append's own
    mutable std::mutex head_mutex_;
    Head head_;
};

}  // namespace

std::unique_ptr<Engine> open_rocks_engine(const std::filesystem::path& folder,
                                          const RocksOptions& options) {
    return std::make_unique<RocksEngine>(folder, options);
}

}  // namespace commonweal::log
