// What readers get to see of events: no typed words beyond those whom they are for.

#include <set>

#include "domain/access/access.hpp"
#include "server/codec/json_write.hpp"
#include "tests/domain/meeting/facts.hpp"
#include "tests/domain/partnership/facts.hpp"
#include "tests/domain/review/facts.hpp"
#include "tests/domain/visit/facts.hpp"

using namespace commonweal;
using namespace commonweal::access;
using namespace commonweal::testing;
using enum commonweal::access::Relation;

namespace {

constexpr std::array everybody{
    signed_in,        staff_of_guest,  staff_of_host,  staff_of_reviewing, team,
    team_lead,        coordinator,     themselves,     administrator,      staff_of_proposing,
    staff_of_partner, staff_of_member, signs_for_host, head_of_school};

/// Who, of all relations, gets these words when they read an event.
template <class E>
std::set<Relation> readers(const E& event, const std::string& secret) {
    std::set<Relation> who;
    for (const auto relation : everybody) {
        const codec::For reader{Sees(signed_in | relation), nullptr};
        const auto json = boost::json::serialize(codec::to_json(event, reader));
        if (json.find(secret) != std::string::npos) who.insert(relation);
    }
    return who;
}

const std::set<Relation> the_parties{staff_of_guest, staff_of_host,      staff_of_reviewing,
                                     team,           staff_of_proposing, staff_of_partner,
                                     coordinator,    staff_of_member};
const std::set<Relation> the_team{team, staff_of_host, signs_for_host, coordinator};
const auto secret = words("SECRET");

template <class Member>
constexpr bool personal = false;
template <class Kind>
constexpr bool personal<Personal<Kind>> = true;

}  // namespace

TEST_CASE("what is said about a visit is for the parties") {
    CHECK(readers(visit::Requested{the_visit, ashton_park, cooper, severn, {}, "equity", secret},
                  "SECRET") == the_parties);
    CHECK(readers(visit::Agreed{the_visit, secret}, "SECRET") == the_parties);
    CHECK(readers(visit::Declined{the_visit, secret}, "SECRET") == the_parties);
    CHECK(readers(visit::Moved{the_visit, today, today, secret}, "SECRET") == the_parties);
    CHECK(readers(visit::Cancelled{the_visit, secret}, "SECRET") == the_parties);
    CHECK(readers(visit::Reflected{the_visit, visit::Side::host, secret}, "SECRET") == the_parties);
}

TEST_CASE("what a review says is for its team, the host and the coordinator") {
    CHECK(readers(review::Requested{the_review, ashton_park, cooper, severn, {}, secret},
                  "SECRET") == the_team);
    CHECK(readers(review::ReportDrafted{the_review, secret, {}}, "SECRET") == the_team);
    CHECK(readers(review::ReportDrafted{the_review, {}, secret}, "SECRET") == the_team);
    CHECK(readers(review::ReportAnswered{the_review, true, secret}, "SECRET") == the_team);
    CHECK(readers(review::ReportAnswered{the_review, true, secret}, "accurate") == the_team);
    CHECK(readers(review::Declined{the_review, secret}, "SECRET") == the_parties);
    CHECK(readers(review::Cancelled{the_review, secret}, "SECRET") == the_parties);
    CHECK(readers(review_team_named(), to_text(ben)) == the_parties);
}

TEST_CASE("what partners write is for the parties, and that they did something is for everybody") {
    using namespace partnership;
    const auto of = the_partnership;
    const std::set<Relation> all(everybody.begin(), everybody.end());
    CHECK(readers(Proposed{of, ashton_park, cooper, severn, {}, "equity", secret}, "SECRET") ==
          the_parties);
    CHECK(readers(Accepted{of, secret}, "SECRET") == the_parties);
    CHECK(readers(Declined{of, secret}, "SECRET") == the_parties);
    CHECK(readers(Withdrawn{of, secret}, "SECRET") == the_parties);
    CHECK(readers(ActivityLogged{of, Side::school, today, secret}, "SECRET") == the_parties);
    CHECK(readers(ActivityLogged{of, Side::school, today, secret}, "2026-03-02") == all);
    CHECK(readers(EffectNoted{of, Side::school, secret, {}}, "SECRET") == the_parties);
    CHECK(readers(EffectNoted{of, Side::school, {}, secret}, "SECRET") == the_parties);
    CHECK(readers(Paused{of, secret}, "SECRET") == the_parties);
    CHECK(readers(Ended{of, secret}, "SECRET") == the_parties);
    CHECK(readers(partnership_proposed(), "141069") == all);
}

TEST_CASE("a sheet and who comes are for the parties; so is who takes over what") {
    CHECK(readers(visit::SheetWritten{the_visit, {}, {}, {}, secret, {}}, "SECRET") == the_parties);
    const visit::VisitorsNamed named{the_visit, secret, {}, ann, today};
    CHECK(readers(named, "SECRET") == the_parties);
    CHECK(readers(named, to_text(ann)) == the_parties);
    CHECK(readers(visit::PracticeAdopted{the_visit, 1, visit::Side::guest, today, secret},
                  "SECRET") == the_parties);
}

TEST_CASE("who was at a meeting is for its schools; that it took place is for everybody") {
    const std::set<Relation> all(everybody.begin(), everybody.end());
    CHECK(readers(attendance_recorded(), "100002") == the_parties);
    CHECK(readers(attendance_recorded(), "2026-03-02") == all);
    CHECK(readers(meeting_settled(), "16:00") == all);
    CHECK(readers(meeting::DaySettled{the_meeting, today, "", secret}, "SECRET") == the_parties);
    CHECK(readers(meeting::Replied{the_meeting, barton, meeting::Coming::apologies, secret},
                  "apologies") == the_parties);
}

TEST_CASE("an e-mail address is for the person and the administrator") {
    const person::Added added{ann, Personal<PersonName>::plain("NAME"),
                              Personal<EmailAddress>::plain("ADDRESS")};
    CHECK(readers(added, "ADDRESS") == std::set{themselves, administrator});
    CHECK(readers(added, "NAME") == the_parties);
    CHECK(readers(person::AddressTaken{ann}, to_text(ann)) == std::set{themselves, administrator});
}

TEST_CASE("everybody sees that something happened, and between whom") {
    const std::set<Relation> all(everybody.begin(), everybody.end());
    CHECK(readers(visit_requested(), "141069") == all);
    CHECK(readers(visit_dated(), "2026-03-09") == all);
    CHECK(readers(review_requested(), "141069") == all);
    CHECK(readers(review_held(), "2026-02-26") == all);
}

TEST_CASE("no typed word of any event is for the whole network, or is exported") {
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, EventTypes>>(
        [](auto type) {
            using E = typename decltype(type)::type;
            std::size_t at = 0;
            boost::mp11::mp_for_each<Members<E>>([&](auto member) {
                const Field& field = E::fields[at++];
                using Member = std::remove_cvref_t<decltype(std::declval<E>().*member.pointer)>;
                if constexpr (personal<Member>) {
                    INFO(E::kind << ", " << field.name);
                    CHECK(field.visibility != Visibility::network);
                    CHECK(field.in_exports == InExports::left_out);
                }
            });
        });
}

TEST_CASE("who entered an event is for the parties, and a pseudonym in exports") {
    const Attribution attribution{{}, ann, ben, How::live, {}};
    CHECK(readers(attribution, to_text(ann)) == the_parties);
    CHECK(readers(attribution, to_text(ben)) == the_parties);
    CHECK(Attribution::fields[1].in_exports == InExports::pseudonym);
    CHECK(Attribution::fields[2].in_exports == InExports::pseudonym);
}
