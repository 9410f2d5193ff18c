#include "server/app/clock_watch.hpp"

#include <algorithm>
#include <ctime>

namespace commonweal::app {
namespace {

using std::chrono::microseconds;

std::int64_t microseconds_of(Instant instant) {
    return instant.time_since_epoch().count();
}

}  // namespace

microseconds since_boot() {
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return std::chrono::duration_cast<microseconds>(std::chrono::seconds{now.tv_sec} +
                                                    std::chrono::nanoseconds{now.tv_nsec});
}

ClockWatch::ClockWatch(Instant now, std::optional<Instant> last_recorded, Elapsed elapsed)
    : elapsed_(std::move(elapsed)) {
    const auto believable = last_recorded ? std::min(now, *last_recorded + switched_off_max) : now;
    believed_us_ = ahead_of_elapsed(believable);
}

std::int64_t ClockWatch::ahead_of_elapsed(Instant now) const {
    return microseconds_of(now) - elapsed_().count();
}

std::optional<ClockJump> ClockWatch::jump(Instant now) {
    const auto ahead = ahead_of_elapsed(now);
    auto believed = believed_us_.load();
    const auto jumped = microseconds{ahead - believed};
    if (jumped > jump_max) return ClockJump{now - jumped, now};
    while (ahead > believed && !believed_us_.compare_exchange_weak(believed, ahead)) continue;
    return std::nullopt;
}

void ClockWatch::confirm(Instant now) {
    believed_us_ = ahead_of_elapsed(now);
}

std::string to_text(const ClockJump& jump) {
    return "the machine's clock shows " + commonweal::to_text(jump.to) + " where " +
           commonweal::to_text(jump.from) +
           " was expected; set it right, or let an administrator say that it is right: "
           "commonweal clock confirm";
}

}  // namespace commonweal::app
