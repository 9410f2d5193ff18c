#pragma once
// The newest records, decoded once and shared by all who follow. The first follower that asks for
// what is new reads it from the engine; the others find it here.
//
// Owner: Log. Threads: any. Failure: what the engine throws.

#include <deque>
#include <memory>
#include <mutex>
#include <vector>

#include "server/log/engine.hpp"

namespace commonweal::log {

class LogTail {
  public:
    using Records = std::vector<std::shared_ptr<const Record>>;

    LogTail(const Engine& engine, std::size_t records_max)
        : engine_(engine), records_max_(records_max) {}

    /// As Log::read_commits.
    Records read_commits(Position from, std::size_t records_max);

  private:
    Records from_memory(Position from, std::size_t records_max) const;
    Records from_engine(Position from, std::size_t records_max) const;
    void add(const Records& records);

    const Engine& engine_;
    const std::size_t records_max_;
    std::mutex mutex_;  ///< held while reading what is new, so that it is read once
    std::deque<std::shared_ptr<const Record>> newest_;  ///< without a gap
};

}  // namespace commonweal::log
