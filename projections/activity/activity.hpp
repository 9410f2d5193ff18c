#pragma once
// What just happened: an event as one line of a feed, with nothing in it that the network may not
// see.

#include "projections/diary/entered.hpp"

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
    std::optional<PartnershipId> partnership;
    std::optional<MeetingId> meeting;
    std::optional<ClusterId> cluster;
    std::optional<NetworkId> network;
    std::optional<std::string> theme;  ///< or purpose
    std::vector<Day> days;
};
BOOST_DESCRIBE_STRUCT(ActivityEntry, (),
                      (position, recorded, kind, how, happened, schools, visit, review, partnership,
                       meeting, cluster, network, theme, days))

/// A line of the feed as a view keeps it: small, and without what the visit or review itself says.
struct ActivityLine {
    Position position = 0;
    Instant recorded{};
    std::string_view kind;  ///< the event's stored name, of static storage
    How how = How::live;
    std::optional<Day> happened;
    Days days;
    std::optional<EngagementId> engagement;  ///< the visit, review or partnership that it is about
    std::optional<MeetingId> meeting;
    SchoolId school;  ///< that it is about, that gave, or that hosts a meeting; URN 0: none
    SchoolId other;   ///< that received, or to which the school handed on; URN 0: none
    std::optional<ClusterId> cluster;
    std::optional<NetworkId> network;
};
BOOST_DESCRIBE_STRUCT(ActivityLine, (),
                      (position, recorded, kind, how, happened, days, engagement, meeting, school,
                       other, cluster, network))

/// An event with what every view needs to know of it, worked out once for all of them.
struct News {
    const Recorded& event;
    Entered entered;
    std::optional<ActivityLine> line;  ///< none: nobody's news (a person's account, an address)

    const Engagement* engagement() const { return entered.step ? entered.step->now : nullptr; }
    std::string_view theme() const { return entered.step ? entered.step->theme : ""; }
};
News news_of(const Recorded& event, Instant recorded, const Entered& entered);

/// The line in full; `engagement` is the visit or review that it is about, if there is one, and
/// `theme` its theme or purpose.
ActivityEntry activity_entry(const ActivityLine& line, const Engagement* engagement,
                             std::string_view theme);

/// The newest lines, at most `activity_max`.
inline constexpr std::size_t activity_max = 50;

class Activity {
  public:
    void add(const ActivityLine& line);
    /// Newest first.
    std::vector<ActivityEntry> newest_first(const Engagements& engagements) const;

  private:
    std::vector<ActivityLine> lines_;  ///< a ring once it is full
    std::size_t oldest_ = 0;

    BOOST_DESCRIBE_CLASS(Activity, (), (), (), (lines_, oldest_))
};

}  // namespace commonweal::view
