#pragma once
// Tells the log that a day has begun in Europe/London: at start, and when midnight has passed.
//
// Owner: main; it outlives what runs on the executor. Threads: any; the timer has a strand.
// Failure: a log that does not take the day is asked again at the next tick.

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>

#include "server/app/app.hpp"

namespace commonweal::app {

/// Begins the days up to today that have not begun yet, one by one. Waits for the log.
void begin_days(App& app);

class DayTimer {
  public:
    DayTimer(const boost::asio::any_io_executor& executor, App& app)
        : app_(&app), timer_(boost::asio::make_strand(executor)) {}

    void start();
    void stop();

  private:
    static constexpr std::chrono::seconds tick{10};
    void wait();
    void begin();
    void on_strand(void (DayTimer::*step)());
    void cancel() { timer_.cancel(); }

    App* app_;
    boost::asio::steady_timer timer_;
};

}  // namespace commonweal::app
