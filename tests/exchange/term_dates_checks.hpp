#pragma once
// Term dates in the words of a test.

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "server/exchange/bank_holidays.hpp"
#include "server/exchange/term_dates.hpp"

namespace commonweal::exchange {

using Words = std::vector<std::string>;
using calendar::Whose;

inline std::expected<TermDatesRead, std::string> read_any(const std::string& file,
                                                          Whose of = Whose::authority) {
    return read_term_dates(file, of, BankHolidays{shipped_bank_holidays()});
}

inline TermDatesRead read_terms(const std::string& file, Whose of = Whose::authority) {
    auto read = read_any(file, of);
    INFO((read ? std::string{} : read.error()));
    REQUIRE(read.has_value());
    return *std::move(read);
}

/// Why no school year can be made of the file.
inline std::string no_year(const std::string& file, Whose of = Whose::authority) {
    const auto read = read_any(file, of);
    REQUIRE_FALSE(read.has_value());
    return read.error();
}

inline calendar::SetTermDates only_year(const TermDatesRead& read) {
    REQUIRE(read.years.size() == 1);
    return read.years.front().terms;
}

/// "2025-09-01 2025-10-24 Term 1"
template <class Span>
Words spans(const std::vector<Span>& all) {
    Words words;
    for (const auto& span : all)
        words.push_back(commonweal::to_text(span.first) + " " + commonweal::to_text(span.last) +
                        " " + span.name);
    return words;
}

inline Words rejected(const TermDatesRead& read) {
    Words words;
    for (const auto& row : read.told.rejected)
        words.push_back(std::to_string(row.row) + ", " + row.column + ": " + row.reason);
    return words;
}

/// An event of whole days: `end` is the day after the last, as calendars have it.
inline std::string event(const std::string& start, const std::string& end,
                         const std::string& summary) {
    return "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:" + start + "\r\nDTEND;VALUE=DATE:" + end +
           "\r\nSUMMARY:" + summary + "\r\nEND:VEVENT\r\n";
}
inline std::string event_of(const std::string& lines) {
    return "BEGIN:VEVENT\r\n" + lines + "END:VEVENT\r\n";
}
inline std::string ics(const std::string& events) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + events + "END:VCALENDAR\r\n";
}

/// So that a year has its terms, whatever else is asked about it.
inline std::string a_term() {
    return event("20250901", "20260722", "Term 1");
}

}  // namespace commonweal::exchange
