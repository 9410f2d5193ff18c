#pragma once
// The days as they begin, and the bank holidays. Streams: calendar/days, calendar/bank-holidays.

#include <string>
#include <vector>

#include "domain/core/event.hpp"

namespace commonweal::calendar {

struct DayBegan {
    static constexpr std::string_view kind = "day-began";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "A day began in Europe/London.";
    Day day{};
    static constexpr std::array fields{Field{"day"}};
};
BOOST_DESCRIBE_STRUCT(DayBegan, (), (day))

struct ClockConfirmed {
    static constexpr std::string_view kind = "clock-confirmed";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "The machine's clock had jumped ahead, and an administrator said that it is right.";
    Instant from{};  ///< what it should have shown
    Instant to{};    ///< what it showed
    static constexpr std::array fields{Field{"from"}, Field{"to"}};
};
BOOST_DESCRIBE_STRUCT(ClockConfirmed, (), (from, to))

struct Holiday {
    Day day{};
    std::string name;  ///< "Good Friday"
    bool operator==(const Holiday&) const = default;
};
BOOST_DESCRIBE_STRUCT(Holiday, (), (day, name))

struct BankHolidaysSet {
    static constexpr std::string_view kind = "bank-holidays-set";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "The bank holidays of England and Wales became known, or changed: this is all of them.";
    std::vector<Holiday> holidays;  ///< in the order of their days
    static constexpr std::array fields{Field{"holidays"}};
};
BOOST_DESCRIBE_STRUCT(BankHolidaysSet, (), (holidays))

}  // namespace commonweal::calendar
