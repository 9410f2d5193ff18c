// A problem read from JSON: what it may leave out, what is refused, with its place.

#include "server/codec/planning.hpp"

#include <catch2/catch.hpp>

#include "server/codec/json_write.hpp"

using namespace commonweal;
using namespace commonweal::codec;

namespace {

const std::string smallest = R"({
  "round": {"mode": "rotation", "first_day": "2026-09-07", "last_day": "2026-12-18",
            "review_days": 2, "team_size": 1},
  "schools": [{"urn": "145398", "give": 1, "receive": 1}],
  "reviewers": [{"id": "a1", "school": "145398", "can_lead": true}]})";

std::string with(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}
std::vector<BodyError> mistakes(const std::string& from, const std::string& to) {
    return read_problem(with(smallest, from, to)).errors;
}

}  // namespace

TEST_CASE("what a problem may leave out has its usual value") {
    const auto read = read_problem(smallest);
    CHECK(read.errors.empty());
    CHECK(read.unused.empty());
    CHECK(read.problem.schools.front().urn == "145398");
    CHECK_FALSE(read.problem.round.swaps);
    CHECK_FALSE(read.problem.schools.front().easting);
    CHECK_FALSE(read.problem.reviewers.front().trained_until);
}

TEST_CASE("a problem that is written is read as the same") {
    auto problem = read_problem(smallest).problem;
    problem.round.weights = scheduling::Weights{.travel = 0.25};
    problem.round.soft = {scheduling::SoftRule::releases};
    problem.schools.front().easting = 355'123.5;
    problem.locks = {{"145398", "136668", {}, {problem.round.first_day}}};
    const auto text =
        boost::json::serialize(to_json(problem, {access::Sees::everything(), nullptr}));
    CHECK(read_problem(text).errors.empty());
    CHECK(read_problem(text).problem == problem);
}

TEST_CASE("the plan before may be a whole plan, with all that plans tell") {
    const std::string review =
        R"({"host": "145398", "team": [{"reviewer": "b1", "school": "136668", "role": "lead"}],
            "days": ["2026-09-07", "2026-09-08"], "cost": {"total": 3, "parts": {"travel": 3}},
            "alternates": [], "locked": false, "next_best": {"school": "1", "dearer": 2}})";
    const auto list = read_problem(
        with(smallest, R"("schools")", R"("previous": [)" + review + R"(], "schools")"));
    CHECK(list.errors.empty());
    CHECK(list.unused.empty());
    REQUIRE(list.problem.previous.size() == 1);
    CHECK(list.problem.previous.front().team.front().role == review::TeamRole::lead);
    const auto plan =
        read_problem(with(smallest, R"("schools")",
                          R"("previous": {"gap": 0, "reviews": [)" + review + R"(]}, "schools")"));
    CHECK(plan.errors.empty());
    CHECK(plan.problem == list.problem);
}

TEST_CASE("a field that a problem does not have is named, and the rest is read") {
    const auto read =
        read_problem(with(smallest, R"("team_size": 1)", R"("team_size": 1, "colour": "red")"));
    CHECK(read.errors.empty());
    CHECK(read.unused == std::vector<BodyError>{{"/round/colour", "is not used"}});
    CHECK(read.problem.round.team_size == 1);
}

TEST_CASE("weights that are not given are the usual ones") {
    const auto read = read_problem(
        with(smallest, R"("team_size": 1)", R"("team_size": 1, "weights": {"travel": 3})"));
    CHECK(read.errors.empty());
    CHECK(read.problem.round.weights == scheduling::Weights{.travel = 3});
}

TEST_CASE("every mistake is told with its place and what would be right") {
    CHECK(mistakes(R"("rotation")", R"("carousel")") ==
          std::vector<BodyError>{{"/round/mode", "must be one of rotation, pairs, triads"}});
    CHECK(mistakes(R"("2026-12-18")", R"("18.12.2026")") ==
          std::vector<BodyError>{{"/round/last_day", "must be a day such as 2026-03-09"}});
    CHECK(mistakes(R"("give": 1, )", "") ==
          std::vector<BodyError>{{"/schools/0/give", "is missing"}});
    CHECK(mistakes(R"("give": 1)", R"("give": 51)") ==
          std::vector<BodyError>{{"/schools/0/give", "must be from 0 to 50"}});
    CHECK(mistakes(R"("review_days": 2)", R"("review_days": 0)") ==
          std::vector<BodyError>{{"/round/review_days", "must be from 1 to 10"}});
    CHECK(mistakes(R"("team_size": 1)", R"("team_size": 1, "weights": {"travel": -1})") ==
          std::vector<BodyError>{{"/round/weights/travel", "must be from 0 to 1000"}});
    CHECK(mistakes(R"("give": 1)", R"("easting": "far", "give": 1)") ==
          std::vector<BodyError>{{"/schools/0/easting", "must be a number"}});
    CHECK(read_problem("{").errors.front().detail.starts_with("is not JSON"));
    CHECK(read_problem("[]").errors.front().detail == "must be an object: { … }");
}
