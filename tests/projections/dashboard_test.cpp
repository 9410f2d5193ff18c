// What a dashboard shows: who belongs, how much is going on, who gives to whom, what just happened.

#include "projections/dashboard/dashboard.hpp"

#include "tests/projections/ring.hpp"

using namespace commonweal;
using namespace commonweal::testing;
using namespace commonweal::view;

namespace {

constexpr SchoolId first{100001};
constexpr SchoolId second{100002};
constexpr SchoolId fourth{100004};

DashboardView severn_of(const Ring& ring) {
    return folded<Dashboard>(ring, severn).view();
}
DashboardView avon_of(const Ring& ring) {
    return folded<Dashboard>(ring, avon).view();
}
std::vector<std::uint32_t> urns(const DashboardView& view) {
    std::vector<std::uint32_t> all;
    for (const auto& member : view.members) all.push_back(member.school.urn);
    return all;
}
const Link& link(const DashboardView& view, SchoolId giver, SchoolId receiver, Kind kind) {
    for (const auto& link : view.links)
        if (link.giver == giver && link.receiver == receiver && link.kind == kind) return link;
    throw std::logic_error("no such link");
}
const Balance& balance(const DashboardView& view, SchoolId school) {
    for (const auto& row : view.balance)
        if (row.school == school) return row;
    throw std::logic_error("no such row");
}
/// A review of the first school by the second, with its days agreed.
ReviewId review_soon(Ring& ring) {
    const auto id = *ring.review(first, second);
    ring.name_team(id);
    ring.ask(id, review::AgreeDays{{ring.today()}});
    return id;
}

}  // namespace

TEST_CASE("a dashboard names its network or cluster") {
    const auto ring = small_ring(2);
    CHECK(severn_of(ring).name == "Severn");
    CHECK(severn_of(ring).network == severn);
    CHECK_FALSE(severn_of(ring).cluster);
    CHECK(avon_of(ring).name == "Avon");
    CHECK(avon_of(ring).cluster == avon);
    CHECK(avon_of(ring).network == severn);
}

TEST_CASE("members stand in the order of their URNs, as they join and leave") {
    auto ring = small_ring(0);
    for (const std::uint32_t urn : {100003, 100001, 100002}) {
        ring.registered({urn}, called("School"));
        ring.join({urn}, severn);
    }
    CHECK(urns(severn_of(ring)) == std::vector<std::uint32_t>{100001, 100002, 100003});
    ring.leave(SchoolId{100002}, severn);
    CHECK(urns(severn_of(ring)) == std::vector<std::uint32_t>{100001, 100003});
}

TEST_CASE("who joins a cluster is on its dashboard, and on no other") {
    auto ring = small_ring(2);
    ring.join(first, avon);
    CHECK(urns(avon_of(ring)) == std::vector{first.urn});
    CHECK(urns(folded<Dashboard>(ring, cherwell).view()).empty());
    ring.leave(first, avon);
    CHECK(urns(avon_of(ring)).empty());
    CHECK(urns(severn_of(ring)).size() == 2);
}

