#pragma once
// Visits and reviews as views see them: two schools, who gives and who receives, and how far it is.
// Every view that shows them keeps its own, fed only by the events that reach that view.

#include <unordered_map>
#include <variant>

#include "domain/catalogue.hpp"

namespace commonweal::view {

enum class Kind : std::uint8_t { visit = 1, review = 2 };
BOOST_DESCRIBE_ENUM(Kind, visit, review)

/// The host of a visit gives (it shows its practice); the reviewing school of a review gives.
struct Engagement {
    Kind kind = Kind::visit;
    SchoolId giver;
    SchoolId receiver;
    visit::Stage visit_stage = visit::Stage::none;
    review::Stage review_stage = review::Stage::none;
    std::string theme;
    std::optional<Day> first_day;
    NetworkId network;
    std::vector<Day> days;
    Position requested_at = 0;
    Position changed_at = 0;
    Version version = 0;
    Instant changed{};

    bool took_place() const;
    /// Under way: neither held, nor declined or cancelled.
    bool open() const;
};

/// The id of a visit or a review: 16 bytes, whichever it is.
struct EngagementId {
    IdBytes bytes{};
    auto operator<=>(const EngagementId&) const = default;
};
struct EngagementIdHash {
    std::size_t operator()(const EngagementId& id) const noexcept {
        return std::hash<VisitId>{}(VisitId{id.bytes});
    }
};

class Engagements {
  public:
    /// What an event did to an engagement: what it was before (none where it began) and is now.
    struct Step {
        EngagementId id;
        std::optional<Engagement> before;
        const Engagement* now = nullptr;
    };
    /// None where the event is about something else, or about one that this view never met.
    std::optional<Step> apply(const Recorded& event, Instant recorded);

    const Engagement* find(const EngagementId& id) const;
    const std::unordered_map<EngagementId, Engagement, EngagementIdHash>& all() const {
        return engagements_;
    }

  private:
    std::unordered_map<EngagementId, Engagement, EngagementIdHash> engagements_;
};

}  // namespace commonweal::view
