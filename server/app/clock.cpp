#include "server/app/clock.hpp"

#include <date/tz.h>

namespace commonweal::app {
namespace {

const date::time_zone& london() {
    static const auto* zone = date::locate_zone("Europe/London");
    return *zone;
}

/// London's offset from UTC at an instant. A look-up costs microseconds and its answer holds for
/// months, so each thread keeps the last one.
std::chrono::seconds offset_at(Instant instant) {
    thread_local date::sys_info kept{};
    const auto second = std::chrono::floor<std::chrono::seconds>(instant);
    if (second < kept.begin || second >= kept.end) kept = london().get_info(instant);
    return kept.offset;
}

}  // namespace

Instant SystemClock::now() const {
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

Instant SetClock::now() const {
    return Instant{std::chrono::microseconds{now_us_.load()}};
}

Day london_day(Instant instant) {
    return std::chrono::floor<std::chrono::days>(instant + offset_at(instant));
}

Instant london_time(Day day, std::chrono::minutes after_midnight) {
    const date::local_time<std::chrono::minutes> local{
        std::chrono::duration_cast<std::chrono::minutes>(day.time_since_epoch()) + after_midnight};
    return london().to_sys(local, date::choose::earliest);
}

}  // namespace commonweal::app
