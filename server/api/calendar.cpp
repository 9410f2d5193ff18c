// Which day it is, and which days are bank holidays.

#include "server/api/calendar.hpp"
#include "server/api/answer.hpp"
#include "server/api/route.hpp"
#include "server/exchange/bank_holidays.hpp"

namespace commonweal::api {
namespace {

boost::asio::awaitable<net::Response> show(Call call) {
    const auto known = call.load<BankHolidays>(app::TheBankHolidays{});
    const CalendarView shown{call.load<Calendar>(app::TheCalendar{})->today, known->holidays};
    co_return answer(call, shown, for_network(), known.version);
}

/// The body is the file of GOV.UK as it is.
boost::asio::awaitable<net::Response> set_bank_holidays(Call call) {
    auto holidays = exchange::read_bank_holidays(call.request().body);
    if (!holidays) {
        auto problem = bad_request("The bank holidays cannot be read: " + holidays.error() + ".");
        problem.status = 422;
        problem.type = "/problems/not-bank-holidays";
        problem.title = "This file holds no bank holidays";
        throw ProblemAnswer{std::move(problem)};
    }
    co_return co_await write(std::move(call), app::set_bank_holidays({*std::move(holidays)}), 200);
}

/// Says that the clock is right, where it had jumped ahead. What answers a repeated request with
/// what came of the first says nothing about the jump that there is now.
boost::asio::awaitable<net::Response> confirm_clock(Call call) {
    auto& app = call.app();
    const auto jump = app.clock_jump();
    if (!jump) throw ProblemAnswer{problem_of({Rule::same_again, "the clock"})};
    const auto head = app.log().head().position;
    auto confirmed =
        co_await write(std::move(call), app::confirm_clock({jump->from, jump->to}), 200, true);
    const auto position = boost::json::parse(confirmed.body).at("position");
    if (position.to_number<Position>() > head) app.clock_confirmed(jump->to);
    co_return confirmed;
}

constexpr std::array table{
    Route{"GET", "/api/v1/calendar", show, Who::signed_in, "at",
          "Which day it is, and the bank holidays."},
    Route{"POST", "/api/v1/calendar/bank-holidays", set_bank_holidays, Who::signed_in, "",
          "Takes in the bank holidays of England and Wales, as GOV.UK publishes them."},
    Route{"POST", "/api/v1/clock/confirm", confirm_clock, Who::signed_in, "",
          "Says that the machine's clock is right, where it had jumped ahead."},
};

}  // namespace

std::span<const Route> calendar_routes() {
    return table;
}

}  // namespace commonweal::api
