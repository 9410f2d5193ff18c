#pragma once
// Who may do and see what: one pure table. Commands, reads and topics all ask here.

#include <cstdint>
#include <span>
#include <vector>

#include "domain/core/describe.hpp"
#include "domain/core/field.hpp"
#include "domain/meeting/meeting.hpp"
#include "domain/partnership/partnership.hpp"
#include "domain/person/person.hpp"
#include "domain/review/review.hpp"
#include "domain/task/duty.hpp"
#include "domain/visit/visit.hpp"

namespace commonweal::access {

/// What somebody is to the thing that a command or a read is about. Several may hold at once.
enum class Relation : std::uint16_t {
    signed_in = 1,
    staff_of_guest = 2,      ///< lead or head of the school that visits
    staff_of_host = 4,       ///< lead or head of the school that is visited or reviewed
    staff_of_reviewing = 8,  ///< lead or head of the school whose staff review
    team = 16,               ///< on the review team
    team_lead = 32,
    coordinator = 64,  ///< of the network or of one of the clusters
    themselves = 128,
    administrator = 256,
    staff_of_proposing = 512,  ///< lead or head of the school that proposed a partnership
    staff_of_partner = 1024,   ///< lead or head of the school that it was proposed to
    staff_of_member = 2048,    ///< lead or head of a school of the cluster that meets
    signs_for_host = 4096,     ///< lead or head of the host, or a deputy who may sign off
    head_of_school = 8192,     ///< of the school whose posts it is about
};

class Relations {
  public:
    constexpr Relations() = default;
    constexpr Relations(Relation relation) : bits_(static_cast<std::uint16_t>(relation)) {}
    constexpr bool any_of(Relations others) const { return (bits_ & others.bits_) != 0; }
    constexpr Relations operator|(Relations other) const {
        Relations both;
        both.bits_ = bits_ | other.bits_;
        return both;
    }
    constexpr Relations operator&(Relations other) const {
        Relations common;
        common.bits_ = bits_ & other.bits_;
        return common;
    }
    constexpr Relations& operator|=(Relations other) { return *this = *this | other; }

  private:
    std::uint16_t bits_ = 0;
};

constexpr Relations operator|(Relation a, Relation b) {
    return Relations(a) | Relations(b);
}

enum class Action : std::uint8_t {
    request_visit,
    agree_visit,
    decline_visit,
    set_visit_day,
    move_visit,
    cancel_visit,
    record_visit_held,
    reflect_as_guest,
    reflect_as_host,
    waive_return,
    write_sheet,
    name_visitors,
    request_review,
    decline_review,
    name_team,
    agree_days,
    cancel_review,
    record_review_held,
    draft_report,
    answer_report,
    close_review,
    propose_partnership,
    accept_partnership,
    decline_partnership,
    withdraw_partnership,
    record_for_school,
    record_for_partner,
    pause_partnership,
    resume_partnership,
    end_partnership,
    propose_meeting,
    run_meeting,
    answer_for_school,
    found_network,
    set_themes,
    set_deadlines,
    set_bank_holidays,
    confirm_clock,
    form_cluster,
    join_network,
    leave_network,
    join_cluster,
    leave_cluster,
    register_schools,
    link_schools,
    add_place,
    hand_on,
    attest,
    add_person,
    give_role,
    end_role,
    invite,
    name_deputy,
    make_token,
    set_school_days,
    set_term_dates,
    set_cover_rate,
    enter_in_ledger,
    correct_details,
    erase_person,
    redact_text,
    see_all_held,
};
COMMONWEAL_DESCRIBE_LONG_ENUM(
    Action,
    (request_visit, agree_visit, decline_visit, set_visit_day, move_visit, cancel_visit,
     record_visit_held, reflect_as_guest, reflect_as_host, waive_return, write_sheet, name_visitors,
     request_review, decline_review, name_team, agree_days, cancel_review, record_review_held,
     draft_report, answer_report, close_review, propose_partnership, accept_partnership,
     decline_partnership, withdraw_partnership, record_for_school, record_for_partner,
     pause_partnership, resume_partnership, end_partnership, propose_meeting, run_meeting,
     answer_for_school),
    (found_network, set_themes, set_deadlines, set_bank_holidays, confirm_clock, form_cluster,
     join_network, leave_network, join_cluster, leave_cluster, register_schools, link_schools,
     add_place, hand_on, attest, add_person, give_role, end_role, invite, name_deputy, make_token,
     set_school_days, set_term_dates, set_cover_rate, enter_in_ledger, correct_details,
     erase_person, redact_text, see_all_held))

struct Row {
    Action action;
    Relations who;
};
/// The table, a row an action.
std::span<const Row> table();
bool may(Relations who, Action action);

/// For whom somebody acts today, beside themselves.
struct ActsFor {
    PersonId person;
    person::Role role;
    std::vector<person::Scope> scopes;
};

/// Somebody who asks, and what they may act as today.
struct Actor {
    PersonId id;
    std::vector<person::Role> roles;
    std::vector<ActsFor> acts_for{};

