// All that is held about somebody: for whom it is, what is in it, and that it is what the schema
// says.
#include <catch2/catch.hpp>

#include "server/api/schemas.hpp"
#include "tests/api/fixture.hpp"

namespace commonweal::api::testing {
namespace {

using boost::json::object;
using boost::json::value;

const value erased{{"erased", true}};

std::string held_of(const std::string& person) {
    return "/api/v1/people/" + person + "/held";
}

void must_be(const value& shown, const object& schema);

/// An object of a named type: every member is described, and none is missing that has to be there.
void must_be_of(const value& shown, const std::string& type) {
    const auto described = json_schemas().at("components").at("schemas").at(type).as_object();
    const auto& properties = described.at("properties").as_object();
    for (const auto& [name, member] : shown.as_object()) {
        // What an event itself says stands beside it; its kind tells the type.
        if (type == "HeldEvent" && name == "event") continue;
        INFO(type << " " << std::string(name));
        REQUIRE(properties.contains(name));
        must_be(member, properties.at(name).as_object());
    }
    for (const auto& name : described.at("required").as_array()) {
        INFO(type << " " << name);
        CHECK(shown.as_object().contains(name.as_string()));
    }
}

void must_be(const value& shown, const object& schema) {
    if (const auto* reference = schema.if_contains("$ref")) {
        const std::string at(reference->as_string());
        const auto name = at.substr(at.rfind('/') + 1);
        if (shown.is_object()) return must_be_of(shown, name);
        CHECK(shown.is_string());  // an enumerator
    } else if (const auto* type = schema.if_contains("type")) {
        const auto& name = type->as_string();
        CHECK((name == "string") == shown.is_string());
        CHECK((name == "boolean") == shown.is_bool());
        CHECK((name == "integer") == shown.is_number());
        CHECK((name == "array") == shown.is_array());
        if (shown.is_array())
            for (const auto& row : shown.get_array()) must_be(row, schema.at("items").as_object());
    }
}

}  // namespace

TEST_CASE("All that is held is what the schema says, but for the events themselves") {
    Served served;
    served.requested("How you teach reading");
    const auto held = must(served.as(served.ben).get(held_of(served.ben))).json;
    REQUIRE(held.at("events").as_array().size() == 4);
    must_be_of(held, "AllHeld");
    const std::string types = typescript();
    CHECK(types.find("export interface AllHeld {") != std::string::npos);
    CHECK(types.find("  events: HeldEvent[];") != std::string::npos);
}

TEST_CASE("All that is held about somebody is there for themselves and an administrator") {
    Served served;
    served.requested("How you teach reading");
    const auto at = held_of(served.ben);
    const auto held = must(served.as(served.ben).get(at)).json;
    CHECK(held.at("person") == value(served.ben));
    CHECK(held.at("as_of").as_string().starts_with("2026-03-09T09:00:00"));
    CHECK(held.at("name") == "Ben Example");
    CHECK(held.at("email") == "Ben@school.example");
    CHECK(held.at("account").at("password") == true);
    CHECK(held.at("account").at("tokens").to_number<int>() >= 1);
    std::vector<std::string> kinds;
    for (const auto& event : held.at("events").as_array())
        kinds.emplace_back(event.at("kind").as_string());
    CHECK(kinds == std::vector<std::string>{"person-added", "person-address-taken",
                                            "person-role-given", "visit-requested"});
    const auto& requested = held.at("events").as_array().back();
    CHECK(requested.at("event").at("note") == "How you teach reading");
    CHECK(requested.at("said").at("entered_by") == value(served.ben));
    CHECK_FALSE(held.as_object().contains("next"));
    // From the next of a page on.
    const auto last = std::to_string(requested.at("position").to_number<Position>());
    const auto rest = must(served.as(served.ben).get(at + "?cursor=" + last)).json;
    CHECK(rest.at("events").as_array().size() == 1);
    CHECK(served.as(served.administrator).get(at).status == 200);
    CHECK(served.as(served.ada).get(at).status == 403);
    CHECK(served.as(served.coordinator).get(at).status == 403);
    must(served.as(served.administrator)
             .post("/api/v1/people/" + served.ben + "/erase", {{"why", "asked"}}));
    const auto after = must(served.as(served.administrator).get(at)).json;
    CHECK(after.at("name") == erased);
    CHECK(after.at("account").at("password") == false);
}

}  // namespace commonweal::api::testing
