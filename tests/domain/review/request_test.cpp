// Asking for a review, and naming who will come.

#include "tests/domain/review/facts.hpp"

using namespace commonweal;
using namespace commonweal::testing;
using namespace commonweal::review;

namespace {

Request by_cooper() {
    return {ashton_park, cooper, severn, words("Reading")};
}
Given<Review> asked_in(const World& world) {
    return given<Review>().in(world).when(by_cooper());
}
Given<Review> naming(std::vector<TeamMember> team) {
    return review_at(Stage::requested).when(NameTeam{std::move(team)});
}

}  // namespace

TEST_CASE("a review between two schools is asked for") {
    given<Review>().when(by_cooper()).then(review_requested());
}

TEST_CASE("a review is asked for once") {
    review_at(Stage::declined)
        .when(by_cooper())
        .then_refused(Rule::already_exists, to_text(the_review));
}

TEST_CASE("a school does not review itself") {
    auto command = by_cooper();
    command.reviewing_school = ashton_park;
    given<Review>().when(command).then_refused(Rule::same_school, "145398");
}

TEST_CASE("both schools of a review are known and open") {
    for (const auto school : {ashton_park, cooper}) {
        auto world = ordinary_world();
        world.schools[school].open = false;
        asked_in(world).then_refused(Rule::school_closed, to_text(school));
        world.schools.erase(school);
        asked_in(world).then_refused(Rule::school_unknown, to_text(school));
    }
}

TEST_CASE("both schools of a review belong to its network") {
    for (const auto school : {ashton_park, cooper}) {
        auto world = ordinary_world();
        world.schools[school].networks = {};
        asked_in(world).then_refused(Rule::not_in_one_network, "Severn");
    }
    auto command = by_cooper();
    command.network = numbered<NetworkId>(9);
    given<Review>().when(command).then_refused(Rule::not_in_one_network, "");
}

TEST_CASE("schools of one trust or federation do not review each other") {
    auto world = ordinary_world();
    world.schools[cooper].details.trust_code = "2001";
    asked_in(world).then_refused(Rule::same_group, "Trust 2001");

    world = ordinary_world();
    for (auto& [id, school] : world.schools) {
        school.details.trust_code.clear();
        school.details.trust_name.clear();
        school.details.federation_code = "71";
        school.details.federation_name = "Two Rivers";
    }
    asked_in(world).then_refused(Rule::same_group, "Two Rivers");
}

TEST_CASE("the focus of a review is not too long, and may be empty") {
    auto command = by_cooper();
    command.focus = too_many_words();
    given<Review>().when(command).then_refused(Rule::text_too_long, "focus");
    command.focus = {};
    auto open = review_requested();
    open.focus = {};
    given<Review>().when(command).then(open);
}

TEST_CASE("the reviewing school names its team, and names another") {
    const std::vector<TeamMember> ben_alone{{ben, TeamRole::lead}};
    naming(ann_and_ben)
        .then(review_team_named())
        .when(NameTeam{ben_alone})
        .then(TeamNamed{the_review, ben_alone});
}

TEST_CASE("a team has exactly one lead, and nobody twice") {
    naming({}).then_refused(Rule::team_empty);
    naming({{ann, TeamRole::reviewer}, {ben, TeamRole::training}})
        .then_refused(Rule::one_lead_needed);
    naming({{ann, TeamRole::lead}, {ben, TeamRole::lead}}).then_refused(Rule::one_lead_needed);
    naming({{ann, TeamRole::lead}, {ann, TeamRole::reviewer}})
        .then_refused(Rule::reviewer_twice, to_text(ann));
}

TEST_CASE("a team is at most eight") {
    auto world = ordinary_world();
    std::vector<TeamMember> team{{ann, TeamRole::lead}};
    for (std::uint32_t i = 100; team.size() < team_max; ++i) {
        const auto id = numbered<PersonId>(i);
        world.people[id] = working_at(id, person::RoleKind::lead, cooper);
        team.push_back({id, TeamRole::training});
    }
    review_at(Stage::requested).in(world).when(NameTeam{team}).then(TeamNamed{the_review, team});
    team.push_back({ben, TeamRole::reviewer});
    review_at(Stage::requested)
        .in(world)
        .when(NameTeam{team})
        .then_refused(Rule::text_too_long, "team");
}

TEST_CASE("reviewers are known, and work at the reviewing school") {
    const auto nobody = numbered<PersonId>(9);
    naming({{ann, TeamRole::lead}, {nobody, TeamRole::reviewer}})
        .then_refused(Rule::person_unknown, to_text(nobody));
    naming({{ann, TeamRole::lead}, {cat, TeamRole::reviewer}})
        .then_refused(Rule::reviewer_not_of_the_school, to_text(cat));
}

TEST_CASE("a reviewer works there on the day of the naming") {
    auto world = ordinary_world();
    world.people[ben].roles.front().ended_on = today;
    review_at(Stage::requested)
        .in(world)
        .when(NameTeam{ann_and_ben})
        .then_refused(Rule::reviewer_not_of_the_school, to_text(ben));
    // A naming of last month that is entered today: Ben was still there.
    world.asked.happened = Happened{day("2026-02-10"), {}};
    review_at(Stage::requested).in(world).when(NameTeam{ann_and_ben}).then(review_team_named());
}
