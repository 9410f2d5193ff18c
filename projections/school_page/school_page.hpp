#pragma once
// A school's page: what it is, where it belongs, what it gives and receives, its visits, reviews
// and partnerships. Everything in it may be seen by the whole network.

#include "projections/activity/activity.hpp"
#include "projections/dashboard/dashboard.hpp"
#include "projections/diary/diary.hpp"

namespace commonweal::view {

/// A school that followed another one.
struct Successor {
    SchoolId school;
    school::Change change = school::Change::conversion;
    std::optional<Day> on;
    bool handed_on = false;  ///< a coordinator confirmed what goes there
    bool operator==(const Successor&) const = default;
};
BOOST_DESCRIBE_STRUCT(Successor, (), (school, change, on, handed_on))

struct SchoolPageView {
    SchoolId school;
    school::Details details;
    bool open = false;
    std::vector<NetworkId> networks;
    std::vector<ClusterId> clusters;
    std::vector<school::Predecessor> predecessors;
    std::vector<Successor> successors;
    std::vector<school::Group> groups;
    Position position = 0;
    Balance balance;
    std::vector<VisitSummary> visits;              ///< newest first, at most 50
    std::vector<ReviewSummary> reviews;            ///< newest first, at most 50
    std::vector<PartnershipSummary> partnerships;  ///< newest first, at most 50
    std::vector<ActivityEntry> activity;
};
BOOST_DESCRIBE_STRUCT(SchoolPageView, (),
                      (school, details, open, networks, clusters, predecessors, successors, groups,
                       position, balance, visits, reviews, partnerships, activity))

/// What changed: what is given replaces; visits, reviews and partnerships replace those of the same
/// id.
struct SchoolPageChange {
    std::optional<school::Details> details;
    std::optional<bool> open;
    std::optional<std::vector<NetworkId>> networks;
    std::optional<std::vector<ClusterId>> clusters;
    std::optional<std::vector<school::Predecessor>> predecessors;
    std::optional<std::vector<Successor>> successors;
    std::optional<std::vector<school::Group>> groups;
    std::optional<Balance> balance;
    std::vector<VisitSummary> visits;
    std::vector<ReviewSummary> reviews;
    std::vector<PartnershipSummary> partnerships;
    std::vector<ActivityEntry> activity;  ///< oldest first

    bool empty() const;
    void merge(SchoolPageChange later);
};
BOOST_DESCRIBE_STRUCT(SchoolPageChange, (),
                      (details, open, networks, clusters, predecessors, successors, groups, balance,
                       visits, reviews, partnerships, activity))

class SchoolPage {
  public:
    using View = SchoolPageView;
    using Change = SchoolPageChange;
    static constexpr std::size_t listed_max = 50;

    explicit SchoolPage(SchoolId school) : id_(school) {}

    void apply(const News& news, Change* change);
    View view(const Diary& diary) const;
    Position position() const { return position_; }

  private:
    void fold_school(const Entered& entered, const AnyFact& fact, Change* change);
    void follow(const school::Linked& fact);
    void follow(const school::HandedOn& fact);
    void fold_step(const Engagements::Step& step, Change* change);
    void give_or_receive(const Engagement& engagement, int by);
    void carry_over(const Engagement& now, const school::CarryOver& carried);
    Balance balance() const;

    SchoolId id_;
    School school_;
    std::vector<Successor> successors_;
    std::vector<SchoolId> inherited_from_;
    Position position_ = 0;
    Balance balance_;
    Activity activity_;

    BOOST_DESCRIBE_CLASS(SchoolPage, (), (), (),
                         (id_, school_, successors_, inherited_from_, position_, balance_,
                          activity_))
};

}  // namespace commonweal::view
