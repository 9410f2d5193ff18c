#include "server/app/day_timer.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>

#include "server/app/commands.hpp"

namespace commonweal::app {
namespace {

bool is_begun(App& app) {
    const auto begun = app.load<Calendar>(TheCalendar{})->today;
    return begun && *begun >= london_day(app.clock().now());
}

Ask ask_for_day(App& app) {
    Ask ask;
    ask.asked = app.asked_by({});
    ask.asked.how = How::by_policy;
    ask.commit = app.ids().random();
    return ask;
}

}  // namespace

void begin_days(App& app) {
    while (!is_begun(app)) {
        const auto ask = ask_for_day(app);
        const auto outcome = app.transact_and_wait(ask, begin_day({ask.asked.today}));
        if (const auto* busy = std::get_if<Busy>(&outcome)) throw std::runtime_error(busy->reason);
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
    if (is_begun(*app_)) return;
    auto ask = ask_for_day(*app_);
    const auto day = ask.asked.today;
    boost::asio::co_spawn(timer_.get_executor(), app_->transact(std::move(ask), begin_day({day})),
                          boost::asio::detached);
}

}  // namespace commonweal::app
