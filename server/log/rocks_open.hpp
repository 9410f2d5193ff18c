#pragma once
// Opens the log's RocksDB: the folder, the FORMAT file, the column families and their options.
//
// Owner: the RocksDB engine. Failure: as rocks_engine.hpp says.

#include <rocksdb/db.h>

#include <filesystem>
#include <memory>
#include <string_view>

#include "server/log/rocks_engine.hpp"

namespace commonweal::log {

/// The open database; closes itself.
struct RocksStore {
    RocksStore() = default;
    RocksStore(const RocksStore&) = delete;
    RocksStore& operator=(const RocksStore&) = delete;
    ~RocksStore();

    std::unique_ptr<rocksdb::Env> env;  ///< what the database's files go through
    rocksdb::FileLock* lock = nullptr;  ///< where the database does not take it itself
    std::filesystem::path scratch;      ///< a folder for files on their way into the database
    std::unique_ptr<rocksdb::DB> db;
    // The truth, written with each group.
    rocksdb::ColumnFamilyHandle* records = nullptr;       ///< position → stored record
    rocksdb::ColumnFamilyHandle* fingerprints = nullptr;  ///< a commit's first position → its own
    // The index, written in large steps.
    rocksdb::ColumnFamilyHandle* meta = nullptr;     ///< how far the index goes
    rocksdb::ColumnFamilyHandle* commits = nullptr;  ///< commit id → StoredCommit
    rocksdb::ColumnFamilyHandle* heads = nullptr;    ///< stream → StreamHead
    rocksdb::ColumnFamilyHandle* streams = nullptr;  ///< stream, version → older positions
    rocksdb::ColumnFamilyHandle* tags = nullptr;     ///< tag, position → positions
    rocksdb::ColumnFamilyHandle* tree = nullptr;     ///< number of a block → its hash
};

std::unique_ptr<RocksStore> open_rocks_store(const std::filesystem::path& folder,
                                             const RocksOptions& options);

/// The same for reading alone: changes nothing, and sees what was written last too.
std::unique_ptr<RocksStore> open_rocks_store_to_read(const std::filesystem::path& folder);

/// That of an engine of RocksDB's, for as long as it is open; throws std::invalid_argument for any
/// other engine.
const RocksStore& rocks_store_of(const Engine& engine);

/// Throws what the disk refused, as a sentence with the folder.
void must(const rocksdb::Status& status, std::string_view doing);

}  // namespace commonweal::log
