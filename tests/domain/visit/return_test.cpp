// A visit that is offered in return: owed once the first was held, until it is paid or let go.

#include "tests/domain/visit/facts.hpp"

using namespace commonweal;
using namespace commonweal::testing;
using namespace commonweal::visit;

namespace {

const VisitId the_return = numbered<VisitId>(2);

Request there(std::optional<bool> reciprocal = true) {
    Request request{ashton_park, cooper, severn, "equity", words("May we?")};
    request.reciprocal = reciprocal;
    return request;
}
Request and_back() {
    Request request{cooper, ashton_park, severn, "equity", {}};
    request.returns = the_visit;
    return request;
}
/// The first visit was held, its return owed.
Visit owing() {
    return given<Visit>(visit_requested(), ReturnOffered{the_visit}, visit_agreed(), visit_held())
        .state();
}
Outcome asked_back(const Visit& original, const Request& request) {
    auto world = ordinary_world();
    world.original = original;
    return ask(Visit{}, world, request);
}
/// What the return visit's fact means for the first visit, and what becomes of that.
Visit after(Visit original, const Visit& visit, const Fact& fact) {
    const auto follows = of_original(visit, fact);
    REQUIRE(follows.has_value());
    evolve(original, *follows);
    return original;
}
Visit return_visit() {
    Visit visit;
    visit.id = the_return;
    evolve(visit, MadeInReturn{the_return, the_visit});
    return visit;
}

}  // namespace

TEST_CASE("a guest offers a return visit with the request, or does not") {
    given<Visit>().when(there()).then(visit_requested(), ReturnOffered{the_visit});
    given<Visit>().when(there(false)).then(visit_requested());
    given<Visit>().when(there({})).then(visit_requested());
}

TEST_CASE("a return is owed once the visit was held, and not before") {
    Visit visit = given<Visit>(visit_requested(), ReturnOffered{the_visit}).state();
    CHECK_FALSE(visit.return_owed());
    evolve(visit, visit_agreed());
    CHECK_FALSE(visit.return_owed());
    evolve(visit, visit_held());
    CHECK(visit.return_owed());
    CHECK_FALSE(visit_at(Stage::held).state().return_owed());
}

TEST_CASE("the host asks for the return visit, the other way") {
    const auto facts = asked_back(owing(), and_back());
    REQUIRE(facts.has_value());
    REQUIRE(facts->size() == 2);
    CHECK(told(facts->at(1)) == told(MadeInReturn{the_visit, the_visit}));
}

TEST_CASE("a return goes the other way, and one must be owed") {
    const auto refused = [](const Visit& original, const Request& request) {
        const auto outcome = asked_back(original, request);
        REQUIRE_FALSE(outcome.has_value());
        return outcome.error();
    };
    auto same_way = there();
    same_way.returns = the_visit;
    const Refusal none{Rule::no_return_owed, to_text(the_visit)};
    CHECK(refused(owing(), same_way) == none);
    CHECK(refused(visit_at(Stage::held).state(), and_back()) == none);
    CHECK(refused(visit_at(Stage::agreed).state(), and_back()) ==
          Refusal{Rule::wrong_stage, "agreed"});
    auto elsewhere = owing();
    elsewhere.network = numbered<NetworkId>(2);
    CHECK(refused(elsewhere, and_back()) == none);
    CHECK(refused(Visit{}, and_back()) == Refusal{Rule::not_found, to_text(the_visit)});
}

TEST_CASE("what becomes of the return visit is told to the first one") {
    const auto arranged = after(owing(), return_visit(), MadeInReturn{the_return, the_visit});
    CHECK(arranged.return_stage == Return::arranged);
    CHECK(arranged.return_visit == the_return);
    const auto paid = after(arranged, return_visit(), Held{the_return, today});
    CHECK(paid.return_stage == Return::paid);
    CHECK(paid.return_visit == the_return);
    for (const Fact& fact : {Fact{Declined{the_return, {}}}, Fact{Cancelled{the_return, {}}}}) {
        const auto again = after(arranged, return_visit(), fact);
        CHECK(again.return_owed());
        CHECK_FALSE(again.return_visit.has_value());
    }
}

TEST_CASE("other steps of a return visit, and other visits, mean nothing to the first one") {
    CHECK_FALSE(of_original(return_visit(), Agreed{the_return, {}}).has_value());
    CHECK_FALSE(of_original(return_visit(), Dated{the_return, today}).has_value());
    CHECK_FALSE(of_original(visit_at(Stage::agreed).state(), visit_held()).has_value());
}

TEST_CASE("the host lets a return go, once, and only while it is owed") {
    Given<Visit>(owing())
        .when(WaiveReturn{too_many_words()})
        .then_refused(Rule::text_too_long, "reason")
        .when(WaiveReturn{words("Our staff change")})
        .then(ReturnWaived{the_visit, words("Our staff change")})
        .when(WaiveReturn{})
        .then_refused(Rule::no_return_owed);
    visit_at(Stage::agreed).when(WaiveReturn{}).then_refused(Rule::wrong_stage, "agreed");
}
