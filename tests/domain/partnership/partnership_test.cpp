// What each command on a partnership comes to, and whole stories.

#include "tests/domain/partnership/facts.hpp"

using namespace commonweal;
using namespace commonweal::testing;
using namespace commonweal::partnership;

namespace {

constexpr std::array all_stages{Stage::none,     Stage::proposed,  Stage::active, Stage::paused,
                                Stage::declined, Stage::withdrawn, Stage::ended};

/// The command is refused at every stage but these, with the stage's name.
template <class Command>
void only_at(std::initializer_list<Stage> stages, const Command& command) {
    for (const Stage stage : all_stages) {
        auto at = partnership_at(stage);
        at.when(command);
        const std::string name = boost::describe::enum_to_string(stage, "unknown");
        INFO(name);
        if (stage == Stage::none)
            at.then_refused(Rule::not_found);
        else if (std::ranges::find(stages, stage) == stages.end())
            at.then_refused(Rule::wrong_stage, name);
    }
}

}  // namespace

TEST_CASE("a partnership, from the proposal to its end") {
    const auto partnership =
        given<Partnership>()
            .when(Propose{ashton_park, cooper, severn, "equity", words("Shall we?")})
            .then(partnership_proposed(), PairTaken{the_partnership})
            .when(Accept{words("Gladly")})
            .then(partnership_accepted())
            .when(LogActivity{Side::partner, day("2026-02-28"), words("A day together")})
            .then(ActivityLogged{the_partnership, Side::partner, day("2026-02-28"),
                                 words("A day together")})
            .when(NoteEffect{Side::school, words("Transition is easier"), words("Fewer calls")})
            .then(EffectNoted{the_partnership, Side::school, words("Transition is easier"),
                              words("Fewer calls")})
            .when(Pause{words("Building works")})
            .then(Paused{the_partnership, words("Building works")})
            .when(Resume{})
            .then(Resumed{the_partnership})
            .when(End{words("It has done its work")})
            .then(Ended{the_partnership, words("It has done its work")}, PairFreed{the_partnership})
            .state();
    CHECK(partnership.stage == Stage::ended);
    CHECK(partnership.school == ashton_park);
    CHECK(partnership.partner == cooper);
    CHECK(partnership.network == severn);
    CHECK(partnership.clusters == std::vector{avon, cherwell});
    CHECK(partnership.purpose == "equity");
    CHECK(partnership.note.length() == words("Shall we?").length());
    CHECK(partnership.partner_note.length() == words("Gladly").length());
    CHECK(partnership.reason.length() == words("It has done its work").length());
    REQUIRE(partnership.activities.size() == 1);
    CHECK(partnership.activities[0].day == day("2026-02-28"));
    CHECK(partnership.activities[0].side == Side::partner);
    REQUIRE(partnership.effects.size() == 1);
    CHECK(partnership.effects[0].evidence.length() == words("Fewer calls").length());
}

TEST_CASE("a partnership that goes on again no longer says why it was paused") {
    auto partnership = partnership_at(Stage::active);
    partnership.when(Pause{words("Building works")})
        .then(Paused{the_partnership, words("Building works")});
    CHECK_FALSE(partnership.state().reason.empty());
    partnership.when(Resume{}).then(Resumed{the_partnership});
    CHECK(partnership.state().reason.empty());
}

TEST_CASE("a proposal is declined or withdrawn, and the pair may try again") {
    partnership_at(Stage::proposed)
        .when(Decline{words("Not this year")})
        .then(Declined{the_partnership, words("Not this year")}, PairFreed{the_partnership});
    partnership_at(Stage::proposed)
        .when(Withdraw{words("Another time")})
        .then(Withdrawn{the_partnership, words("Another time")}, PairFreed{the_partnership});
}

