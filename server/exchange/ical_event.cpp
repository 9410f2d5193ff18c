#include "server/exchange/ical_event.hpp"

#include <libical/ical.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "server/app/clock.hpp"
#include "server/exchange/register_columns.hpp"

namespace commonweal::exchange {
namespace {

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;
using std::chrono::seconds;

/// A time as it is written, and whether it means UTC.
struct Written {
    std::chrono::sys_seconds at;
    bool utc = false;
};

Component parse(std::string_view text) {
    // Or else a build of libical with its defaults for developers would end the program.
    icalerror_set_errors_are_fatal(0);
    const std::string terminated(text);
    return {icalcomponent_new_from_string(terminated.c_str()), icalcomponent_free};
}

/// nullptr: it has no such property.
const icalvalue* value_of(icalcomponent& event, icalproperty_kind kind) {
    auto* property = icalcomponent_get_first_property(&event, kind);
    return property == nullptr ? nullptr : icalproperty_get_value(property);
}

bool has(icalcomponent& event, icalproperty_kind kind) {
    return icalcomponent_get_first_property(&event, kind) != nullptr;
}

std::string summary_of(icalcomponent& event) {
    const auto* value = value_of(event, ICAL_SUMMARY_PROPERTY);
    if (value == nullptr || icalvalue_isa(value) != ICAL_TEXT_VALUE) return {};
    const auto* text = icalvalue_get_text(value);
    return text == nullptr ? std::string() : tidy(text);
}

bool is_cancelled(icalcomponent& event) {
    const auto* value = value_of(event, ICAL_STATUS_PROPERTY);
    return value != nullptr && icalvalue_isa(value) == ICAL_STATUS_VALUE &&
           icalvalue_get_status(value) == ICAL_STATUS_CANCELLED;
}

std::optional<Written> written(const icaltimetype& time) {
    using namespace std::chrono;
    const year_month_day date{year{time.year}, month{static_cast<unsigned>(time.month)},
                              day{static_cast<unsigned>(time.day)}};
    const bool is_time = time.hour >= 0 && time.hour < 24 && time.minute >= 0 && time.minute < 60 &&
                         time.second >= 0 && time.second <= 60;
    if (!date.ok() || !is_time) return std::nullopt;
    const auto after_midnight = hours{time.hour} + minutes{time.minute} + seconds{time.second};
    return Written{sys_days{date} + after_midnight, icaltime_is_utc(time) != 0};
}

/// None where there is no such property, or where it is no time that exists.
std::optional<Written> time_of(icalcomponent& event, icalproperty_kind kind) {
    const auto* value = value_of(event, kind);
    if (value == nullptr) return std::nullopt;
    if (icalvalue_isa(value) == ICAL_DATE_VALUE) return written(icalvalue_get_date(value));
    if (icalvalue_isa(value) == ICAL_DATETIME_VALUE) return written(icalvalue_get_datetime(value));
    return std::nullopt;
}

constexpr std::chrono::days longest{1000};

/// In our own numbers, since libical's overflow, and within bounds in which a day can be added.
std::optional<seconds> duration_of(icalcomponent& event) {
    using namespace std::chrono;
    const auto* value = value_of(event, ICAL_DURATION_PROPERTY);
    if (value == nullptr || icalvalue_isa(value) != ICAL_DURATION_VALUE) return std::nullopt;
    const auto length = icalvalue_get_duration(value);
    const auto together = seconds{weeks{length.weeks}} + days{length.days} + hours{length.hours} +
                          minutes{length.minutes} + seconds{length.seconds};
    return std::clamp<seconds>(length.is_neg != 0 ? -together : together, -longest, longest);
}

Day day_of(const Written& time) {
    return time.utc ? app::london_day(time.at) : std::chrono::floor<std::chrono::days>(time.at);
}

/// libical takes away what it cannot read, and leaves a property that says so.
bool is_damaged(icalcomponent& event) {
    const bool ends = has(event, ICAL_DTEND_PROPERTY) || has(event, ICAL_DURATION_PROPERTY);
    constexpr auto errors = ICAL_XLICERROR_PROPERTY;
    for (auto* error = icalcomponent_get_first_property(&event, errors); error != nullptr;
         error = icalcomponent_get_next_property(&event, errors)) {
        auto* type = icalproperty_get_first_parameter(error, ICAL_XLICERRORTYPE_PARAMETER);
        const auto what =
            type == nullptr ? ICAL_XLICERRORTYPE_NONE : icalparameter_get_xlicerrortype(type);
        if (what == ICAL_XLICERRORTYPE_VALUEPARSEERROR) return true;
        if (what == ICAL_XLICERRORTYPE_COMPONENTPARSEERROR && !ends) return true;
    }
    return false;
}

/// None where it is said and makes no sense; where nothing is said it lasts one day.
std::optional<Written> end_of(icalcomponent& event, const Written& start) {
    if (has(event, ICAL_DTEND_PROPERTY)) return time_of(event, ICAL_DTEND_PROPERTY);
    if (!has(event, ICAL_DURATION_PROPERTY)) return start;
    const auto length = duration_of(event);
    if (!length) return std::nullopt;
    return Written{start.at + *length, start.utc};
}

std::expected<EventDays, std::string> days_of(icalcomponent& event) {
    if (is_damaged(event)) return std::unexpected("is damaged: fetch the calendar again");
    if (has(event, ICAL_RRULE_PROPERTY) || has(event, ICAL_RDATE_PROPERTY))
        return std::unexpected("repeats by a rule: give each of its days as an event of its own");
    const auto start = time_of(event, ICAL_DTSTART_PROPERTY);
    if (!start) return std::unexpected("has no first day (DTSTART) that exists");
    const auto end = end_of(event, *start);
    if (!end) return std::unexpected("has no end (DTEND or DURATION) that exists");
    const Day first = day_of(*start);
    if (end->at == start->at) return EventDays{first, first};
    return EventDays{first, day_of({end->at - seconds{1}, end->utc})};
}

}  // namespace

EventRead read_event(std::string_view text) {
    const auto event = parse(text);
    if (!event || icalcomponent_isa(event.get()) != ICAL_VEVENT_COMPONENT)
        return {{}, false, std::unexpected("cannot be read")};
    return {summary_of(*event), is_cancelled(*event), days_of(*event)};
}

}  // namespace commonweal::exchange
