// JSON Schema and TypeScript, made from the described types alone.
#include <algorithm>
#include <catch2/catch.hpp>

#include "domain/catalogue.hpp"
#include "server/codec/schema.hpp"

namespace commonweal::codec::testing {
namespace {

template <class... Types>
void add_all(Shapes& shapes, boost::mp11::mp_list<Types...>) {
    (shapes.add<Types>(), ...);
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

/// Calls `use` for each reference anywhere in a schema.
void each_reference(const boost::json::value& value, const auto& use) {
    if (const auto* object = value.if_object())
        for (const auto& [key, inner] : *object) {
            if (key == "$ref") use(std::string(inner.as_string()));
            each_reference(inner, use);
        }
    if (const auto* array = value.if_array())
        for (const auto& inner : *array) each_reference(inner, use);
}

}  // namespace

TEST_CASE("Every event of the catalogue has a schema and a TypeScript type") {
    Shapes shapes;
    add_all(shapes, EventTypes{});
    const auto schemas = shapes.schemas();
    const auto text = shapes.typescript();
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, EventTypes>>(
        [&]<class Fact>(boost::mp11::mp_identity<Fact>) {
            const auto name = name_of<Fact>();
            INFO(name);
            REQUIRE(schemas.contains(name));
            CHECK(schemas.at(name).at("description") == boost::json::string(Fact::meaning));
            CHECK(schemas.at(name).at("properties").as_object().size() == Fact::fields.size());
            CHECK(has(text, "export interface " + name + " {"));
        });
    CHECK(name_of<visit::Requested>() == "VisitRequested");
    CHECK(name_of<review::Requested>() == "ReviewRequested");
}

TEST_CASE("Whatever a schema refers to is there") {
    Shapes shapes;
    add_all(shapes, EventTypes{});
    shapes.add<Attribution>();
    const auto schemas = shapes.schemas();
    int references = 0;
    each_reference(schemas, [&](const std::string& reference) {
        constexpr std::string_view prefix = "#/components/schemas/";
        REQUIRE(reference.starts_with(prefix));
        INFO(reference);
        CHECK(schemas.contains(reference.substr(prefix.size())));
        ++references;
    });
    CHECK(references > 10);
}

TEST_CASE("What may be missing has a question mark and is not required; the rest is") {
    Shapes shapes;
    shapes.add<visit::Requested>();
    shapes.add<school::Details>();
    const auto text = shapes.typescript();
    CHECK(has(text, "  theme: string;"));
    CHECK(has(text, "  note?: string | Erased;"));
    CHECK(has(text, "  clusters: string[];"));
    CHECK(has(text, "  lowest_age?: number;"));
    const auto schemas = shapes.schemas();
    const auto& required = schemas.at("VisitRequested").at("required").as_array();
    const auto needs = [&](const char* name) {
        return std::ranges::find(required, boost::json::value(name)) != required.end();
    };
    CHECK(needs("theme"));
    CHECK(needs("clusters"));
    CHECK_FALSE(needs("note"));
}

TEST_CASE("Types are what the JSON is") {
    Shapes shapes;
    shapes.add<person::RoleGiven>();
    shapes.add<review::TeamNamed>();
    const auto schemas = shapes.schemas();
    CHECK(schemas.at("PersonRoleGiven").at("properties").at("from").at("format") == "date");
    CHECK(schemas.at("PersonRoleGiven").at("properties").at("person").at("pattern") ==
          "^per_[0-9A-HJKMNP-TV-Z]{26}$");
    const auto text = shapes.typescript();
    CHECK(has(text, R"(export type ReviewTeamRole = "lead" | "reviewer" | "training";)"));
    CHECK(has(text, "  team: ReviewTeamMember[];"));
}

}  // namespace commonweal::codec::testing