TEST_CASE("each step of a partnership belongs to its stages") {
    only_at({Stage::proposed}, Accept{});
    only_at({Stage::proposed}, Decline{});
    only_at({Stage::proposed}, Withdraw{});
    only_at({Stage::active}, LogActivity{Side::school, today, words("A day together")});
    only_at({Stage::active, Stage::paused, Stage::ended},
            NoteEffect{Side::school, words("It is better"), {}});
    only_at({Stage::active}, Pause{});
    only_at({Stage::paused}, Resume{});
    only_at({Stage::active, Stage::paused}, End{});
}

TEST_CASE("two schools have one open partnership for a purpose") {
    auto world = ordinary_world();
    world.pair.open = numbered<PartnershipId>(9);
    given<Partnership>()
        .in(world)
        .when(Propose{ashton_park, cooper, severn, "equity", {}})
        .then_refused(Rule::already_partners, "equity");
    Pairing pair;
    evolve(pair, PairTaken{the_partnership});
    CHECK(pair.open == the_partnership);
    evolve(pair, PairFreed{the_partnership});
    CHECK_FALSE(pair.open);
}

TEST_CASE("who cannot be partners") {
    const auto proposing = [](SchoolId school, SchoolId with, const char* purpose = "equity") {
        return Propose{school, with, severn, purpose, {}};
    };
    auto world = ordinary_world();
    given<Partnership>().when(proposing(cooper, cooper)).then_refused(Rule::same_school);
    given<Partnership>().when(proposing(cooper, {1})).then_refused(Rule::school_unknown);
    given<Partnership>()
        .when(proposing(ashton_park, cooper, "football"))
        .then_refused(Rule::theme_unknown, "football");
    world.schools[cooper].open = false;
    given<Partnership>()
        .in(world)
        .when(proposing(ashton_park, cooper))
        .then_refused(Rule::school_closed);
    world.schools[cooper].open = true;
    world.schools[cooper].networks = {};
    given<Partnership>()
        .in(world)
        .when(proposing(ashton_park, cooper))
        .then_refused(Rule::not_in_one_network);
    partnership_at(Stage::ended)
        .when(proposing(ashton_park, cooper))
        .then_refused(Rule::already_exists);
}

TEST_CASE("what partners write is there, short enough, and not of tomorrow") {
    const auto active = [] { return partnership_at(Stage::active); };
    active()
        .when(LogActivity{Side::school, today, {}})
        .then_refused(Rule::text_missing, "activity");
    active()
        .when(LogActivity{Side::school, today, too_many_words()})
        .then_refused(Rule::text_too_long, "activity");
    active()
        .when(LogActivity{Side::school, today + std::chrono::days{1}, words("Soon")})
        .then_refused(Rule::day_in_the_future);
    active().when(NoteEffect{Side::school, {}, words("A graph")}).then_refused(Rule::text_missing);
    active()
        .when(NoteEffect{Side::school, words("Better"), too_many_words()})
        .then_refused(Rule::text_too_long, "evidence");
    active().when(Pause{too_many_words()}).then_refused(Rule::text_too_long, "reason");
    active().when(End{too_many_words()}).then_refused(Rule::text_too_long, "reason");
    partnership_at(Stage::proposed)
        .when(Accept{too_many_words()})
        .then_refused(Rule::text_too_long, "note");
    partnership_at(Stage::proposed)
        .when(Decline{too_many_words()})
        .then_refused(Rule::text_too_long, "reason");
    partnership_at(Stage::proposed)
        .when(Withdraw{too_many_words()})
        .then_refused(Rule::text_too_long, "reason");
}

TEST_CASE("a partnership that lasts keeps its newest activities at hand") {
    auto partnership = partnership_at(Stage::active).state();
    for (std::size_t i = 0; i < kept_max + 5; ++i)
        evolve(partnership,
               ActivityLogged{the_partnership, Side::school,
                              today + std::chrono::days{static_cast<int>(i)}, words("Once more")});
    REQUIRE(partnership.activities.size() == kept_max);
    CHECK(partnership.activities.front().day == today + std::chrono::days{5});
    CHECK(partnership.activities.back().day ==
          today + std::chrono::days{static_cast<int>(kept_max) + 4});
}
