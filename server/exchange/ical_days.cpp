#include "server/exchange/ical_days.hpp"

#include "server/exchange/day_words.hpp"
#include "server/exchange/ical_event.hpp"
#include "server/exchange/ical_text.hpp"

namespace commonweal::exchange {
namespace {

constexpr std::chrono::days one_day{1};
constexpr const char* column = "the event";

/// What is wrong with an event is told where it would have been of use.
void take(NamedDaysRead& read, std::uint64_t line, EventRead event) {
    const bool readable = event.days.has_value();
    const auto length = readable ? event.days->last - event.days->first + one_day : one_day;
    const auto kind = kind_of_words(event.summary, length);
    if (event.cancelled || (!readable && kind == DaysKind::other))
        ++read.told.passed_over;
    else if (!readable)
        read.told.rejected.push_back({line, column, std::move(event.days.error())});
    else
        read.take({line, event.days->first, event.days->last, kind, std::move(event.summary)},
                  column);
}

}  // namespace

std::expected<NamedDaysRead, std::string> read_ical_days(std::string_view text) {
    auto cut = cut_events(text);
    if (!cut) return std::unexpected(std::move(cut.error()));
    NamedDaysRead read;
    read.told.rejected = std::move(cut->rejected);
    for (const auto& event : cut->events) take(read, event.line, read_event(event.text));
    return read;
}

}  // namespace commonweal::exchange
