#include "domain/calendar/days.hpp"

namespace commonweal {
namespace {

using calendar::Closed;

std::optional<SchoolDays::Shut> shut_on(Day day, SchoolId school, const Asked& asked) {
    const auto* known = asked.known_days ? asked.known_days->find(school) : nullptr;
    return known == nullptr ? std::nullopt : asked.known_days->days_of(*known).shut_on(day);
}

std::unexpected<Refusal> refuse_shut(Day day, SchoolId school, const Asked& asked,
                                     const SchoolDays::Shut& shut) {
    const auto why = shut.name.empty() ? "school holidays" : shut.name;
    return refuse(Rule::not_a_school_day,
                  asked.known_days->find(school)->name + " on " + to_text(day) + " (" + why + ")");
}

}  // namespace

Decision<std::monostate> check_planned(Day day, const Asked& asked) {
    static const BankHolidays none;
    const auto& holidays = asked.known_days ? *asked.known_days->holidays : none;
    if (const auto* holiday = holidays.on(day))
        return refuse(Rule::not_a_working_day, to_text(day) + " (" + holiday->name + ")");
    if (!holidays.is_working_day(day)) return refuse(Rule::not_a_working_day, to_text(day));
    if (day < asked.day()) return refuse(Rule::day_in_the_past, to_text(day));
    return std::monostate{};
}

Decision<std::monostate> check_open(Day day, SchoolId school, const Asked& asked) {
    if (const auto shut = shut_on(day, school, asked))
        return refuse_shut(day, school, asked, *shut);
    return std::monostate{};
}

Decision<std::monostate> check_staffed(Day day, SchoolId school, const Asked& asked) {
    const auto shut = shut_on(day, school, asked);
    if (shut && shut->closed == Closed::holiday) return refuse_shut(day, school, asked, *shut);
    return std::monostate{};
}

}  // namespace commonweal
