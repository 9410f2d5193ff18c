#include "projections/diary/diary.hpp"

#include <algorithm>

namespace commonweal::view {

VisitSummary visit_summary(const EngagementId& id, const Engagement& e) {
    return {VisitId{id.bytes}, e.receiver,     e.giver,     e.network, e.theme,      e.visit_stage,
            e.days.first(),    e.return_stage, e.practices, e.version, e.changed_at, e.changed};
}

ReviewSummary review_summary(const EngagementId& id, const Engagement& e) {
    return {ReviewId{id.bytes}, e.receiver, e.giver,      e.network, e.review_stage,
            e.days.list(),      e.version,  e.changed_at, e.changed};
}

PartnershipSummary partnership_summary(const EngagementId& id, const Engagement& e) {
    return {PartnershipId{id.bytes},
            e.giver,
            e.receiver,
            e.network,
            e.theme,
            e.partnership_stage,
            e.activities,
            e.days.first(),
            e.version,
            e.changed_at,
            e.changed};
}

Entered Diary::apply(const Recorded& event, Instant recorded) {
    auto step = engagements_.apply(event, recorded);
    const Day on = engagements_.day_of(event, recorded);
    if (!step) return {{}, meetings_.apply(event, recorded, on), on};
    if (step->before) return {step, nullptr, on};
    for (auto* order :
         {&in_order_, &of_school_[step->now->giver], &of_school_[step->now->receiver]})
        order->push_back({event.position, step->id});
    return {step, nullptr, on};
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
