#pragma once
// Visits, reviews and partnerships as views see them: two schools, who gives and who receives, and
// how far it is.
// Kept once for all views: what an event does to one of them is worked out once, and handed on.

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <unordered_map>
#include <variant>

#include "domain/catalogue.hpp"
#include "domain/core/derived.hpp"
#include "projections/engagement/short_day.hpp"

namespace commonweal::view {

enum class Kind : std::uint8_t { visit = 1, review = 2, partnership = 3 };
BOOST_DESCRIBE_ENUM(Kind, visit, review, partnership)

/// How far a visit, a review or a partnership is.
struct Progress {
    Kind kind = Kind::visit;
    visit::Stage visit_stage = visit::Stage::none;
    review::Stage review_stage = review::Stage::none;
    partnership::Stage partnership_stage = partnership::Stage::none;

    bool took_place() const;
    /// Under way: neither held, nor declined, cancelled or ended.
    bool open() const;
    bool operator==(const Progress&) const = default;
};
BOOST_DESCRIBE_STRUCT(Progress, (), (kind, visit_stage, review_stage, partnership_stage))

/// The days of a visit or a review, at most three, kept in place: a replay makes millions of them.
class Days {
  public:
    Days() = default;
    explicit Days(std::span<const Day> days)
        : count_(static_cast<std::uint32_t>(std::min(days.size(), days_.size()))) {
        std::copy_n(days.begin(), count_, days_.begin());
    }
    std::optional<Day> first() const {
        return count_ == 0 ? std::nullopt : std::optional<Day>{days_[0]};
    }
    std::optional<Day> last() const {
        return count_ == 0 ? std::nullopt : std::optional<Day>{days_[count_ - 1U]};
    }
    std::size_t size() const { return count_; }
    std::vector<Day> list() const { return {days_.begin(), days_.begin() + count_}; }

  private:
    std::array<ShortDay, review::days_max> days_{};
    std::uint32_t count_ = 0;

    BOOST_DESCRIBE_CLASS(Days, (), (), (), (days_, count_))
};

/// A theme or a purpose, of which Engagements keep each once.
using TextNumber = std::uint32_t;

/// The host of a visit gives (it shows its practice); the reviewing school of a review gives; of a
/// partnership neither does more than the other, and whoever proposed it stands first.
///
/// Without padding and without anything that leads elsewhere, so that a list of them is written and
/// read in one go: the past is read from snapshots.
struct Engagement : Progress {
    SchoolId giver;
    SchoolId receiver;
    TextNumber theme = 0;  ///< or purpose
    NetworkId network;
    Position requested_at = 0;
    Position changed_at = 0;
    Version version = 0;
    Instant changed{};
    Days days;                ///< of a partnership: of its latest activity
    ShortDay since;           ///< on which its stage began
    ShortDay return_since;    ///< on which the return became what it is
    ShortDay team_since;      ///< on which that became so
    ShortDay asked_on;        ///< when it was requested or proposed
    ShortDayOrNone began_on;  ///< of a partnership: when it was accepted
    ShortDayOrNone ended_on;  ///< of a partnership: when it ended, or was declined or withdrawn
    std::uint32_t activities = 0;
    std::uint32_t practices = 0;  ///< of a visit: that were adopted
    std::uint16_t team = 0;       ///< of a review: reviewers; 0: not named
    bool team_has_lead = false;   ///< of a review whose team was named: nobody who led it left
    bool sent_back = false;       ///< the host says that the report is not accurate
    bool guest_reflected = false;
    bool host_reflected = false;
    visit::Return return_stage = visit::Return::none;
    bool attested = false;  ///< of earlier times, entered on somebody's word
};
BOOST_DESCRIBE_STRUCT(Engagement, (Progress),
                      (giver, receiver, theme, network, requested_at, changed_at, version, changed,
                       days, since, return_since, team_since, asked_on, began_on, ended_on,
                       activities, practices, team, team_has_lead, sent_back, guest_reflected,
                       host_reflected, return_stage, attested))

/// The id of a visit, a review or a partnership: 16 bytes, whichever it is.
struct EngagementId {
    IdBytes bytes{};
    auto operator<=>(const EngagementId&) const = default;
};
BOOST_DESCRIBE_STRUCT(EngagementId, (), (bytes))
struct EngagementIdHash {
    std::size_t operator()(const EngagementId& id) const noexcept {
        return std::hash<VisitId>{}(VisitId{id.bytes});
    }
};

class Engagements {
  public:
    /// In the order of the requests, from 0 on: the number of each.
    using Number = std::uint32_t;

    /// What an event did to an engagement: what it was before (none where it began) and is now,
    /// until the next event.
    struct Step {
        EngagementId id;
        std::optional<Progress> before;
        const Engagement* now = nullptr;
        std::string_view theme{};
        Number number = 0;
        std::optional<school::CarryOver> carried{};  ///< one of its schools was followed by another

        /// -1, 0 or 1: how much it changed the number of those that took place.
        int held() const {
            return (now->took_place() ? 1 : 0) - (before && before->took_place() ? 1 : 0);
        }
    };
    /// None where the event is about something else, or about one whose request was not told.
    std::optional<Step> apply(const Recorded& event, Instant recorded);

    struct Entry {
        EngagementId id;
        Engagement engagement;
    };
    const Engagement* find(const EngagementId& id) const;
    const Entry& at(Number number) const { return entries_[number]; }
    Number size() const { return static_cast<Number>(entries_.size()); }
    std::string_view theme_of(const Engagement& engagement) const {
        return texts_[engagement.theme];
    }

    /// The last day that began; none before the first.
    std::optional<Day> today() const { return today_; }
    /// When it happened, where that is said; else the day that it is. A log without a day that
    /// began knows no London day: there it is the day in UTC.
    Day day_of(const Recorded& event, Instant recorded) const;

    /// Makes what is derived, after the rest was read.
    void complete();

  private:
    Number begin(const EngagementId& id, const Recorded& event);
    TextNumber number_of(const std::string& text);

    std::vector<Entry> entries_;
    std::vector<std::string> texts_{""};
    std::optional<Day> today_;
    Derived<std::unordered_map<EngagementId, Number, EngagementIdHash>> numbers_;
    Derived<std::unordered_map<std::string, TextNumber>> text_numbers_{{{"", 0}}};

    BOOST_DESCRIBE_CLASS(Engagements, (), (), (),
                         (entries_, texts_, today_, numbers_, text_numbers_))
};
BOOST_DESCRIBE_STRUCT(Engagements::Entry, (), (id, engagement))

}  // namespace commonweal::view
