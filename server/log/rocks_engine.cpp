#include "server/log/rocks_engine.hpp"

#include <rocksdb/iterator.h>
#include <rocksdb/write_batch.h>

#include <algorithm>

#include "server/log/group.hpp"
#include "server/log/index_rows.hpp"
#include "server/log/known_versions.hpp"
#include "server/log/log_index.hpp"
#include "server/log/record.hpp"
#include "server/log/rocks_open.hpp"
#include "server/log/stored_blocks.hpp"

namespace commonweal::log {
namespace {

/// One in so many is wanted at least, where it is quicker to read them all.
constexpr std::size_t dense = 6;

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
          tree_([this](Position first, std::size_t count) { return leaf_hashes(first, count); }),
          index_(*store_, tree_, options.recent_events_max) {
        const Position last = check_last();
        Position at = index_.indexed_to();
        if (at > last) throw DamagedRecord(last + 1, "it is missing");
        tree_.take_blocks(stored_blocks(*store_, at));
        const std::unique_ptr<rocksdb::Iterator> fingerprint(
            store_->db->NewIterator({}, store_->fingerprints));
        fingerprint->Seek(position_key(at + 1));
        scan(in_bulk(), tree_.size() + 1, last, [&](Position position, std::string_view stored) {
            const auto view = view_or_throw(position, stored);
            tree_.append({&view.leaf_hash, 1});
            if (position > at) index_.add(view, take_fingerprint(*fingerprint, position));
            return true;
        });
        // The rest of what is known of the head, where nothing had to be added.
        if (at == last && last > 0) index_.set_head({last, record(last).recorded_at});
    }

