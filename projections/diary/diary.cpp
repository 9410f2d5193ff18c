#include "projections/diary/diary.hpp"

#include <algorithm>

namespace commonweal::view {

VisitSummary visit_summary(const EngagementId& id, const Engagement& e) {
    return {.id = VisitId{id.bytes},
            .guest = e.receiver,
            .host = e.giver,
            .network = e.network,
            .theme = e.theme,
            .stage = e.visit_stage,
            .day = e.days.first(),
            .return_stage = e.return_stage,
            .practices = e.practices,
            .attested = e.attested,
            .version = e.version,
            .position = e.changed_at,
            .changed = e.changed};
}

ReviewSummary review_summary(const EngagementId& id, const Engagement& e) {
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

PartnershipSummary partnership_summary(const EngagementId& id, const Engagement& e) {
    return {.id = PartnershipId{id.bytes},
            .school = e.giver,
            .partner = e.receiver,
            .network = e.network,
            .purpose = e.theme,
            .stage = e.partnership_stage,
            .activities = e.activities,
            .last_activity = e.days.first(),
            .proposed_on = e.attested ? std::nullopt : std::optional{e.asked_on},
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
    const Request request{step->now->requested_at, step->id};
    if (!step->before) {
        for (auto* order :
             {&in_order_, &of_school_[step->now->giver], &of_school_[step->now->receiver]})
            order->push_back(request);
    }
    if (step->carried) carry_over(request, *step->carried);
    return {step, nullptr, on, {}, {}};
}

/// From the list of one school to its place in that of the other: it was asked for earlier.
void Diary::carry_over(const Request& request, const school::CarryOver& carried) {
    std::erase_if(of_school_[carried.from],
                  [&](const Request& r) { return r.position == request.position; });
    auto& order = of_school_[carried.to];
    order.insert(std::ranges::lower_bound(order, request.position, {}, &Request::position),
                 request);
    const auto& now = *engagements_.find(request.id);
    const auto heir = heirs_.find(carried.from);
    if (now.took_place() && heir != heirs_.end() && heir->second == carried.to)
        inherited_[carried.to].count(now.kind, now.giver == carried.to, -1);  // it is its own now
}

/// What counts for a school: by itself, and from those that it follows.
Balance Diary::inherit(SchoolId from, SchoolId to) {
    auto inherited = inherited_[from];
    for (const auto& request : of_school_[from]) {
        const auto& e = *engagements_.find(request.id);
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
    for (const auto& request : found->second) {
        const auto& about = *engagements_.find(request.id);
        if (about.kind != Kind::partnership && about.open())
            std::ranges::copy(about.days.list(), std::back_inserter(days));
    }
    return days;
}

Diary::Page Diary::list(Kind kind, const DiaryFilter& filter, Position before,
                        std::size_t limit) const {
    if (!filter.school) return walk(in_order_, kind, filter, before, limit);
    const auto found = of_school_.find(*filter.school);
    if (found == of_school_.end()) return {};
    return walk(found->second, kind, filter, before, limit);
}

Diary::Page Diary::walk(const Order& order, Kind kind, const DiaryFilter& filter, Position before,
                        std::size_t limit) const {
    Page page;
    auto at =
        before == 0 ? order.end() : std::ranges::lower_bound(order, before, {}, &Request::position);
    while (at != order.begin()) {
        --at;
        const auto& engagement = *engagements_.find(at->id);
        if (engagement.kind != kind) continue;
        if (filter.network && engagement.network != *filter.network) continue;
        if (filter.open && engagement.open() != *filter.open) continue;
        if (page.ids.size() == limit) {
            page.next = at->position + 1;
            return page;
        }
        page.ids.push_back(at->id);
    }
    return page;
}

}  // namespace commonweal::view
