#include "server/app/school_days.hpp"

#include "server/app/on_thing.hpp"

namespace commonweal::app {
namespace {

using access::Action;

/// An authority's or trust's confirmed year holds for schools of other networks, too: a coordinator
/// of one of them does not change it.
bool binds_others(const TermDates& known, const calendar::SetTermDates& command) {
    const auto* year = known.of_year(command.year);
    return command.of != calendar::Whose::school && year != nullptr && !year->provisional;
}
/// Makes a year of which nothing is known.
bool binds_others(const TermDates&, const calendar::CarryTermDates&) {
    return false;
}

bool is_administrator(const Transaction& t) {
    return t.actor().has(person::RoleKind::administrator);
}

/// As a repeated command answers.
Subject subject_of(const calendar::WhoseDays& whose) {
    const auto stream = stream_of(whose);
    return {id_in_stream(stream), stream};
}

template <class Command>
Decide on_terms(SchoolId id, Command command) {
    return [id, command = std::move(command)](Transaction& t) -> Decision<Subject> {
        const auto school = t.load<School>(id);
        if (!school->known()) return refuse(Rule::not_found, to_text(id));
        const auto action = command.of == calendar::Whose::school ? Action::set_school_days
                                                                  : Action::set_term_dates;
        if (!t.may(access::relations(t.actor(), *school), action)) return refuse(Rule::not_allowed);
        const auto whose = calendars_of(*school).of(command.of);
        const auto known = t.load<TermDates>(whose);
        if (binds_others(*known, command) && !is_administrator(t))
            return refuse(Rule::days_confirmed, std::to_string(command.year));
        const auto fact = calendar::decide(*known, whose, command);
        if (!fact) return std::unexpected(fact.error());
        std::set<std::string> tags;
        if (command.of == calendar::Whose::school) tags.insert(tag::school(id));
        t.put(stream_of(whose), *fact, std::move(tags));
        return subject_of(whose);
    };
}

}  // namespace

CalendarsOf calendars_of(const School& school) {
    using calendar::Whose;
    return {{Whose::school, to_text(school.id)},
            {Whose::trust, school.details.trust_code},
            {Whose::authority, school.details.authority_code}};
}

std::shared_ptr<const KnownDays> known_days(Transaction& t,
                                            std::initializer_list<SchoolId> schools) {
    KnownDays known{t.load<BankHolidays>(TheBankHolidays{}).state, {}};
    const auto load = [&](const calendar::WhoseDays& whose) {
        return t.load<TermDates>(whose).state;
    };
    for (const auto id : schools) known.schools.push_back(days_of(*t.load<School>(id), load));
    return std::make_shared<const KnownDays>(std::move(known));
}

Decide school_command(SchoolId id, calendar::SetTermDates command) {
    return on_terms(id, std::move(command));
}
Decide school_command(SchoolId id, calendar::CarryTermDates command) {
    return on_terms(id, command);
}

Decide set_term_dates(calendar::WhoseDays whose, calendar::SetTermDates command) {
    return [whose = std::move(whose),
            command = std::move(command)](Transaction& t) -> Decision<Subject> {
        if (!t.may(access::relations(t.actor()), Action::set_term_dates))
            return refuse(Rule::not_allowed);
        const auto known = t.load<TermDates>(whose);
        const auto fact = calendar::decide(*known, whose, command);
        if (!fact) return std::unexpected(fact.error());
        t.put(stream_of(whose), *fact, {});
        return subject_of(whose);
    };
}

}  // namespace commonweal::app
