#include "projections/activity/activity.hpp"

namespace commonweal::view {
namespace {

template <class Fact>
constexpr bool is_news =
    !boost::mp11::mp_contains<boost::mp11::mp_list<Unknown, person::Added, person::AddressTaken,
                                                   person::RoleGiven, person::RoleEnded>,
                              Fact>::value;

void add_engagement(ActivityEntry& entry, const EngagementId& id, const Engagement& engagement) {
    entry.schools = {engagement.giver, engagement.receiver};
    if (engagement.kind == Kind::visit) entry.visit = VisitId{id.bytes};
    if (engagement.kind == Kind::review) entry.review = ReviewId{id.bytes};
    if (!engagement.theme.empty()) entry.theme = engagement.theme;
    entry.days = engagement.days;
}

}  // namespace

std::optional<ActivityEntry> activity_entry(const Recorded& event, Instant recorded,
                                            const EngagementId* id, const Engagement* engagement) {
    return std::visit(
        [&]<class Fact>(const Fact& fact) -> std::optional<ActivityEntry> {
            if constexpr (!is_news<Fact>) {
                return std::nullopt;
            } else {
                ActivityEntry entry;
                entry.position = event.position;
                entry.recorded = recorded;
                entry.kind = Fact::kind;
                entry.how = event.attribution.how;
                if (event.attribution.happened) entry.happened = event.attribution.happened->day;
                if constexpr (requires { fact.school; }) entry.schools = {fact.school};
                if constexpr (requires { fact.cluster; }) entry.cluster = fact.cluster;
                if constexpr (requires { fact.network; }) entry.network = fact.network;
                if (engagement != nullptr) add_engagement(entry, *id, *engagement);
                return entry;
            }
        },
        event.fact);
}

void Activity::add(ActivityEntry entry) {
    entries_.push_back(std::move(entry));
    if (entries_.size() > activity_max) entries_.pop_front();
}

std::vector<ActivityEntry> Activity::newest_first() const {
    return {entries_.rbegin(), entries_.rend()};
}

}  // namespace commonweal::view
