#include "server/vault/key_store.hpp"

#include <rocksdb/env.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/table.h>
#include <rocksdb/write_batch.h>

#include <algorithm>
#include <stdexcept>

namespace commonweal::vault {
namespace {

rocksdb::Options options_for(rocksdb::Env* env) {
    rocksdb::Options options;
    options.env = env;
    options.create_if_missing = true;
    options.max_background_jobs = 1;
    options.write_buffer_size = 4U << 20U;
    // One thread writes nearly all of it, in the order of the keys.
    options.allow_concurrent_memtable_write = false;
    // A used file would keep the keys of its first life beyond their forgetting.
    options.recycle_log_file_num = 0;
    options.WAL_ttl_seconds = 0;
    options.WAL_size_limit_MB = 0;
    options.compression = rocksdb::kNoCompression;  // keys are random
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

std::string key_of(Row row, std::string_view name) {
    std::string key(1, static_cast<char>(row));
    key += name;
    return key;
}

}  // namespace

KeyStore::KeyStore(const std::filesystem::path& folder) : where_(folder.string()) {
    if (folder.empty()) {
        where_ = "/memory";
        memory_.reset(rocksdb::NewMemEnv(rocksdb::Env::Default()));
    } else {
        std::filesystem::create_directories(folder);
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    }
    rocksdb::DB* db = nullptr;
    auto* const env = memory_ ? memory_.get() : rocksdb::Env::Default();
    const auto status = rocksdb::DB::Open(options_for(env), where_, &db);
    if (status.IsIOError() && status.ToString().find("LOCK") != std::string::npos) {
        throw std::runtime_error("The data directory " + where_ +
                                 " is in use by another process; stop it or choose another "
                                 "directory.");
    }
    must(status);
    db_.reset(db);
    if (find(Row::purge_begun, {}, {})) rewrite_files();
}

bool KeyStore::find(Row row, std::string_view name, std::span<std::uint8_t> bytes) const {
    rocksdb::PinnableSlice value;
    const auto status = db_->Get({}, db_->DefaultColumnFamily(), key_of(row, name), &value);
    if (status.IsNotFound()) return false;
    must(status);
    if (value.size() != bytes.size()) {
        throw std::runtime_error("The vault in " + where_ + " is damaged: a row has " +
                                 std::to_string(value.size()) + " bytes instead of " +
                                 std::to_string(bytes.size()) + ".");
    }
    std::copy_n(value.data(), value.size(), bytes.begin());
    return true;
}

std::vector<std::pair<std::string, std::string>> KeyStore::rows(std::string_view from,
                                                                std::size_t rows_max) const {
    std::vector<std::pair<std::string, std::string>> rows;
    const std::unique_ptr<rocksdb::Iterator> at(db_->NewIterator({}));
    for (at->Seek(from); at->Valid() && rows.size() < rows_max; at->Next())
        rows.emplace_back(at->key().ToString(), at->value().ToString());
    must(at->status());
    return rows;
}

void KeyStore::add(rocksdb::WriteBatch& batch, Row row, std::string_view name,
                   std::span<const std::uint8_t> bytes) {
    // Only a batch beyond its size limit refuses, and this one has none.
    static_cast<void>(
        batch.Put(key_of(row, name), {reinterpret_cast<const char*>(bytes.data()), bytes.size()}));
}

void KeyStore::write(rocksdb::WriteBatch& batch) {
    must(db_->Write(durably(), &batch));
}

bool KeyStore::try_to_write(rocksdb::WriteBatch& batch) noexcept {
    return db_->Write(durably(), &batch).ok();
}

void KeyStore::remove(rocksdb::WriteBatch& batch, Row row, std::string_view name) {
    static_cast<void>(batch.Delete(key_of(row, name)));
}

void KeyStore::purge(rocksdb::WriteBatch& removing) {
    add(removing, Row::purge_begun, {}, {});
    write(removing);
    rewrite_files();
}

void KeyStore::rewrite_files() {
    // The write-ahead log goes with the memtable that it was for.
    must(db_->Flush({}));
    rocksdb::CompactRangeOptions whole;
    whole.exclusive_manual_compaction = true;
    whole.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForce;
    must(db_->CompactRange(whole, nullptr, nullptr));
    rocksdb::WriteBatch done;
    remove(done, Row::purge_begun, {});
    write(done);
}

void KeyStore::must(const rocksdb::Status& status) const {
    if (status.ok()) return;
    throw std::runtime_error("The vault in " + where_ + ": " + status.ToString() + ".");
}

}  // namespace commonweal::vault
