#pragma once
// Schools, networks, visits and reviews that come to pass by commands, and the events that follow,
// each with the view instances that it concerns. What a rule refuses does not happen.

#include <set>

#include "projections/dashboard/dashboard.hpp"
#include "projections/school_page/school_page.hpp"
#include "tests/domain/world.hpp"

namespace commonweal::testing {

/// An event, when it was recorded, and whose it is: as the server tags it.
struct Happening {
    Recorded event;
    Instant recorded{};
    std::set<ClusterId> clusters;
    std::set<NetworkId> networks;
    std::set<SchoolId> schools;

    bool concerns(ClusterId cluster) const { return clusters.contains(cluster); }
    bool concerns(NetworkId network) const { return networks.contains(network); }
    bool concerns(SchoolId school) const { return schools.contains(school); }
};

class Ring {
  public:
    // All return whether it came to pass.
    bool found(NetworkId network, const std::string& name);
    bool form(ClusterId cluster, NetworkId network, const std::string& name);
    bool registered(SchoolId school, const school::Details& details, bool open = true);
    bool join(SchoolId school, NetworkId network);
    bool join(SchoolId school, ClusterId cluster);
    bool leave(SchoolId school, NetworkId network);
    bool leave(SchoolId school, ClusterId cluster);
    bool link(SchoolId school, SchoolId predecessor);
    /// Memberships and all that may go to the school that followed.
    bool hand_on(SchoolId from, SchoolId to, bool history);
    bool give_role(PersonId person, const person::Role& role);

    /// A visit of a guest to a host; none where it is refused.
    std::optional<VisitId> visit(SchoolId guest, SchoolId host, NetworkId network = severn,
                                 const std::string& theme = "equity",
                                 std::optional<Day> happened = {});
    std::optional<VisitId> visit(const visit::Request& request, std::optional<Day> happened = {});
    std::optional<ReviewId> review(SchoolId host, SchoolId reviewing, NetworkId network = severn);
    std::optional<PartnershipId> partnership(SchoolId school, SchoolId with,
                                             NetworkId network = severn,
                                             const std::string& purpose = "equity");

    template <class Command>
    bool ask(VisitId id, const Command& command) {
        auto& state = visits_[id];
        return happens(state, decide(state, command, asked_));
    }
    template <class Command>
    bool ask(ReviewId id, const Command& command) {
        auto& state = reviews_[id];
        return happens(state, decide(state, command, asked_));
    }
    template <class Command>
    bool ask(PartnershipId id, const Command& command) {
        auto& state = partnerships_[id];
        return happens(state, decide(state, command, asked_));
    }
    /// A meeting of a cluster; none where it is refused.
    std::optional<MeetingId> meeting(ClusterId cluster, SchoolId host, std::vector<Day> days);
    template <class Command>
    bool ask(MeetingId id, const Command& command) {
        auto& state = meetings_[id];
        if constexpr (requires { command.attendance; }) {
            std::vector<const School*> schools;
            for (const auto& row : command.attendance) schools.push_back(&schools_[row.school]);
            return happens(state, decide(state, schools, command, asked_));
        } else if constexpr (requires { command.school; }) {
            return happens(state, decide(state, schools_[command.school], command, asked_));
        } else if constexpr (requires { command.host; }) {
            return happens(state, decide(state, schools_[command.host], command, asked_));
        } else {
            return happens(state, decide(state, command, asked_));
        }
    }
    /// A visit of earlier times; none where it is refused.
    std::optional<VisitId> past_visit(SchoolId guest, SchoolId host, Day day);
    /// A team of one, who works at the reviewing school.
    bool name_team(ReviewId id);
    /// Whoever was named leaves that school.
    bool leave_team(ReviewId id);
    void pass(std::chrono::days days);
    /// Tells that it is the day that it is.
    void begin_day();
    /// Tells a fact that no command here leads to.
    void tell(const AnyFact& fact);

    const std::vector<Happening>& all() const { return all_; }
    Day today() const { return asked_.today; }
    const std::map<VisitId, Visit>& visits() const { return visits_; }
    const std::map<ReviewId, Review>& reviews() const { return reviews_; }
    const std::map<PartnershipId, Partnership>& partnerships() const { return partnerships_; }
    const std::map<MeetingId, Meeting>& meetings() const { return meetings_; }
    bool belongs(SchoolId school, ClusterId cluster) const {
        return schools_.at(school).in(cluster);
    }

  private:
    bool happens(Visit& visit, const Decision<visit::Fact>& decision);
    bool happens(Visit& visit, const Decision<visit::Facts>& decision);
    bool happens(Review& review, const Decision<review::Fact>& decision);
    bool happens(Partnership& partnership, const Decision<partnership::Facts>& decision);
    bool happens(Meeting& meeting, const Decision<meeting::Fact>& decision);
    bool happens(School& school, const Decision<school::Facts>& decision);
    void carry_over(const school::CarryOver& command);
    Happening& add(const AnyFact& fact, const std::string& stream);

    Asked asked_ = ordinary_world().asked;
    std::vector<Happening> all_;
    std::map<std::string, Version> versions_;
    std::uint32_t engagements_ = 0;
    std::map<NetworkId, Network> networks_;
    std::map<ClusterId, Cluster> clusters_;
    std::map<SchoolId, School> schools_;
    std::map<VisitId, Visit> visits_;
    std::map<ReviewId, Review> reviews_;
    std::map<PartnershipId, Partnership> partnerships_;
    std::map<MeetingId, Meeting> meetings_;
    std::map<std::string, Pairing> pairs_;  ///< by their two schools and purpose
};

/// Details with a name, and nothing else but a phase and a trust of its own.
school::Details called(const std::string& name, const std::string& trust = {});
/// Two networks, three clusters and this many schools from 100001 on, all members of Severn.
Ring small_ring(std::uint32_t schools);

/// A view by itself, fed only by the events that concern it; the diary beside it sees all.
template <class Folded>
class Alone {
  public:
    using View = typename Folded::View;
    using Change = typename Folded::Change;
    template <class Key>
    explicit Alone(Key key) : folded_(key) {}

    void apply(const Recorded& event, Instant recorded, Change* change) {
        folded_.apply(view::news_of(event, recorded, diary_.apply(event, recorded)), change);
    }
    /// An event that does not concern it.
    void pass(const Recorded& event, Instant recorded) { diary_.apply(event, recorded); }
    View view() const { return folded_.view(diary_); }

  private:
    view::Diary diary_;
    Folded folded_;
};

/// The view of all that concerns it.
template <class Folded, class Key>
Alone<Folded> folded(const Ring& ring, Key key) {
    Alone<Folded> view(key);
    for (const auto& happening : ring.all())
        if (happening.concerns(key))
            view.apply(happening.event, happening.recorded, nullptr);
        else
            view.pass(happening.event, happening.recorded);
    return view;
}

}  // namespace commonweal::testing
