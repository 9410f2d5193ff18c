#pragma once
// Whether the machine's clock can be believed. What is in the log stays there: a clock that was
// once a year ahead would leave a year of days that never were, and no later time could be told
// from it. So a jump ahead is held against how long the machine has been running, which nobody
// sets.
//
// Owner: main. Threads: any.

#include <atomic>
#include <functional>
#include <optional>

#include "domain/core/time.hpp"

namespace commonweal::app {

/// How long the machine has been running, also while it slept.
std::chrono::microseconds since_boot();

struct ClockJump {
    Instant from{};  ///< what the clock should show
    Instant to{};    ///< what it shows
};

class ClockWatch {
  public:
    /// A clock may be set ahead by so much at once.
    static constexpr std::chrono::hours jump_max{1};
    /// A server may have been switched off for so long without anybody being asked.
    static constexpr std::chrono::days switched_off_max{400};
    using Elapsed = std::function<std::chrono::microseconds()>;

    /// `last_recorded`: the newest event of the log; none: there is no event yet.
    ClockWatch(Instant now, std::optional<Instant> last_recorded, Elapsed elapsed = since_boot);

    /// None: what the clock shows can be believed.
    std::optional<ClockJump> jump(Instant now);
    /// An administrator says that what it shows is right.
    void confirm(Instant now);

  private:
    std::int64_t ahead_of_elapsed(Instant now) const;

    Elapsed elapsed_;
    /// The clock less the time elapsed: it grows by what the clock is set ahead, and no more than
    /// it may; a clock that is set back and then right again has not jumped.
    std::atomic<std::int64_t> believed_us_;
};

/// For people: what is wrong, and what to do.
std::string to_text(const ClockJump& jump);

}  // namespace commonweal::app
