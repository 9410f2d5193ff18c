#include "domain/core/time.hpp"

#include <charconv>
#include <cstdio>

namespace commonweal {
namespace {

/// Reads exactly `count` digits at `at`; -1 where there are none.
int digits(std::string_view text, std::size_t at, std::size_t count) {
    if (text.size() < at + count) return -1;
    int value = 0;
    for (char c : text.substr(at, count)) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

bool has(std::string_view text, std::size_t at, char wanted) {
    return at < text.size() && text[at] == wanted;
}

/// "Z", "+01:00" or "-05:30" at the end of an instant.
std::optional<std::chrono::minutes> parse_offset(std::string_view text) {
    if (text == "Z" || text == "z") return std::chrono::minutes{0};
    const int hours = digits(text, 1, 2);
    const int minutes = digits(text, 4, 2);
    if (text.size() != 6 || text[3] != ':' || hours < 0 || hours > 23 || minutes < 0 ||
        minutes > 59)
        return std::nullopt;
    const std::chrono::minutes offset{hours * 60 + minutes};
    if (text[0] == '+') return offset;
    if (text[0] == '-') return -offset;
    return std::nullopt;
}

/// ".5", ".123456": microseconds, and how many characters they took.
std::pair<std::chrono::microseconds, std::size_t> parse_fraction(std::string_view text) {
    if (text.empty() || text[0] != '.') return {std::chrono::microseconds{0}, 0};
    std::size_t length = 1;
    std::int64_t value = 0;
    std::int64_t unit = 100'000;
    for (; length < text.size() && text[length] >= '0' && text[length] <= '9'; ++length) {
        value += (text[length] - '0') * unit;
        unit /= 10;
    }
    return {std::chrono::microseconds{value}, length == 1 ? text.size() + 1 : length};
}

}  // namespace

std::string to_text(Day day) {
    const std::chrono::year_month_day date{day};
    char text[24];
    const int length = std::snprintf(text, sizeof text, "%04d-%02u-%02u", int{date.year()},
                                     unsigned{date.month()}, unsigned{date.day()});
    return {text, static_cast<std::size_t>(length)};
}

std::optional<Day> parse_day(std::string_view text) {
    const int year = digits(text, 0, 4);
    const int month = digits(text, 5, 2);
    const int day = digits(text, 8, 2);
    if (text.size() != 10 || !has(text, 4, '-') || !has(text, 7, '-') || year < 0 || month < 0 ||
        day < 0)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) return std::nullopt;
    return Day{date};
}

std::string to_text(Instant instant) {
    const Day day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::hh_mm_ss time{instant - day};
    char text[40];
    int length = std::snprintf(
        text, sizeof text, "T%02d:%02d:%02d", static_cast<int>(time.hours().count()),
        static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
    const auto fraction = time.subseconds().count();
    if (fraction != 0)
        length += std::snprintf(text + length, sizeof text - static_cast<std::size_t>(length),
                                ".%06d", static_cast<int>(fraction));
    return to_text(day) + std::string(text, static_cast<std::size_t>(length)) + "Z";
}

std::optional<Instant> parse_instant(std::string_view text) {
    if (text.size() < 20 || (text[10] != 'T' && text[10] != 't')) return std::nullopt;
    const auto day = parse_day(text.substr(0, 10));
    const int hour = digits(text, 11, 2);
    const int minute = digits(text, 14, 2);
    const int second = digits(text, 17, 2);
    if (!day || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 ||
        !has(text, 13, ':') || !has(text, 16, ':'))
        return std::nullopt;
    const auto [fraction, length] = parse_fraction(text.substr(19));
    if (19 + length >= text.size()) return std::nullopt;
    const auto offset = parse_offset(text.substr(19 + length));
    if (!offset) return std::nullopt;
    return Instant{*day} + std::chrono::hours{hour} + std::chrono::minutes{minute} +
           std::chrono::seconds{second} + fraction - *offset;
}

}  // namespace commonweal
