// What somebody is to a visit, a review, a group of schools or a person.

#include "domain/access/access.hpp"
#include "tests/domain/meeting/facts.hpp"
#include "tests/domain/partnership/facts.hpp"
#include "tests/domain/review/facts.hpp"
#include "tests/domain/visit/facts.hpp"

using namespace commonweal;
using namespace commonweal::access;
using namespace commonweal::testing;
using enum commonweal::access::Relation;

namespace {

using person::RoleKind;

Actor actor(RoleKind role, const std::string& place, PersonId id = numbered<PersonId>(50)) {
    return {id, {{role, place}}};
}

/// The names of the relations that hold.
std::string names(Relations who) {
    constexpr std::array all{
        std::pair{signed_in, "signed in"},
        std::pair{staff_of_guest, "guest"},
        std::pair{staff_of_host, "host"},
        std::pair{staff_of_reviewing, "reviewing"},
        std::pair{team, "team"},
        std::pair{team_lead, "team lead"},
        std::pair{coordinator, "coordinator"},
        std::pair{themselves, "themselves"},
        std::pair{administrator, "administrator"},
        std::pair{staff_of_proposing, "proposing"},
        std::pair{staff_of_partner, "partner"},
        std::pair{staff_of_member, "member"},
        std::pair{signs_for_host, "signs"},
        std::pair{head_of_school, "head"},
    };
    std::string text;
    for (const auto& [relation, name] : all)
        if (who.any_of(relation)) text += (text.empty() ? "" : ", ") + std::string(name);
    return text;
}

}  // namespace

TEST_CASE("what somebody is to a visit") {
    const auto visit = visit_at(visit::Stage::agreed).state();
    const auto to_visit = [&](const Actor& who) { return names(relations(who, visit)); };
    CHECK(to_visit({ann, {}}) == "signed in");
    CHECK(to_visit(actor(RoleKind::lead, "145398")) == "signed in, guest");
    CHECK(to_visit(actor(RoleKind::head, "145398")) == "signed in, guest");
    CHECK(to_visit(actor(RoleKind::lead, "141069")) == "signed in, host");
    CHECK(to_visit(actor(RoleKind::head, "141069")) == "signed in, host");
    CHECK(to_visit(actor(RoleKind::lead, "100001")) == "signed in");
    CHECK(to_visit(actor(RoleKind::assessor, "145398")) == "signed in");
    CHECK(to_visit(actor(RoleKind::coordinator, to_text(severn))) == "signed in, coordinator");
    CHECK(to_visit(actor(RoleKind::coordinator, to_text(avon))) == "signed in, coordinator");
    CHECK(to_visit(actor(RoleKind::coordinator, to_text(cherwell))) == "signed in, coordinator");
    CHECK(to_visit(actor(RoleKind::coordinator, to_text(numbered<ClusterId>(9)))) == "signed in");
    CHECK(to_visit(actor(RoleKind::administrator, "")) == "signed in, administrator");
    CHECK(to_visit(actor(RoleKind::researcher, "")) == "signed in");
}

TEST_CASE("who works at both schools of a visit is of both sides") {
    Actor both = actor(RoleKind::lead, "145398");
    both.roles.push_back({RoleKind::head, "141069"});
    CHECK(names(relations(both, visit_at(visit::Stage::held).state())) == "signed in, guest, host");
}

TEST_CASE("what somebody is to a review") {
    const auto review = review_at(review::Stage::held).state();
    const auto to_review = [&](const Actor& who) { return names(relations(who, review)); };
    CHECK(to_review(actor(RoleKind::lead, "145398")) == "signed in, host, signs");
    CHECK(to_review(actor(RoleKind::head, "141069")) == "signed in, reviewing");
    CHECK(to_review(actor(RoleKind::lead, "141069", ann)) ==
          "signed in, reviewing, team, team lead");
    CHECK(to_review(actor(RoleKind::head, "141069", ben)) == "signed in, reviewing, team");
    // Who was on the team stays on it after leaving the school.
    CHECK(to_review({ben, {}}) == "signed in, team");
    CHECK(to_review(actor(RoleKind::coordinator, to_text(avon))) == "signed in, coordinator");
    CHECK(to_review({cat, {}}) == "signed in");
}

TEST_CASE("what somebody is to a partnership") {
    const auto partnership = partnership_at(partnership::Stage::active).state();
    const auto to_it = [&](const Actor& who) { return names(relations(who, partnership)); };
    CHECK(to_it(actor(RoleKind::lead, "145398")) == "signed in, proposing");
    CHECK(to_it(actor(RoleKind::head, "141069")) == "signed in, partner");
    CHECK(to_it(actor(RoleKind::lead, "100001")) == "signed in");
    CHECK(to_it(actor(RoleKind::coordinator, to_text(cherwell))) == "signed in, coordinator");
    CHECK(to_it(actor(RoleKind::administrator, "")) == "signed in, administrator");
}

TEST_CASE("what somebody is to a meeting") {
    const auto meeting = meeting_at(meeting::Stage::settled).state();
    const auto to_it = [&](const Actor& who, std::optional<SchoolId> member = {}) {
        return names(relations(who, meeting, member));
    };
    CHECK(to_it(actor(RoleKind::lead, "145398"), ashton_park) == "signed in, host, member");
    CHECK(to_it(actor(RoleKind::head, "100002"), barton) == "signed in, member");
    CHECK(to_it(actor(RoleKind::head, "100002")) == "signed in");
    // Nobody speaks for a school where they do not work.
    CHECK(to_it(actor(RoleKind::head, "100002"), ashton_park) == "signed in");
    CHECK(to_it(actor(RoleKind::coordinator, to_text(avon))) == "signed in, coordinator");
    CHECK(to_it(actor(RoleKind::coordinator, to_text(cherwell))) == "signed in");
}