TEST_CASE("a member that is renamed, closes and opens again is shown so") {
    auto ring = small_ring(1);
    auto renamed = called("Weston Park", "0");
    renamed.easting = 358'000;
    renamed.northing = 171'000;
    renamed.local_authority = "Bristol, City of";
    ring.registered(first, renamed);
    auto member = severn_of(ring).members.front();
    CHECK(member.name == "Weston Park");
    CHECK(member.local_authority == "Bristol, City of");
    CHECK(member.easting == 358'000);
    CHECK(member.northing == 171'000);
    CHECK(member.open);
    ring.registered(first, renamed, false);
    CHECK_FALSE(severn_of(ring).members.front().open);
    ring.registered(first, called("Weston", "0"), false);
    member = severn_of(ring).members.front();
    CHECK(member.name == "Weston");
    CHECK_FALSE(member.open);  // renamed, it is closed still
    CHECK_FALSE(member.easting);
    ring.registered(first, called("Weston", "0"));
    CHECK(severn_of(ring).members.front().open);
}

TEST_CASE("a visit is counted at the stage where it is") {
    auto ring = small_ring(2);
    const auto counts = [&] { return severn_of(ring).counts.visits; };
    const auto id = *ring.visit(first, second);
    CHECK(counts() == VisitCounts{1, 0, 0, 0, 0, 0});
    ring.ask(id, visit::Agree{});
    CHECK(counts() == VisitCounts{0, 1, 0, 0, 0, 0});
    ring.ask(id, visit::SetDay{ring.today()});
    CHECK(counts() == VisitCounts{0, 0, 1, 0, 0, 0});
    ring.ask(id, visit::RecordHeld{});
    CHECK(counts() == VisitCounts{0, 0, 0, 1, 0, 0});
    ring.ask(id, visit::Reflect{visit::Side::guest, words("We learnt")});
    CHECK(counts() == VisitCounts{0, 0, 0, 1, 0, 0});
    ring.ask(*ring.visit(second, first), visit::Decline{});
    ring.ask(*ring.visit(second, first), visit::Cancel{});
    CHECK(counts() == VisitCounts{0, 0, 0, 1, 1, 1});
    CHECK(severn_of(ring).counts.reviews == ReviewCounts{});
}

TEST_CASE("a review is counted at the stage where it is") {
    auto ring = small_ring(2);
    const auto counts = [&] { return severn_of(ring).counts.reviews; };
    const auto id = *ring.review(first, second);
    CHECK(counts() == ReviewCounts{1, 0, 0, 0, 0, 0, 0, 0, 0});
    ring.name_team(id);
    CHECK(counts() == ReviewCounts{0, 1, 0, 0, 0, 0, 0, 0, 0});
    ring.ask(id, review::AgreeDays{{ring.today()}});
    CHECK(counts() == ReviewCounts{0, 0, 1, 0, 0, 0, 0, 0, 0});
    ring.ask(id, review::RecordHeld{});
    CHECK(counts() == ReviewCounts{0, 0, 0, 1, 0, 0, 0, 0, 0});
    ring.ask(id, review::DraftReport{words("Warm"), {}});
    CHECK(counts() == ReviewCounts{0, 0, 0, 0, 1, 0, 0, 0, 0});
    ring.ask(id, review::AnswerReport{true, {}});
    CHECK(counts() == ReviewCounts{0, 0, 0, 0, 0, 1, 0, 0, 0});
    ring.ask(id, review::Close{});
    CHECK(counts() == ReviewCounts{0, 0, 0, 0, 0, 0, 1, 0, 0});
    ring.ask(*ring.review(first, second), review::Decline{});
    ring.ask(*ring.review(first, second), review::Cancel{});
    CHECK(counts() == ReviewCounts{0, 0, 0, 0, 0, 0, 1, 1, 1});
}

TEST_CASE("the host of a visit gives, and so does the reviewing school") {
    auto ring = small_ring(4);
    const auto visit = *ring.visit(first, second);
    review_soon(ring);
    auto view = severn_of(ring);
    CHECK(view.links.size() == 2);
    CHECK(link(view, second, first, Kind::visit).open == 1);
    CHECK(link(view, second, first, Kind::visit).held == 0);
    CHECK_FALSE(link(view, second, first, Kind::visit).last_day);
    CHECK(link(view, second, first, Kind::review).open == 1);
    ring.ask(visit, visit::Agree{});
    ring.ask(visit, visit::RecordHeld{day("2026-02-26")});
    view = severn_of(ring);
    CHECK(link(view, second, first, Kind::visit).open == 0);
    CHECK(link(view, second, first, Kind::visit).held == 1);
    CHECK(link(view, second, first, Kind::visit).last_day == day("2026-02-26"));
}

TEST_CASE("the last day of a link is the latest, in whichever order they are recorded") {
    auto ring = small_ring(2);
    for (const auto on : {"2026-02-12", "2026-02-26", "2026-02-19"}) {
        const auto visit = *ring.visit(first, second);
        ring.ask(visit, visit::Agree{});
        ring.ask(visit, visit::RecordHeld{day(on)});
    }
    CHECK(link(severn_of(ring), second, first, Kind::visit).last_day == day("2026-02-26"));
    CHECK(link(severn_of(ring), second, first, Kind::visit).held == 3);
}

TEST_CASE("a link that came to nothing is not shown") {
    auto ring = small_ring(2);
    ring.ask(*ring.visit(first, second), visit::Decline{});
    ring.ask(*ring.review(first, second), review::Cancel{});
    CHECK(severn_of(ring).links.empty());
}

TEST_CASE("the balance counts what took place, once, for each side") {
    auto ring = small_ring(2);
    const auto visit = *ring.visit(first, second);
    const auto review = review_soon(ring);
    CHECK(balance(severn_of(ring), first).visits_made == 0);
    ring.ask(visit, visit::Agree{});
    ring.ask(visit, visit::RecordHeld{ring.today()});
    ring.ask(visit, visit::Reflect{visit::Side::host, words("So did we")});
    ring.ask(review, review::RecordHeld{});
    ring.ask(review, review::DraftReport{words("Warm"), {}});
    ring.ask(review, review::AnswerReport{true, {}});
    ring.ask(review, review::Close{});
    const auto view = severn_of(ring);
    CHECK(balance(view, first).visits_made == 1);
    CHECK(balance(view, first).visits_hosted == 0);
    CHECK(balance(view, first).reviews_received == 1);
    CHECK(balance(view, first).reviews_given == 0);
    CHECK(balance(view, second).visits_hosted == 1);
    CHECK(balance(view, second).visits_made == 0);
    CHECK(balance(view, second).reviews_given == 1);
    CHECK(balance(view, second).reviews_received == 0);
}

TEST_CASE("a cluster's balance has rows for its members alone, and keeps them when they leave") {
    auto ring = small_ring(4);
    ring.join(first, avon);
    const auto visit = *ring.visit(first, fourth);
    ring.ask(visit, visit::Agree{});
    ring.ask(visit, visit::RecordHeld{ring.today()});
    ring.leave(first, avon);
    const auto view = avon_of(ring);
    CHECK(view.members.empty());
    REQUIRE(view.balance.size() == 1);
    CHECK(balance(view, first).visits_made == 1);
    CHECK(link(view, fourth, first, Kind::visit).held == 1);
}

TEST_CASE("a dashboard counts partnerships, and shows who works with whom while it lasts") {
    auto ring = small_ring(3);
    const auto id = *ring.partnership(first, second);
    CHECK(severn_of(ring).counts.partnerships == PartnershipCounts{.proposed = 1});
    CHECK(link(severn_of(ring), first, second, Kind::partnership).open == 1);
    ring.ask(id, partnership::Accept{});
    ring.ask(id, partnership::LogActivity{partnership::Side::school, ring.today(), words("Both")});
    CHECK(severn_of(ring).counts.partnerships == PartnershipCounts{.active = 1});
    CHECK(balance(severn_of(ring), first).visits_hosted == 0);
    CHECK(severn_of(ring).activity.front().partnership == id);
    CHECK(severn_of(ring).activity.front().days == std::vector{ring.today()});
    ring.ask(id, partnership::Pause{});
    CHECK(severn_of(ring).activity.front().days.empty());
    ring.ask(id, partnership::End{});
    CHECK(severn_of(ring).counts.partnerships == PartnershipCounts{.ended = 1});
    CHECK_THROWS(link(severn_of(ring), first, second, Kind::partnership));
}
