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
           reviews.empty() && activity.empty();
}

void SchoolPageChange::merge(SchoolPageChange later) {
    replace(details, std::move(later.details));
    replace(open, later.open);
    replace(networks, std::move(later.networks));
    replace(clusters, std::move(later.clusters));
    replace(balance, later.balance);
    merge_rows(visits, std::move(later.visits), &VisitSummary::id);
    merge_rows(reviews, std::move(later.reviews), &ReviewSummary::id);
    append_newest(activity, std::move(later.activity), activity_max);
}

void SchoolPage::apply(const Recorded& event, Instant recorded, Change* change) {
    position_ = event.position;
    const auto step = engagements_.apply(event, recorded);
    if (step && !step->before) in_order_.push_back(step->id);
    if (step)
        fold_step(*step, change);
    else
        fold_school(event.fact, change);
    const auto line =
        activity_line(event, recorded, step ? &step->id : nullptr, step ? step->now : nullptr);
    if (!line) return;
    if (change != nullptr)
        append_newest(change->activity, {activity_entry(*line, step ? step->now : nullptr)},
                      activity_max);
    activity_.add(*line);
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
    if (now.kind == Kind::visit)
        upsert(change->visits, visit_summary(step.id, now), &VisitSummary::id);
    else
        upsert(change->reviews, review_summary(step.id, now), &ReviewSummary::id);
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

SchoolPageView SchoolPage::view() const {
    View shown{school_.id,
               school_.details,
               school_.open,
               school_.networks,
               school_.clusters,
               position_,
               balance(),
               {},
               {},
               activity_.newest_first(engagements_)};
    for (auto id = in_order_.rbegin(); id != in_order_.rend(); ++id) {
        const auto& engagement = *engagements_.find(*id);
        if (engagement.kind == Kind::visit && shown.visits.size() < listed_max)
            shown.visits.push_back(visit_summary(*id, engagement));
        if (engagement.kind == Kind::review && shown.reviews.size() < listed_max)
            shown.reviews.push_back(review_summary(*id, engagement));
    }
    return shown;
}

}  // namespace commonweal::view
