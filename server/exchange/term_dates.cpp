#include "server/exchange/term_dates.hpp"

#include "server/exchange/ical_days.hpp"
#include "server/exchange/ical_text.hpp"
#include "server/exchange/list_days.hpp"
#include "server/exchange/table_words.hpp"
#include "server/exchange/text.hpp"

namespace commonweal::exchange {
namespace {

std::expected<NamedDaysRead, std::string> read_calendar(std::string_view bytes) {
    const std::size_t bytes_max = TableLimits{}.bytes_max;
    if (bytes.size() > bytes_max)
        return std::unexpected("the calendar is larger than " + size_in_words(bytes_max) +
                               ": give one of term dates alone");
    return read_ical_days(to_utf8(bytes, is_utf8(bytes) ? Encoding::utf8 : Encoding::windows_1252));
}

std::expected<NamedDaysRead, std::string> read_days(std::string_view file) {
    auto text = file;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (is_ical(text)) return read_calendar(text);
    const auto table = read_table(file);
    if (!table) return std::unexpected(table.error());
    return read_list_days(*table);
}

std::string why_no_year(const ImportResult& told) {
    if (told.rejected.empty()) return "it names no terms, holidays or INSET days";
    const auto& first = told.rejected.front();
    return "no school year can be made of it: " + first.column + " of line " +
           std::to_string(first.row) + " " + first.reason;
}

std::string words_of(const Refusal& refusal, const calendar::WhoseDays& whose) {
    switch (refusal.rule) {
        case Rule::terms_malformed:
            return "cannot be used: " + refusal.about;
        case Rule::too_many_rows:
            return "is too much: at most " + refusal.about + " can be kept";
        case Rule::no_such_calendar:
            return "cannot be stored: '" + whose.code + "' is no code, letters and digits alone";
        case Rule::not_found:
            return "cannot be stored: there is no school " + whose.code + " here";
        default:
            return "may not be set by you";
    }
}

/// A school's own are stored as if they were entered for it.
Decision<app::Subject> set(app::Transaction& t, const calendar::WhoseDays& whose,
                           const calendar::SetTermDates& terms) {
    if (whose.of != calendar::Whose::school) return app::set_term_dates(whose, terms)(t);
    const auto school = parse_school(whose.code);
    if (!school) return refuse(Rule::not_found, whose.code);
    return app::school_command(*school, terms)(t);
}

}  // namespace

std::expected<TermDatesRead, std::string> read_term_dates(std::string_view file, calendar::Whose of,
                                                          const BankHolidays& holidays) {
    auto days = read_days(file);
    if (!days) return std::unexpected(std::move(days.error()));
    auto read = school_years(*std::move(days), of, holidays);
    if (read.years.empty()) return std::unexpected(why_no_year(read.told));
    return read;
}

void put_terms(app::Transaction& t, const calendar::WhoseDays& whose, const TermYear& row,
               ImportResult& counted) {
    const bool is_there = t.load<TermDates>(whose)->of_year(row.terms.year) != nullptr;
    const auto done = set(t, whose, row.terms);
    if (done)
        ++(is_there ? counted.updated : counted.created);
    else if (done.error().rule == Rule::same_again)
        ++counted.unchanged;
    else
        counted.rejected.push_back(
            {row.row, "the year " + year_in_words(row.terms.year), words_of(done.error(), whose)});
}

}  // namespace commonweal::exchange
