// The meetings of clusters, as they are listed and counted.

#include "projections/diary/diary.hpp"
#include "tests/projections/ring.hpp"

using namespace commonweal;
using namespace commonweal::testing;

namespace {

const SchoolId one{100001};
const SchoolId two{100002};
const SchoolId three{100003};

Ring ring() {
    auto made = small_ring(4);
    made.begin_day();
    for (const auto school : {one, two, three}) made.join(school, avon);
    made.join(one, cherwell);
    return made;
}
view::Diary diary_of(const Ring& ring) {
    view::Diary diary;
    for (const auto& happening : ring.all()) diary.apply(happening.event, happening.recorded);
    return diary;
}
std::size_t listed(const view::Diary& diary, const view::MeetingFilter& filter) {
    return diary.meetings().list(filter, 0, 50).meetings.size();
}

}  // namespace

TEST_CASE("a meeting is counted as its schools answer, come, and were there") {
    auto told = ring();
    const auto id = *told.meeting(avon, one, {day("2026-03-05"), day("2026-03-06")});
    told.ask(id, meeting::AnswerDays{two, {}});
    told.ask(id, meeting::SettleDay{day("2026-03-05"), "16:00", {}});
    told.ask(id, meeting::Reply{two, meeting::Coming::apologies, {}});
    told.ask(id, meeting::Reply{three, meeting::Coming::remote, {}});
    const auto before = diary_of(told).meetings().find(id)->summary;
    CHECK(before.answered == 2);
    CHECK(before.coming == 1);
    CHECK(before.apologies == 1);
    CHECK(before.starts == "16:00");
    CHECK(before.day == day("2026-03-05"));
    told.ask(id, meeting::Move{day("2026-03-03"), "17:00", {}});
    const auto moved = diary_of(told).meetings().find(id)->summary;
    CHECK(moved.coming == 0);
    CHECK(moved.apologies == 0);
    CHECK(moved.starts == "17:00");
    told.pass(std::chrono::days{1});
    told.ask(id, meeting::RecordAttendance{{},
                                           {{one, meeting::Presence::in_person, false},
                                            {two, meeting::Presence::apologies, false},
                                            {three, meeting::Presence::absent, false}}});
    const auto held = diary_of(told).meetings().find(id)->summary;
    CHECK(held.stage == meeting::Stage::held);
    CHECK(std::tuple(held.attended, held.apologies, held.absent) == std::tuple(1U, 1U, 1U));
    told.ask(id, meeting::CorrectAttendance{{{three, meeting::Presence::remote, true}}, {}});
    const auto right = diary_of(told).meetings().find(id)->summary;
    CHECK(std::tuple(right.attended, right.apologies, right.absent) == std::tuple(1U, 0U, 0U));
}

TEST_CASE("meetings are found by cluster, network and whether they are still to come") {
    auto told = ring();
    const auto first = *told.meeting(avon, one, {day("2026-03-05")});
    const auto second = *told.meeting(cherwell, one, {day("2026-03-05")});
    told.ask(second, meeting::Cancel{});
    const auto diary = diary_of(told);
    CHECK(listed(diary, {}) == 2);
    CHECK(listed(diary, {.clusters = std::vector{avon}, .network = {}, .open = {}}) == 1);
    CHECK(listed(diary, {.clusters = std::vector<ClusterId>{}, .network = {}, .open = {}}) == 0);
    CHECK(listed(diary, {.clusters = {}, .network = severn, .open = {}}) == 2);
    CHECK(listed(diary, {.clusters = {}, .network = numbered<NetworkId>(2), .open = {}}) == 0);
    const auto open = diary.meetings().list({.clusters = {}, .network = {}, .open = true}, 0, 50);
    REQUIRE(open.meetings.size() == 1);
    CHECK(open.meetings[0]->summary.id == first);
}

TEST_CASE("a long list comes in pages, newest first, each meeting once") {
    auto told = ring();
    for (int i = 0; i < 7; ++i) told.meeting(avon, one, {day("2026-03-05")});
    const auto diary = diary_of(told);
    std::vector<MeetingId> seen;
    Position before = 0;
    do {
        const auto page = diary.meetings().list({}, before, 3);
        CHECK(page.meetings.size() <= 3);
        for (const auto* entry : page.meetings) seen.push_back(entry->summary.id);
        before = page.next;
    } while (before != 0);
    CHECK(seen.size() == 7);
    CHECK(std::ranges::is_sorted(seen, std::ranges::greater{}));
}

TEST_CASE("whose turn it is to host follows from who hosted last; a cancelled meeting is none") {
    auto told = ring();
    told.meeting(avon, one, {day("2026-03-05")});
    const auto off = *told.meeting(avon, two, {day("2026-03-12")});
    told.ask(off, meeting::Cancel{});
    const auto diary = diary_of(told);
    CHECK(diary.meetings().last_hosted(avon, one) == day("2026-03-05"));
    CHECK_FALSE(diary.meetings().last_hosted(avon, two).has_value());
    CHECK_FALSE(diary.meetings().last_hosted(cherwell, one).has_value());
}

TEST_CASE("a day on which a school has a visit or its cluster meets is taken") {
    using Days = std::vector<Day>;
    auto told = ring();
    const auto visit = *told.visit(one, two);
    told.ask(visit, visit::Agree{});
    told.ask(visit, visit::SetDay{day("2026-03-05")});
    told.partnership(three, two);
    const auto meeting = *told.meeting(avon, one, {day("2026-03-06")});
    CHECK(diary_of(told).meetings().settled_days(avon, {}).empty());  // proposed only
    told.ask(meeting, meeting::SettleDay{day("2026-03-06"), {}, {}});
    const auto diary = diary_of(told);
    CHECK(diary.days_taken(one) == Days{day("2026-03-05")});
    CHECK(diary.days_taken(two) == Days{day("2026-03-05")});
    CHECK(diary.days_taken(three).empty());
    CHECK(diary.meetings().settled_days(avon, {}) == Days{day("2026-03-06")});
    CHECK(diary.meetings().settled_days(avon, meeting).empty());
    CHECK(diary.meetings().settled_days(cherwell, {}).empty());
    told.ask(visit, visit::Cancel{});
    CHECK(diary_of(told).days_taken(one).empty());
}

TEST_CASE("a reminder of a meeting leaves the meeting as it was") {
    auto told = ring();
    const auto id = *told.meeting(avon, one, {day("2026-03-05")});
    const auto before = diary_of(told).meetings().find(id)->summary;
    task::RemindedOfMeeting reminded;
    reminded.meeting = id;
    told.tell(reminded);
    const auto after = diary_of(told).meetings().find(id)->summary;
    CHECK(after.version == before.version);
    CHECK(after.position == before.position);
    CHECK(after.changed == before.changed);
}
