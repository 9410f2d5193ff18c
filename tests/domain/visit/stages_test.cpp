// At which stages of a visit each command makes sense: every command at every stage.

#include "tests/domain/visit/facts.hpp"

using namespace commonweal;
using namespace commonweal::testing;
using namespace commonweal::visit;

namespace {

using enum Stage;

constexpr std::array stages{requested, agreed, dated, held, declined, cancelled};

/// Lawful at exactly these stages; refused at the others, with the stage as what it was about.
template <class Command>
void makes_sense_at(const std::vector<Stage>& lawful, const Command& command) {
    const auto asked = ordinary_world().asked;
    const auto before_all = decide(Visit{}, command, asked);
    REQUIRE_FALSE(before_all);
    CHECK(before_all.error() == Refusal{Rule::not_found, "visit"});
    for (const Stage stage : stages) {
        const std::string name = boost::describe::enum_to_string(stage, "unknown");
        INFO(name);
        const auto decided = decide(visit_at(stage).state(), command, asked);
        const bool wanted = std::ranges::find(lawful, stage) != lawful.end();
        CHECK(decided.has_value() == wanted);
        if (!decided) CHECK(decided.error() == Refusal{Rule::wrong_stage, name});
    }
}

}  // namespace

TEST_CASE("visit: agree, when requested") {
    makes_sense_at({requested}, Agree{});
}
TEST_CASE("visit: decline, when requested") {
    makes_sense_at({requested}, Decline{});
}
TEST_CASE("visit: set the day, when agreed") {
    makes_sense_at({agreed}, SetDay{day("2026-03-10")});
}
TEST_CASE("visit: move, when dated") {
    makes_sense_at({dated}, Move{day("2026-03-10"), {}});
}
TEST_CASE("visit: cancel, until it was held") {
    makes_sense_at({requested, agreed, dated}, Cancel{});
}
TEST_CASE("visit: record that it was held, when agreed or dated") {
    makes_sense_at({agreed, dated}, RecordHeld{today});
}
TEST_CASE("visit: reflect, when held") {
    makes_sense_at({held}, Reflect{Side::guest, words("We learnt")});
}

TEST_CASE("every stage of a visit is reached by its facts") {
    for (const Stage stage : stages) CHECK(visit_at(stage).state().stage == stage);
    CHECK_FALSE(visit_at(none).state().known());
}
