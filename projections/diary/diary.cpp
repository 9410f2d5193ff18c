#include "projections/diary/diary.hpp"

#include <algorithm>
#include <ranges>

namespace commonweal::view {

VisitSummary visit_summary(const EngagementId& id, const Engagement& e, std::string_view theme) {
    return {.id = VisitId{id.bytes},
            .guest = e.receiver,
            .host = e.giver,
            .network = e.network,
            .theme = std::string(theme),
            .stage = e.visit_stage,
            .day = e.days.first(),
            .return_stage = e.return_stage,
            .practices = e.practices,
            .attested = e.attested,
            .version = e.version,
            .position = e.changed_at,
            .changed = e.changed};
}

ReviewSummary review_summary(const EngagementId& id, const Engagement& e,
                             std::string_view /*theme*/) {
    return {.id = ReviewId{id.bytes},
            .host = e.receiver,
            .reviewing_school = e.giver,
            .network = e.network,
            .stage = e.review_stage,
            .days = e.days.list(),
            .attested = e.attested,
            .version = e.version,
            .position = e.changed_at,
            .changed = e.changed};
}

PartnershipSummary partnership_summary(const EngagementId& id, const Engagement& e,
                                       std::string_view purpose) {
    return {.id = PartnershipId{id.bytes},
            .school = e.giver,
            .partner = e.receiver,
            .network = e.network,
            .purpose = std::string(purpose),
            .stage = e.partnership_stage,
            .activities = e.activities,
            .last_activity = e.days.first(),
            .proposed_on = e.attested ? std::nullopt : std::optional<Day>{e.asked_on},
            .began_on = e.began_on,
            .ended_on = e.ended_on,
            .attested = e.attested,
            .version = e.version,
            .position = e.changed_at,
            .changed = e.changed};
}

Entered Diary::apply(const Recorded& event, Instant recorded) {
    const auto step = engagements_.apply(event, recorded);
    const Day on = engagements_.day_of(event, recorded);
    if (!step) {
        Entered entered{{}, meetings_.apply(event, recorded, on), on, {}, {}};
        entered.days_moved = calendars_.apply(event.fact);
        const auto* handed_on = std::get_if<school::HandedOn>(&event.fact);
        if (handed_on != nullptr && handed_on->history)
            entered.inherited = inherit(handed_on->school, handed_on->to);
        return entered;
    }
    if (!step->before)
        for (const auto school : {step->now->giver, step->now->receiver})
            of_school_[school].push_back(step->number);
    if (step->carried) carry_over(step->number, *step->carried);
    return {step, nullptr, on, {}, {}};
}

/// From the list of one school to its place in that of the other: it was asked for earlier.
void Diary::carry_over(Number number, const school::CarryOver& carried) {
    std::erase(of_school_[carried.from], number);
    auto& order = of_school_[carried.to];
    order.insert(std::ranges::lower_bound(order, number), number);
    const auto& now = engagements_.at(number).engagement;
    const auto heir = heirs_.find(carried.from);
    if (now.took_place() && heir != heirs_.end() && heir->second == carried.to)
        inherited_[carried.to].count(now.kind, now.giver == carried.to, -1);  // it is its own now
}

/// What counts for a school: by itself, and from those that it follows.
Balance Diary::inherit(SchoolId from, SchoolId to) {
    auto inherited = inherited_[from];
    for (const auto number : of_school_[from]) {
        const auto& e = engagements_.at(number).engagement;
        if (e.took_place()) inherited.count(e.kind, e.giver == from, 1);
    }
    inherited_[to].add(inherited);
    heirs_[from] = to;
    counted_for_[to].push_back(from);
    return inherited;
}

std::optional<SchoolId> Diary::heir_of(SchoolId school) const {
    const auto found = heirs_.find(school);
    return found == heirs_.end() ? std::nullopt : std::optional{found->second};
}

std::vector<SchoolId> Diary::counted_for(SchoolId school) const {
    std::vector<SchoolId> all{school};
    for (std::size_t i = 0; i < all.size(); ++i)
        if (const auto from = counted_for_.find(all[i]); from != counted_for_.end())
            for (const auto earlier : from->second)
                if (std::ranges::find(all, earlier) == all.end()) all.push_back(earlier);
    return all;
}

std::vector<Day> Diary::days_taken(SchoolId school) const {
    std::vector<Day> days;
    const auto found = of_school_.find(school);
    if (found == of_school_.end()) return days;
    for (const auto number : found->second) {
        const auto& about = engagements_.at(number).engagement;
        if (about.kind != Kind::partnership && about.open())
            std::ranges::copy(about.days.list(), std::back_inserter(days));
    }
    return days;
}

Diary::Page Diary::list(Kind kind, const DiaryFilter& filter, Position before,
                        std::size_t limit) const {
    if (!filter.school)
        return walk(std::views::iota(Number{0}, engagements_.size()), kind, filter, before, limit);
    const auto found = of_school_.find(*filter.school);
    if (found == of_school_.end()) return {};
    return walk(found->second, kind, filter, before, limit);
}

template <class Numbers>
Diary::Page Diary::walk(const Numbers& order, Kind kind, const DiaryFilter& filter, Position before,
                        std::size_t limit) const {
    Page page;
    const auto position = [this](Number number) { return requested_at(number); };
    auto at = before == 0 ? order.end() : std::ranges::lower_bound(order, before, {}, position);
    while (at != order.begin()) {
        const auto& [id, engagement] = engagements_.at(*--at);
        if (engagement.kind != kind) continue;
        if (filter.network && engagement.network != *filter.network) continue;
        if (filter.open && engagement.open() != *filter.open) continue;
        if (page.ids.size() == limit) {
            page.next = engagement.requested_at + 1;
            return page;
        }
        page.ids.push_back(id);
    }
    return page;
}

}  // namespace commonweal::view
