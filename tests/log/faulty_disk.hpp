#pragma once
// A disk that fails as disks do, under RocksDB: the power goes at a moment that the test chooses
// (kept_on_disk.hpp tells what is left), a sync fails, there is no more room, a read fails, or a
// sync says that it is done and is not.
//
// Nothing is really synced, so hundreds of rounds take seconds. What goes past RocksDB's Env
// (FORMAT, HEADS, folders) is not touched by it.
//
// Threads: any. The threads of an engine are not in step: the same seed gives nearly the same run.

#include <rocksdb/env.h>

#include <limits>
#include <mutex>

#include "tests/log/kept_on_disk.hpp"

namespace commonweal::log::testing {

class FaultyDisk : public rocksdb::EnvWrapper {
  public:
    using Path = std::filesystem::path;
    using Status = rocksdb::Status;

    /// A disk that has what is in the folder; when the power goes, what is left goes to `kept`.
    FaultyDisk(const Path& root, Path kept, unsigned seed)
        : EnvWrapper(Env::Default()), disk_(root), kept_(std::move(kept)), random_(seed) {}

    /// The power goes at the so manieth change from now (a write, a sync, a new name, …).
    void cut_power_in(std::uint64_t changes) { set(cut_in_, changes); }
    void cut_power() {
        const std::lock_guard lock(mutex_);
        if (!is_off_) go_off();
    }
    /// One sync fails, and all after it.
    void fail_sync_in(std::uint64_t syncs) { set(fail_sync_in_, syncs); }
    /// One read of a file fails, and where it is not but once, all after it.
    void fail_read_in(std::uint64_t reads, bool but_once) {
        const std::lock_guard lock(mutex_);
        fail_read_in_ = reads;
        fail_read_once_ = but_once;
    }
    /// So many bytes more can be written.
    void leave_room(std::uint64_t bytes) { set(room_, bytes); }
    void lie_about_syncs() {
        const std::lock_guard lock(mutex_);
        lies_ = true;
    }
    void work_again() {
        const std::lock_guard lock(mutex_);
        fail_sync_in_ = fail_read_in_ = room_ = never;
    }
    bool is_off() const {
        const std::lock_guard lock(mutex_);
        return is_off_;
    }
    bool has_failed() const {
        const std::lock_guard lock(mutex_);
        return has_failed_;
    }

    const char* Name() const override { return "FaultyDisk"; }
    Status NewWritableFile(const std::string& name, std::unique_ptr<rocksdb::WritableFile>* file,
                           const rocksdb::EnvOptions& options) override;
    Status NewSequentialFile(const std::string& name,
                             std::unique_ptr<rocksdb::SequentialFile>* file,
                             const rocksdb::EnvOptions& options) override;
    Status NewRandomAccessFile(const std::string& name,
                               std::unique_ptr<rocksdb::RandomAccessFile>* file,
                               const rocksdb::EnvOptions& options) override;
    Status NewDirectory(const std::string& name,
                        std::unique_ptr<rocksdb::Directory>* folder) override;
    /// The log's options name recycling; RocksDB 7.8 turns it off, and this does not model it.
    Status ReuseWritableFile(const std::string&, const std::string&,
                             std::unique_ptr<rocksdb::WritableFile>*,
                             const rocksdb::EnvOptions&) override {
        return Status::NotSupported("A used file is overwritten");
    }
    /// RocksDB sleeps a second where work in the background has failed.
    void SleepForMicroseconds(int) override {}
    Status DeleteFile(const std::string& name) override {
        return change([&] { return EnvWrapper::DeleteFile(name); },
                      [&] { disk_.deleted(plain(name)); });
    }
    Status RenameFile(const std::string& from, const std::string& to) override {
        return change([&] { return EnvWrapper::RenameFile(from, to); },
                      [&] { disk_.renamed(plain(from), plain(to)); });
    }
    Status LinkFile(const std::string& from, const std::string& to) override {
        return change([&] { return EnvWrapper::LinkFile(from, to); },
                      [&] { disk_.linked(plain(from), plain(to)); });
    }

  private:
    class Written;
    class ReadInTurn;
    class ReadAnywhere;
    class FolderOfIt;

    static constexpr auto never = std::numeric_limits<std::uint64_t>::max();

    static Path plain(const std::string& name) {
        auto path = Path(name).lexically_normal();
        return path.has_filename() ? path : path.parent_path();
    }
    void set(std::uint64_t& counter, std::uint64_t to) {
        const std::lock_guard lock(mutex_);
        counter = to;
    }
    void go_off() {
        disk_.leave_in(kept_, random_);
        is_off_ = true;
    }
    bool comes_now(std::uint64_t& counter) {
        if (counter == never || (counter > 0 && --counter > 0)) return false;
        has_failed_ = true;
        return true;
    }

    /// Does one change, and then notes it, unless the power goes before.
    template <class Do, class Note>
    Status change(const Do& doing, const Note& note) {
        const std::lock_guard lock(mutex_);
        if (!is_off_ && cut_in_ != never && cut_in_-- == 0) go_off();
        if (is_off_) return Status::IOError("The power is off");
        auto status = doing();
        if (status.ok()) note();
        return status;
    }
    template <class Note>
    Status sync(const Note& note) {
        return change(
            [&] {
                if (comes_now(fail_sync_in_)) return Status::IOError("The sync failed");
                return Status::OK();
            },
            [&] {
                if (!lies_) note();
            });
    }
    Status read(const std::string& name) {
        const std::lock_guard lock(mutex_);
        if (!comes_now(fail_read_in_)) return Status::OK();
        if (fail_read_once_) fail_read_in_ = never;
        return Status::IOError(name, "The read failed");
    }
    /// Writes as much as there is room for.
    Status append(rocksdb::WritableFile& file, rocksdb::Slice data) {
        const auto part = std::min<std::uint64_t>(data.size(), room_);
        auto status = file.Append({data.data(), part});
        if (room_ != never) room_ -= part;
        if (!status.ok() || part == data.size()) return status;
        has_failed_ = true;
        return Status::NoSpace("There is no more room");
    }

    mutable std::mutex mutex_;  ///< for all of it
    KeptOnDisk disk_;
    const Path kept_;
    std::mt19937 random_;
    std::uint64_t cut_in_ = never;
    std::uint64_t fail_sync_in_ = never;
    std::uint64_t fail_read_in_ = never;
    std::uint64_t room_ = never;
    bool fail_read_once_ = false;
    bool lies_ = false;
    bool is_off_ = false;
    bool has_failed_ = false;
};

}  // namespace commonweal::log::testing
