#pragma once
// Tells the log that a day has begun in Europe/London: at start, and when midnight has passed.
//
// Owner: main. Threads: one; the timer runs on the executor that it was given.
// Failure: a log that does not take the day is asked again at the next tick.

#include <boost/asio/steady_timer.hpp>

#include "server/app/app.hpp"

namespace commonweal::app {

/// Begins the days up to today that have not begun yet, one by one. Waits for the log.
void begin_days(App& app);

class DayTimer {
  public:
    DayTimer(boost::asio::any_io_executor executor, App& app)
        : app_(&app), timer_(std::move(executor)) {}

    void start() { wait(); }
    void stop() { timer_.cancel(); }

  private:
    static constexpr std::chrono::seconds tick{10};
    void wait();
    void begin();

    App* app_;
    boost::asio::steady_timer timer_;
};

}  // namespace commonweal::app
