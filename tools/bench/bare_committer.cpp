#include "tools/bench/bare_committer.hpp"

#include <fcntl.h>
#include <rocksdb/db.h>
#include <unistd.h>

#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "tools/bench/writers.hpp"

namespace commonweal::bench {
namespace {

class GatheringCommitter {
  public:
    GatheringCommitter(rocksdb::DB& db, std::size_t value_bytes)
        : db_(&db), value_(value_bytes, 'v'), thread_([this] { run(); }) {}
    ~GatheringCommitter() {
        {
            const std::lock_guard lock(mutex_);
            stopping_ = true;
            work_.notify_one();
        }
        thread_.join();
    }
    GatheringCommitter(const GatheringCommitter&) = delete;
    GatheringCommitter& operator=(const GatheringCommitter&) = delete;

    void write() {
        std::unique_lock lock(mutex_);
        const auto mine = ++asked_;
        work_.notify_one();
        done_.wait(lock, [&] { return committed_ >= mine; });
    }

  private:
    void run() {
        std::unique_lock lock(mutex_);
        while (true) {
            work_.wait(lock, [&] { return stopping_ || asked_ > committed_; });
            if (stopping_) return;
            const auto from = committed_;
            const auto to = asked_;
            lock.unlock();
            commit(from, to);
            lock.lock();
            committed_ = to;
            done_.notify_all();
        }
    }
    void commit(std::uint64_t from, std::uint64_t to) {
        rocksdb::WriteBatch batch;
        for (auto key = from; key < to; ++key) {
            char bytes[8];
            for (std::size_t i = 0; i < 8; ++i) bytes[i] = static_cast<char>(key >> (8 * (7 - i)));
            batch.Put({bytes, 8}, value_);
        }
        rocksdb::WriteOptions synced;
        synced.sync = true;
        if (const auto status = db_->Write(synced, &batch); !status.ok())
            throw std::runtime_error(status.ToString());
    }

    rocksdb::DB* db_;
    std::string value_;
    std::mutex mutex_;
    std::condition_variable work_, done_;
    std::uint64_t asked_ = 0, committed_ = 0;
    bool stopping_ = false;
    std::thread thread_;
};

BareResult result_of(Written written) {
    return {written.per_second, quantile(written.latencies_us, 0.5),
            quantile(written.latencies_us, 0.99)};
}

}  // namespace

BareResult bare_committer(const std::filesystem::path& folder, int writers, double seconds,
                          std::size_t value_bytes) {
    rocksdb::Options options;
    options.create_if_missing = true;
    options.recycle_log_file_num = 4;
    rocksdb::DB* opened = nullptr;
    if (const auto status = rocksdb::DB::Open(options, (folder / "bare").string(), &opened);
        !status.ok())
        throw std::runtime_error(status.ToString());
    const std::unique_ptr<rocksdb::DB> db(opened);
    GatheringCommitter committer(*db, value_bytes);
    return result_of(write_with(writers, seconds, [&](int, std::uint64_t) { committer.write(); }));
}

BareResult bare_fdatasync(const std::filesystem::path& folder, double seconds,
                          std::size_t value_bytes) {
    const auto path = folder / "bare-file";
    const int file = open(path.c_str(), O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
    if (file < 0) throw std::runtime_error("cannot write " + path.string());
    const std::string value(value_bytes, 'v');
    auto written = write_with(1, seconds, [&](int, std::uint64_t) {
        if (write(file, value.data(), value.size()) < 0 || fdatasync(file) != 0)
            throw std::runtime_error("cannot write " + path.string());
    });
    close(file);
    return result_of(std::move(written));
}

}  // namespace commonweal::bench
