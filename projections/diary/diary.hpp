#pragma once
// Every visit, review, partnership and meeting, one line each, to be listed and filtered.

#include <unordered_map>

#include "projections/calendar/calendars.hpp"
#include "projections/diary/entered.hpp"

namespace commonweal::view {

struct VisitSummary {
    VisitId id;
    SchoolId guest;
    SchoolId host;
    NetworkId network;
    std::string theme;
    visit::Stage stage = visit::Stage::none;
    std::optional<Day> day;
    visit::Return return_stage = visit::Return::none;
    std::uint32_t practices = 0;  ///< that were adopted
    bool attested = false;        ///< of earlier times, entered on somebody's word
    Version version = 0;
    Position position = 0;  ///< of its last event
    Instant changed{};
};
BOOST_DESCRIBE_STRUCT(VisitSummary, (),
                      (id, guest, host, network, theme, stage, day, return_stage, practices,
                       attested, version, position, changed))

struct ReviewSummary {
    ReviewId id;
    SchoolId host;
    SchoolId reviewing_school;
    NetworkId network;
    review::Stage stage = review::Stage::none;
    std::vector<Day> days;
    bool attested = false;  ///< of earlier times, entered on somebody's word
    Version version = 0;
    Position position = 0;  ///< of its last event
    Instant changed{};
};
BOOST_DESCRIBE_STRUCT(ReviewSummary, (),
                      (id, host, reviewing_school, network, stage, days, attested, version,
                       position, changed))

struct PartnershipSummary {
    PartnershipId id;
    SchoolId school;  ///< that proposed it
    SchoolId partner;
    NetworkId network;
    std::string purpose;
    partnership::Stage stage = partnership::Stage::none;
    std::uint32_t activities = 0;
    std::optional<Day> last_activity;
    std::optional<Day> proposed_on;  ///< none: it is of earlier times
    std::optional<Day> began_on;     ///< when it was accepted
    std::optional<Day> ended_on;     ///< or was declined or withdrawn
    bool attested = false;           ///< of earlier times, entered on somebody's word
    Version version = 0;
    Position position = 0;  ///< of its last event
    Instant changed{};
};
BOOST_DESCRIBE_STRUCT(PartnershipSummary, (),
                      (id, school, partner, network, purpose, stage, activities, last_activity,
                       proposed_on, began_on, ended_on, attested, version, position, changed))

VisitSummary visit_summary(const EngagementId& id, const Engagement& engagement,
                           std::string_view theme);
/// A review has no theme.
ReviewSummary review_summary(const EngagementId& id, const Engagement& engagement,
                             std::string_view theme = {});
PartnershipSummary partnership_summary(const EngagementId& id, const Engagement& engagement,
                                       std::string_view purpose);

/// Which ones: none of a field means any.
struct DiaryFilter {
    std::optional<SchoolId> school;  ///< on either side
    std::optional<NetworkId> network;
    std::optional<bool> open;
};

class Diary {
  public:
    /// What the event did, if it was about one of them.
    Entered apply(const Recorded& event, Instant recorded);
    /// Newest request first, from before a position on (0: from the newest), at most `limit`.
    /// `next`: the cursor for those after; 0 at the end.
    struct Page {
        std::vector<EngagementId> ids;
        Position next = 0;
    };
    Page list(Kind kind, const DiaryFilter& filter, Position before, std::size_t limit) const;
    const Engagement* find(const EngagementId& id) const { return engagements_.find(id); }
    /// The days of a school's visits and reviews that are still to come.
    std::vector<Day> days_taken(SchoolId school) const;
    const Engagements& engagements() const { return engagements_; }
    const Meetings& meetings() const { return meetings_; }
    const Calendars& calendars() const { return calendars_; }
    /// For whom the history of a school counts; none: for itself.
    std::optional<SchoolId> heir_of(SchoolId school) const;
    /// The school, and those whose history counts for it since it followed them.
    std::vector<SchoolId> counted_for(SchoolId school) const;
    /// use(id, engagement) for each, newest request first, as long as it says true.
    template <class Use>
    void newest_first(Use use) const {
        for (auto number = engagements_.size(); number-- > 0;)
            if (!use(engagements_.at(number).id, engagements_.at(number).engagement)) return;
    }
    /// use(id, engagement) for each of a school, on either side, in the order of the requests.
    template <class Use>
    void each_of(SchoolId school, Use use) const {
        const auto found = of_school_.find(school);
        if (found == of_school_.end()) return;
        for (const auto number : found->second)
            use(engagements_.at(number).id, engagements_.at(number).engagement);
    }

  private:
    using Number = Engagements::Number;

    void carry_over(Number number, const school::CarryOver& carried);
    Balance inherit(SchoolId from, SchoolId to);
    Position requested_at(Number number) const {
        return engagements_.at(number).engagement.requested_at;
    }
    template <class Numbers>
    Page walk(const Numbers& order, Kind kind, const DiaryFilter& filter, Position before,
              std::size_t limit) const;

    Engagements engagements_;
    Meetings meetings_;
    Calendars calendars_;
    std::unordered_map<SchoolId, std::vector<Number>> of_school_;  ///< in the order of the requests
    std::unordered_map<SchoolId, Balance> inherited_;              ///< from schools that it follows
    std::unordered_map<SchoolId, SchoolId> heirs_;                 ///< for whom what one did counts
    std::unordered_map<SchoolId, std::vector<SchoolId>> counted_for_;  ///< the other way

    BOOST_DESCRIBE_CLASS(Diary, (), (), (),
                         (engagements_, meetings_, calendars_, of_school_, inherited_, heirs_,
                          counted_for_))
};

}  // namespace commonweal::view
