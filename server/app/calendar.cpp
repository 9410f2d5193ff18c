#include "server/app/commands.hpp"

namespace commonweal::app {

Decide begin_day(calendar::BeginDay command) {
    return [command](Transaction& t) -> Decision<Subject> {
        const auto stream = stream_of(TheCalendar{});
        const auto calendar = t.load<Calendar>(TheCalendar{});
        const auto facts = calendar::decide(*calendar, command);
        if (!facts) return std::unexpected(facts.error());
        for (const auto& fact : *facts) t.put(stream, fact, {});
        return Subject{"days", stream};
    };
}

Decide confirm_clock(calendar::ConfirmClock command) {
    return [command](Transaction& t) -> Decision<Subject> {
        const auto stream = stream_of(TheCalendar{});
        const auto calendar = t.load<Calendar>(TheCalendar{});
        if (!t.may(access::relations(t.actor()), access::Action::confirm_clock))
            return refuse(Rule::not_allowed);
        const auto fact = calendar::decide(*calendar, command);
        if (!fact) return std::unexpected(fact.error());
        t.put(stream, *fact, {});
        return Subject{"clock", stream};
    };
}

Decide set_bank_holidays(calendar::SetBankHolidays command) {
    return [command = std::move(command)](Transaction& t) -> Decision<Subject> {
        const auto stream = stream_of(TheBankHolidays{});
        const auto known = t.load<BankHolidays>(TheBankHolidays{});
        if (!t.may(access::relations(t.actor()), access::Action::set_bank_holidays))
            return refuse(Rule::not_allowed);
        const auto fact = calendar::decide(*known, command);
        if (!fact) return std::unexpected(fact.error());
        t.put(stream, *fact, {});
        return Subject{"bank-holidays", stream};
    };
}

}  // namespace commonweal::app
