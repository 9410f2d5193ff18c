// One place to look for everything, in which nobody finds people whom they may not see.
#include <catch2/catch.hpp>

#include "tests/api/fixture.hpp"

namespace commonweal::api::testing {
namespace {

boost::json::value find(Served& served, const std::string& who, const std::string& query) {
    served.folded();
    const auto answer = served.as(who).get("/api/v1/search?q=" + query);
    INFO(answer.text);
    REQUIRE(answer.status == 200);
    return answer.json;
}
std::vector<std::string> names(const boost::json::value& found, const char* kind) {
    std::vector<std::string> all;
    for (const auto& item : found.at(kind).as_array())
        all.emplace_back(item.at("name").as_string());
    return all;
}
using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("Schools and what they do together are found by every word") {
    Served served;
    const auto visit = served.requested();
    const auto found = find(served, served.cleo, "barton%20visit");
    REQUIRE(found.at("visits").as_array().size() == 1);
    CHECK(found.at("visits").at(0).at("id") == boost::json::string(visit));
    CHECK(names(find(served, served.cleo, "hill%20barton"), "schools") ==
          Names{"Barton Hill Primary"});
    CHECK(find(served, served.cleo, "").at("schools").as_array().empty());
}

TEST_CASE("People are found by whoever may see them: colleagues, coordinators, administrators") {
    Served served;
    CHECK(names(find(served, served.ada, "ada"), "people") == Names{"Ada Example"});
    CHECK(names(find(served, served.ada, "example"), "people") == Names{"Ada Example"});
    CHECK(names(find(served, served.ben, "ada"), "people").empty());
    CHECK(names(find(served, served.coordinator, "ben"), "people") == Names{"Ben Example"});
    CHECK(names(find(served, served.coordinator, "lead%20clifton"), "people") ==
          Names{"Cleo Example"});
    CHECK(names(find(served, served.coordinator, "olga"), "people").empty());
    CHECK(names(find(served, served.administrator, "olga"), "people") == Names{"Olga Example"});
}

TEST_CASE("As many are given as are asked for, and it is said of what there is more") {
    Served served;
    const auto found = find(served, served.coordinator, "lead&limit=2");
    CHECK(found.at("people").as_array().size() == 2);
    CHECK(found.at("more") == boost::json::array{"people"});
    CHECK(served.as(served.ada).get("/api/v1/search?q=a&limit=51").status == 400);
    CHECK(served.as(served.ada).get("/api/v1/search?q=" + std::string(201, 'a')).status == 400);
    CHECK(served.nobody().get("/api/v1/search?q=a").status == 401);
}

}  // namespace commonweal::api::testing
