#include "domain/ledger/account.hpp"

#include <algorithm>
#include <cstdlib>

#include "domain/calendar/days.hpp"
#include "domain/core/among.hpp"
#include "domain/core/overloaded.hpp"

namespace commonweal {

std::optional<std::uint32_t> LedgerAccount::rate_on(Day day) const {
    const auto after = std::ranges::upper_bound(rates, day, {}, &ledger::CoverRateSet::from);
    return after == rates.begin() ? std::nullopt : std::optional{std::prev(after)->pence_per_day};
}

namespace ledger {
namespace {

Decision<std::monostate> check_amounts(const EnterInLedger& command) {
    if (command.reviews == 0 && command.days == 0) return refuse(Rule::amount_malformed, "0");
    for (const auto amount : {command.reviews, command.days})
        if (amount > amount_max || amount < -amount_max)
            return refuse(Rule::amount_malformed, std::to_string(amount));
    return std::monostate{};
}

}  // namespace

Decision<Fact> decide(const LedgerAccount& account, const School& school,
                      const SetCoverRate& command, const Asked&) {
    if (!school.known()) return refuse(Rule::not_found, "school");
    if (command.pence_per_day > pence_per_day_max)
        return refuse(Rule::amount_malformed, std::to_string(command.pence_per_day) + " pence");
    if (account.rate_on(command.from) == command.pence_per_day)
        return refuse(Rule::same_again, std::to_string(command.pence_per_day) + " pence");
    const bool said_before = among(account.rates, command.from, &CoverRateSet::from);
    if (account.rates.size() == rates_max && !said_before)
        return refuse(Rule::too_many_rows, std::to_string(rates_max) + " rates");
    return CoverRateSet{school.id, command.pence_per_day, command.from};
}

Decision<Fact> decide(const LedgerAccount& account, const School& school,
                      const EnterInLedger& command, const Asked& asked) {
    if (!school.known()) return refuse(Rule::not_found, "school");
    if (!school.in(command.network)) return refuse(Rule::not_a_member, to_text(command.network));
    if (auto ok = check_held(command.day, asked); !ok) return std::unexpected(ok.error());
    if (auto ok = check_amounts(command); !ok) return std::unexpected(ok.error());
    if (command.reason.empty()) return refuse(Rule::text_missing, "reason");
    if (command.reason.too_long()) return refuse(Rule::text_too_long, "reason");
    if (account.entries.size() == entries_max)
        return refuse(Rule::too_many_rows, std::to_string(entries_max) + " entries");
    const auto number = static_cast<std::uint32_t>(account.entries.size() + 1);
    return EntryMade{school.id,   number,          command.network, command.kind,
                     command.day, command.reviews, command.days,    command.reason};
}

void evolve(LedgerAccount& account, const Fact& fact) {
    std::visit(Overloaded{
                   [&](const CoverRateSet& f) {
                       // Said again of the same day, it takes the place of what was said.
                       std::erase_if(account.rates,
                                     [&](const auto& rate) { return rate.from == f.from; });
                       const auto at =
                           std::ranges::upper_bound(account.rates, f.from, {}, &CoverRateSet::from);
                       account.rates.insert(at, f);
                   },
                   [&](const EntryMade& f) { account.entries.push_back(f); },
               },
               fact);
}

}  // namespace ledger
}  // namespace commonweal
