#include "projections/school_page/school_page.hpp"

#include "domain/core/overloaded.hpp"
#include "projections/dashboard/merge.hpp"

namespace commonweal::view {
namespace {

template <class T>
void replace(std::optional<T>& value, std::optional<T> later) {
    if (later) value = std::move(later);
}

}  // namespace

bool SchoolPageChange::empty() const {
    return !details && !open && !networks && !clusters && !balance && visits.empty() &&
           reviews.empty() && partnerships.empty() && activity.empty();
}

void SchoolPageChange::merge(SchoolPageChange later) {
    replace(details, std::move(later.details));
    replace(open, later.open);
    replace(networks, std::move(later.networks));
    replace(clusters, std::move(later.clusters));
    replace(balance, later.balance);
    merge_rows(visits, std::move(later.visits), &VisitSummary::id);
    merge_rows(reviews, std::move(later.reviews), &ReviewSummary::id);
    merge_rows(partnerships, std::move(later.partnerships), &PartnershipSummary::id);
    append_newest(activity, std::move(later.activity), activity_max);
}

void SchoolPage::apply(const News& news, Change* change) {
    position_ = news.event.position;
    if (news.entered.step)
        fold_step(*news.entered.step, change);
    else
        fold_school(news.event.fact, change);
    if (!news.line) return;
    if (change != nullptr)
        append_newest(change->activity, {activity_entry(*news.line, news.engagement())},
                      activity_max);
    activity_.add(*news.line);
}

void SchoolPage::fold_school(const AnyFact& fact, Change* change) {
    const auto before = school_;
    std::visit(
        [&](const auto& f) {
            if constexpr (std::is_constructible_v<school::Fact, decltype(f)>)
                school::evolve(school_, f);
        },
        fact);
    if (change == nullptr) return;
    if (school_.details != before.details) change->details = school_.details;
    if (school_.open != before.open) change->open = school_.open;
    if (school_.networks != before.networks) change->networks = school_.networks;
    if (school_.clusters != before.clusters) change->clusters = school_.clusters;
}

void SchoolPage::fold_step(const Engagements::Step& step, Change* change) {
    const auto& now = *step.now;
    const bool held_now = now.took_place() && (!step.before || !step.before->took_place());
    if (held_now) give_or_receive(now);
    if (change == nullptr) return;
    if (held_now) change->balance = balance();
    switch (now.kind) {
        case Kind::visit:
            return upsert(change->visits, visit_summary(step.id, now), &VisitSummary::id);
        case Kind::review:
            return upsert(change->reviews, review_summary(step.id, now), &ReviewSummary::id);
        case Kind::partnership:
            return upsert(change->partnerships, partnership_summary(step.id, now),
                          &PartnershipSummary::id);
    }
}

void SchoolPage::give_or_receive(const Engagement& engagement) {
    const bool gives = engagement.giver == school_.id;
    if (engagement.kind == Kind::review)
        ++(gives ? balance_.reviews_given : balance_.reviews_received);
    else
        ++(gives ? balance_.visits_hosted : balance_.visits_made);
}

Balance SchoolPage::balance() const {
    auto row = balance_;
    row.school = school_.id;
    return row;
}

SchoolPageView SchoolPage::view(const Diary& diary) const {
    View shown{school_.id,
               school_.details,
               school_.open,
               school_.networks,
               school_.clusters,
               position_,
               balance(),
               {},
               {},
               {},
               activity_.newest_first(diary.engagements())};
    const auto newest = [&](Kind kind) {
        return diary.list(kind, {.school = school_.id, .network = {}, .open = {}}, 0, listed_max)
            .ids;
    };
    for (const auto& id : newest(Kind::visit))
        shown.visits.push_back(visit_summary(id, *diary.find(id)));
    for (const auto& id : newest(Kind::review))
        shown.reviews.push_back(review_summary(id, *diary.find(id)));
    for (const auto& id : newest(Kind::partnership))
        shown.partnerships.push_back(partnership_summary(id, *diary.find(id)));
    return shown;
}

}  // namespace commonweal::view
