#pragma once
// What the numbers in a worksheet are as text. Spreadsheets keep dates as numbers of days, and only
// a cell's format says that it is one. Pure functions.

#include <expected>
#include <string>
#include <string_view>

namespace commonweal::exchange {

/// What a cell's format makes of its number.
enum class NumberFormat : unsigned char {
    number,
    day,           ///< a date
    day_and_time,  ///< a date, a time of day, or both
    elapsed,       ///< hours that go on after 24
};

/// Where a workbook begins to count days.
enum class DaySystem {
    from_1900,  ///< 1 is 1 January 1900, and there is a 29 February 1900 that never was
    from_1904,  ///< 0 is 1 January 1904
};

/// What the formats with these numbers mean, which no workbook spells out (ECMA-376 part 1,
/// 18.8.30): 14 to 22 and 45 to 47 are dates and times.
NumberFormat built_in_format(unsigned id);

/// A format in words, "dd/mm/yyyy": it is a date where d, m or y stand outside of quotation marks
/// and brackets and are no escaped characters.
NumberFormat format_of_code(std::string_view code);

/// A whole number is written as its digits, any other with at most 15 digits, as spreadsheets show
/// it: 0.30000000000000004 is "0.3". A date is YYYY-MM-DD, its time left away; a time of day is
/// HH:MM or HH:MM:SS; elapsed time is H:MM. The error says in a sentence what is wrong.
std::expected<std::string, std::string> number_text(std::string_view value, NumberFormat format,
                                                    DaySystem days);

}  // namespace commonweal::exchange
