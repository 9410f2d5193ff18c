// Asking for a visit.

#include "tests/domain/visit/facts.hpp"

using namespace commonweal;
using namespace commonweal::testing;
using namespace commonweal::visit;

namespace {

Request to_cooper() {
    return {ashton_park, cooper, severn, "equity", words("May we?")};
}
Given<Visit> asked_in(const World& world) {
    return given<Visit>().in(world).when(to_cooper());
}

}  // namespace

TEST_CASE("a school asks to visit another") {
    given<Visit>().when(to_cooper()).then(visit_requested());
}

TEST_CASE("a visit counts in the clusters of both schools, each once") {
    auto world = ordinary_world();
    world.schools[cooper].clusters = {avon, cherwell};
    asked_in(world).then(visit_requested());
    world.schools[ashton_park].clusters = {};
    world.schools[cooper].clusters = {};
    auto alone = visit_requested();
    alone.clusters = {};
    asked_in(world).then(alone);
}

TEST_CASE("schools of one trust do visit each other") {
    auto world = ordinary_world();
    world.schools[cooper].details.trust_code = world.schools[ashton_park].details.trust_code;
    asked_in(world).then(visit_requested());
}

TEST_CASE("a visit is asked for once") {
    visit_at(Stage::requested)
        .when(to_cooper())
        .then_refused(Rule::already_exists, to_text(the_visit));
    visit_at(Stage::cancelled).when(to_cooper()).then_refused(Rule::already_exists);
}

TEST_CASE("a school does not visit itself") {
    auto command = to_cooper();
    command.host = ashton_park;
    given<Visit>().when(command).then_refused(Rule::same_school, "145398");
}

TEST_CASE("both schools of a visit are known") {
    auto command = to_cooper();
    command.host = SchoolId{100001};
    given<Visit>().when(command).then_refused(Rule::school_unknown, "100001");
    command = to_cooper();
    command.guest = SchoolId{100002};
    given<Visit>().when(command).then_refused(Rule::school_unknown, "100002");
}

TEST_CASE("both schools of a visit are open") {
    for (const auto school : {ashton_park, cooper}) {
        auto world = ordinary_world();
        world.schools[school].open = false;
        asked_in(world).then_refused(Rule::school_closed, to_text(school));
    }
}

TEST_CASE("both schools of a visit belong to its network") {
    for (const auto school : {ashton_park, cooper}) {
        auto world = ordinary_world();
        world.schools[school].networks = {};
        asked_in(world).then_refused(Rule::not_in_one_network, "Severn");
    }
    auto command = to_cooper();
    command.network = numbered<NetworkId>(9);
    given<Visit>().when(command).then_refused(Rule::not_in_one_network, "");
}

TEST_CASE("a visit is about a theme of its network") {
    auto command = to_cooper();
    command.theme = "Equity";
    given<Visit>().when(command).then_refused(Rule::theme_unknown, "Equity");
    command.theme = "";
    given<Visit>().when(command).then_refused(Rule::theme_unknown, "");
}

TEST_CASE("the note of a request is not too long, and may be empty") {
    auto command = to_cooper();
    command.note = too_many_words();
    given<Visit>().when(command).then_refused(Rule::text_too_long, "note");
    command.note = {};
    auto silent = visit_requested();
    silent.note = {};
    given<Visit>().when(command).then(silent);
}
