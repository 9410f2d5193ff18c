#include "server/app/day_timer.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>

#include "server/app/by_policy.hpp"
#include "server/app/commands.hpp"
#include "server/telemetry/log.hpp"

namespace commonweal::app {
namespace {

/// True also while the clock is in doubt: no day begins by it.
bool is_begun(App& app) {
    if (app.clock_jump()) return true;
    const auto begun = app.load<Calendar>(TheCalendar{})->today;
    return begun && *begun >= london_day(app.clock().now());
}

boost::asio::awaitable<void> begin_today(App& app) {
    if (is_begun(app)) co_return;
    auto ask = ask_by_policy(app);
    const auto day = ask.asked.today;
    co_await app.transact(std::move(ask), begin_day({day}));
}

}  // namespace

void begin_days(App& app) {
    while (!is_begun(app)) {
        const auto ask = ask_by_policy(app);
        const auto outcome = app.transact_and_wait(ask, begin_day({ask.asked.today}));
        const auto* busy = std::get_if<Busy>(&outcome);
        if (busy != nullptr && !busy->clock_in_doubt) throw std::runtime_error(busy->reason);
    }
}

void DayTimer::start() {
    on_strand(&DayTimer::wait);
}

void DayTimer::stop() {
    on_strand(&DayTimer::cancel);
}

void DayTimer::on_strand(void (DayTimer::*step)()) {
    boost::asio::post(timer_.get_executor(), [this, step] { (this->*step)(); });
}

void DayTimer::wait() {
    timer_.expires_after(tick);
    timer_.async_wait([this](boost::system::error_code ec) {
        if (ec) return;
        begin();
        wait();
    });
}

void DayTimer::begin() {
    boost::asio::co_spawn(timer_.get_executor(), begin_today(*app_),
                          [](const std::exception_ptr& failure) {
                              if (failure) telemetry::log(telemetry::Level::error, "day-not-begun");
                          });
}

}  // namespace commonweal::app
