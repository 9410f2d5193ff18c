#include "server/log/verify.hpp"

#include <future>

#include "server/log/anchored_heads.hpp"
#include "server/log/index_rows.hpp"
#include "server/log/verify_records.hpp"

namespace commonweal::log {
namespace {

/// How often progress is told, in records.
constexpr Position progress_step = 4096;

std::vector<ExpectedRoot> expected_roots(const std::filesystem::path& folder,
                                         const VerifyOptions& options, Problems& problems) {
    std::vector<ExpectedRoot> expected;
    for (const auto& [head, signature] : options.outside)
        expected.push_back({head.size, head.root, "the head that was given"});
    try {
        const AnchoredHeads anchored(folder / "HEADS", options.key);
        for (const auto& [head, signature] : anchored.heads())
            expected.push_back({head.size, head.root, "log/HEADS"});
    } catch (const std::exception& error) {
        problems.add({"head", 0, "log/HEADS", error.what()});
    }
    return expected;
}

Fingerprint fingerprint_at(rocksdb::Iterator& row, Position position, Problems& problems) {
    Fingerprint fingerprint{};
    while (row.Valid() && last_number(row.key()) < position) {
        problems.add({"fingerprint", last_number(row.key()), "log/fingerprints",
                      "A fingerprint is kept for what is no commit."});
        row.Next();
    }
    if (!row.Valid() || last_number(row.key()) != position) return fingerprint;
    if (row.value().size() == fingerprint.size())
        std::copy_n(row.value().data(), fingerprint.size(), fingerprint.begin());
    else
        problems.add({"fingerprint", position, "log/fingerprints", "It is too short or too long."});
    row.Next();
    return fingerprint;
}

/// Where even that cannot be read, at least as far as the index goes.
Position last_position(const RocksStore& store, Position indexed_to, Problems& problems) {
    const std::unique_ptr<rocksdb::Iterator> at(store.db->NewIterator({}, store.records));
    at->SeekToLast();
    if (!at->status().ok()) {
        problems.add({"unreadable", 0, "log/records", at->status().ToString()});
        return indexed_to;
    }
    return at->Valid() && at->key().size() == sizeof(Position) ? last_number(at->key()) : 0;
}

/// Gives every record to the verifier; goes on behind what cannot be read.
class RecordsReader {
  public:
    RecordsReader(const RocksStore& store, RecordVerifier& verifier, Problems& problems)
        : store_(store), verifier_(verifier), problems_(problems) {
        options_.fill_cache = false;
        options_.readahead_size = 2U << 20U;
        at_.reset(store.db->NewIterator(options_, store.records));
        fingerprint_.reset(store.db->NewIterator(options_, store.fingerprints));
        fingerprint_->SeekToFirst();
    }

    void read(Position last, const std::function<void(Position, Position)>& progress) {
        at_->SeekToFirst();
        for (Position expected = 1; expected <= last; ++expected) {
            take(expected);
            if (progress && expected % progress_step == 0) progress(expected, last);
        }
    }

  private:
    void take(Position expected) {
        if (!at_->status().ok()) {
            verifier_.take_nothing(expected, "unreadable", at_->status().ToString());
            return seek(expected + 1);
        }
        if (!at_->Valid() || last_number(at_->key()) != expected)
            return verifier_.take_nothing(expected, "missing", "There is no such record.");
        const auto stored = at_->value().ToStringView();
        verifier_.take(expected, stored, fingerprint_at(*fingerprint_, expected, problems_));
        at_->Next();
    }
    void seek(Position position) {
        at_.reset(store_.db->NewIterator(options_, store_.records));
        at_->Seek(position_key(position));
    }

    const RocksStore& store_;
    RecordVerifier& verifier_;
    Problems& problems_;
    rocksdb::ReadOptions options_;
    std::unique_ptr<rocksdb::Iterator> at_;
    std::unique_ptr<rocksdb::Iterator> fingerprint_;
};

/// Every block of every table, also of those that nothing reads any more.
void check_files(const RocksStore& store, Problems& problems) {
    const auto status = store.db->VerifyChecksum();
    if (!status.ok()) problems.add({"unreadable", 0, "log", status.ToString()});
}

/// How far the index says that it goes.
Position indexed_to(const RocksStore& store, Problems& problems) {
    try {
        return StoredIndex(store).indexed_to();
    } catch (const std::exception& error) {
        problems.add({"unreadable", 0, "log/default", error.what()});
        return 0;
    }
}

Verified verify_store(const RocksStore& store, const std::filesystem::path& folder,
                      const VerifyOptions& options, Problems& problems) {
    TreeVerifier tree(store, expected_roots(folder, options, problems), problems);
    const auto indexed = indexed_to(store, problems);
    RecordVerifier records(tree, indexed, problems);
    auto index = std::async(std::launch::async, [&] {
        check_files(store, problems);
        return stored_sums(store, problems);
    });
    RecordsReader(store, records, problems)
        .read(last_position(store, indexed, problems), options.progress);
    records.end();
    if (indexed > records.last())
        problems.add({"lost", records.last() + 1, "log/records",
                      "The index goes to position " + std::to_string(indexed) +
                          ", the records end at " + std::to_string(records.last()) + "."});
    if (index.get() != records.sums()) tell_differences(store, indexed, problems);
    return {records.last(), tree.root(), {}, 0};
}

}  // namespace

Verified verify_log(const std::filesystem::path& folder, const VerifyOptions& options) {
    Problems problems;
    const auto store = open_rocks_store_to_read(folder);
    auto verified = verify_store(*store, folder, options, problems);
    verified.problems = problems.told();
    verified.problem_count = problems.count();
    return verified;
}

}  // namespace commonweal::log
