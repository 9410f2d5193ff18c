// Who reviews, when somebody falls ill or leaves the school.

#include "tests/domain/review/facts.hpp"

using namespace commonweal;
using namespace commonweal::testing;
using namespace commonweal::review;

namespace {

const std::vector<TeamMember> ben_leads{{ben, TeamRole::lead}};
const MemberLeft ann_left{the_review, {ann, TeamRole::lead}};
const MemberLeft ben_left{the_review, {ben, TeamRole::reviewer}};

/// Of the two only one still works at the reviewing school.
World without(PersonId person) {
    auto world = ordinary_world();
    world.people.at(person).roles.front().ended_on = today;
    return world;
}

}  // namespace

TEST_CASE("until a review is closed somebody else may come, and it stays where it is") {
    for (const auto stage : {Stage::days_agreed, Stage::held, Stage::drafted, Stage::answered}) {
        auto review = review_at(stage);
        review.when(NameTeam{ben_leads}).then(TeamNamed{the_review, ben_leads});
        CHECK(review.state().stage == stage);
        CHECK(review.state().team == ben_leads);
        CHECK_FALSE(review.state().on_team(ann));
    }
    review_at(Stage::days_agreed)
        .when(NameTeam{ann_and_ben})
        .then_refused(Rule::same_again, "team");
}

TEST_CASE("whoever took part stays on the team though they have left; nobody else who has") {
    const auto named = [](Stage stage, std::vector<TeamMember> team) {
        auto review = review_at(stage).in(without(ben));
        review.when(NameTeam{std::move(team)});
        return review;
    };
    const std::vector<TeamMember> ben_in_training{{ann, TeamRole::lead}, {ben, TeamRole::training}};
    named(Stage::held, ben_in_training).then(TeamNamed{the_review, ben_in_training});
    named(Stage::days_agreed, ben_in_training).then_refused(Rule::reviewer_not_of_the_school);
    named(Stage::held, {{ann, TeamRole::lead}, {cat, TeamRole::reviewer}})
        .then_refused(Rule::reviewer_not_of_the_school, to_text(cat));
}

TEST_CASE("whoever no longer works at the reviewing school is off the team of a review to come") {
    for (const auto stage : {Stage::team_named, Stage::days_agreed}) {
        auto review = review_at(stage).in(without(ben));
        review.when(ReleaseMember{ben})
            .then(ben_left)
            .when(ReleaseMember{ben})
            .then_refused(Rule::not_found, to_text(ben));
        CHECK(review.state().stage == stage);
        CHECK_FALSE(review.state().team_wanting());
        review.when(ReleaseMember{ann}).then_refused(Rule::not_found);  // who still works there
    }
}

TEST_CASE("a team whose lead has left is wanting, until it is named anew") {
    auto review = review_at(Stage::days_agreed).in(without(ann));
    CHECK_FALSE(review.state().team_wanting());
    review.when(ReleaseMember{ann}).then(ann_left);
    CHECK(review.state().team_wanting());
    review.when(NameTeam{ben_leads}).then(TeamNamed{the_review, ben_leads});
    CHECK_FALSE(review.state().team_wanting());
    CHECK_FALSE(review_at(Stage::requested).state().team_wanting());
    CHECK_FALSE(given<Review>(Attested{the_review, ashton_park, cooper, severn, {}, two_days})
                    .state()
                    .team_wanting());
}

TEST_CASE("of a review that took place the team stays as it was, whoever leaves") {
    for (const auto stage : {Stage::requested, Stage::held, Stage::drafted, Stage::answered,
                             Stage::closed, Stage::declined, Stage::cancelled})
        review_at(stage).in(without(ann)).when(ReleaseMember{ann}).then_refused(Rule::wrong_stage);
}