    bool has(person::RoleKind role) const;
    bool holds(person::RoleKind role, const std::string& place) const;
    /// Lead or head there.
    bool staff_of(SchoolId school) const;
    /// Lead or head there, or their deputy for this.
    bool speaks_for(SchoolId school, person::Scope scope) const;
    /// Where the actor is lead or head, or acts for one; each once, in the order of URNs.
    std::vector<SchoolId> schools() const;
    bool coordinates(NetworkId network, const std::vector<ClusterId>& clusters) const;
};

/// What the actor is to a visit, a review, a partnership, a group of schools, a person, or to
/// nothing in particular.
Relations relations(const Actor& actor);
Relations relations(const Actor& actor, const Visit& visit);
Relations relations(const Actor& actor, const Review& review);
Relations relations(const Actor& actor, const Partnership& partnership);
/// `member`: a school of the cluster for which the actor may speak; none: there is none.
Relations relations(const Actor& actor, const Meeting& meeting,
                    std::optional<SchoolId> member = std::nullopt);
Relations relations(const Actor& actor, NetworkId network, const std::vector<ClusterId>& clusters);
Relations relations(const Actor& actor, SchoolId school);
Relations relations(const Actor& actor, PersonId person);
/// To a school itself: its days, its account.
Relations relations(const Actor& actor, const School& school);

/// What the actor is to a post of a school that somebody holds or is to hold. A coordinator of the
/// school's network is one for the post of its lead, and for nobody's own good: membership, which a
/// coordinator decides, must not make them head.
Relations relations_to_post(const Actor& actor, const person::Role& role, const School& school,
                            PersonId holder);

/// What a deputy must be passed to take a step.
person::Scope scope_of(task::Duty duty);
/// To what the step belongs.
person::Scope area_of(task::Duty duty);

/// For whom the actor does it, where they may only as a deputy: "for the head". `relate`: what an
/// actor is to the thing.
template <class Relate>
std::optional<PersonId> acting_for(const Actor& actor, Action action, Relate relate) {
    if (actor.acts_for.empty()) return std::nullopt;
    const Actor alone{actor.id, actor.roles, {}};
    if (may(relate(alone), action)) return std::nullopt;
    for (const auto& principal : actor.acts_for)
        if (may(relate(Actor{actor.id, actor.roles, {principal}}), action)) return principal.person;
    return std::nullopt;
}

/// The labels that a reader may see.
class Sees {
  public:
    static Sees nothing() { return Sees(0); }
    static Sees everything() { return Sees(0xFF); }
    explicit Sees(Relations who);
    bool operator()(Visibility label) const {
        return (labels_ & (1U << static_cast<unsigned>(label))) != 0;
    }

  private:
    explicit Sees(unsigned labels) : labels_(labels) {}
    unsigned labels_ = 0;
};

}  // namespace commonweal::access
