// On which days a school is open: shown, entered, carried on to the next year.

#include "server/api/term_dates.hpp"

#include <set>

#include "server/api/answer.hpp"
#include "server/api/imports.hpp"
#include "server/api/route.hpp"
#include "server/app/school_days.hpp"

namespace commonweal::api {
namespace {

using calendar::Whose;

std::string name_of(Whose of, const School& school) {
    if (of == Whose::authority) return school.details.local_authority;
    return of == Whose::trust ? school.details.trust_name : school.details.name;
}

bool may_change(const Call& call, const School& school, Whose of) {
    if (call.at()) return false;
    const auto action =
        of == Whose::school ? access::Action::set_school_days : access::Action::set_term_dates;
    return access::may(access::relations(call.actor(), school), action);
}

std::vector<TermCalendar> calendars_of(const Call& call, const School& school) {
    std::vector<TermCalendar> all;
    const auto calendars = app::calendars_of(school);
    for (const auto of : {Whose::authority, Whose::trust, Whose::school}) {
        const auto& whose = calendars.of(of);
        if (whose.code.empty()) continue;
        const auto known = call.load<TermDates>(whose);
        all.push_back({of, whose.code, name_of(of, school), known->years, known.version,
                       may_change(call, school, of)});
    }
    return all;
}

/// Of which something is known, and the one that it is.
std::set<std::uint16_t> years_of(const std::vector<TermCalendar>& calendars,
                                 std::optional<Day> today) {
    std::set<std::uint16_t> years;
    if (today) years.insert(calendar::school_year_of(*today));
    for (const auto& calendar : calendars)
        for (const auto& year : calendar.years) years.insert(year.year);
    return years;
}

YearOfSchool year_of(const SchoolDays& days, std::uint16_t year) {
    auto known = days.year(year);
    return {year,
            days.terms_from(year),
            known.provisional,
            std::move(known.terms),
            std::move(known.closed),
            days.open_days(year)};
}

boost::asio::awaitable<net::Response> show(Call call) {
    const auto school = call.load<School>(call.school());
    if (!school->known()) throw ProblemAnswer{problem_of({Rule::not_found, call.captured()})};
    const KnownDays known{call.load<BankHolidays>(app::TheBankHolidays{}).state, {}};
    const auto of_school = app::days_of(*school, [&](const calendar::WhoseDays& whose) {
        return call.load<TermDates>(whose).state;
    });
    const auto days = known.days_of(of_school);
    TermDatesView shown{school->id,
                        call.load<Calendar>(app::TheCalendar{})->today,
                        {},
                        calendars_of(call, *school),
                        {}};
    for (const auto year : years_of(shown.calendars, shown.today)) {
        shown.years.push_back(year_of(days, year));
        for (const auto& holiday : known.holidays->holidays)
            if (calendar::school_year_of(holiday.day) == year) shown.holidays.push_back(holiday);
    }
    co_return answer(call, shown, for_network());
}

template <class Command>
boost::asio::awaitable<net::Response> on_school(Call call) {
    const auto school = call.school();
    auto command = call.command<Command>();
    co_return co_await write(std::move(call), app::school_command(school, std::move(command)), 200);
}

std::optional<Whose> parse_whose(std::string_view text) {
    for (const auto of : {Whose::authority, Whose::trust, Whose::school})
        if (text == boost::describe::enum_to_string(of, "")) return of;
    return std::nullopt;
}

/// A file with the years of one calendar: taken in again, nothing changes.
boost::asio::awaitable<net::Response> take_in(Call call) {
    const auto of = call.query_as<Whose>("of", parse_whose, "must be authority, trust or school");
    const auto code = call.query("code");
    if (!of || !code)
        throw ProblemAnswer{bad_request("Say whose they are: ?of=authority&code=373")};
    if (!access::may(access::relations(call.actor()), access::Action::set_term_dates))
        throw ProblemAnswer{forbidden("Only an administrator takes in term dates.")};
    auto take = [imports = &call.context().imports, file = call.request().body,
                 whose = calendar::WhoseDays{*of, *code}, actor = call.actor()](bool dry_run) {
        return imports->run_terms(file, whose, actor, dry_run);
    };
    co_return co_await answer_import(std::move(call), std::move(take),
                                     {"/problems/not-term-dates", "This file holds no term dates"});
}

constexpr std::array table{
    Route{"GET", "/api/v1/schools/{urn}/term-dates", show, Who::signed_in, "at",
          "On which days a school is open, as far as is known."},
    Route{"POST", "/api/v1/schools/{urn}/set-term-dates", on_school<calendar::SetTermDates>,
          Who::signed_in, "",
          "Says when there is school in a year: of the school, its trust or its authority."},
    Route{"POST", "/api/v1/schools/{urn}/carry-term-dates", on_school<calendar::CarryTermDates>,
          Who::signed_in, "", "Begins the next year with the same weeks, provisionally."},
    Route{"POST", "/api/v1/term-dates", take_in, Who::signed_in, "of code dry_run",
          "Takes in the term dates of an authority, a trust or a school (.ics, CSV or .xlsx)."},
};

}  // namespace

std::span<const Route> term_date_routes() {
    return table;
}

}  // namespace commonweal::api
