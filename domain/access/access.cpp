#include "domain/access/access.hpp"

#include <algorithm>
#include <array>

#include "domain/core/sorted.hpp"

namespace commonweal::access {
namespace {

using enum Relation;
using person::Scope;

constexpr Relations either_of_visit = staff_of_guest | staff_of_host | Relations(coordinator);
constexpr Relations either_of_review = staff_of_reviewing | staff_of_host | Relations(coordinator);
constexpr Relations either_partner = staff_of_proposing | staff_of_partner;
constexpr Relations convener = coordinator | administrator;
/// Who looks after the posts of a school: its head, and whoever convenes its network.
constexpr Relations of_posts = Relations(head_of_school) | convener;

constexpr std::array rows{
    Row{Action::request_visit, staff_of_guest | coordinator},
    Row{Action::agree_visit, staff_of_host},
    Row{Action::decline_visit, staff_of_host},
    Row{Action::set_visit_day, either_of_visit},
    Row{Action::move_visit, either_of_visit},
    Row{Action::cancel_visit, either_of_visit},
    Row{Action::record_visit_held, either_of_visit},
    Row{Action::reflect_as_guest, staff_of_guest},
    Row{Action::reflect_as_host, staff_of_host},
    Row{Action::waive_return, staff_of_host | coordinator},
    Row{Action::write_sheet, staff_of_host},
    Row{Action::name_visitors, staff_of_guest},
    Row{Action::request_review, either_of_review},
    Row{Action::decline_review, staff_of_reviewing | staff_of_host},
    Row{Action::name_team, staff_of_reviewing},
    Row{Action::agree_days, either_of_review},
    Row{Action::cancel_review, either_of_review},
    Row{Action::record_review_held, either_of_review | Relations(team_lead)},
    Row{Action::draft_report, team},
    Row{Action::answer_report, signs_for_host},
    Row{Action::close_review, team_lead | coordinator},
    Row{Action::propose_partnership, staff_of_proposing | coordinator},
    Row{Action::accept_partnership, staff_of_partner},
    Row{Action::decline_partnership, staff_of_partner},
    Row{Action::withdraw_partnership, staff_of_proposing | coordinator},
    Row{Action::record_for_school, staff_of_proposing},
    Row{Action::record_for_partner, staff_of_partner},
    Row{Action::pause_partnership, either_partner | Relations(coordinator)},
    Row{Action::resume_partnership, either_partner | Relations(coordinator)},
    Row{Action::end_partnership, either_partner | Relations(coordinator)},
    Row{Action::propose_meeting, staff_of_host | coordinator},
    Row{Action::run_meeting, staff_of_host | coordinator},
    Row{Action::answer_for_school, staff_of_member | coordinator},
    Row{Action::found_network, administrator},
    Row{Action::set_themes, convener},
    Row{Action::set_deadlines, convener},
    Row{Action::set_bank_holidays, administrator},
    Row{Action::confirm_clock, administrator},
    Row{Action::form_cluster, convener},
    Row{Action::join_network, convener},
    Row{Action::leave_network, convener},
    Row{Action::join_cluster, convener},
    Row{Action::leave_cluster, convener},
    Row{Action::register_schools, administrator},
    Row{Action::link_schools, administrator},
    Row{Action::add_place, convener},
    Row{Action::hand_on, convener},
    Row{Action::attest, convener},
    Row{Action::add_person, of_posts},
    Row{Action::give_role, of_posts},
    Row{Action::end_role, of_posts},
    Row{Action::invite, of_posts},
    Row{Action::name_deputy, themselves | administrator},
    Row{Action::make_token, administrator},
    Row{Action::set_school_days, Relations(staff_of_host) | convener},
    Row{Action::set_term_dates, convener},
    Row{Action::set_cover_rate, staff_of_host},
    Row{Action::enter_in_ledger, coordinator},
    Row{Action::correct_details, themselves | administrator},
    Row{Action::erase_person, administrator},
    Row{Action::redact_text, Relations(themselves) | convener},
    Row{Action::see_all_held, themselves | administrator},
};

/// Rows stand in the order of the actions, so that a look-up is an index.
consteval bool complete() {
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (static_cast<std::size_t>(rows[i].action) != i) return false;
    return rows.size() ==
           boost::mp11::mp_size<boost::describe::describe_enumerators<Action>>::value;
}
static_assert(complete(), "an action without a row, or rows out of order");

/// A label, and who sees what bears it.
struct Seen {
    Visibility label;
    Relations by;
};
constexpr std::array seen{
    Seen{Visibility::network, signed_in},
    Seen{Visibility::parties, staff_of_guest | staff_of_host | Relations(staff_of_reviewing) |
                                  Relations(team) | either_partner | Relations(staff_of_member) |
                                  Relations(coordinator)},
    Seen{Visibility::team,
         team | staff_of_host | Relations(signs_for_host) | Relations(coordinator)},
    Seen{Visibility::coordinator, coordinator},
    Seen{Visibility::school, staff_of_host},
    Seen{Visibility::personal, themselves | administrator},
};

}  // namespace

std::span<const Row> table() {
    return rows;
}

bool may(Relations who, Action action) {
    return who.any_of(rows[static_cast<std::size_t>(action)].who);
}

bool Actor::has(person::RoleKind role) const {
    return std::ranges::any_of(roles, [&](const auto& held) { return held.role == role; });
}

bool Actor::holds(person::RoleKind role, const std::string& place) const {
    return std::ranges::find(roles, person::Role{role, place}) != roles.end();
}

bool Actor::staff_of(SchoolId school) const {
    const auto place = to_text(school);
    return holds(person::RoleKind::lead, place) || holds(person::RoleKind::head, place);
}

bool Actor::speaks_for(SchoolId school, person::Scope scope) const {
    if (staff_of(school)) return true;
    const auto place = to_text(school);
    return std::ranges::any_of(acts_for, [&](const auto& principal) {
        return principal.role.place == place &&
               std::ranges::find(principal.scopes, scope) != principal.scopes.end();
    });
}

std::vector<SchoolId> Actor::schools() const {
    std::vector<SchoolId> all;
    const auto add = [&](const person::Role& role) {
        if (role.role != person::RoleKind::lead && role.role != person::RoleKind::head) return;
        if (const auto school = parse_school(role.place)) insert(all, *school);
    };
    for (const auto& role : roles) add(role);
    for (const auto& principal : acts_for) add(principal.role);
    return all;
}

bool Actor::coordinates(NetworkId network, const std::vector<ClusterId>& clusters) const {
    return holds(person::RoleKind::coordinator, to_text(network)) ||
           std::ranges::any_of(clusters, [&](ClusterId cluster) {
               return holds(person::RoleKind::coordinator, to_text(cluster));
           });
}

Relations relations(const Actor& actor) {
    Relations all = signed_in;
    if (actor.has(person::RoleKind::administrator)) all |= administrator;
    return all;
}

Relations relations(const Actor& actor, const Visit& visit) {
    auto all = relations(actor, visit.network, visit.clusters);
    if (actor.speaks_for(visit.guest, Scope::visits)) all |= staff_of_guest;
    if (actor.speaks_for(visit.host, Scope::visits)) all |= staff_of_host;
    return all;
}

Relations relations(const Actor& actor, const Review& review) {
    auto all = relations(actor, review.network, review.clusters);
    if (actor.speaks_for(review.host, Scope::reviews)) all |= staff_of_host;
    if (actor.speaks_for(review.host, Scope::sign_off)) all |= signs_for_host;
    if (actor.speaks_for(review.reviewing_school, Scope::reviews)) all |= staff_of_reviewing;
    for (const auto& member : review.team) {
        if (member.reviewer != actor.id) continue;
        all |= team;
        if (member.role == review::TeamRole::lead) all |= team_lead;
    }
    return all;
}

Relations relations(const Actor& actor, const Partnership& partnership) {
    auto all = relations(actor, partnership.network, partnership.clusters);
    if (actor.speaks_for(partnership.school, Scope::partnerships)) all |= staff_of_proposing;
    if (actor.speaks_for(partnership.partner, Scope::partnerships)) all |= staff_of_partner;
    return all;
}

Relations relations(const Actor& actor, const Meeting& meeting, std::optional<SchoolId> member) {
    auto all = relations(actor, meeting.network, {meeting.cluster});
    if (actor.speaks_for(meeting.host, Scope::meetings)) all |= staff_of_host;
    if (member && actor.speaks_for(*member, Scope::meetings)) all |= staff_of_member;
    return all;
}

Relations relations(const Actor& actor, NetworkId network, const std::vector<ClusterId>& clusters) {
    auto all = relations(actor);
    if (actor.coordinates(network, clusters)) all |= coordinator;
    return all;
}

Relations relations(const Actor& actor, SchoolId school) {
    auto all = relations(actor);
    if (actor.staff_of(school)) all |= staff_of_host;
    return all;
}

Relations relations(const Actor& actor, const School& school) {
    auto all = relations(actor, school.id);
    for (const auto& network : school.networks)
        if (actor.coordinates(network, {})) all |= coordinator;
    return all;
}

Relations relations_to_post(const Actor& actor, const person::Role& role, const School& school,
                            PersonId holder) {
    auto all = relations(actor);
    if (actor.holds(person::RoleKind::head, role.place)) all |= head_of_school;
    const bool convenes = std::ranges::any_of(
        school.networks, [&](NetworkId network) { return actor.coordinates(network, {}); });
    if (convenes && role.role == person::RoleKind::lead && holder != actor.id) all |= coordinator;
    return all;
}

Scope area_of(task::Duty duty) {
    using enum task::Duty;
    switch (duty) {
        case answer_visit:
        case set_visit_day:
        case record_visit:
        case reflect_on_visit:
        case ask_for_return:
        case follow_up_practice:
            return Scope::visits;
        case name_team:
        case agree_review_days:
        case record_review:
        case write_report:
        case answer_report:
        case close_review:
            return Scope::reviews;
        case answer_partnership:
            return Scope::partnerships;
        case answer_meeting_days:
        case settle_meeting_day:
        case reply_to_meeting:
        case record_attendance:
            return Scope::meetings;
    }
    return Scope::sign_off;
}

Scope scope_of(task::Duty duty) {
    return duty == task::Duty::answer_report ? Scope::sign_off : area_of(duty);
}

Relations relations(const Actor& actor, PersonId person) {
    auto all = relations(actor);
    if (actor.id == person) all |= themselves;
    return all;
}

Sees::Sees(Relations who) {
    for (const auto& [label, by] : seen)
        if (who.any_of(by)) labels_ |= 1U << static_cast<unsigned>(label);
}

}  // namespace commonweal::access
