#pragma once
// The meetings of clusters: listed, counted, and who has still to answer.

#include <map>
#include <span>
#include <unordered_map>

#include "domain/catalogue.hpp"

namespace commonweal::view {

struct MeetingSummary {
    MeetingId id;
    ClusterId cluster;
    NetworkId network;
    SchoolId host;
    meeting::Mode mode = meeting::Mode::in_person;
    meeting::Stage stage = meeting::Stage::none;
    std::vector<Day> proposed;
    std::optional<Day> day;  ///< settled, or on which it was held
    std::string starts;
    std::uint32_t answered = 0;   ///< schools that said which of the proposed days suit
    std::uint32_t coming = 0;     ///< schools, in person or remotely
    std::uint32_t apologies = 0;  ///< said beforehand, or written down
    std::uint32_t attended = 0;   ///< schools, once it was held
    std::uint32_t absent = 0;
    Version version = 0;
    Position position = 0;  ///< of its last event
    Instant changed{};
};
BOOST_DESCRIBE_STRUCT(MeetingSummary, (),
                      (id, cluster, network, host, mode, stage, proposed, day, starts, answered,
                       coming, apologies, attended, absent, version, position, changed))

/// A meeting with what its schools said, by school.
struct MeetingEntry {
    MeetingSummary summary;
    Day since{};       ///< on which it came to its stage, or was moved
    Day host_since{};  ///< on which its host became its host
    std::map<SchoolId, std::optional<meeting::Coming>> answers;
    std::vector<meeting::Attendance> attendance;

    bool open() const {
        return summary.stage == meeting::Stage::proposed ||
               summary.stage == meeting::Stage::settled;
    }
};
BOOST_DESCRIBE_STRUCT(MeetingEntry, (), (summary, since, host_since, answers, attendance))

/// Which meetings: none of a field means any.
struct MeetingFilter {
    std::optional<std::vector<ClusterId>> clusters;
    std::optional<NetworkId> network;
    std::optional<bool> open;
};

class Meetings {
  public:
    /// The meeting that the event is about, as it is now; nullptr: it is about something else.
    const MeetingEntry* apply(const Recorded& event, Instant recorded, Day on);

    const MeetingEntry* find(MeetingId id) const;
    /// Newest first, from before a position on (0: from the newest), at most `limit`.
    /// `next`: the cursor for those after; 0 at the end.
    struct Page {
        std::vector<const MeetingEntry*> meetings;  ///< until the next event
        Position next = 0;
    };
    Page list(const MeetingFilter& filter, Position before, std::size_t limit) const;
    /// The days on which a cluster is going to meet; but for one meeting.
    std::vector<Day> settled_days(ClusterId cluster, std::optional<MeetingId> but) const;
    /// When a school last hosted, or will; none: never.
    std::optional<Day> last_hosted(ClusterId cluster, SchoolId school) const;

  private:
    using Order = std::vector<std::pair<Position, MeetingId>>;  ///< by that of the proposal
    const Order& order_of(ClusterId cluster) const;

    std::unordered_map<MeetingId, MeetingEntry> meetings_;
    Order in_order_;
    std::unordered_map<ClusterId, Order> of_cluster_;

    BOOST_DESCRIBE_CLASS(Meetings, (), (), (), (meetings_, in_order_, of_cluster_))
};

}  // namespace commonweal::view
