#pragma once
// What just happened: an event as one line of a feed, with nothing in it that the network may not
// see.

#include <deque>

#include "projections/engagement/engagement.hpp"

namespace commonweal::view {

struct ActivityEntry {
    Position position = 0;
    Instant recorded{};
    std::string kind;  ///< the event's stored name
    How how = How::live;
    std::optional<Day> happened;    ///< where that is not when it was recorded
    std::vector<SchoolId> schools;  ///< who takes part: the giver first
    std::optional<VisitId> visit;
    std::optional<ReviewId> review;
    std::optional<ClusterId> cluster;
    std::optional<NetworkId> network;
    std::optional<std::string> theme;
    std::vector<Day> days;
};
BOOST_DESCRIBE_STRUCT(ActivityEntry, (),
                      (position, recorded, kind, how, happened, schools, visit, review, cluster,
                       network, theme, days))

/// The line for an event; `engagement` is the visit or review that it is about, if there is one.
/// None for events that are nobody's news (a person's account, an address).
std::optional<ActivityEntry> activity_entry(const Recorded& event, Instant recorded,
                                            const EngagementId* id, const Engagement* engagement);

/// The newest lines, at most `activity_max`.
inline constexpr std::size_t activity_max = 50;

class Activity {
  public:
    void add(ActivityEntry entry);
    /// Newest first.
    std::vector<ActivityEntry> newest_first() const;

  private:
    std::deque<ActivityEntry> entries_;
};

}  // namespace commonweal::view
