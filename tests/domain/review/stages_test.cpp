// At which stages of a review each command makes sense: every command at every stage.

#include "tests/domain/review/facts.hpp"

using namespace commonweal;
using namespace commonweal::testing;
using namespace commonweal::review;

namespace {

using enum Stage;

constexpr std::array stages{requested, team_named, days_agreed, held,     drafted,
                            answered,  closed,     declined,    cancelled};

template <class Command>
Decision<Fact> decided(const Review& review, const Command& command) {
    const auto world = ordinary_world();
    if constexpr (std::is_same_v<Command, NameTeam>)
        return decide(review, {&world.people.at(ben), &world.people.at(ann)}, command, world.asked);
    else
        return decide(review, command, world.asked);
}

/// Lawful at exactly these stages; refused at the others, with the stage as what it was about.
template <class Command>
void makes_sense_at(const std::vector<Stage>& lawful, const Command& command) {
    const auto before_all = decided(Review{}, command);
    REQUIRE_FALSE(before_all);
    CHECK(before_all.error() == Refusal{Rule::not_found, "review"});
    for (const Stage stage : stages) {
        const std::string name = boost::describe::enum_to_string(stage, "unknown");
        INFO(name);
        const auto decision = decided(review_at(stage).state(), command);
        const bool wanted = std::ranges::find(lawful, stage) != lawful.end();
        CHECK(decision.has_value() == wanted);
        if (!decision) CHECK(decision.error() == Refusal{Rule::wrong_stage, name});
    }
}

}  // namespace

TEST_CASE("review: decline, until the days are agreed") {
    makes_sense_at({requested, team_named}, Decline{});
}
TEST_CASE("review: name the team, and name another, until it is closed") {
    makes_sense_at({requested, team_named, days_agreed, held, drafted, answered},
                   NameTeam{{{ben, TeamRole::lead}, {ann, TeamRole::training}}});
}
TEST_CASE("review: agree the days, and agree others") {
    makes_sense_at({team_named, days_agreed}, AgreeDays{days({"2026-03-11"})});
}
TEST_CASE("review: cancel, until it was held") {
    makes_sense_at({requested, team_named, days_agreed}, Cancel{});
}
TEST_CASE("review: record that it was held, when the days were agreed") {
    makes_sense_at({days_agreed}, RecordHeld{{today}});
}
TEST_CASE("review: draft the report, and draft it again, until it is answered") {
    makes_sense_at({held, drafted}, DraftReport{words("Warm"), {}});
}
TEST_CASE("review: answer the report, when it is drafted") {
    makes_sense_at({drafted}, AnswerReport{true, {}});
}
TEST_CASE("review: correct the report or the answer, once there is an answer") {
    makes_sense_at({answered, closed}, CorrectReport{words("Warm"), {}});
    makes_sense_at({answered, closed}, CorrectAnswer{true, {}});
}
TEST_CASE("review: close, when the report was found accurate") {
    makes_sense_at({answered}, Close{});
}

TEST_CASE("every stage of a review is reached by its facts") {
    for (const Stage stage : stages) CHECK(review_at(stage).state().stage == stage);
    CHECK_FALSE(review_at(none).state().known());
}
