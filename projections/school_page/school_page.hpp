#pragma once
// A school's page: what it is, where it belongs, what it gives and receives, its visits, reviews
// and partnerships. Everything in it may be seen by the whole network.

#include "projections/activity/activity.hpp"
#include "projections/dashboard/dashboard.hpp"
#include "projections/diary/diary.hpp"

namespace commonweal::view {

struct SchoolPageView {
    SchoolId school;
    school::Details details;
    bool open = false;
    std::vector<NetworkId> networks;
    std::vector<ClusterId> clusters;
    Position position = 0;
    Balance balance;
    std::vector<VisitSummary> visits;              ///< newest first, at most 50
    std::vector<ReviewSummary> reviews;            ///< newest first, at most 50
    std::vector<PartnershipSummary> partnerships;  ///< newest first, at most 50
    std::vector<ActivityEntry> activity;
};
BOOST_DESCRIBE_STRUCT(SchoolPageView, (),
                      (school, details, open, networks, clusters, position, balance, visits,
                       reviews, partnerships, activity))

/// What changed: what is given replaces; visits, reviews and partnerships replace those of the same
/// id.
struct SchoolPageChange {
    std::optional<school::Details> details;
    std::optional<bool> open;
    std::optional<std::vector<NetworkId>> networks;
    std::optional<std::vector<ClusterId>> clusters;
    std::optional<Balance> balance;
    std::vector<VisitSummary> visits;
    std::vector<ReviewSummary> reviews;
    std::vector<PartnershipSummary> partnerships;
    std::vector<ActivityEntry> activity;  ///< oldest first

    bool empty() const;
    void merge(SchoolPageChange later);
};
BOOST_DESCRIBE_STRUCT(SchoolPageChange, (),
                      (details, open, networks, clusters, balance, visits, reviews, partnerships,
                       activity))

class SchoolPage {
  public:
    using View = SchoolPageView;
    using Change = SchoolPageChange;
    static constexpr std::size_t listed_max = 50;

    explicit SchoolPage(SchoolId school) : school_{school, {}, false, {}, {}} {}

    void apply(const News& news, Change* change);
    View view(const Diary& diary) const;
    Position position() const { return position_; }

  private:
    void fold_school(const AnyFact& fact, Change* change);
    void fold_step(const Engagements::Step& step, Change* change);
    void give_or_receive(const Engagement& engagement);
    Balance balance() const;

    School school_;
    Position position_ = 0;
    Balance balance_;
    Activity activity_;
};

}  // namespace commonweal::view
