// Hostile term dates: whatever the bytes, reading ends and hands out years in order whose days lie
// within them and whose names can be stored. Most bytes are no calendar, so they are also read as
// what stands in one, and as an event.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "server/exchange/bank_holidays.hpp"
#include "server/exchange/ical_event.hpp"
#include "server/exchange/term_dates.hpp"
#include "server/exchange/text.hpp"

namespace {

using namespace commonweal;
using namespace commonweal::exchange;

void must(bool holds) {
    if (!holds) std::abort();
}

template <class Span>
void check_spans(const std::vector<Span>& spans, std::uint16_t year) {
    for (const auto& span : spans) {
        must(calendar::first_of_year(year) <= span.first && span.first <= span.last);
        must(span.last <= calendar::last_of_year(year));
        must(!span.name.empty() && span.name.size() <= calendar::name_max && is_utf8(span.name));
    }
}

void check(const std::expected<TermDatesRead, std::string>& read, calendar::Whose of) {
    if (!read) return must(!read.error().empty() && is_utf8(read.error()));
    must(!read->years.empty());
    must(std::ranges::is_sorted(read->years, std::ranges::less{},
                                [](const TermYear& y) { return y.terms.year; }));
    for (const auto& rejected : read->told.rejected)
        must(!rejected.reason.empty() && is_utf8(rejected.reason));
    for (const auto& [row, terms] : read->years) {
        must(row > 0 && terms.of == of);
        must(!terms.terms.empty() || (of == calendar::Whose::school && !terms.closed.empty()));
        check_spans(terms.terms, terms.year);
        check_spans(terms.closed, terms.year);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const BankHolidays holidays{shipped_bank_holidays()};
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    for (const auto of : {calendar::Whose::authority, calendar::Whose::school}) {
        check(read_term_dates(bytes, of, holidays), of);
        check(read_term_dates("BEGIN:VCALENDAR\n" + bytes + "\nEND:VCALENDAR\n", of, holidays), of);
    }
    (void)read_event(bytes);
    return 0;
}
