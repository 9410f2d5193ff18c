#include "server/log/rocks_open.hpp"

#include <rocksdb/cache.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/listener.h>
#include <rocksdb/table.h>

#include "server/log/format_file.hpp"
#include "server/log/kept_files.hpp"
#include "server/log/table_footers.hpp"

namespace commonweal::log {
namespace {

/// After an error the engine takes no more until it is opened again, and neither may RocksDB: it
/// would go on by itself once a full disk has room, and can end the process in doing so (an
/// assertion of 7.8, where writing the MANIFEST had failed).
class StaysStopped final : public rocksdb::EventListener {
  public:
    void OnErrorRecoveryBegin(rocksdb::BackgroundErrorReason, rocksdb::Status,
                              bool* auto_recovery) override {
        *auto_recovery = false;
    }
};

rocksdb::DBOptions database_options(const RocksOptions& options, bool may_create) {
    rocksdb::DBOptions database;
    database.listeners = {std::make_shared<StaysStopped>()};
    database.create_if_missing = may_create;
    database.create_missing_column_families = true;
    database.max_background_jobs = 2;
    // One thread writes, and sorted runs of keys go in beside the one before: the concurrent
    // memtable would look for the place of each key from the top.
    database.allow_concurrent_memtable_write = false;
    database.enable_write_thread_adaptive_yield = false;
    // Overwriting a used file spares the file system the new length at each fdatasync.
    database.recycle_log_file_num = 4;
    database.max_total_wal_size = options.wal_bytes_max;
    database.wal_recovery_mode = rocksdb::WALRecoveryMode::kPointInTimeRecovery;
    database.bytes_per_sync = 1U << 20U;
    database.info_log_level = rocksdb::InfoLogLevel::WARN_LEVEL;
    database.keep_log_file_num = 4;
    database.max_log_file_size = 4U << 20U;
    database.stats_dump_period_sec = 0;
    database.stats_persist_period_sec = 0;
    return database;
}

rocksdb::BlockBasedTableOptions table_options(const std::shared_ptr<rocksdb::Cache>& cache) {
    rocksdb::BlockBasedTableOptions table;
    table.block_cache = cache;
    table.checksum = static_cast<rocksdb::ChecksumType>(table_checksum);
    table.format_version = table_format;
    return table;
}

/// Keys that come in order and are never written again: flushed files are only moved down.
rocksdb::ColumnFamilyOptions sequence_options(const std::shared_ptr<rocksdb::Cache>& cache) {
    rocksdb::ColumnFamilyOptions family;
    auto table = table_options(cache);
    table.block_size = 16U << 10U;
    family.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
    // Sealed bodies do not compress, and a replay has to scan a million records a second.
    family.compression = rocksdb::kNoCompression;
    family.write_buffer_size = 32U << 20U;
    family.max_write_buffer_number = 4;
    return family;
}

/// Keys that come in any order and are looked up one by one.
rocksdb::ColumnFamilyOptions lookup_options(const std::shared_ptr<rocksdb::Cache>& cache) {
    rocksdb::ColumnFamilyOptions family;
    auto table = table_options(cache);
    table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
    table.data_block_index_type = rocksdb::BlockBasedTableOptions::kDataBlockBinaryAndHash;
    family.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
    family.compression = rocksdb::kLZ4Compression;
    family.write_buffer_size = 16U << 20U;
    family.max_write_buffer_number = 4;
    return family;
}

std::string in_use(const std::filesystem::path& folder) {
    return "The data directory " + folder.string() +
           " is in use by another process; stop it or choose another directory.";
}

bool tells_of_the_lock(const rocksdb::Status& status) {
    return status.IsIOError() && status.ToString().find("LOCK") != std::string::npos;
}

}  // namespace

void must(const rocksdb::Status& status, std::string_view doing) {
    if (status.ok()) return;
    throw std::runtime_error("Cannot " + std::string(doing) + ": " + status.ToString() + ".");
}

RocksStore::~RocksStore() {
    if (db) {
        for (auto* const family :
             {records, fingerprints, meta, commits, heads, streams, tags, tree}) {
            db->DestroyColumnFamilyHandle(family);
        }
        db->Close();
    }
    if (lock != nullptr) rocksdb::Env::Default()->UnlockFile(lock);
}

namespace {

/// In the order of their handles.
std::vector<rocksdb::ColumnFamilyDescriptor> families(std::size_t cache_bytes) {
    const auto cache = rocksdb::NewLRUCache(cache_bytes);
    const auto sequence = sequence_options(cache);
    const auto lookup = lookup_options(cache);
    return {{rocksdb::kDefaultColumnFamilyName, lookup},
            {"records", sequence},
            {"fingerprints", sequence},
            {"commits", lookup},
            {"heads", lookup},
            {"streams", lookup},
            {"tags", lookup},
            {"tree", sequence}};
}

void take_over(RocksStore& store, rocksdb::DB* db,
               const std::vector<rocksdb::ColumnFamilyHandle*>& handles) {
    store.db.reset(db);
    store.meta = handles[0];
    store.records = handles[1];
    store.fingerprints = handles[2];
    store.commits = handles[3];
    store.heads = handles[4];
    store.streams = handles[5];
    store.tags = handles[6];
    store.tree = handles[7];
}

}  // namespace

std::unique_ptr<RocksStore> open_rocks_store(const std::filesystem::path& folder,
                                             const RocksOptions& options) {
    const auto made_in = check_format_file(folder);
    auto store = std::make_unique<RocksStore>();
    store->env = with_kept_files(options.env != nullptr ? *options.env : *rocksdb::Env::Default());
    check_table_footers(*store->env, folder);
    auto database = database_options(options, !made_in);
    database.env = store->env.get();
    std::vector<rocksdb::ColumnFamilyHandle*> handles;
    rocksdb::DB* db = nullptr;
    const auto status =
        rocksdb::DB::Open(database, folder.string(), families(options.cache_bytes), &handles, &db);
    if (tells_of_the_lock(status)) throw DirectoryInUse(in_use(folder));
    must(status, "open the log in " + folder.string());
    take_over(*store, db, handles);
    // The lock is ours now: what an earlier process left half-written there is nobody's.
    store->scratch = folder / scratch_name;
    std::filesystem::remove_all(store->scratch);
    std::filesystem::create_directory(store->scratch);
    if (made_in != format_written) write_format_file(folder);
    return store;
}

std::unique_ptr<RocksStore> open_rocks_store_to_read(const std::filesystem::path& folder) {
    if (!std::filesystem::exists(folder / "FORMAT"))
        throw std::runtime_error("There is no log in " + folder.string() + ".");
    if (check_format_file(folder) != format_written)
        throw std::runtime_error("The log in " + folder.string() +
                                 " was written by an older Commonweal: serve it once with this "
                                 "one, which adds what is verified.");
    auto store = std::make_unique<RocksStore>();
    // Reading alone takes no lock, and another process's changes would look like damage.
    const auto locked = rocksdb::Env::Default()->LockFile((folder / "LOCK").string(), &store->lock);
    if (!locked.ok()) throw DirectoryInUse(in_use(folder));
    check_table_footers(*rocksdb::Env::Default(), folder);
    std::vector<rocksdb::ColumnFamilyHandle*> handles;
    rocksdb::DB* db = nullptr;
    const RocksOptions options;
    must(rocksdb::DB::OpenForReadOnly(database_options(options, false), folder.string(),
                                      families(options.cache_bytes), &handles, &db),
         "open the log in " + folder.string());
    take_over(*store, db, handles);
    return store;
}

}  // namespace commonweal::log
