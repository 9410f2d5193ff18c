// What schools gave and received over a window of days, and what is put into their accounts.

#include "projections/ledger/ledger.hpp"

#include "tests/projections/history.hpp"
#include "tests/support/seed.hpp"

using namespace commonweal;
using namespace commonweal::testing;
using view::Window;

namespace {

const SchoolId giver{100001};
const SchoolId receiver{100002};
const Window always{day("2000-01-01"), day("2100-01-01")};

struct Fed {
    view::Directory directory;
    view::Diary diary;
    view::Ledger ledger;

    explicit Fed(const Ring& ring) {
        for (const auto& happening : ring.all()) {
            directory.apply(happening.event);
            diary.apply(happening.event, happening.recorded);
            ledger.apply(happening.event.fact);
        }
    }
    std::vector<view::LedgerLine> lines(SchoolId school, const Window& window = always,
                                        std::optional<NetworkId> network = {}) const {
        return ledger.lines(school, window, network, diary, directory);
    }
    view::LedgerRow row(SchoolId school, const Window& window = always) const {
        return ledger.row(school, window, lines(school, window));
    }
};

school::Details at(const std::string& name, std::int32_t easting, std::int32_t northing) {
    auto details = called(name);
    details.easting = easting;
    details.northing = northing;
    return details;
}

/// Two schools that are 30 km apart, as the crow flies.
Ring two_schools() {
    auto told = small_ring(4);
    told.begin_day();
    told.registered(giver, at("Giver", 300'000, 200'000));
    told.registered(receiver, at("Receiver", 318'000, 224'000));
    return told;
}

/// By three people on two days.
ReviewId reviewed(Ring& told) {
    const auto id = *told.review(receiver, giver);
    told.tell(review::TeamNamed{id,
                                {{numbered<PersonId>(1), review::TeamRole::lead},
                                 {numbered<PersonId>(2), review::TeamRole::reviewer},
                                 {numbered<PersonId>(3), review::TeamRole::training}}});
    told.tell(review::Held{id, {day("2026-03-04"), day("2026-03-05")}});
    return id;
}

}  // namespace

TEST_CASE("a review gives reviewers times days, and the reviewing school travels each day") {
    auto told = two_schools();
    reviewed(told);
    const Fed fed(told);
    const auto gave = fed.row(giver);
    CHECK(gave.reviews_given == 1);
    CHECK(gave.days_given == 6);
    CHECK(gave.travel_km == 120);
    CHECK(gave.balance_reviews == 1);
    CHECK(gave.balance_days == 6);
    const auto received = fed.row(receiver);
    CHECK(received.reviews_received == 1);
    CHECK(received.days_received == 6);
    CHECK(received.travel_km == 0);
    CHECK(received.balance_days == -6);
    const auto lines = fed.lines(receiver);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].other == giver);
    CHECK(lines[0].day == day("2026-03-04"));
    CHECK_FALSE(lines[0].gave);
}

TEST_CASE("a reviewer who left before does not count; who finishes the report is no day more") {
    auto told = two_schools();
    const auto id = *told.review(receiver, giver);
    const review::TeamMember lead{ann, review::TeamRole::lead},
        ill{ben, review::TeamRole::reviewer};
    told.tell(review::TeamNamed{id, {lead, ill}});
    told.tell(review::MemberLeft{id, ill});
    told.tell(review::Held{id, {day("2026-03-04"), day("2026-03-05")}});
    CHECK(Fed(told).row(giver).days_given == 2);
    told.tell(review::TeamNamed{id, {lead, ill, {cat, review::TeamRole::training}}});
    CHECK(Fed(told).row(giver).days_given == 2);
}

TEST_CASE("a visit is hosted by one and made by the other, who travels") {
    auto told = two_schools();
    told.past_visit(receiver, giver, day("2026-02-03"));
    const Fed fed(told);
    CHECK(fed.row(giver).visits_hosted == 1);
    CHECK(fed.row(giver).travel_km == 0);
    CHECK(fed.row(receiver).visits_made == 1);
    CHECK(fed.row(receiver).travel_km == 60);
    CHECK(fed.row(receiver).balance_reviews == 0);
}

