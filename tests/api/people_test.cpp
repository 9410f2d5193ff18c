// People over HTTP: posts, invitations, handover, deputies, and what nobody is
// left to do.
#include <catch2/catch.hpp>

#include "server/app/decoded.hpp"
#include "tests/api/fixture.hpp"

namespace commonweal::api::testing {
namespace {

using boost::json::array;
using boost::json::object;

object role(const char* kind, const std::string& place) {
    return {{"role", kind}, {"place", place}};
}
/// Somebody whom the operator adds.
std::string add(Served& served, const std::string& name, const array& roles) {
    const auto answer = served.as_operator(
        "POST", "/api/v1/people",
        boost::json::serialize(
            object{{"name", name}, {"email", name + "@school.example"}, {"roles", roles}}));
    INFO(answer.text);
    REQUIRE(answer.status == 201);
    return answer.id();
}
std::string head_of_ashton(Served& served) {
    return add(served, "Hana", array{role("head", Served::ashton)});
}
std::string person(const std::string& id) {
    return "/api/v1/people/" + id;
}

}  // namespace

TEST_CASE(
    "A head adds a lead of the school and invites them; they choose a "
    "password and are in") {
    Served served;
    const auto head = served.as(head_of_ashton(served));
    const auto added =
        head.post("/api/v1/people", {{"name", "Lee"},
                                     {"email", "lee@school.example"},
                                     {"roles", array{role("lead", Served::ashton)}}});
    must(added);
    const auto invited = head.post(person(added.id()) + "/invite", object{});
    must(invited);
    CHECK(invited.json.at("until") == "2026-03-23T09:00:00Z");
    const object secret{{"secret", invited.json.at("secret")}};
    const auto looked_up = served.nobody().post("/api/v1/invitations/look-up", secret);
    CHECK(looked_up.json.at("person").at("name") == "Lee");
    auto accept = secret;
    accept["password"] = "short";
    CHECK(served.nobody().post("/api/v1/invitations/accept", accept).status == 400);
    accept["password"] = "a long password";
    const auto accepted = served.nobody().post("/api/v1/invitations/accept", accept);
    must(accepted);
    CHECK(accepted.json.at("person").at("id") == boost::json::string(added.id()));
    CHECK(accepted.header("Set-Cookie").starts_with("commonweal_session="));
    CHECK(served.nobody().post("/api/v1/invitations/accept", accept).status == 404);
    CHECK(served.nobody().post("/api/v1/invitations/look-up", secret).problem() ==
          "invitation-used-up");
    const auto lead = served.browser("lee@school.example", "a long password");
    CHECK(lead.get("/api/v1/people/me").json.at("roles").at(0).at("role") == "lead");
}

TEST_CASE(
    "Whoever has a password is not invited by a head, so that no account "
    "is taken over") {
    Served served;
    const auto head = served.as(head_of_ashton(served));
    CHECK(head.post(person(served.ada) + "/invite", object{}).status == 403);
    CHECK(served.as_operator("POST", person(served.ada) + "/invite", "{}").status == 201);
    CHECK(head.post(person(served.ben) + "/invite", object{}).status == 403);
    CHECK(head.post(person(served.administrator) + "/invite", object{}).status == 403);
    CHECK(head.post("/api/v1/people", {{"name", "Lee"},
                                       {"email", "lee@school.example"},
                                       {"password", "a long password"},
                                       {"roles", array{}}})
              .status == 403);
}

TEST_CASE(
    "Posts are given by the school's head, the coordinator and the "
    "administrator alone") {
    Served served;
    const auto head = served.as(head_of_ashton(served));
    const auto somebody = add(served, "Sam", array{});
    const auto give = [&](const Caller& who, const object& what) {
        return who.post(person(somebody) + "/give-role", {{"role", what}}).status;
    };
    CHECK(give(served.as(served.ada), role("lead", Served::ashton)) == 403);
    CHECK(give(head, role("lead", Served::barton)) == 403);
    CHECK(give(head, role("administrator", "")) == 403);
    CHECK(give(head, role("coordinator", served.network)) == 403);
    CHECK(give(served.as(served.coordinator), role("administrator", "")) == 403);
    CHECK(give(head, role("lead", Served::ashton)) == 200);
    CHECK(give(served.as(served.coordinator), role("lead", Served::barton)) == 200);
    const auto smuggled =
        head.post("/api/v1/people", {{"name", "Lee"},
                                     {"email", "lee@school.example"},
                                     {"roles", array{role("administrator", "")}}});
    CHECK(smuggled.status == 403);
}

TEST_CASE("A role is handed over, and with it what the school has to do") {
    Served served;
    served.requested();
    const auto successor = add(served, "Sam", array{});
    const auto ada = served.as(served.ada);
    const object to{{"role", role("lead", Served::ashton)}, {"to", successor}};
    CHECK(served.as(served.ben).post(person(served.ada) + "/hand-over", to).status == 403);
    must(ada.post(person(served.ada) + "/hand-over", to));
    served.folded();
    CHECK(ada.get("/api/v1/tasks").json.at("items").as_array().empty());
    CHECK(served.as(successor).get("/api/v1/tasks").json.at("items").as_array().size() == 1);
}

TEST_CASE(
    "A deputy acts for the head within the scope, and the record says "
    "for whom") {
    Served served;
    const auto hana = head_of_ashton(served);
    const auto deputy = add(served, "Dana", array{});
    const auto visit = "/api/v1/visits/" + served.requested("May we?");
    CHECK(served.as(deputy).post(visit + "/agree", object{}).status == 403);
    const object naming{{"acts_for", hana},
                        {"role", role("head", Served::ashton)},
                        {"scopes", array{"visits"}},
                        {"until", "2026-07-20"}};
    CHECK(served.as(served.ada).post(person(deputy) + "/name-deputy", naming).status == 403);
    must(served.as(hana).post(person(deputy) + "/name-deputy", naming));
    served.folded();
    const auto dana = served.as(deputy);
    CHECK(dana.get("/api/v1/people/me").json.at("acts_for").at(0).at("acts_for") ==
          boost::json::string(hana));
    CHECK(dana.get("/api/v1/tasks").json.at("items").at(0).at("mine").as_bool());
    CHECK(dana.get(visit).json.at("note") == "May we?");
    must(dana.post(visit + "/agree", object{}));
    std::optional<PersonId> on_behalf_of;
    served.program().app().log().engine().read_stream(
        "visit/" + visit.substr(visit.find("vis_") + 4), 2, log::Direction::forward,
        [&](const log::Record& record) {
            on_behalf_of = app::decode(record).attribution.on_behalf_of;
            return false;
        });
    REQUIRE(on_behalf_of.has_value());
    CHECK(to_text(*on_behalf_of) == hana);
    const auto posts = served.as(hana).get(std::string("/api/v1/posts?school=") + Served::ashton);
    CHECK(posts.json.at("items").at(0).at("deputies").at(0).at("name") == "Dana");
    must(dana.post(person(deputy) + "/release-deputy",
                   {{"acts_for", hana}, {"role", role("head", Served::ashton)}}));
    CHECK(dana.post(visit + "/set-day", {{"day", "2026-03-11"}}).status == 403);
}

TEST_CASE("Whoever has no role yet is invited by who added them, whoever's deputy they become") {
    Served served;
    const auto hana = head_of_ashton(served);
    const auto other_head = add(served, "Henry", array{role("head", Served::barton)});
    const auto added =
        served.as(other_head)
            .post("/api/v1/people",
                  {{"name", "Dana"}, {"email", "dana@school.example"}, {"roles", array{}}});
    must(added);
    must(served.as(hana).post(person(added.id()) + "/name-deputy",
                              {{"acts_for", hana},
                               {"role", role("head", Served::ashton)},
                               {"scopes", array{"visits"}},
                               {"until", "2026-07-20"}}));
    // Neither: one did not add them, and for the other they would act for somebody else.
    CHECK(served.as(hana).post(person(added.id()) + "/invite", object{}).status == 403);
    CHECK(served.as(other_head).post(person(added.id()) + "/invite", object{}).status == 403);
    const auto own = served.as(hana).post(
        "/api/v1/people", {{"name", "Dora"}, {"email", "dora@school.example"}, {"roles", array{}}});
    must(served.as(hana).post(person(own.id()) + "/invite", object{}));
}

TEST_CASE("A head puts right from when until when somebody was lead; all see everybody's days") {
    Served served;
    const auto hana = served.as(head_of_ashton(served));
    const auto lee = add(served, "Lee", array{role("lead", Served::ashton)});
    const auto correct = [&](const Caller& who, const char* given, object days) {
        days["role"] = role("lead", Served::ashton);
        days["given"] = given;
        return who.post(person(lee) + "/correct-role", days);
    };
    must(correct(hana, "2026-03-09", {{"from", "2025-09-01"}, {"ended_on", "2026-01-05"}}));
    const auto held = [&] {
        served.folded();
        return hana.get(std::string("/api/v1/posts?school=") + Served::ashton)
            .json.at("items")
            .at(1)  // the lead's
            .at("held")
            .as_array();
    };
    const auto corrected = [&] {
        for (const auto& row : held())
            if (row.at("id") == boost::json::string(lee)) return row.as_object();
        return object{};
    };
    CHECK(corrected().at("name") == "Lee");
    CHECK(corrected().at("from") == "2025-09-01");
    CHECK(corrected().at("ended_on") == "2026-01-05");
    CHECK(held().size() == 2);  // with the lead who was there
    CHECK(held().at(0).at("from") == "2026-03-09");
    const auto again = correct(hana, "2026-03-09", {{"from", "2025-09-01"}});
    CHECK(again.status == 422);
    CHECK(again.text.find("nothing-to-correct") != std::string::npos);
    CHECK(correct(served.as(lee), "2025-09-01", {{"from", "2025-09-02"}}).status == 403);
    must(correct(hana, "2025-09-01", {{"from", "2025-09-01"}, {"ended_on", "2025-09-01"}}));
    CHECK(corrected().at("ended_on") == "2025-09-01");  // never, and it shows what was said before
    const auto before = corrected().at("before").as_array();
    REQUIRE(before.size() == 2);
    CHECK(before.at(0).as_object() == object{{"from", "2026-03-09"}});
    CHECK(before.at(1).as_object() == object{{"from", "2025-09-01"}, {"ended_on", "2026-01-05"}});
}

TEST_CASE("A deputy stands in for a head only while the head is the head") {
    Served served;
    const auto hana = head_of_ashton(served);
    const auto deputy = add(served, "Dana", array{});
    must(served.as(hana).post(person(deputy) + "/name-deputy",
                              {{"acts_for", hana},
                               {"role", role("head", Served::ashton)},
                               {"scopes", array{"visits"}},
                               {"until", "2026-07-20"}}));
    must(
        served.as_operator("POST", person(hana) + "/end-role",
                           boost::json::serialize(object{{"role", role("head", Served::ashton)}})));
    const auto visit = "/api/v1/visits/" + served.requested();
    CHECK(served.as(deputy).post(visit + "/agree", object{}).status == 403);
}

TEST_CASE(
    "A post that nobody holds is shown, and what it has to do goes up to "
    "the coordinator") {
    Served served;
    served.requested();
    const auto coordinator = served.as(served.coordinator);
    const auto vacant = [&] {
        served.folded();
        return coordinator.get("/api/v1/posts?network=" + served.network)
            .json.at("items")
            .as_array();
    };
    REQUIRE(vacant().size() == 3);  // no school has a head
    CHECK(vacant()[0].at("school") == Served::ashton);
    CHECK(vacant()[0].at("role") == "head");
    CHECK(coordinator.get("/api/v1/tasks").json.at("items").as_array().empty());
    must(
        served.as_operator("POST", person(served.ada) + "/end-role",
                           boost::json::serialize(object{{"role", role("lead", Served::ashton)}})));
    REQUIRE(vacant().size() == 4);
    CHECK(vacant()[0].at("role") == "lead");
    CHECK(vacant()[0].at("vacant_since") == "2026-03-09");
    const auto tasks = coordinator.get("/api/v1/tasks").json.at("items").as_array();
    REQUIRE(tasks.size() == 1);
    CHECK(tasks[0].at("duty") == "answer_visit");
    CHECK(tasks[0].at("vacant").as_bool());
    CHECK(tasks[0].at("due") == "2026-03-23");
    CHECK(served.as(served.ben).get("/api/v1/posts?network=" + served.network).status == 403);
}

TEST_CASE("Who is lead and head of a school is for its staff and the coordinator") {
    Served served;
    head_of_ashton(served);
    served.folded();
    const auto posts =
        served.as(served.ada).get(std::string("/api/v1/posts?school=") + Served::ashton);
    must(posts);
    CHECK(posts.json.at("items").at(0).at("role") == "head");
    CHECK(posts.json.at("items").at(0).at("people").at(0).at("name") == "Hana");
    CHECK(posts.json.at("items").at(1).at("people").at(0).at("name") == "Ada Example");
    CHECK(served.as(served.coordinator)
              .get(std::string("/api/v1/posts?school=") + Served::ashton)
              .status == 200);
    CHECK(served.as(served.ben).get(std::string("/api/v1/posts?school=") + Served::ashton).status ==
          403);
    CHECK(served.as(served.ada).get("/api/v1/posts").status == 400);
}

}  // namespace commonweal::api::testing
