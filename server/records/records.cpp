#include "server/records/records.hpp"

#include <rocksdb/db.h>
#include <rocksdb/env.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/table.h>
#include <rocksdb/write_batch.h>

#include <mutex>
#include <shared_mutex>
#include <stdexcept>

namespace commonweal::records {
namespace {

constexpr std::size_t table_bytes_max = 255;

/// The table's name with its length before it, so that no table is the beginning of another.
std::string prefix_of(std::string_view table) {
    if (table.empty() || table.size() > table_bytes_max) {
        throw std::invalid_argument("The name of a table of records has 1 to 255 bytes.");
    }
    std::string prefix;
    prefix += static_cast<char>(table.size());
    prefix += table;
    return prefix;
}

std::string key_of(std::string_view table, std::string_view key) {
    return prefix_of(table).append(key);
}

rocksdb::Options options_for(rocksdb::Env* env) {
    rocksdb::Options options;
    options.env = env;
    options.create_if_missing = true;
    options.max_background_jobs = 1;
    options.write_buffer_size = 8U << 20U;
    // A used file would keep the rows of its first life beyond their purging.
    options.recycle_log_file_num = 0;
    options.WAL_ttl_seconds = 0;
    options.WAL_size_limit_MB = 0;
    // The manifest names the first and last key of each table: with every change it begins anew.
    options.max_manifest_file_size = 1;
    options.compression = rocksdb::kNoCompression;  // hashes are random
    options.info_log_level = rocksdb::InfoLogLevel::WARN_LEVEL;
    options.keep_log_file_num = 4;
    options.stats_dump_period_sec = 0;
    options.stats_persist_period_sec = 0;
    rocksdb::BlockBasedTableOptions table;
    table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
    options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
    return options;
}

rocksdb::WriteOptions durably() {
    rocksdb::WriteOptions options;
    options.sync = true;
    return options;
}

}  // namespace

struct Records::Inside {
    std::string where;
    std::unique_ptr<rocksdb::Env> memory;  ///< where there is no folder
    std::unique_ptr<rocksdb::DB> db;
    /// Shared by who reads: what they read from would stay on the disk until they end.
    std::shared_mutex reading;

    void must(const rocksdb::Status& status) const {
        if (status.ok()) return;
        throw std::runtime_error("The records in " + where + ": " + status.ToString() + ".");
    }
    void put(std::string_view key, std::string_view row) const {
        must(db->Put(durably(), key, row));
    }
    void remove(std::string_view key) const { must(db->Delete(durably(), key)); }
    std::optional<std::string> find(std::string_view key) const {
        std::string row;
        const auto status = db->Get({}, key, &row);
        if (status.IsNotFound()) return std::nullopt;
        must(status);
        return row;
    }
    void write_files_anew() const {
        // The write-ahead log goes with the memtable that it was for.
        must(db->Flush({}));
        rocksdb::CompactRangeOptions whole;
        whole.exclusive_manual_compaction = true;
        whole.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForce;
        must(db->CompactRange(whole, nullptr, nullptr));
        remove(purge_begun);
        // One more change, so that the manifest tells of the new tables alone.
        must(db->Flush({}));
    }
};

Records::Records(const std::filesystem::path& folder) : inside_(std::make_unique<Inside>()) {
    Inside& in = *inside_;
    if (folder.empty()) {
        in.where = "/memory";
        in.memory.reset(rocksdb::NewMemEnv(rocksdb::Env::Default()));
    } else {
        in.where = folder.string();
        std::filesystem::create_directories(folder);
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    }
    rocksdb::DB* db = nullptr;
    auto* const env = in.memory ? in.memory.get() : rocksdb::Env::Default();
    const auto status = rocksdb::DB::Open(options_for(env), in.where, &db);
    if (status.IsIOError() && status.ToString().find("LOCK") != std::string::npos) {
        throw std::runtime_error("The data directory " + in.where +
                                 " is in use by another process; stop it or choose another "
                                 "directory.");
    }
    in.must(status);
    in.db.reset(db);
    if (in.find(purge_begun)) in.write_files_anew();
}

Records::~Records() = default;

void Records::put(std::string_view table, std::string_view key, std::string_view row) {
    inside_->put(key_of(table, key), row);
}

std::optional<std::string> Records::find(std::string_view table, std::string_view key) const {
    const std::shared_lock lock(inside_->reading);
    return inside_->find(key_of(table, key));
}

void Records::remove(std::string_view table, std::string_view key) {
    inside_->remove(key_of(table, key));
}

void Records::purge() {
    const std::unique_lock lock(inside_->reading);
    inside_->put(purge_begun, {});
    inside_->write_files_anew();
}

void Records::each(
    std::string_view table,
    const std::function<bool(std::string_view key, std::string_view row)>& visit) const {
    const std::string prefix = prefix_of(table);
    const std::shared_lock lock(inside_->reading);
    const std::unique_ptr<rocksdb::Iterator> at(inside_->db->NewIterator({}));
    for (at->Seek(prefix); at->Valid() && at->key().starts_with(prefix); at->Next()) {
        auto key = at->key();
        key.remove_prefix(prefix.size());
        if (!visit(key.ToStringView(), at->value().ToStringView())) return;
    }
    inside_->must(at->status());
}

void Records::each_row(
    const std::function<bool(std::string_view key, std::string_view row)>& visit) const {
    const std::shared_lock lock(inside_->reading);
    const std::unique_ptr<rocksdb::Iterator> at(inside_->db->NewIterator({}));
    for (at->SeekToFirst(); at->Valid(); at->Next())
        if (!visit(at->key().ToStringView(), at->value().ToStringView())) return;
    inside_->must(at->status());
}

void Records::put_rows(std::span<const std::pair<std::string, std::string>> rows) {
    rocksdb::WriteBatch batch;
    for (const auto& [key, row] : rows) inside_->must(batch.Put(key, row));
    inside_->must(inside_->db->Write(durably(), &batch));
}

}  // namespace commonweal::records
