#include "projections/ledger/ledger.hpp"

#include <cmath>

#include "domain/core/among.hpp"
#include "domain/core/overloaded.hpp"

namespace commonweal::view {
namespace {

/// Of a review of earlier times nobody wrote down how many came: one did, at least.
std::int32_t reviewer_days(const Engagement& e) {
    return static_cast<std::int32_t>(std::max<std::size_t>(e.team, 1) * e.days.size());
}

std::optional<std::uint32_t> distance(SchoolId one, SchoolId other, const Directory& directory) {
    const auto from = directory.school(one);
    const auto to = directory.school(other);
    return from && to ? there_and_back(*from, *to) : std::nullopt;
}

/// The school's own staff travels to review, and to visit.
bool travels(const Engagement& e, bool gave) {
    return e.kind == Kind::review ? gave : !gave;
}

LedgerLine line_of(const EngagementId& id, const Engagement& e, bool gave,
                   const Directory& directory) {
    LedgerLine line;
    line.day = *e.days.first();
    line.school = gave ? e.giver : e.receiver;
    line.network = e.network;
    line.gave = gave;
    line.other = gave ? e.receiver : e.giver;
    if (e.kind == Kind::review) {
        line.review = ReviewId{id.bytes};
        line.reviews = 1;
        line.days = reviewer_days(e);
    } else {
        line.visit = VisitId{id.bytes};
    }
    if (!travels(e, gave)) return line;
    const auto each_day = distance(e.giver, e.receiver, directory);
    line.journey_unknown = !each_day;
    if (each_day) line.km = *each_day * static_cast<std::uint32_t>(e.days.size());
    return line;
}

LedgerLine line_of(const ledger::EntryMade& entry) {
    LedgerLine line;
    line.day = entry.day;
    line.school = entry.school;
    line.network = entry.network;
    line.entry = entry.number;
    line.gave = true;
    line.reviews = entry.reviews;
    line.days = entry.days;
    line.kind = entry.entry;
    line.reason = entry.reason;
    return line;
}

void add(LedgerRow& row, const LedgerLine& line) {
    row.travel_km += line.km.value_or(0);
    row.journeys_unknown += line.journey_unknown ? 1 : 0;
    if (line.cost) row.cover_cost = row.cover_cost.value_or(0) + *line.cost;
    if (line.entry) {
        row.adjusted_reviews += line.reviews;
        row.adjusted_days += line.days;
    } else if (line.visit) {
        ++(line.gave ? row.visits_hosted : row.visits_made);
    } else {
        (line.gave ? row.reviews_given : row.reviews_received) += 1;
        (line.gave ? row.days_given : row.days_received) += static_cast<std::uint32_t>(line.days);
    }
}

std::int32_t balance(std::uint32_t given, std::uint32_t received, std::int32_t adjusted) {
    return static_cast<std::int32_t>(given) - static_cast<std::int32_t>(received) + adjusted;
}

}  // namespace

std::optional<std::uint32_t> there_and_back(const SchoolSummary& one, const SchoolSummary& other) {
    constexpr double metres_in_km = 1000;
    if (!one.easting || !one.northing || !other.easting || !other.northing) return std::nullopt;
    const double metres =
        std::hypot(*one.easting - *other.easting, *one.northing - *other.northing);
    if (metres == 0) return std::nullopt;
    return static_cast<std::uint32_t>(std::lround(2 * metres / metres_in_km));
}

void Ledger::apply(const AnyFact& fact) {
    std::visit(
        Overloaded{
            [&](const ledger::CoverRateSet& f) { evolve(accounts_[f.school], ledger::Fact{f}); },
            [&](const ledger::EntryMade& f) { evolve(accounts_[f.school], ledger::Fact{f}); },
            [](const auto&) {},
        },
        fact);
}

std::vector<LedgerLine> Ledger::lines(SchoolId school, const Window& window,
                                      std::optional<NetworkId> network, const Diary& diary,
                                      const Directory& directory) const {
    std::vector<LedgerLine> lines;
    const auto wanted = [&](NetworkId of) { return !network || *network == of; };
    const auto own = diary.counted_for(school);
    for (const auto counted : own) {
        diary.each_of(counted, [&](const EngagementId& id, const Engagement& e) {
            if (!e.took_place() || !window.holds(*e.days.first()) || !wanted(e.network)) return;
            const bool gave = e.giver == counted;
            // Between a school and the one that followed it: of nobody's but its own.
            if (among(own, gave ? e.receiver : e.giver, std::identity{})) return;
            auto& line = lines.emplace_back(line_of(id, e, gave, directory));
            const auto account = accounts_.find(counted);
            if (!line.review || !gave || account == accounts_.end()) return;
            if (const auto rate = account->second.rate_on(line.day))
                line.cost = *rate * static_cast<std::uint32_t>(line.days);
        });
        const auto account = accounts_.find(counted);
        if (account == accounts_.end()) continue;
        for (const auto& entry : account->second.entries)
            if (window.holds(entry.day) && wanted(entry.network)) lines.push_back(line_of(entry));
    }
    std::ranges::sort(lines, std::ranges::greater{}, [](const LedgerLine& line) {
        return std::tuple(line.day, line.entry, line.review, line.visit);
    });
    return lines;
}

LedgerRow Ledger::row(SchoolId school, const Window& window,
                      const std::vector<LedgerLine>& lines) const {
    LedgerRow row;
    row.school = school;
    for (const auto& line : lines) add(row, line);
    row.balance_reviews = balance(row.reviews_given, row.reviews_received, row.adjusted_reviews);
    row.balance_days = balance(row.days_given, row.days_received, row.adjusted_days);
    if (const auto account = accounts_.find(school); account != accounts_.end())
        row.cover_rate = account->second.rate_on(window.to);
    return row;
}

}  // namespace commonweal::view
