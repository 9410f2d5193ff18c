#pragma once
// What each school gave and received over a window of days: reviews, reviewer-days, visits, travel
// and cover, from what took place and from what was put into its account.

#include "projections/diary/diary.hpp"
#include "projections/directory/directory.hpp"

namespace commonweal::view {

/// From the first to the last day.
struct Window {
    Day from{};
    Day to{};

    bool holds(Day day) const { return from <= day && day <= to; }
};

struct LedgerRow {
    SchoolId school;
    std::uint32_t reviews_given = 0, reviews_received = 0;
    std::uint32_t days_given = 0, days_received = 0;  ///< reviewers times days
    std::uint32_t visits_hosted = 0, visits_made = 0;
    std::uint32_t travel_km = 0;  ///< of its own staff, there and back each day, as the crow flies
    std::uint32_t journeys_unknown = 0;  ///< with a place that is not known: not in travel_km
    std::int32_t adjusted_reviews = 0, adjusted_days = 0;  ///< entries: above 0, more given
    std::int32_t balance_reviews = 0, balance_days = 0;    ///< given less received, adjusted
    std::optional<std::uint32_t> cover_rate;  ///< pence a day, on the window's last day
    std::optional<std::uint32_t> cover_cost;  ///< pence: days given at the rate of each
    bool operator==(const LedgerRow&) const = default;

    static constexpr std::array fields{Field{"school"},
                                       Field{"reviews_given"},
                                       Field{"reviews_received"},
                                       Field{"days_given"},
                                       Field{"days_received"},
                                       Field{"visits_hosted"},
                                       Field{"visits_made"},
                                       Field{"travel_km"},
                                       Field{"journeys_unknown"},
                                       Field{"adjusted_reviews"},
                                       Field{"adjusted_days"},
                                       Field{"balance_reviews"},
                                       Field{"balance_days"},
                                       Field{"cover_rate", Visibility::parties},
                                       Field{"cover_cost", Visibility::parties}};
};
BOOST_DESCRIBE_STRUCT(LedgerRow, (),
                      (school, reviews_given, reviews_received, days_given, days_received,
                       visits_hosted, visits_made, travel_km, journeys_unknown, adjusted_reviews,
                       adjusted_days, balance_reviews, balance_days, cover_rate, cover_cost))
static_assert(fields_are_labelled<LedgerRow>());

/// One review, visit or entry in a school's account.
struct LedgerLine {
    SchoolId school;  ///< in whose account it stands: its own, or that of one that it followed
    NetworkId network;
    Day day{};  ///< its first
    std::optional<ReviewId> review;
    std::optional<VisitId> visit;
    std::optional<std::uint32_t> entry;  ///< its number in the account
    std::optional<SchoolId> other;
    bool gave = false;
    std::int32_t reviews = 0;
    std::int32_t days = 0;            ///< reviewers times days; of an entry with its sign
    std::optional<std::uint32_t> km;  ///< of the school's own staff; none: no journey, or not known
    bool journey_unknown = false;
    std::optional<std::uint32_t> cost;  ///< pence
    std::optional<ledger::EntryKind> kind;
    Personal<FreeText> reason;

    static constexpr std::array fields{Field{"school"},
                                       Field{"network"},
                                       Field{"day"},
                                       Field{"review"},
                                       Field{"visit"},
                                       Field{"entry"},
                                       Field{"other"},
                                       Field{"gave"},
                                       Field{"reviews"},
                                       Field{"days"},
                                       Field{"km"},
                                       Field{"journey_unknown"},
                                       Field{"cost", Visibility::parties},
                                       Field{"kind"},
                                       Field{"reason", Visibility::parties}};
};
BOOST_DESCRIBE_STRUCT(LedgerLine, (),
                      (school, network, day, review, visit, entry, other, gave, reviews, days, km,
                       journey_unknown, cost, kind, reason))
static_assert(fields_are_labelled<LedgerLine>());

class Ledger {
  public:
    void apply(const AnyFact& fact);

    /// What counts for a school within the window, newest first: by itself, and from those that it
    /// follows. `network`: that alone; none: all.
    std::vector<LedgerLine> lines(SchoolId school, const Window& window,
                                  std::optional<NetworkId> network, const Diary& diary,
                                  const Directory& directory) const;
    LedgerRow row(SchoolId school, const Window& window,
                  const std::vector<LedgerLine>& lines) const;

  private:
    std::unordered_map<SchoolId, LedgerAccount> accounts_;

    BOOST_DESCRIBE_CLASS(Ledger, (), (), (), (accounts_))
};

/// Whole kilometres there and back, as the crow flies; none: one of the places is not known. Two
/// schools at one point are apart, but nobody knows how far.
std::optional<std::uint32_t> there_and_back(const SchoolSummary& one, const SchoolSummary& other);

}  // namespace commonweal::view
