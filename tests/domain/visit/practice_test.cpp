// What a school takes over from a visit, and what becomes of it.

#include "tests/domain/visit/facts.hpp"

using namespace commonweal;
using namespace commonweal::testing;
using namespace commonweal::visit;

namespace {

const PracticeAdopted first{the_visit, 1, Side::guest, today, words("Reading aloud")};

Given<Visit> adopted() {
    return given<Visit>(visit_requested(), visit_agreed(), visit_held(), first);
}

}  // namespace

TEST_CASE("either side takes over practices from a visit that was held, numbered from one") {
    visit_at(Stage::held)
        .when(AdoptPractice{Side::guest, words("Reading aloud")})
        .then(first)
        .when(AdoptPractice{Side::host, words("Buddies")})
        .then(PracticeAdopted{the_visit, 2, Side::host, today, words("Buddies")});
    visit_at(Stage::dated)
        .when(AdoptPractice{Side::guest, words("Reading aloud")})
        .then_refused(Rule::wrong_stage, "dated");
    visit_at(Stage::held).when(AdoptPractice{}).then_refused(Rule::text_missing, "practice");
    visit_at(Stage::held)
        .when(AdoptPractice{Side::guest, too_many_words()})
        .then_refused(Rule::text_too_long, "practice");
}

TEST_CASE("a practice belongs to the day on which it was taken over: not one before the visit") {
    auto world = ordinary_world();
    world.asked.happened = Happened{day("2026-02-20"), {}};
    const AdoptPractice command{Side::guest, words("Reading aloud")};
    given<Visit>(visit_requested(), visit_agreed(), visit_held("2026-02-18"))
        .in(world)
        .when(command)
        .then(PracticeAdopted{the_visit, 1, Side::guest, day("2026-02-20"), command.practice});
    given<Visit>(visit_requested(), visit_agreed(), visit_held("2026-02-23"))
        .in(world)
        .when(command)
        .then_refused(Rule::day_in_the_past, "2026-02-20");
}

TEST_CASE("a practice is followed up as often as something is to be said") {
    auto story = adopted();
    story.when(FollowUpPractice{1, InUse::as_seen, {}})
        .then(PracticeFollowedUp{the_visit, 1, today, InUse::as_seen, {}})
        .when(FollowUpPractice{1, InUse::given_up, words("No time")})
        .then(PracticeFollowedUp{the_visit, 1, today, InUse::given_up, words("No time")});
    REQUIRE(story.state().practice(1) != nullptr);
    CHECK(story.state().practice(1)->follow_ups.size() == 2);
    adopted()
        .when(FollowUpPractice{2, InUse::as_seen, {}})
        .then_refused(Rule::practice_unknown, "2");
    adopted()
        .when(FollowUpPractice{1, InUse::as_seen, too_many_words()})
        .then_refused(Rule::text_too_long, "note");
}

TEST_CASE("nothing became of a practice before it was taken over") {
    auto world = ordinary_world();
    world.asked.happened = Happened{day("2026-03-01"), {}};
    adopted()
        .in(world)
        .when(FollowUpPractice{1, InUse::as_seen, {}})
        .then_refused(Rule::day_in_the_past, "2026-03-01");
}

TEST_CASE("a visit holds twenty practices, and a practice twenty words on what became of it") {
    auto story = visit_at(Stage::held);
    for (std::uint32_t number = 1; number <= practices_max; ++number)
        story.when(AdoptPractice{Side::guest, words("One more")})
            .then(PracticeAdopted{the_visit, number, Side::guest, today, words("One more")});
    story.when(AdoptPractice{Side::guest, words("One more")})
        .then_refused(Rule::too_many_practices, "20");
    for (std::size_t i = 0; i < follow_ups_max; ++i)
        story.when(FollowUpPractice{20, InUse::adapted, {}})
            .then(PracticeFollowedUp{the_visit, 20, today, InUse::adapted, {}});
    story.when(FollowUpPractice{20, InUse::adapted, {}}).then_refused(Rule::too_many_practices);
}
