#pragma once
// What verifying finds: each place with the kind of damage, in bounded number.

#include <mutex>
#include <string>
#include <vector>

#include "server/log/commit.hpp"

namespace commonweal::log {

struct Problem {
    std::string kind;       ///< "missing", "damaged", …: docs/operations.md lists them
    Position position = 0;  ///< where in the log; 0: at no one place
    std::string file;       ///< what it is in, from the data directory on
    std::string detail;     ///< a sentence
    bool operator==(const Problem&) const = default;
};

/// Threads: any.
class Problems {
  public:
    static constexpr std::size_t told_max = 100;

    void add(Problem problem) {
        const std::lock_guard lock(mutex_);
        ++count_;
        if (told_.size() < told_max) told_.push_back(std::move(problem));
    }
    bool none() const {
        const std::lock_guard lock(mutex_);
        return count_ == 0;
    }
    /// Once no more would be told, looking for the exact places of more is in vain.
    bool is_full() const {
        const std::lock_guard lock(mutex_);
        return told_.size() == told_max;
    }
    std::uint64_t count() const {
        const std::lock_guard lock(mutex_);
        return count_;
    }
    std::vector<Problem> told() const {
        const std::lock_guard lock(mutex_);
        return told_;
    }

  private:
    mutable std::mutex mutex_;
    std::uint64_t count_ = 0;
    std::vector<Problem> told_;
};

}  // namespace commonweal::log
