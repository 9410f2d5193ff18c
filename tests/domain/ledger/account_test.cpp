// What a day of cover costs, and what a coordinator puts into a school's account.

#include "domain/ledger/account.hpp"

#include "tests/domain/given.hpp"

using namespace commonweal;
using namespace commonweal::ledger;
using namespace commonweal::testing;

namespace {

const Day april = day("2026-04-01");

EnterInLedger entry(std::int32_t reviews, std::int32_t days) {
    return {severn, EntryKind::opening, today, reviews, days, words("Before we wrote it down")};
}
EntryMade made(std::uint32_t number, std::int32_t reviews, std::int32_t days) {
    return {ashton_park, number,  severn, EntryKind::opening,
            today,       reviews, days,   words("Before we wrote it down")};
}

}  // namespace

TEST_CASE("a rate holds from its day until the next one") {
    auto account = given<LedgerAccount>()
                       .when(SetCoverRate{21'000, april})
                       .then(CoverRateSet{ashton_park, 21'000, april})
                       .when(SetCoverRate{20'000, today})
                       .then(CoverRateSet{ashton_park, 20'000, today})
                       .state();
    CHECK_FALSE(account.rate_on(day("2026-03-01")).has_value());
    CHECK(account.rate_on(today) == 20'000U);
    CHECK(account.rate_on(day("2026-03-31")) == 20'000U);
    CHECK(account.rate_on(april) == 21'000U);
}

TEST_CASE("a rate said again of the same day takes the place of the one before") {
    const auto account = given<LedgerAccount>(Fact{CoverRateSet{ashton_park, 20'000, today}})
                             .when(SetCoverRate{20'000, april})
                             .then_refused(Rule::same_again, "20000 pence")
                             .when(SetCoverRate{19'000, today})
                             .then(CoverRateSet{ashton_park, 19'000, today})
                             .state();
    CHECK(account.rates.size() == 1);
    CHECK(account.rate_on(today) == 19'000U);
}

TEST_CASE("a day of cover costs no more than anybody pays") {
    given<LedgerAccount>()
        .when(SetCoverRate{pence_per_day_max + 1, today})
        .then_refused(Rule::amount_malformed, "200001 pence");
}

TEST_CASE("entries are numbered and never taken away: a contrary one is made") {
    given<LedgerAccount>()
        .when(entry(2, -3))
        .then(made(1, 2, -3))
        .when(entry(-2, 3))
        .then(made(2, -2, 3));
}

TEST_CASE("an entry has an amount, a reason, and a day that has come") {
    given<LedgerAccount>().when(entry(0, 0)).then_refused(Rule::amount_malformed, "0");
    given<LedgerAccount>().when(entry(1, 1'001)).then_refused(Rule::amount_malformed, "1001");
    given<LedgerAccount>().when(entry(-1'001, 0)).then_refused(Rule::amount_malformed, "-1001");
    auto later = entry(1, 0);
    later.day = april;
    given<LedgerAccount>().when(later).then_refused(Rule::day_in_the_future, "2026-04-01");
    auto silent = entry(1, 0);
    silent.reason = {};
    given<LedgerAccount>().when(silent).then_refused(Rule::text_missing, "reason");
    silent.reason = too_many_words();
    given<LedgerAccount>().when(silent).then_refused(Rule::text_too_long, "reason");
    auto elsewhere = entry(1, 0);
    elsewhere.network = numbered<NetworkId>(2);
    given<LedgerAccount>().when(elsewhere).then_refused(Rule::not_a_member);
}
