// What the API says of itself is what it is.
#include <catch2/catch.hpp>

#include "domain/catalogue.hpp"
#include "server/api/route.hpp"
#include "server/api/schemas.hpp"
#include "tests/api/fixture.hpp"

namespace commonweal::api::testing {
namespace {

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

TEST_CASE("OpenAPI names every route, and refers to nothing that is not there") {
    const auto document = openapi();
    for (const auto& route : routes()) {
        std::string method(route.method);
        for (char& c : method) c = static_cast<char>(c - 'A' + 'a');
        INFO(route.method << " " << route.pattern);
        REQUIRE(document.at("paths").as_object().contains(route.pattern));
        CHECK(document.at("paths").at(route.pattern).as_object().contains(method));
    }
    for (const auto& whole : {boost::json::value(document), boost::json::value(asyncapi())}) {
        const auto& schemas = whole.at("components").at("schemas").as_object();
        int references = 0;
        each_reference(whole, [&](const std::string& reference) {
            INFO(reference);
            CHECK(schemas.contains(reference.substr(reference.rfind('/') + 1)));
            ++references;
        });
        CHECK(references > 20);
    }
}

TEST_CASE("The catalogue has every event, with who may see each field") {
    const auto rows = event_catalogue();
    CHECK(rows.size() == boost::mp11::mp_size<EventTypes>::value);
    for (const auto& row : rows) {
        CHECK_FALSE(row.at("meaning").as_string().empty());
        for (const auto& field : row.at("fields").as_array())
            CHECK_FALSE(field.at("visibility").as_string().empty());
    }
}

TEST_CASE("The description is served to anybody") {
    Served served;
    CHECK(served.nobody().get("/api/openapi.json").json.at("openapi") == "3.1.0");
    CHECK(served.nobody().get("/api/asyncapi.json").json.at("asyncapi") == "2.6.0");
}

}  // namespace commonweal::api::testing
