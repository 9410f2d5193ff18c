#include "server/exchange/xlsx_numbers.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdio>

#include "domain/core/time.hpp"

namespace commonweal::exchange {
namespace {

using Text = std::expected<std::string, std::string>;

constexpr std::int64_t seconds_a_day = 86'400;

bool is_whole(std::string_view value) {
    const auto digits = value.substr(value.starts_with('-') ? 1 : 0);
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    return !digits.empty() && std::ranges::all_of(digits, is_digit);
}

std::expected<double, std::string> parse(std::string_view value) {
    double number = 0;
    const auto* end = value.data() + value.size();
    const auto [at, error] = std::from_chars(value.data(), end, number);
    if (error != std::errc{} || at != end || !std::isfinite(number))
        return std::unexpected("the number in this cell cannot be read");
    return number;
}

/// A double has 15 digits that can be relied on; spreadsheets store 17 and show no more than 15.
double rounded_to_15_digits(double number) {
    std::array<char, 40> text{};
    const int size = std::snprintf(text.data(), text.size(), "%.15g", number);
    std::from_chars(text.data(), text.data() + size, number);
    return number;
}

std::string plain_number(double number) {
    number = rounded_to_15_digits(number);
    if (number == 0) return "0";  // never "-0"
    const bool short_enough = std::fabs(number) >= 1e-9 && std::fabs(number) < 1e21;
    std::array<char, 64> text{};
    const auto format = short_enough ? std::chars_format::fixed : std::chars_format::scientific;
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), number, format);
    return {text.data(), end};
}

std::string two_digits(std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string time_of_day(std::int64_t second) {
    const auto text = two_digits(second / 3600) + ":" + two_digits(second / 60 % 60);
    return second % 60 == 0 ? text : text + ":" + two_digits(second % 60);
}

Text day_text(std::int64_t number, DaySystem system) {
    using namespace std::chrono;
    if (system == DaySystem::from_1904) return to_text(Day{1904y / January / 1} + days{number});
    if (number == 60) return std::unexpected("there was no 29 February 1900");
    // After that day, which never was, each number is one too large.
    return to_text(Day{1899y / December / 31} + days{number > 60 ? number - 1 : number});
}

std::string not_a_date(double number) {
    return "the cell is formatted as a date, and " + plain_number(number) + " is none";
}

Text date_text(double number, NumberFormat format, DaySystem system) {
    constexpr double end_of_9999 = 2'958'466;
    const bool from_1904 = system == DaySystem::from_1904;
    if (number < 0 || number >= (from_1904 ? end_of_9999 - 1'462 : end_of_9999))
        return std::unexpected(not_a_date(number));
    const std::int64_t seconds = std::llround(number * static_cast<double>(seconds_a_day));
    if (format == NumberFormat::elapsed)
        return std::to_string(seconds / 3600) + ":" + two_digits(seconds / 60 % 60);
    if (number < 1 && format == NumberFormat::day_and_time)
        return time_of_day(std::min(seconds, seconds_a_day - 1));
    if (number < 1 && !from_1904) return std::unexpected(not_a_date(number));
    return day_text(static_cast<std::int64_t>(number), system);
}

/// The characters of a format that are neither quoted nor escaped, in small letters; of what stands
/// in brackets only whether it is elapsed time.
struct Letters {
    std::string plain;
    bool elapsed = false;
};

Letters letters_of(std::string_view code) {
    Letters letters;
    for (std::size_t at = 0; at < code.size(); ++at) {
        const char c = code[at];
        if (c == '\\' || c == '_' || c == '*') {
            ++at;
        } else if (c == '"' || c == '[') {
            const auto end = std::min(code.find(c == '"' ? '"' : ']', at + 1), code.size());
            const auto inside = code.substr(at + 1, end - at - 1);
            letters.elapsed =
                letters.elapsed || (c == '[' && !inside.empty() &&
                                    inside.find_first_not_of("hHmMsS") == std::string_view::npos);
            at = end;
        } else {
            letters.plain += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        }
    }
    return letters;
}

}  // namespace

NumberFormat built_in_format(unsigned id) {
    if (id >= 14 && id <= 17) return NumberFormat::day;
    if ((id >= 18 && id <= 22) || id == 45 || id == 47) return NumberFormat::day_and_time;
    return id == 46 ? NumberFormat::elapsed : NumberFormat::number;
}

NumberFormat format_of_code(std::string_view code) {
    const Letters letters = letters_of(code);
    if (letters.elapsed) return NumberFormat::elapsed;
    // "General" is the one word that a format may have; none of its letters are these.
    if (letters.plain.find_first_of("hs") != std::string::npos) return NumberFormat::day_and_time;
    if (letters.plain.find_first_of("dmy") != std::string::npos) return NumberFormat::day;
    return NumberFormat::number;
}

Text number_text(std::string_view value, NumberFormat format, DaySystem days) {
    // Digits are kept as they stand: a double would not hold more than 15 of them.
    if (format == NumberFormat::number && is_whole(value)) return std::string{value};
    const auto number = parse(value);
    if (!number) return std::unexpected(number.error());
    return format == NumberFormat::number ? plain_number(*number)
                                          : date_text(*number, format, days);
}

}  // namespace commonweal::exchange
