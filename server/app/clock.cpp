#include "server/app/clock.hpp"

#include <date/tz.h>

namespace commonweal::app {
namespace {

const date::time_zone& london() {
    static const auto* zone = date::locate_zone("Europe/London");
    return *zone;
}

}  // namespace

Instant SystemClock::now() const {
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

Instant SetClock::now() const {
    return Instant{std::chrono::microseconds{now_us_.load()}};
}

Day london_day(Instant instant) {
    const auto local = london().to_local(instant);
    return Day{std::chrono::floor<std::chrono::days>(local.time_since_epoch())};
}

Instant london_time(Day day, std::chrono::minutes after_midnight) {
    const date::local_time<std::chrono::minutes> local{
        std::chrono::duration_cast<std::chrono::minutes>(day.time_since_epoch()) + after_midnight};
    return london().to_sys(local, date::choose::earliest);
}

}  // namespace commonweal::app
