// What calendars hold that is odd, broken or meant to do harm.
#include "tests/exchange/term_dates_checks.hpp"

namespace commonweal::exchange {

using namespace std::string_literals;

namespace {

/// The closed days of a year with one term and this event.
Words closed_by(const std::string& lines) {
    return spans(only_year(read_terms(ics(a_term() + event_of(lines)))).closed);
}
/// What is told of this event; the line is where it begins.
Words told_of(const std::string& lines) {
    return rejected(read_terms(ics(a_term() + event_of(lines))));
}

const std::string inset = "SUMMARY:INSET day\r\n";

}  // namespace

TEST_CASE("Given no end, a length or an end on the same day, when read, then it is that long") {
    CHECK(closed_by(inset + "DTSTART;VALUE=DATE:20260112\r\n") ==
          Words{"2026-01-12 2026-01-12 INSET day"});
    CHECK(closed_by(inset + "DTSTART;VALUE=DATE:20260112\r\nDURATION:P3D\r\n") ==
          Words{"2026-01-12 2026-01-14 INSET day"});
    CHECK(closed_by(inset + "DTSTART;VALUE=DATE:20260112\r\nDURATION:P1W\r\n") ==
          Words{"2026-01-12 2026-01-18 INSET day"});
    CHECK(closed_by(inset + "DTSTART;VALUE=DATE:20260112\r\nDTEND;VALUE=DATE:20260112\r\n") ==
          Words{"2026-01-12 2026-01-12 INSET day"});
}

TEST_CASE("Given times with and without zones, when read, then days are those of London") {
    const Words two{"2026-07-06 2026-07-07 INSET day"};
    CHECK(closed_by(inset + "DTSTART:20260706T090000\r\nDTEND:20260707T153000\r\n") == two);
    CHECK(closed_by(inset + "DTSTART;TZID=GMT Standard Time:20260706T000000\r\n"
                            "DTEND;TZID=GMT Standard Time:20260708T000000\r\n") == two);
    // Midnight of a summer's day in London is 23:00 of the day before in UTC.
    CHECK(closed_by(inset + "DTSTART:20260705T230000Z\r\nDTEND:20260707T230000Z\r\n") == two);
    CHECK(closed_by(inset + "DTSTART:20260706T080000Z\r\nDURATION:P1DT6H30M\r\n") == two);
}

TEST_CASE(
    "Given lines that are folded, or ends of lines of any kind, when read, then all is read") {
    CHECK(closed_by("SUMMARY:Staff \r\n training\r\n  d\r\n ay\r\nDTSTART;VALUE=DA\r\n\tTE:2026"
                    "0112\r\n") == Words{"2026-01-12 2026-01-12 Staff training day"});
    auto file = ics(a_term() + event("20260112", "20260113", "INSET day"));
    std::erase(file, '\r');
    CHECK(only_year(read_terms(file)).closed.size() == 1);
    CHECK(only_year(read_terms("\xEF\xBB\xBF\r\n" + file)).closed.size() == 1);
    CHECK(closed_by("SUMMARY:No school (No\xEBl)\r\nDTSTART;VALUE=DATE:20260112\r\n") ==
          Words{"2026-01-12 2026-01-12 No school (Noël)"});
}

TEST_CASE("Given an alarm in an event, when read, then its times are not the event's") {
    CHECK(closed_by(
              "BEGIN:VALARM\r\nTRIGGER:-PT10M\r\nDURATION:P9D\r\nSUMMARY:Term\r\nEND:VALARM\r\n" +
              inset + "DTSTART;VALUE=DATE:20260112\r\n") ==
          Words{"2026-01-12 2026-01-12 INSET day"});
}

TEST_CASE("Given events that repeat, that were cancelled or are about something else, when read") {
    CHECK(told_of(inset + "DTSTART;VALUE=DATE:20260112\r\nRRULE:FREQ=SECONDLY\r\n") ==
          Words{"8, the event: repeats by a rule: give each of its days as an event of its own"});
    CHECK(told_of(inset + "DTSTART;VALUE=DATE:20260112\r\nRDATE;VALUE=DATE:20260113\r\n").size() ==
          1);
    const auto read = read_terms(
        ics(a_term() + event_of(inset + "DTSTART;VALUE=DATE:20260112\r\nSTATUS:CANCELLED\r\n") +
            event_of("SUMMARY:Breakfast club\r\nDTSTART:20260112T080000\r\nRRULE:FREQ=DAILY\r\n") +
            event_of("DTSTART;VALUE=DATE:20260112\r\n")));
    CHECK(only_year(read).closed.empty());
    CHECK(read.told.passed_over == 3);
    CHECK(read.told.rejected.empty());
}

TEST_CASE("Given days that do not exist or make no sense, when read, then each event says why") {
    CHECK(told_of(inset) == Words{"8, the event: has no first day (DTSTART) that exists"});
    CHECK(told_of(inset + "DTSTART;VALUE=DATE:20261399\r\n") ==
          Words{"8, the event: has no first day (DTSTART) that exists"});
    CHECK(told_of(inset + "DTSTART;VALUE=DATE:20260112\r\nDTEND;VALUE=DATE:20260230\r\n") ==
          Words{"8, the event: has no end (DTEND or DURATION) that exists"});
    CHECK(told_of(inset + "DTSTART;VALUE=DATE:20260112\r\nDTEND;VALUE=DATE:soon\r\n") ==
          Words{"8, the event: is damaged: fetch the calendar again"});
    CHECK(told_of(inset + "DTSTART;VALUE=DATE:20260112\r\nDTEND20260114\r\n") ==
          Words{"8, the event: is damaged: fetch the calendar again"});
    CHECK(told_of(inset + "DTSTART;VALUE=DATE:20260112\r\nDTEND;VALUE=DATE:20260105\r\n") ==
          Words{"8, the event: ends before it begins"});
    CHECK(told_of(inset + "DTSTART:20260112T000000Z\r\nDURATION:-P99999999W\r\n") ==
          Words{"8, the event: ends before it begins"});
    CHECK(told_of(inset + "DTSTART:20260112T000000Z\r\nDURATION:P99999999W\r\n") ==
          Words{"8, the event: is longer than a year"});
    CHECK(told_of("SUMMARY:Term\r\nDTSTART;VALUE=DATE:20260112\r\nDTEND;VALUE=DATE:20270114\r\n") ==
          Words{"8, the event: is longer than a year"});
    CHECK(told_of(inset + "DTSTART;VALUE=DATE:00010101\r\n") ==
          Words{"8, the event: is not within the years 1990 to 2200"});
    CHECK(told_of(inset + "DTSTART:99991231T235959Z\r\n").size() == 1);
}

TEST_CASE("Given values of another kind than their property's, when read, then nothing breaks") {
    CHECK(told_of("SUMMARY;VALUE=DATE:20260112\r\nDTSTART;VALUE=DATE:20260112\r\n").empty());
    CHECK(told_of(inset + "DTSTART;VALUE=TEXT:INSET\r\n").size() == 1);
    CHECK(told_of(inset + "DTSTART;VALUE=PERIOD:20260112T090000Z/P1D\r\n").size() == 1);
    CHECK(told_of(inset + "DTSTART;VALUE=DATE:20260112\r\nDURATION:long\r\n").size() == 1);
}

TEST_CASE("Given a calendar that was cut off, when read, then it is not taken for a whole one") {
    const auto file = ics(a_term());
    const std::string why =
        "the calendar ends before its line END:VCALENDAR: it was cut off, so fetch it again";
    for (std::size_t end = 20; end < file.size() - 4; ++end)
        CHECK(no_year(file.substr(0, end)) == why);
    CHECK(no_year("BEGIN:VCALENDAR") == why);
    CHECK(no_year(file + "BEGIN:VCALENDAR\r\n") == why);
}

TEST_CASE("Given events that never end or are in each other, when read, then the others are read") {
    const auto read = read_terms(ics("BEGIN:VEVENT\r\n" + inset + a_term() + "BEGIN:VEVENT\r\n"));
    CHECK(only_year(read).terms.size() == 1);
    CHECK(rejected(read) ==
          Words{"3, the event: has no END:VEVENT", "10, the event: has no END:VEVENT"});
    const auto deep = ics(a_term() + "BEGIN:VEVENT\r\n" + [] {
        std::string alarms;
        for (int i = 0; i < 4'000; ++i) alarms += "BEGIN:VALARM\r\n";
        return alarms;
    }() + "END:VEVENT\r\n");
    CHECK(only_year(read_terms(deep)).terms.size() == 1);
}

TEST_CASE("Given too much, when read, then a sentence says what to give instead") {
    std::string events;
    for (int i = 0; i < 100'000; ++i)
        events += "BEGIN:VEVENT\nSUMMARY:Term\nDTSTART:20260112\nEND:VEVENT\n";
    CHECK(no_year(ics(events)) ==
          "it holds more than 20,000 events: give a calendar of term dates alone");
    CHECK(no_year(ics(std::string(50 * 1024 * 1024, 'x'))) ==
          "the calendar is larger than 8 MB: give one of term dates alone");
    const auto long_event =
        event_of(inset + "DTSTART:20260112\r\nDESCRIPTION:" + std::string(70'000, 'x') + "\r\n");
    CHECK(rejected(read_terms(ics(a_term() + long_event))) ==
          Words{"8, the event: is longer than 64 KB"});
    CHECK(no_year("BEGIN:VCALENDAR\r\n\0END:VCALENDAR\r\n"s) ==
          "the calendar has bytes in it that are no text: fetch it again");
}

TEST_CASE("Given a name that is too long, when read, then it is cut between two characters") {
    const auto names = closed_by("SUMMARY:INSET " + std::string(73, 'x') +
                                 "ë and more\r\nDTSTART;VALUE=DATE:20260112\r\n");
    CHECK(names == Words{"2026-01-12 2026-01-12 INSET " + std::string(73, 'x')});
}

TEST_CASE("Given nothing that is about terms, when read, then a sentence says so") {
    CHECK(no_year("") == "the file is empty");
    CHECK(no_year(ics("")) == "it names no terms, holidays or INSET days");
    CHECK(no_year(ics(event("20260112", "20260113", "Sports day"))) ==
          "it names no terms, holidays or INSET days");
    CHECK(no_year("URN,Cluster\n1,2\n") ==
          "this is neither a calendar (.ics) nor a list of term dates: it has no column \"First "
          "day\" (the columns are First day, Last day, Name and Kind)");
}

TEST_CASE("Given where terms begin and end, but not their days, when read, then it says so") {
    const auto read =
        read_terms(ics(a_term() + event("20250901", "20250902", "Autumn term begins") +
                       event("20251219", "20251220", "Last day of term")));
    CHECK(only_year(read).terms.size() == 1);
    const std::string why =
        "the event: says where a term or a holiday begins or ends: give its first and its last "
        "day together";
    CHECK(rejected(read) == Words{"8, " + why, "13, " + why});
}

TEST_CASE("Given the same days twice, or a few days with 'term' in their names, then no more") {
    const auto read =
        read_terms(ics(a_term() + a_term() + event("20260112", "20260113", "INSET day") +
                       event("20260112", "20260113", "INSET day") +
                       event("20251111", "20251112", "Term 1 reports")));
    CHECK(only_year(read).terms.size() == 1);
    CHECK(only_year(read).closed.size() == 1);
    CHECK(read.told.passed_over == 1);
    CHECK(no_year(ics(event("20251111", "20251112", "Term 1 reports"))) ==
          "it names no terms, holidays or INSET days");
}

}  // namespace commonweal::exchange
