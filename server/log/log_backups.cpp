#include "server/log/log_backups.hpp"

#include <rocksdb/utilities/backup_engine.h>

#include "server/log/format_file.hpp"
#include "server/log/index_rows.hpp"
#include "server/log/rocks_open.hpp"

namespace commonweal::log {
namespace {

constexpr std::uint64_t told_every_bytes = 1U << 20U;

rocksdb::BackupEngineOptions options_for(const std::filesystem::path& folder) {
    rocksdb::BackupEngineOptions options(folder.string());
    // Not through the log's own file system: that has cares of its own (kept_files.hpp).
    options.backup_env = rocksdb::Env::Default();
    options.callback_trigger_interval_size = told_every_bytes;
    return options;
}

[[noreturn]] void refuse(const std::filesystem::path& folder, BackupId id,
                         const rocksdb::Status& status) {
    throw std::runtime_error("The log's backup " + std::to_string(id) + " in " + folder.string() +
                             " is damaged: " + status.ToString() +
                             ". Use another one, and back up into another, empty folder.");
}

/// The position of the last record that a backup holds, read from the backup itself.
Position last_record_in(const rocksdb::BackupInfo& backup) {
    rocksdb::DBOptions options;
    options.env = backup.env_for_open.get();
    rocksdb::ColumnFamilyOptions family;
    std::vector<rocksdb::ColumnFamilyHandle*> handles;
    rocksdb::DB* opened = nullptr;
    must(rocksdb::DB::OpenForReadOnly(
             options, backup.name_for_open,
             {{rocksdb::kDefaultColumnFamilyName, family}, {"records", family}}, &handles, &opened),
         "open the log's backup");
    const std::unique_ptr<rocksdb::DB> db(opened);
    const std::unique_ptr<rocksdb::Iterator> at(db->NewIterator({}, handles[1]));
    at->SeekToLast();
    const auto last = at->Valid() ? last_number(at->key()) : 0;
    const auto status = at->status();
    for (auto* const handle : handles) must(db->DestroyColumnFamilyHandle(handle), "close");
    must(status, "read the log's backup");
    return last;
}

}  // namespace

struct LogBackups::Inside {
    std::filesystem::path folder;
    std::unique_ptr<rocksdb::BackupEngine> engine;

    BackupId copy(const RocksStore& store, const CopyProgress& progress) {
        rocksdb::CreateBackupOptions options;
        // What is in a table is copied once; what is only in the write-ahead log, each time.
        options.flush_before_backup = true;
        options.progress_callback = [&] {
            if (!progress(told_every_bytes)) engine->StopBackup();
        };
        BackupId id = 0;
        const auto status = engine->CreateNewBackup(options, store.db.get(), &id);
        // What was copied until then would fill a full disk.
        if (!status.ok()) static_cast<void>(engine->GarbageCollect());
        must(status, "back up the log into " + folder.string());
        return id;
    }

    Position check(BackupId id) {
        const auto status = engine->VerifyBackup(id, true);
        if (!status.ok()) refuse(folder, id, status);
        rocksdb::BackupInfo info;
        must(engine->GetBackupInfo(id, &info, true), "read the log's backup");
        return last_record_in(info);
    }
};

LogBackups::LogBackups(std::filesystem::path folder) : inside_(std::make_unique<Inside>()) {
    std::filesystem::create_directories(folder);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    rocksdb::BackupEngine* engine = nullptr;
    must(rocksdb::BackupEngine::Open(options_for(folder), rocksdb::Env::Default(), &engine),
         "open the backups in " + folder.string());
    inside_->engine.reset(engine);
    inside_->folder = std::move(folder);
}

LogBackups::~LogBackups() = default;

std::vector<BackupId> LogBackups::ids() const {
    std::vector<rocksdb::BackupInfo> infos;
    inside_->engine->GetBackupInfo(&infos);
    std::vector<BackupId> ids;
    for (const auto& info : infos) ids.push_back(info.backup_id);
    return ids;
}

LogBackedUp LogBackups::add(const Engine& engine, const CopyProgress& progress) {
    LogBackedUp made;
    made.id = inside_->copy(rocks_store_of(engine), progress);
    try {
        made.records = inside_->check(made.id);
    } catch (...) {
        discard(made.id);
        throw;
    }
    return made;
}

void LogBackups::remove(BackupId id) {
    must(inside_->engine->DeleteBackup(id), "remove a backup from " + inside_->folder.string());
}

void LogBackups::keep_newest(std::uint32_t backups) {
    must(inside_->engine->PurgeOldBackups(backups),
         "remove older backups from " + inside_->folder.string() + " (the new one is there)");
}

void LogBackups::discard(BackupId id) noexcept {
    static_cast<void>(inside_->engine->DeleteBackup(id));
}

std::filesystem::path list_of_backup(const std::filesystem::path& folder, BackupId id) {
    return folder / "meta" / std::to_string(id);
}

void restore_log(const std::filesystem::path& folder, BackupId id,
                 const std::filesystem::path& log_folder) {
    rocksdb::BackupEngineReadOnly* opened = nullptr;
    must(rocksdb::BackupEngineReadOnly::Open(options_for(folder), rocksdb::Env::Default(), &opened),
         "open the backups in " + folder.string());
    const std::unique_ptr<rocksdb::BackupEngineReadOnly> engine(opened);
    const auto to = log_folder.string();
    const rocksdb::Status status = engine->RestoreDBFromBackup(id, to, to);
    if (status.IsCorruption() || status.IsNotFound()) refuse(folder, id, status);
    must(status, "restore the log into " + to);
    std::filesystem::permissions(log_folder, std::filesystem::perms::owner_all);
    write_format_file(log_folder);
}

}  // namespace commonweal::log
