#include "server/app/bulk_fold.hpp"

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

#include "server/app/routing.hpp"
#include "server/log/record.hpp"

namespace commonweal::app {
namespace {

constexpr std::size_t chunk_events = 2048;
constexpr std::size_t chunks_max = 8;

using Chunk = std::vector<Routed>;

/// Chunks on their way from the reader to the folder.
class ChunkQueue {
  public:
    /// False: the folder has gone.
    bool push(Chunk chunk) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return closed_ || chunks_.size() < chunks_max; });
        if (closed_) return false;
        chunks_.push_back(std::move(chunk));
        changed_.notify_all();
        return true;
    }
    /// Empty: there are no more.
    Chunk pop() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return closed_ || !chunks_.empty(); });
        if (chunks_.empty()) return {};
        auto chunk = std::move(chunks_.front());
        chunks_.pop_front();
        changed_.notify_all();
        return chunk;
    }
    void close() {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        changed_.notify_all();
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Chunk> chunks_;
    bool closed_ = false;
};

/// Reads, decodes and pushes whole commits in chunks, up to a position.
void read_chunks(const log::Engine& engine, Position from, Position head, ChunkQueue& queue) {
    Chunk chunk;
    chunk.reserve(chunk_events);
    engine.scan_encoded(from, [&](log::Position position, std::string_view stored) {
        const auto record = log::view_record(stored);
        if (!record) throw log::DamagedRecord(position, std::string(sentence(record.error())));
        chunk.push_back(route(*record));
        const bool commit_ends = record->index + 1 == record->count;
        if (commit_ends && chunk.size() >= chunk_events) {
            if (!queue.push(std::move(chunk))) return false;
            chunk = {};
            chunk.reserve(chunk_events);
        }
        return position < head;
    });
    if (!chunk.empty()) queue.push(std::move(chunk));
}

}  // namespace

Position fold_in_bulk(const log::Engine& engine, Views& views,
                      const std::function<void(Position)>& progress) {
    const auto head = engine.head().position;
    const auto from = views.position() + 1;
    if (from > head) return head;
    ChunkQueue queue;
    std::exception_ptr failure;
    std::thread reader([&] {
        try {
            read_chunks(engine, from, head, queue);
        } catch (...) {
            failure = std::current_exception();
        }
        queue.close();
    });
    try {
        for (auto chunk = queue.pop(); !chunk.empty(); chunk = queue.pop()) {
            views.apply(chunk);
            if (progress) progress(chunk.back().event.position);
        }
    } catch (...) {
        queue.close();
        reader.join();
        throw;
    }
    reader.join();
    if (failure) std::rethrow_exception(failure);
    return head;
}

}  // namespace commonweal::app
