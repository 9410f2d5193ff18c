// The diary: filters, and pages without loss or doubling.

#include "projections/diary/diary.hpp"

#include "tests/projections/history.hpp"

using namespace commonweal;
using namespace commonweal::testing;
using namespace commonweal::view;

namespace {

Diary diary_of(const Ring& ring) {
    Diary diary;
    for (const auto& happening : ring.all()) diary.apply(happening.event, happening.recorded);
    return diary;
}

/// All pages, one after another.
std::vector<EngagementId> all_pages(const Diary& diary, Kind kind, const DiaryFilter& filter,
                                    std::size_t limit) {
    std::vector<EngagementId> all;
    Position before = 0;
    do {
        const auto page = diary.list(kind, filter, before, limit);
        REQUIRE(page.ids.size() <= limit);
        REQUIRE((page.next == 0 || page.ids.size() == limit));
        all.insert(all.end(), page.ids.begin(), page.ids.end());
        REQUIRE((page.next == 0 || before == 0 || page.next < before));
        before = page.next;
    } while (before != 0);
    return all;
}

/// The same from the states that the commands left behind: newest request first.
std::vector<EngagementId> expected_visits(const Ring& ring, const DiaryFilter& filter) {
    std::vector<EngagementId> all;
    for (const auto& [id, v] : ring.visits()) {
        const bool open = v.stage == visit::Stage::requested || v.stage == visit::Stage::agreed ||
                          v.stage == visit::Stage::dated;
        if (filter.school && v.guest != *filter.school && v.host != *filter.school) continue;
        if (filter.network && v.network != *filter.network) continue;
        if (filter.open && open != *filter.open) continue;
        all.push_back({id.bytes});
    }
    std::ranges::reverse(all);
    return all;
}
std::vector<EngagementId> expected_reviews(const Ring& ring, const DiaryFilter& filter) {
    std::vector<EngagementId> all;
    for (const auto& [id, r] : ring.reviews()) {
        const bool open = r.stage == review::Stage::requested ||
                          r.stage == review::Stage::team_named ||
                          r.stage == review::Stage::days_agreed;
        if (filter.school && r.host != *filter.school && r.reviewing_school != *filter.school)
            continue;
        if (filter.network && r.network != *filter.network) continue;
        if (filter.open && open != *filter.open) continue;
        all.push_back({id.bytes});
    }
    std::ranges::reverse(all);
    return all;
}

}  // namespace

TEST_CASE("the diary lists by school, network and openness, in pages without loss or doubling") {
    for (std::uint64_t seed = 20260601; seed < 20260606; ++seed) {
        INFO("seed " << seed);
        const auto ring = random_history(seed, 600);
        const auto diary = diary_of(ring);
        for (const auto school : {std::optional<SchoolId>{}, std::optional{SchoolId{100001}},
                                  std::optional{SchoolId{999999}}})
            for (const auto network : {std::optional<NetworkId>{}, std::optional{severn}})
                for (const auto open :
                     {std::optional<bool>{}, std::optional{true}, std::optional{false}})
                    for (const std::size_t limit : {1, 3, 50}) {
                        const DiaryFilter filter{school, network, open};
                        CHECK(all_pages(diary, Kind::visit, filter, limit) ==
                              expected_visits(ring, filter));
                        CHECK(all_pages(diary, Kind::review, filter, limit) ==
                              expected_reviews(ring, filter));
                    }
    }
}

TEST_CASE("what is asked for between two pages does not shift the second") {
    auto ring = small_ring(2);
    for (int i = 0; i < 4; ++i) ring.visit({100001}, {100002});
    const auto page = diary_of(ring).list(Kind::visit, {}, 0, 2);
    ring.visit({100001}, {100002});
    const auto next = diary_of(ring).list(Kind::visit, {}, page.next, 2);
    REQUIRE(next.ids.size() == 2);
    CHECK(next.ids[0] == EngagementId{numbered<VisitId>(2).bytes});
    CHECK(next.ids[1] == EngagementId{numbered<VisitId>(1).bytes});
    CHECK(next.next == 0);
}

TEST_CASE("a page of nothing says where the list goes on") {
    auto ring = small_ring(2);
    ring.visit({100001}, {100002});
    const auto diary = diary_of(ring);
    const auto page = diary.list(Kind::visit, {}, 0, 0);
    CHECK(page.ids.empty());
    CHECK(diary.list(Kind::visit, {}, page.next, 1).ids.size() == 1);
    CHECK(diary.list(Kind::review, {}, 0, 0).next == 0);
}

TEST_CASE("a line of the diary says how far it is") {
    auto ring = small_ring(2);
    const auto visit = *ring.visit({100001}, {100002});
    ring.ask(visit, visit::Agree{});
    ring.ask(visit, visit::SetDay{day("2026-03-09")});
    ring.ask(visit, visit::Move{day("2026-03-16"), {}});
    const auto diary = diary_of(ring);
    const EngagementId id{visit.bytes};
    const auto& about = *diary.find(id);
    const auto line = visit_summary(id, about, diary.engagements().theme_of(about));
    CHECK(line.stage == visit::Stage::dated);
    CHECK(line.day == day("2026-03-16"));
    CHECK(line.version == 4);
    CHECK(line.theme == "equity");
    CHECK(line.position == ring.all().back().event.position);
    CHECK(line.changed == ring.all().back().recorded);
    CHECK(diary.find(EngagementId{}) == nullptr);
}