TEST_CASE("a journey between places of which one is not known, or both the same, has no length") {
    auto told = small_ring(4);
    told.begin_day();
    told.past_visit(receiver, giver, day("2026-02-03"));
    CHECK(Fed(told).row(receiver).travel_km == 0);
    CHECK(Fed(told).row(receiver).journeys_unknown == 1);
    told.registered(giver, at("Giver", 300'000, 200'000));
    told.registered(receiver, at("Receiver", 300'000, 200'000));
    CHECK(Fed(told).row(receiver).journeys_unknown == 1);
    told.registered(receiver, at("Receiver", 301'000, 200'000));
    CHECK(Fed(told).row(receiver).journeys_unknown == 0);
    CHECK(Fed(told).row(receiver).travel_km == 2);
}

TEST_CASE("only what began within the window counts") {
    auto told = two_schools();
    reviewed(told);
    const Fed fed(told);
    const auto given = [&](const char* from, const char* to) {
        return fed.row(giver, {day(from), day(to)}).reviews_given;
    };
    CHECK(given("2026-03-04", "2026-03-04") == 1);
    CHECK(given("2026-03-05", "2026-03-31") == 0);
    CHECK(given("2026-01-01", "2026-03-03") == 0);
}

TEST_CASE("cover costs what the reviewing school said that a day costs on that day") {
    auto told = two_schools();
    reviewed(told);
    told.tell(ledger::CoverRateSet{giver, 20'000, day("2026-03-01")});
    told.tell(ledger::CoverRateSet{giver, 90'000, day("2026-03-05")});
    const Fed fed(told);
    CHECK(fed.row(giver).cover_cost == 120'000U);
    CHECK(fed.row(giver).cover_rate == 90'000U);
    CHECK_FALSE(fed.row(receiver).cover_cost.has_value());
}

TEST_CASE("entries change the balance and nothing else, in the network for which they are made") {
    auto told = two_schools();
    told.tell(ledger::EntryMade{giver, 1, severn, ledger::EntryKind::opening, day("2026-01-05"), -2,
                                5, words("From before")});
    const Fed fed(told);
    const auto row = fed.row(giver);
    CHECK(row.adjusted_reviews == -2);
    CHECK(row.balance_reviews == -2);
    CHECK(row.balance_days == 5);
    CHECK(row.reviews_given == 0);
    CHECK(fed.lines(giver, always, severn).size() == 1);
    CHECK(fed.lines(giver, always, numbered<NetworkId>(2)).empty());
}

TEST_CASE("what a school did counts for the one that followed it and took on its history") {
    auto told = two_schools();
    const SchoolId academy{100003};
    reviewed(told);
    told.link(academy, giver);
    told.hand_on(giver, academy, true);
    const Fed fed(told);
    CHECK(fed.row(academy).reviews_given == 1);
    CHECK(fed.row(academy).balance_days == 6);
}

TEST_CASE("on any history all that was given was received by somebody") {
    const auto number = seed();
    INFO("COMMONWEAL_SEED=" << number);
    const Fed fed(random_history(number, 600));
    view::LedgerRow all;
    for (std::uint32_t urn = 100001; urn <= 100007; ++urn) {
        if (fed.diary.heir_of(SchoolId{urn})) continue;  // it stands in its heir's row
        const auto row = fed.row(SchoolId{urn});
        all.reviews_given += row.reviews_given;
        all.reviews_received += row.reviews_received;
        all.days_given += row.days_given;
        all.days_received += row.days_received;
        all.visits_hosted += row.visits_hosted;
        all.visits_made += row.visits_made;
    }
    CHECK(all.reviews_given == all.reviews_received);
    CHECK(all.days_given == all.days_received);
    CHECK(all.visits_hosted == all.visits_made);
    CHECK(all.visits_made + all.reviews_given > 0);
}