TEST_CASE("before a team is named, nobody is on it") {
    const auto review = review_at(review::Stage::requested).state();
    CHECK(names(relations(Actor{ann, {}}, review)) == "signed in");
}

TEST_CASE("what somebody is to a group, a school and a person") {
    CHECK(names(relations(actor(RoleKind::coordinator, to_text(avon)), severn, {avon})) ==
          "signed in, coordinator");
    CHECK(names(relations(actor(RoleKind::coordinator, to_text(avon)), severn, {})) == "signed in");
    CHECK(names(relations(actor(RoleKind::lead, "145398"), ashton_park)) == "signed in, host");
    CHECK(names(relations(actor(RoleKind::lead, "145398"), cooper)) == "signed in");
    CHECK(names(relations(Actor{ann, {}}, ann)) == "signed in, themselves");
    CHECK(names(relations(Actor{ann, {}}, ben)) == "signed in");
    CHECK(names(relations(actor(RoleKind::administrator, ""))) == "signed in, administrator");
}

TEST_CASE("a deputy is to a thing what the other one is, where it is within the scope") {
    using person::Scope;
    const auto deputy = [](Scope scope) {
        return Actor{ann, {}, {{ben, {RoleKind::head, "145398"}, {scope}}}};
    };
    const auto visit = visit_at(visit::Stage::agreed).state();  // Ashton Park is the guest
    CHECK(names(relations(deputy(Scope::visits), visit)) == "signed in, guest");
    CHECK(names(relations(deputy(Scope::reviews), visit)) == "signed in");
    const auto review = review_at(review::Stage::drafted).state();  // and the host
    const auto stranger = [](Actor who) {
        who.id = numbered<PersonId>(50);  // who is not on the team
        return who;
    };
    CHECK(names(relations(stranger(deputy(Scope::reviews)), review)) == "signed in, host");
    CHECK(names(relations(stranger(deputy(Scope::sign_off)), review)) == "signed in, signs");
    const auto partnership = partnership_at(partnership::Stage::active).state();
    CHECK(names(relations(deputy(Scope::partnerships), partnership)) == "signed in, proposing");
    const auto meeting = meeting_at(meeting::Stage::settled).state();
    CHECK(names(relations(deputy(Scope::meetings), meeting, ashton_park)) ==
          "signed in, host, member");
}

TEST_CASE("what a deputy does is done for the other one, unless they may do it themselves") {
    const auto visit = visit_at(visit::Stage::requested).state();  // Cooper is to answer
    const auto relate = [&](const Actor& who) { return relations(who, visit); };
    const ActsFor for_head{ben, {RoleKind::head, "141069"}, {person::Scope::visits}};
    const ActsFor elsewhere{cat, {RoleKind::head, "100002"}, {person::Scope::visits}};
    const Actor deputy{ann, {}, {elsewhere, for_head}};
    CHECK(may(relate(deputy), Action::agree_visit));
    CHECK(acting_for(deputy, Action::agree_visit, relate) == ben);
    const Actor lead{ann, {{RoleKind::lead, "141069"}}, {for_head}};
    CHECK_FALSE(acting_for(lead, Action::agree_visit, relate).has_value());
    CHECK_FALSE(acting_for(Actor{ann, {}}, Action::agree_visit, relate).has_value());
}

TEST_CASE("what somebody is to a post of a school, and to whoever is to hold it") {
    const auto school = ordinary_world().schools.at(ashton_park);
    const auto to_post = [&](const Actor& who, RoleKind kind, PersonId holder) {
        return names(relations_to_post(who, {kind, "145398"}, school, holder));
    };
    const auto coordinator = actor(RoleKind::coordinator, to_text(severn));
    CHECK(to_post(actor(RoleKind::head, "145398"), RoleKind::lead, ann) == "signed in, head");
    CHECK(to_post(actor(RoleKind::head, "145398"), RoleKind::head, ann) == "signed in, head");
    CHECK(to_post(actor(RoleKind::lead, "145398"), RoleKind::lead, ann) == "signed in");
    CHECK(to_post(actor(RoleKind::head, "141069"), RoleKind::lead, ann) == "signed in");
    CHECK(to_post(coordinator, RoleKind::lead, ann) == "signed in, coordinator");
    // Membership is a coordinator's to decide: it makes nobody head, and not themselves lead.
    CHECK(to_post(coordinator, RoleKind::head, ann) == "signed in");
    CHECK(to_post(coordinator, RoleKind::lead, coordinator.id) == "signed in");
    CHECK(to_post(actor(RoleKind::coordinator, to_text(avon)), RoleKind::lead, ann) == "signed in");
}

TEST_CASE("each step has a scope, and to sign off the report is one of its own") {
    using person::Scope;
    using task::Duty;
    CHECK(scope_of(Duty::answer_report) == Scope::sign_off);
    CHECK(area_of(Duty::answer_report) == Scope::reviews);
    CHECK(scope_of(Duty::write_report) == Scope::reviews);
    CHECK(scope_of(Duty::follow_up_practice) == Scope::visits);
    CHECK(scope_of(Duty::answer_partnership) == Scope::partnerships);
    CHECK(scope_of(Duty::record_attendance) == Scope::meetings);
}

TEST_CASE("the schools of somebody are those where they work and those for which they act") {
    const Actor who{
        ann,
        {{RoleKind::lead, "145398"}, {RoleKind::head, "145398"}, {RoleKind::coordinator, "100001"}},
        {{ben, {RoleKind::head, "100002"}, {person::Scope::visits}}}};
    CHECK(who.schools() == std::vector{SchoolId{100002}, ashton_park});
}
