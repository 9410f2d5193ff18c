#pragma once
// A school's account of giving and receiving, as far as it does not follow from what took place.

#include <variant>
#include <vector>

#include "domain/core/asked.hpp"
#include "domain/ledger/events.hpp"
#include "domain/school/school.hpp"

namespace commonweal {

struct LedgerAccount {
    std::vector<ledger::CoverRateSet> rates;  ///< in the order of their first days
    std::vector<ledger::EntryMade> entries;   ///< in the order in which they were made

    /// Pence for a day of cover; none: it had not been said by then.
    std::optional<std::uint32_t> rate_on(Day day) const;
};
BOOST_DESCRIBE_STRUCT(LedgerAccount, (), (rates, entries))

namespace ledger {

inline constexpr std::uint32_t pence_per_day_max = 200'000;
inline constexpr std::int32_t amount_max = 1'000;
inline constexpr std::size_t rates_max = 100;
inline constexpr std::size_t entries_max = 500;

struct SetCoverRate {
    std::uint32_t pence_per_day = 0;
    Day from{};
};
BOOST_DESCRIBE_STRUCT(SetCoverRate, (), (pence_per_day, from))

/// An entry is never deleted: a contrary one is made.
struct EnterInLedger {
    NetworkId network;
    EntryKind kind = EntryKind::opening;
    Day day{};
    std::int32_t reviews = 0;
    std::int32_t days = 0;
    Personal<FreeText> reason;
};
BOOST_DESCRIBE_STRUCT(EnterInLedger, (), (network, kind, day, reviews, days, reason))

using Fact = std::variant<CoverRateSet, EntryMade>;

Decision<Fact> decide(const LedgerAccount& account, const School& school,
                      const SetCoverRate& command, const Asked& asked);
Decision<Fact> decide(const LedgerAccount& account, const School& school,
                      const EnterInLedger& command, const Asked& asked);

void evolve(LedgerAccount& account, const Fact& fact);

}  // namespace ledger
}  // namespace commonweal
