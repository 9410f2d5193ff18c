#include "projections/school_page/school_page.hpp"

#include "domain/core/among.hpp"
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
    return !details && !open && !networks && !clusters && !predecessors && !successors && !groups &&
           !balance && visits.empty() && reviews.empty() && partnerships.empty() &&
           activity.empty();
}

void SchoolPageChange::merge(SchoolPageChange later) {
    replace(details, std::move(later.details));
    replace(open, later.open);
    replace(networks, std::move(later.networks));
    replace(clusters, std::move(later.clusters));
    replace(predecessors, std::move(later.predecessors));
    replace(successors, std::move(later.successors));
    replace(groups, std::move(later.groups));
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
        fold_school(news.entered, news.event.fact, change);
    if (!news.line) return;
    if (change != nullptr)
        append_newest(change->activity,
                      {activity_entry(*news.line, news.engagement(), news.theme())}, activity_max);
    activity_.add(*news.line);
}

/// What an event says of this school, or of one that it came from or that followed it.
void SchoolPage::fold_school(const Entered& entered, const AnyFact& fact, Change* change) {
    const auto before = school_;
    const auto successors_before = successors_;
    std::visit(
        [&]<class F>(const F& f) {
            if constexpr (std::is_constructible_v<school::Fact, F>)
                if (f.school == id_) school::evolve(school_, f);
            if constexpr (requires { follow(f); }) follow(f);
        },
        fact);
    const auto* handed_on = std::get_if<school::HandedOn>(&fact);
    const bool inherits = handed_on != nullptr && handed_on->to == id_ && entered.inherited;
    if (inherits) {
        balance_.add(*entered.inherited);
        inherited_from_.push_back(handed_on->school);
    }
    if (change == nullptr) return;
    if (inherits) change->balance = balance();
    if (school_.details != before.details) change->details = school_.details;
    if (school_.open != before.open) change->open = school_.open;
    if (school_.networks != before.networks) change->networks = school_.networks;
    if (school_.clusters != before.clusters) change->clusters = school_.clusters;
    if (school_.predecessors != before.predecessors) change->predecessors = school_.predecessors;
    if (school_.groups != before.groups) change->groups = school_.groups;
    if (successors_ != successors_before) change->successors = successors_;
}

/// One that is known by its successor alone has the name that stands there.
void SchoolPage::follow(const school::Linked& fact) {
    if (fact.predecessor != id_) return;
    if (!school_.known()) school_.details.name = fact.predecessor_name;
    const auto known = std::ranges::find(successors_, fact.school, &Successor::school);
    if (known == successors_.end())
        successors_.push_back({fact.school, fact.change, fact.on});
    else
        *known = {fact.school, fact.change, fact.on, known->handed_on};
}

void SchoolPage::follow(const school::HandedOn& fact) {
    for (auto& successor : successors_)
        if (fact.school == id_ && successor.school == fact.to) successor.handed_on = true;
}

void SchoolPage::fold_step(const Engagements::Step& step, Change* change) {
    const auto& now = *step.now;
    const bool moved = step.carried && now.took_place();
    if (step.held() != 0) give_or_receive(now, step.held());
    if (moved) carry_over(now, *step.carried);
    if (change == nullptr) return;
    if (step.held() != 0 || moved) change->balance = balance();
    switch (now.kind) {
        case Kind::visit:
            return upsert(change->visits, visit_summary(step.id, now, step.theme),
                          &VisitSummary::id);
        case Kind::review:
            return upsert(change->reviews, review_summary(step.id, now), &ReviewSummary::id);
        case Kind::partnership:
            return upsert(change->partnerships, partnership_summary(step.id, now, step.theme),
                          &PartnershipSummary::id);
    }
}

/// What took place already goes with its school, unless all that the school did has gone before.
void SchoolPage::carry_over(const Engagement& now, const school::CarryOver& carried) {
    const bool gave = now.giver == carried.to;
    if (carried.from == id_) balance_.count(now.kind, gave, -1);
    if (carried.to == id_ && !among(inherited_from_, carried.from))
        balance_.count(now.kind, gave, 1);
}

void SchoolPage::give_or_receive(const Engagement& engagement, int by) {
    balance_.count(engagement.kind, engagement.giver == id_, by);
}

Balance SchoolPage::balance() const {
    auto row = balance_;
    row.school = id_;
    return row;
}

SchoolPageView SchoolPage::view(const Diary& diary) const {
    View shown{.school = id_,
               .details = school_.details,
               .open = school_.open,
               .networks = school_.networks,
               .clusters = school_.clusters,
               .predecessors = school_.predecessors,
               .successors = successors_,
               .groups = school_.groups,
               .position = position_,
               .balance = balance(),
               .visits = {},
               .reviews = {},
               .partnerships = {},
               .activity = activity_.newest_first(diary.engagements())};
    const auto newest = [&](Kind kind) {
        return diary.list(kind, {.school = id_, .network = {}, .open = {}}, 0, listed_max).ids;
    };
    const auto theme_of = [&](const auto& id) {
        return diary.engagements().theme_of(*diary.find(id));
    };
    for (const auto& id : newest(Kind::visit))
        shown.visits.push_back(visit_summary(id, *diary.find(id), theme_of(id)));
    for (const auto& id : newest(Kind::review))
        shown.reviews.push_back(review_summary(id, *diary.find(id)));
    for (const auto& id : newest(Kind::partnership))
        shown.partnerships.push_back(partnership_summary(id, *diary.find(id), theme_of(id)));
    return shown;
}

}  // namespace commonweal::view