    std::vector<AppendResult> append(std::span<const Commit> commits) override {
        if (!failed_because_.empty()) return unknown(commits.size());
        try {
            index_.must_work();
            Group group(index_.head(), *this, hasher_);
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

    Head head() const override { return index_.head(); }

    Version stream_version(std::string_view stream) const override {
        return index_.version_of(stream);
    }

    std::optional<Appended> find_commit(const CommitId& id) const override {
        const auto stored = index_.commit_of(id);
        if (!stored) return std::nullopt;
        return stored->as_repeated();
    }

    std::optional<Fingerprint> find_fingerprint(const CommitId& id) const override {
        const auto stored = index_.commit_of(id);
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
        scan({}, from, head().position, [&](Position position, std::string_view stored) {
            return visit(to_record(view_or_throw(position, stored)));
        });
    }

    void scan_encoded(Position from, const EncodedVisitor& visit) const override {
        scan(in_bulk(), from, head().position, visit);
    }

    void read_stream(std::string_view stream, Version from, Direction direction,
                     const Visitor& visit) const override {
        index_.read_stream(stream, from, direction,
                           [&](Version, Position position) { return visit(record(position)); });
    }

    void read_tag(std::string_view tag, Position from, Direction direction,
                  const Visitor& visit) const override {
        index_.read_tag(tag, from, direction, head().position,
                        [&](Position position) { return visit(record(position)); });
    }

    void positions_of_tag(std::string_view tag, Position from,
                          const PositionVisitor& visit) const override {
        index_.read_tag(tag, from, Direction::forward, head().position, visit);
    }

    void read_at(std::span<const Position> positions, const EncodedVisitor& visit) const override {
        if (positions.empty()) return;
        if (positions.back() - positions.front() < positions.size() * dense)
            return pick(positions, visit);
        for (const auto position : positions)
            if (!visit(position, get(position).ToStringView())) return;
    }

    const Tree& tree() const override { return tree_; }

    const RocksStore& store() const { return *store_; }

  private:
    Version version_of(std::string_view stream) override {
        if (const auto known = known_.find(stream)) return *known;
        const Version version = index_.version_of(stream);
        // One that is empty is about to be begun, and few come back to it soon.
        if (version > 0) known_.keep(stream, version);
        return version;
    }
    std::optional<StoredCommit> commit_of(const CommitId& id) override {
        return index_.commit_of(id);
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
        for (const auto& [id, commit] : group.commits()) {
            if (commit.fingerprint == Fingerprint{}) continue;
            must(batch.Put(store_->fingerprints, position_key(commit.first),
                           {reinterpret_cast<const char*>(commit.fingerprint.data()),
                            commit.fingerprint.size()}),
                 "add a fingerprint");
        }
        rocksdb::WriteOptions durably;
        durably.sync = true;
        must(store_->db->Write(durably, &batch), "write to the log");
        tree_.append(group.leaf_hashes());
        index_.add(group);
        for (const auto& record : group.records()) {
            known_.written(group.stream_of(record), record.version);
        }
    }

    /// The position of the last record, which must end a commit.
    Position check_last() const {
        const std::unique_ptr<rocksdb::Iterator> at(store_->db->NewIterator({}, store_->records));
        at->SeekToLast();
        if (at->status().IsCorruption()) {
            // Forward, from where it is known to be whole, to the record that cannot be read.
            scan({}, index_.indexed_to() + 1, ~Position{0}, [](auto...) { return true; });
        }
        must(at->status(), "read the log");
        if (!at->Valid()) return 0;
        const Position position = last_number(at->key());
        const auto last = view_or_throw(position, at->value().ToStringView());
        if (last.index + 1 != last.count) throw DamagedRecord(position + 1, "it is missing");
        return position;
    }

    /// Of the commit that begins at a position; the positions are asked in order.
    static Fingerprint take_fingerprint(rocksdb::Iterator& at, Position position) {
        Fingerprint fingerprint{};
        must(at.status(), "read the log's fingerprints");
        if (!at.Valid() || last_number(at.key()) != position) return fingerprint;
        if (at.value().size() != fingerprint.size()) {
            throw DamagedRecord(position, "the fingerprint of its commit is too short or too long");
        }
        std::copy_n(at.value().data(), fingerprint.size(), fingerprint.begin());
        at.Next();
        return fingerprint;
    }

    static rocksdb::ReadOptions in_bulk() {
        rocksdb::ReadOptions options;
        options.fill_cache = false;
        return options;
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

    std::vector<LeafHash> leaf_hashes(Position first, std::size_t count) const {
        std::vector<LeafHash> hashes;
        hashes.reserve(count);
        if (count == 0) return hashes;
        scan({}, first, first + count - 1, [&](Position position, std::string_view stored) {
            hashes.push_back(view_or_throw(position, stored).leaf_hash);
            return true;
        });
        return hashes;
    }

    template <class Visit>
    void scan(const rocksdb::ReadOptions& options, Position from, Position last,
              const Visit& visit) const {
        Position expected = std::max<Position>(from, 1);
        if (expected > last) return;
        const std::unique_ptr<rocksdb::Iterator> at(
            store_->db->NewIterator(options, store_->records));
        for (at->Seek(position_key(expected)); expected <= last; at->Next(), ++expected) {
            check(*at, expected);
            if (!visit(expected, at->value().ToStringView())) return;
        }
    }

    /// All that stand between them are read, too: that is quicker where these are few.
    void pick(std::span<const Position> positions, const EncodedVisitor& visit) const {
        auto next = positions.begin();
        scan({}, positions.front(), positions.back(), [&](Position at, std::string_view stored) {
            if (at != *next) return true;
            ++next;
            return visit(at, stored);
        });
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
    Tree tree_;
    LogIndex index_;
    LeafHasher hasher_;
    KnownVersions known_;         ///< append's own
    std::string failed_because_;  ///< append's own
};

}  // namespace

std::unique_ptr<Engine> open_rocks_engine(const std::filesystem::path& folder,
                                          const RocksOptions& options) {
    return std::make_unique<RocksEngine>(folder, options);
}

const RocksStore& rocks_store_of(const Engine& engine) {
    const auto* const rocks = dynamic_cast<const RocksEngine*>(&engine);
    if (rocks == nullptr) throw std::invalid_argument("This log is not kept on the disk.");
    return rocks->store();
}

}  // namespace commonweal::log
