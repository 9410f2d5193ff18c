#include "projections/dashboard/dashboard.hpp"

#include <algorithm>

#include "domain/core/overloaded.hpp"
#include "projections/dashboard/merge.hpp"

namespace commonweal::view {
namespace {

Member member_of(SchoolId school, const school::Details& details) {
    return {school,          details.name,     details.phase, details.local_authority,
            details.easting, details.northing, true};
}

std::uint32_t* counter(VisitCounts& counts, visit::Stage stage) {
    switch (stage) {
        case visit::Stage::none:
            return nullptr;
        case visit::Stage::requested:
            return &counts.requested;
        case visit::Stage::agreed:
            return &counts.agreed;
        case visit::Stage::dated:
            return &counts.dated;
        case visit::Stage::held:
            return &counts.held;
        case visit::Stage::declined:
            return &counts.declined;
        case visit::Stage::cancelled:
            return &counts.cancelled;
    }
    return nullptr;
}

std::uint32_t* counter(ReviewCounts& counts, review::Stage stage) {
    switch (stage) {
        case review::Stage::none:
            return nullptr;
        case review::Stage::requested:
            return &counts.requested;
        case review::Stage::team_named:
            return &counts.team_named;
        case review::Stage::days_agreed:
            return &counts.days_agreed;
        case review::Stage::held:
            return &counts.held;
        case review::Stage::drafted:
            return &counts.drafted;
        case review::Stage::answered:
            return &counts.answered;
        case review::Stage::closed:
            return &counts.closed;
        case review::Stage::declined:
            return &counts.declined;
        case review::Stage::cancelled:
            return &counts.cancelled;
    }
    return nullptr;
}

std::uint32_t* counter(PartnershipCounts& counts, partnership::Stage stage) {
    switch (stage) {
        case partnership::Stage::none:
            return nullptr;
        case partnership::Stage::proposed:
            return &counts.proposed;
        case partnership::Stage::active:
            return &counts.active;
        case partnership::Stage::paused:
            return &counts.paused;
        case partnership::Stage::declined:
            return &counts.declined;
        case partnership::Stage::withdrawn:
            return &counts.withdrawn;
        case partnership::Stage::ended:
            return &counts.ended;
    }
    return nullptr;
}

std::uint32_t* counter(Counts& counts, const Progress& progress) {
    switch (progress.kind) {
        case Kind::visit:
            return counter(counts.visits, progress.visit_stage);
        case Kind::review:
            return counter(counts.reviews, progress.review_stage);
        case Kind::partnership:
            return counter(counts.partnerships, progress.partnership_stage);
    }
    return nullptr;
}

constexpr std::uint32_t one_less = static_cast<std::uint32_t>(-1);

}  // namespace

bool DashboardChange::empty() const {
    return !name && members.empty() && members_left.empty() && !counts && links.empty() &&
           balance.empty() && meetings.empty() && activity.empty();
}

void DashboardChange::merge(DashboardChange later) {
    if (later.name) name = std::move(later.name);
    if (later.counts) counts = later.counts;
    std::erase_if(members, [&](const Member& m) {
        return std::ranges::find(later.members_left, m.school) != later.members_left.end();
    });
    std::erase_if(members_left, [&](SchoolId school) {
        return std::ranges::find(later.members, school, &Member::school) != later.members.end();
    });
    merge_rows(members, std::move(later.members), key_of_member);
    merge_rows(members_left, std::move(later.members_left), std::identity{});
    merge_rows(links, std::move(later.links), key_of_link);
    merge_rows(balance, std::move(later.balance), key_of_balance);
    merge_rows(meetings, std::move(later.meetings), &MeetingSummary::id);
    append_newest(activity, std::move(later.activity), activity_max);
}

void Dashboard::apply(const News& news, Change* change) {
    position_ = news.event.position;
    if (news.entered.step)
        fold_step(*news.entered.step, change);
    else if (const auto* met = news.entered.meeting)
        fold_meeting(*met, change);
    else
        fold_membership(news.event.fact, change);
    if (!news.line) return;
    if (change != nullptr)
        append_newest(change->activity, {activity_entry(*news.line, news.engagement())},
                      activity_max);
    activity_.add(*news.line);
}

void Dashboard::fold_membership(const AnyFact& fact, Change* change) {
    const auto rename = [&](const std::string& name) {
        name_ = name;
        if (change != nullptr) change->name = name;
    };
    const auto show = [&](SchoolId school, auto&& alter) {
        const auto found = members_.find(school);
        if (found == members_.end()) return;
        alter(found->second);
        if (change != nullptr) upsert(change->members, found->second, key_of_member);
    };
    std::visit(
        Overloaded{
            [&](const network::Founded& f) {
                if (network_ == f.network && !cluster_) rename(f.name);
            },
            [&](const network::ClusterFormed& f) {
                if (cluster_ != f.cluster) return;
                network_ = f.network;
                rename(f.name);
            },
            [&](const school::JoinedNetwork& f) {
                if (!cluster_ && network_ == f.network) join(f.school, f.details, change);
            },
            [&](const school::JoinedCluster& f) {
                if (cluster_ == f.cluster) join(f.school, f.details, change);
            },
            [&](const school::LeftNetwork& f) {
                if (!cluster_ && network_ == f.network) leave(f.school, change);
            },
            [&](const school::LeftCluster& f) {
                if (cluster_ == f.cluster) leave(f.school, change);
            },
            [&](const school::DetailsChanged& f) {
                show(f.school, [&](Member& m) {
                    const bool open = m.open;
                    m = member_of(f.school, f.details);
                    m.open = open;
                });
            },
            [&](const school::Closed& f) { show(f.school, [](Member& m) { m.open = false; }); },
            [&](const school::Reopened& f) { show(f.school, [](Member& m) { m.open = true; }); },
            [](const auto&) {},
        },
        fact);
}

void Dashboard::join(SchoolId school, const school::Details& details, Change* change) {
    members_[school] = member_of(school, details);
    auto& row = balance_.try_emplace(school, Balance{school}).first->second;
    if (change == nullptr) return;
    change->merge({.name = {},
                   .members = {members_[school]},
                   .members_left = {},
                   .counts = {},
                   .links = {},
                   .balance = {row},
                   .meetings = {},
                   .activity = {}});
}

void Dashboard::leave(SchoolId school, Change* change) {
    members_.erase(school);
    if (change == nullptr) return;
    DashboardChange left;
    left.members_left = {school};
    change->merge(std::move(left));
}

void Dashboard::fold_step(const Engagements::Step& step, Change* change) {
    const auto& now = *step.now;
    const bool held_now = now.took_place() && (!step.before || !step.before->took_place());
    const auto counts_before = counts_;
    if (step.before) count(*step.before, one_less);
    count(now, 1);
    const auto& row = link(step);
    if (held_now) give_and_receive(now, change);
    if (change == nullptr) return;
    if (counts_ != counts_before) change->counts = counts_;
    upsert(change->links, row, key_of_link);
}

void Dashboard::fold_meeting(const MeetingEntry& meeting, Change* change) {
    if (change != nullptr) upsert(change->meetings, meeting.summary, &MeetingSummary::id);
}

void Dashboard::count(const Progress& progress, std::uint32_t by) {
    if (auto* at = counter(counts_, progress)) *at += by;
}

const Link& Dashboard::link(const Engagements::Step& step) {
    const auto& now = *step.now;
    const LinkKey key{now.giver, now.receiver, now.kind};
    auto& link =
        links_.try_emplace(key, Link{key.giver, key.receiver, key.kind, 0, 0, {}}).first->second;
    if (step.before && step.before->open()) --link.open;
    if (step.before && step.before->took_place()) --link.held;
    if (now.open()) ++link.open;
    if (!now.took_place()) return link;
    ++link.held;
    if (!link.last_day || now.days.first() > link.last_day) link.last_day = now.days.first();
    return link;
}

void Dashboard::give_and_receive(const Engagement& engagement, Change* change) {
    const bool review = engagement.kind == Kind::review;
    const auto add = [&](SchoolId school, std::uint32_t Balance::* column) {
        const auto found = balance_.find(school);
        if (found == balance_.end()) return;  // only members have a row
        ++(found->second.*column);
        if (change != nullptr) upsert(change->balance, found->second, key_of_balance);
    };
    add(engagement.giver, review ? &Balance::reviews_given : &Balance::visits_hosted);
    add(engagement.receiver, review ? &Balance::reviews_received : &Balance::visits_made);
}

DashboardView Dashboard::view(const Diary& diary) const {
    View shown{cluster_, network_, name_, position_, {},
               counts_,  {},       {},    {},        activity_.newest_first(diary.engagements())};
    for (const auto& [school, member] : members_) shown.members.push_back(member);
    for (const auto& [key, link] : links_)
        if (link.open + link.held > 0) shown.links.push_back(link);
    std::ranges::sort(shown.links, {}, key_of_link);
    for (const auto& [school, row] : balance_) shown.balance.push_back(row);
    MeetingFilter here;
    if (cluster_)
        here.clusters = std::vector{*cluster_};
    else
        here.network = network_;
    for (const auto* meeting : diary.meetings().list(here, 0, meetings_max).meetings)
        shown.meetings.push_back(meeting->summary);
    return shown;
}

}  // namespace commonweal::view
