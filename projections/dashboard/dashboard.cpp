#include "projections/dashboard/dashboard.hpp"

#include <algorithm>

#include "domain/core/overloaded.hpp"
#include "projections/dashboard/counters.hpp"
#include "projections/dashboard/merge.hpp"

namespace commonweal::view {
namespace {

Member member_of(SchoolId school, const school::Details& details) {
    return {school,          details.name,     details.phase, details.local_authority,
            details.easting, details.northing, true};
}

constexpr std::uint32_t one_less = static_cast<std::uint32_t>(-1);

/// Where a school followed its own partner, what they did together is nobody's link.
bool between_two(const Link& link) {
    return link.giver != link.receiver;
}

void tell(DashboardChange* change, const Link& link) {
    if (change != nullptr && between_two(link)) upsert(change->links, link, key_of_link);
}

}  // namespace

bool DashboardChange::empty() const {
    return !name && members.empty() && members_left.empty() && !counts && links.empty() &&
           balance.empty() && !overdue && meetings.empty() && activity.empty();
}

void DashboardChange::merge(DashboardChange later) {
    if (later.name) name = std::move(later.name);
    if (later.counts) counts = later.counts;
    if (later.overdue) overdue = later.overdue;
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
        append_newest(change->activity,
                      {activity_entry(*news.line, news.engagement(), news.theme())}, activity_max);
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
            [&](const school::HandedOn& f) { inherit(f, change); },
            [](const auto&) {},
        },
        fact);
}

void Dashboard::apply(const OverdueCounts& overdue, Position position, Change* change) {
    if (overdue_ == overdue) return;
    position_ = position;
    overdue_ = overdue;
    if (change != nullptr) change->overdue = overdue;
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
                   .overdue = {},
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
    const auto counts_before = counts_;
    if (step.before) count(*step.before, one_less);
    count(now, 1);
    fold_link(step, change);
    if (step.held() != 0) give_and_receive(now, step.held(), change);
    if (step.carried && now.took_place()) carry_over(now, *step.carried, change);
    if (change != nullptr && counts_ != counts_before) change->counts = counts_;
}

void Dashboard::fold_meeting(const MeetingEntry& meeting, Change* change) {
    if (change != nullptr) upsert(change->meetings, meeting.summary, &MeetingSummary::id);
}

void Dashboard::count(const Progress& progress, std::uint32_t by) {
    if (auto* at = counter(counts_, progress)) *at += by;
}

Link& Dashboard::link(SchoolId giver, SchoolId receiver, Kind kind) {
    const LinkKey key{giver, receiver, kind};
    return links_.try_emplace(key, Link{giver, receiver, kind, 0, 0, {}}).first->second;
}

/// Takes what it was from the link of the schools that it was of, and adds what it is.
void Dashboard::fold_link(const Engagements::Step& step, Change* change) {
    const auto& now = *step.now;
    const auto before = [&](SchoolId school) {
        return heirs_.of(step.carried && school == step.carried->to ? step.carried->from : school);
    };
    if (step.before) {
        auto& was = link(before(now.giver), before(now.receiver), now.kind);
        if (step.before->open()) --was.open;
        if (step.before->took_place()) --was.held;
        if (was.held == 0) was.last_day.reset();
        if (step.carried) tell(change, was);
    }
    auto& is = link(heirs_.of(now.giver), heirs_.of(now.receiver), now.kind);
    if (now.open()) ++is.open;
    if (now.took_place()) {
        ++is.held;
        if (!is.last_day || now.days.first() > is.last_day) is.last_day = now.days.first();
    }
    tell(change, is);
}

void Dashboard::give_and_receive(const Engagement& engagement, int by, Change* change) {
    count_for(engagement.giver, engagement.kind, true, by, change);
    count_for(engagement.receiver, engagement.kind, false, by, change);
}

/// What took place already, and has something left to do, counts for the school to which it goes.
void Dashboard::carry_over(const Engagement& now, const school::CarryOver& carried,
                           Change* change) {
    const bool gave = now.giver == carried.to;
    count_for(carried.from, now.kind, gave, -1, change);
    count_for(carried.to, now.kind, gave, 1, change);
}

void Dashboard::count_for(SchoolId school, Kind kind, bool gave, int by, Change* change) {
    const auto found = balance_.find(heirs_.of(school));
    if (found == balance_.end()) return;  // only members have a row
    found->second.count(kind, gave, by);
    if (change != nullptr) upsert(change->balance, found->second, key_of_balance);
}

/// What a school gave and received counts for the one that followed it from now on.
void Dashboard::inherit(const school::HandedOn& fact, Change* change) {
    if (!fact.history || heirs_.of(fact.to) == fact.school) return;
    const auto from = balance_.find(fact.school);
    const auto to = balance_.find(fact.to);
    if (to == balance_.end()) return;  // it counts where the other one is a member
    if (from != balance_.end()) {
        to->second.add(from->second);
        from->second = {fact.school};
        if (change != nullptr)
            for (const auto& row : {from->second, to->second})
                upsert(change->balance, row, key_of_balance);
    }
    inherit_links(fact, change);
    heirs_.inherit(fact.school, fact.to);
}

void Dashboard::inherit_links(const school::HandedOn& fact, Change* change) {
    std::vector<Link> theirs;
    for (const auto& [key, link] : links_)
        if (key.giver == fact.school || key.receiver == fact.school) theirs.push_back(link);
    const auto heir = [&](SchoolId school) { return school == fact.school ? fact.to : school; };
    for (const auto& old : theirs) {
        auto& was = link(old.giver, old.receiver, old.kind);
        was = {old.giver, old.receiver, old.kind, 0, 0, {}};
        auto& is = link(heir(old.giver), heir(old.receiver), old.kind);
        is.open += old.open;
        is.held += old.held;
        is.last_day = std::max(is.last_day, old.last_day);
        tell(change, is);
        tell(change, was);
    }
}

DashboardView Dashboard::view(const Diary& diary) const {
    View shown{cluster_,
               network_,
               name_,
               position_,
               {},
               counts_,
               {},
               {},
               overdue_,
               {},
               activity_.newest_first(diary.engagements())};
    for (const auto& [school, member] : members_) shown.members.push_back(member);
    for (const auto& [key, link] : links_)
        if (link.open + link.held > 0 && between_two(link)) shown.links.push_back(link);
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
