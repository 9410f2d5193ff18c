#pragma once
// What a client does with changes: rows replace those of the same key, lists keep their order, and
// activity keeps its newest lines.

#include "projections/dashboard/merge.hpp"
#include "projections/school_page/school_page.hpp"

namespace commonweal::testing {

template <class Row, class Key>
void replace_rows(std::vector<Row>& rows, const std::vector<Row>& changed, Key key) {
    for (const auto& row : changed) {
        std::erase_if(rows, [&](const Row& r) { return key(r) == key(row); });
        rows.push_back(row);
    }
    std::ranges::sort(rows, {}, key);
}

/// Ids are given in the order of the requests, so a larger id stands earlier.
template <class Row>
void replace_newest_first(std::vector<Row>& rows, const std::vector<Row>& changed,
                          std::size_t at_most = view::SchoolPage::listed_max) {
    replace_rows(rows, changed, [](const Row& row) { return row.id; });
    std::ranges::reverse(rows);
    if (rows.size() > at_most) rows.resize(at_most);
}

inline void put_activity_first(std::vector<view::ActivityEntry>& newest_first,
                               const std::vector<view::ActivityEntry>& oldest_first) {
    newest_first.insert(newest_first.begin(), oldest_first.rbegin(), oldest_first.rend());
    if (newest_first.size() > view::activity_max) newest_first.resize(view::activity_max);
}

inline void change_view(view::DashboardView& view, const view::DashboardChange& change,
                        Position position) {
    view.position = position;
    if (change.name) view.name = *change.name;
    if (change.counts) view.counts = *change.counts;
    for (const auto left : change.members_left)
        std::erase_if(view.members, [&](const auto& member) { return member.school == left; });
    replace_rows(view.members, change.members, view::key_of_member);
    replace_rows(view.links, change.links, view::key_of_link);
    std::erase_if(view.links, [](const auto& link) { return link.open + link.held == 0; });
    replace_rows(view.balance, change.balance, view::key_of_balance);
    replace_newest_first(view.meetings, change.meetings, view::Dashboard::meetings_max);
    put_activity_first(view.activity, change.activity);
}

inline void change_view(view::SchoolPageView& view, const view::SchoolPageChange& change,
                        Position position) {
    view.position = position;
    if (change.details) view.details = *change.details;
    if (change.open) view.open = *change.open;
    if (change.networks) view.networks = *change.networks;
    if (change.clusters) view.clusters = *change.clusters;
    if (change.predecessors) view.predecessors = *change.predecessors;
    if (change.successors) view.successors = *change.successors;
    if (change.groups) view.groups = *change.groups;
    if (change.balance) view.balance = *change.balance;
    replace_newest_first(view.visits, change.visits);
    replace_newest_first(view.reviews, change.reviews);
    replace_newest_first(view.partnerships, change.partnerships);
    // What went to the school that followed is no longer this one's.
    const auto gone = [&](SchoolId one, SchoolId other) {
        return one != view.school && other != view.school;
    };
    std::erase_if(view.visits, [&](const auto& v) { return gone(v.guest, v.host); });
    std::erase_if(view.reviews, [&](const auto& r) { return gone(r.host, r.reviewing_school); });
    std::erase_if(view.partnerships, [&](const auto& p) { return gone(p.school, p.partner); });
    put_activity_first(view.activity, change.activity);
}

/// Rows in an order of their own: two changes that say the same are then the same.
inline void put_in_order(view::DashboardChange& change) {
    std::ranges::sort(change.members, {}, view::key_of_member);
    std::ranges::sort(change.members_left);
    std::ranges::sort(change.links, {}, view::key_of_link);
    std::ranges::sort(change.balance, {}, view::key_of_balance);
    std::ranges::sort(change.meetings, {}, &view::MeetingSummary::id);
}
inline void put_in_order(view::SchoolPageChange& change) {
    std::ranges::sort(change.visits, {}, &view::VisitSummary::id);
    std::ranges::sort(change.reviews, {}, &view::ReviewSummary::id);
    std::ranges::sort(change.partnerships, {}, &view::PartnershipSummary::id);
}

}  // namespace commonweal::testing
