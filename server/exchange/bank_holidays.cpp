#include "server/exchange/bank_holidays.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <stdexcept>

namespace commonweal::exchange {
namespace {

constexpr unsigned char shipped[] = {
#embed "bank_holidays/england-and-wales.json"
};

using Read = std::expected<calendar::Holiday, std::string>;

std::string_view text_of(const boost::json::value& event, std::string_view name) {
    const auto* object = event.if_object();
    const auto* value = object == nullptr ? nullptr : object->if_contains(name);
    const auto* text = value == nullptr ? nullptr : value->if_string();
    return text == nullptr ? std::string_view() : std::string_view(*text);
}

Read read_holiday(const boost::json::value& event, std::size_t number) {
    const auto where = "event " + std::to_string(number) + " ";
    const auto title = text_of(event, "title");
    const auto day = parse_day(text_of(event, "date"));
    if (title.empty()) return std::unexpected(where + "has no title");
    if (!day) return std::unexpected(where + "has no date like 2026-12-25");
    return calendar::Holiday{*day, std::string(title)};
}

}  // namespace

std::expected<std::vector<calendar::Holiday>, std::string> read_bank_holidays(
    std::string_view json) {
    boost::system::error_code ec;
    const auto file = boost::json::parse(json, ec);
    if (ec) return std::unexpected("it is not JSON: " + ec.message());
    const auto* events = file.find_pointer("/england-and-wales/events", ec);
    if (events == nullptr || !events->is_array())
        return std::unexpected(
            "it has no list \"events\" under \"england-and-wales\": give the file of "
            "https://www.gov.uk/bank-holidays.json");
    std::vector<calendar::Holiday> holidays;
    for (const auto& event : events->get_array()) {
        auto holiday = read_holiday(event, holidays.size() + 1);
        if (!holiday) return std::unexpected(std::move(holiday.error()));
        holidays.push_back(*std::move(holiday));
    }
    std::ranges::sort(holidays, {}, &calendar::Holiday::day);
    return holidays;
}

std::vector<calendar::Holiday> shipped_bank_holidays() {
    auto read = read_bank_holidays({reinterpret_cast<const char*>(shipped), sizeof shipped});
    if (!read) throw std::logic_error("the bank holidays in the program: " + read.error());
    return *std::move(read);
}

}  // namespace commonweal::exchange
