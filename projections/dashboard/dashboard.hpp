#pragma once
// The live dashboard of a cluster or of a network: who belongs to it, how much is going on, who
// gives to whom, and what just happened. Everything in it may be seen by the whole network.

#include <map>

#include "projections/activity/activity.hpp"
#include "projections/diary/diary.hpp"
#include "projections/engagement/heirs.hpp"
#include "projections/tasks/overdue.hpp"

namespace commonweal::view {

struct Member {
    SchoolId school;
    std::string name;
    std::string phase;
    std::string local_authority;
    std::optional<std::int32_t> easting;   ///< metres, National Grid; none: not known
    std::optional<std::int32_t> northing;  ///< metres
    bool open = true;
};
BOOST_DESCRIBE_STRUCT(Member, (), (school, name, phase, local_authority, easting, northing, open))

struct VisitCounts {
    std::uint32_t requested = 0, agreed = 0, dated = 0, held = 0, declined = 0, cancelled = 0;
    bool operator==(const VisitCounts&) const = default;
};
BOOST_DESCRIBE_STRUCT(VisitCounts, (), (requested, agreed, dated, held, declined, cancelled))

struct ReviewCounts {
    std::uint32_t requested = 0, team_named = 0, days_agreed = 0, held = 0, drafted = 0,
                  answered = 0, closed = 0, declined = 0, cancelled = 0;
    bool operator==(const ReviewCounts&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReviewCounts, (),
                      (requested, team_named, days_agreed, held, drafted, answered, closed,
                       declined, cancelled))

struct PartnershipCounts {
    std::uint32_t proposed = 0, active = 0, paused = 0, declined = 0, withdrawn = 0, ended = 0;
    bool operator==(const PartnershipCounts&) const = default;
};
BOOST_DESCRIBE_STRUCT(PartnershipCounts, (), (proposed, active, paused, declined, withdrawn, ended))

/// How many are at each stage now.
struct Counts {
    VisitCounts visits;
    ReviewCounts reviews;
    PartnershipCounts partnerships;
    bool operator==(const Counts&) const = default;
};
BOOST_DESCRIBE_STRUCT(Counts, (), (visits, reviews, partnerships))

/// From one school to another: how many visits, reviews or partnerships are under way, and how many
/// visits or reviews took place. A partnership's giver is whoever proposed it.
struct Link {
    SchoolId giver;
    SchoolId receiver;
    Kind kind = Kind::visit;
    std::uint32_t open = 0;
    std::uint32_t held = 0;
    std::optional<Day> last_day;  ///< of those that took place
};
BOOST_DESCRIBE_STRUCT(Link, (), (giver, receiver, kind, open, held, last_day))

/// What a dashboard shows. Lists are in the order of URNs, never ranked; activity newest first.
struct DashboardView {
    std::optional<ClusterId> cluster;  ///< none: a network's dashboard
    std::optional<NetworkId> network;
    std::string name;
    Position position = 0;
    std::vector<Member> members;
    Counts counts;
    std::vector<Link> links;
    std::vector<Balance> balance;
    OverdueCounts overdue;
    std::vector<MeetingSummary> meetings;  ///< newest first, at most 20
    std::vector<ActivityEntry> activity;
};
BOOST_DESCRIBE_STRUCT(DashboardView, (),
                      (cluster, network, name, position, members, counts, links, balance, overdue,
                       meetings, activity))

/// What changed: rows replace those of the same key; activity is added, oldest first.
struct DashboardChange {
    std::optional<std::string> name;
    std::vector<Member> members;
    std::vector<SchoolId> members_left;
    std::optional<Counts> counts;
    std::vector<Link> links;
    std::vector<Balance> balance;
    std::optional<OverdueCounts> overdue;
    std::vector<MeetingSummary> meetings;
    std::vector<ActivityEntry> activity;

    bool empty() const;
    /// This change and then that one, as one. Associative.
    void merge(DashboardChange later);
};
BOOST_DESCRIBE_STRUCT(DashboardChange, (),
                      (name, members, members_left, counts, links, balance, overdue, meetings,
                       activity))

class Dashboard {
  public:
    using View = DashboardView;
    using Change = DashboardChange;
    static constexpr std::size_t meetings_max = 20;

    explicit Dashboard(ClusterId cluster) : cluster_(cluster) {}
    explicit Dashboard(NetworkId network) : network_(network) {}

    /// Folds an event of a commit; adds to `change` what it changed, where one is given.
    void apply(const News& news, Change* change);
    /// What an event at a position made of what is overdue.
    void apply(const OverdueCounts& overdue, Position position, Change* change);
    View view(const Diary& diary) const;
    Position position() const { return position_; }

  private:
    struct LinkKey {
        SchoolId giver;
        SchoolId receiver;
        Kind kind;
        auto operator<=>(const LinkKey&) const = default;
        BOOST_DESCRIBE_CLASS(LinkKey, (), (giver, receiver, kind), (), ())
    };
    struct LinkKeyHash {
        std::size_t operator()(const LinkKey& key) const noexcept {
            const std::uint64_t schools = std::uint64_t{key.giver.urn} << 32U | key.receiver.urn;
            return (schools * 4 + static_cast<std::uint64_t>(key.kind)) * 0x9E3779B97F4A7C15;
        }
    };
    void join(SchoolId school, const school::Details& details, Change* change);
    void leave(SchoolId school, Change* change);
    void fold_membership(const AnyFact& fact, Change* change);
    void fold_step(const Engagements::Step& step, Change* change);
    static void fold_meeting(const MeetingEntry& meeting, Change* change);
    void count(const Progress& progress, std::uint32_t by);
    Link& link(SchoolId giver, SchoolId receiver, Kind kind);
    void fold_link(const Engagements::Step& step, Change* change);
    void give_and_receive(const Engagement& engagement, int by, Change* change);
    void carry_over(const Engagement& now, const school::CarryOver& carried, Change* change);
    void count_for(SchoolId school, Kind kind, bool gave, int by, Change* change);
    void inherit(const school::HandedOn& fact, Change* change);
    void inherit_links(const school::HandedOn& fact, Change* change);

    std::optional<ClusterId> cluster_;
    std::optional<NetworkId> network_;
    std::string name_;
    Position position_ = 0;
    std::map<SchoolId, Member> members_;
    Counts counts_;
    std::unordered_map<LinkKey, Link, LinkKeyHash> links_;
    std::map<SchoolId, Balance> balance_;
    OverdueCounts overdue_;
    Heirs heirs_;
    Activity activity_;

    BOOST_DESCRIBE_CLASS(Dashboard, (), (), (),
                         (cluster_, network_, name_, position_, members_, counts_, links_, balance_,
                          overdue_, heirs_, activity_))
};

}  // namespace commonweal::view
