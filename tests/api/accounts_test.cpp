// Signing in over HTTP, and what nobody gets without it.
#include <catch2/catch.hpp>

#include "server/api/route.hpp"
#include "tests/api/fixture.hpp"

namespace commonweal::api::testing {
namespace {

/// An address of a route: something stands in its braces.
std::string address_of(const Route& route) {
    std::string address(route.pattern);
    if (const auto open = address.find('{'); open != std::string::npos)
        address.replace(open, address.find('}') - open + 1, "x");
    return address;
}

}  // namespace

TEST_CASE("Signing in gives a cookie that scripts cannot read, and a CSRF token") {
    Served served;
    const auto answer = served.nobody().post(
        "/api/v1/session", {{"email", "ada@School.example"}, {"password", Served::password}});
    REQUIRE(answer.status == 200);
    const auto cookie = answer.header("Set-Cookie");
    CHECK(cookie.find("; HttpOnly") != std::string::npos);
    CHECK(cookie.find("; SameSite=Lax") != std::string::npos);
    CHECK(cookie.find("Secure") == std::string::npos);  // no TLS here
    CHECK_FALSE(answer.json.at("csrf_token").as_string().empty());
    CHECK(answer.json.at("person").at("id") == served.ada.c_str());
    CHECK(answer.json.at("person").at("name") == "Ada Example");
    const auto browser = served.browser("Ada@school.example", Served::password);
    const auto again = browser.get("/api/v1/session");
    CHECK(again.status == 200);
    CHECK(again.json.at("csrf_token") == boost::json::string(browser.headers[1].second));
    CHECK(browser.get("/api/v1/people/me").json.at("roles").at(0).at("place") == Served::ashton);
}

TEST_CASE("A wrong password, a wrong address and too many attempts are told apart no further") {
    Served served;
    const auto sign_in = [&](const char* email, const char* password) {
        return served.nobody().post("/api/v1/session", {{"email", email}, {"password", password}});
    };
    const auto wrong = sign_in("ada@school.example", "wrong");
    const auto unknown = sign_in("nobody@school.example", "wrong");
    CHECK(wrong.status == 401);
    CHECK(wrong.text == unknown.text);
    CHECK(wrong.header("Set-Cookie").empty());
    for (int i = 0; i < 9; ++i) sign_in("ada@school.example", "wrong");
    const auto late = sign_in("ada@school.example", Served::password);
    CHECK(late.status == 429);
    CHECK(late.problem() == "too-many-attempts");
    CHECK(std::stoi(late.header("Retry-After")) > 60);  // as long as the words say, not a default
}

TEST_CASE("A write of a session needs its CSRF token; a program's token needs none") {
    Served served;
    auto browser = served.browser("ben@school.example", Served::password);
    const boost::json::value visit{
        {"guest", Served::barton}, {"host", Served::ashton}, {"theme", "equity"}};
    CHECK(browser.post("/api/v1/visits", visit).status == 201);
    const Caller without{served.port(), {browser.headers[0]}};
    CHECK(without.post("/api/v1/visits", visit).status == 403);
    CHECK(without.get("/api/v1/visits").status == 200);
    const auto other = served.browser("ada@school.example", Served::password);
    const Caller mixed{served.port(), {browser.headers[0], other.headers[1]}};
    CHECK(mixed.post("/api/v1/visits", visit).status == 403);
    CHECK(served.as(served.ben).post("/api/v1/visits", visit).status == 201);
    const Caller forged{served.port(), {{"Authorization", "Bearer cwt_forged"}}};
    CHECK(forged.get("/api/v1/visits").status == 401);
}

TEST_CASE("Signing out ends the session everywhere") {
    Served served;
    const auto browser = served.browser("ada@school.example", Served::password);
    Watcher watcher(served.port(), browser.headers);
    const auto out = call(served.port(), "DELETE", "/api/v1/session", {}, browser.headers);
    CHECK(out.status == 204);
    CHECK(out.header("Set-Cookie").find("Max-Age=0") != std::string::npos);
    CHECK(browser.get("/api/v1/session").status == 401);
    CHECK(watcher.close_code() == 4001);
    const auto fresh = served.browser("ada@school.example", Served::password);
    CHECK(fresh.get("/api/v1/session").status == 200);
}

TEST_CASE("A session ends after twelve hours without use") {
    Served served;
    const auto browser = served.browser("ada@school.example", Served::password);
    served.clock().set(served.clock().now() + std::chrono::hours(11));
    CHECK(browser.get("/api/v1/people/me").status == 200);
    served.clock().set(served.clock().now() + std::chrono::hours(13));
    CHECK(browser.get("/api/v1/people/me").status == 401);
}

TEST_CASE("Without signing in every route but the open ones gives 401") {
    Served served;
    int closed = 0;
    for (const auto& route : routes()) {
        const auto answer =
            call(served.port(), std::string(route.method), address_of(route), {}, {});
        INFO(route.method << " " << route.pattern);
        if (route.who == Who::anybody) {
            CHECK(answer.status != 401);
            continue;
        }
        CHECK(answer.status == 401);
        CHECK(answer.problem() == "not-signed-in");
        CHECK(answer.header("Content-Type") == "application/problem+json");
        ++closed;
    }
    CHECK(closed > 40);
    Client socket(served.port());
    CHECK(socket.upgrade().status == 401);
}

TEST_CASE("A page of another site opens no WebSocket with this site's cookie") {
    Served served;
    const auto browser = served.browser("ada@school.example", Served::password);
    const auto upgrade = [&](const std::string& origin) {
        Client client(served.port());
        return client
            .upgrade("Cookie: " + browser.headers[0].second + "\r\nOrigin: " + origin + "\r\n")
            .status;
    };
    CHECK(upgrade("http://evil.example") == 403);
    CHECK(upgrade("null") == 403);
    CHECK(upgrade("http://test.evil.example") == 403);
    CHECK(upgrade("http://test") == 101);
}

TEST_CASE("What an administrator may, nobody else may") {
    Served served;
    const boost::json::value person{
        {"name", "Eve"}, {"email", "eve@school.example"}, {"roles", boost::json::array{}}};
    const auto lead = served.as(served.ada);
    CHECK(lead.post("/api/v1/people", person).status == 403);
    CHECK(lead.post("/api/v1/tokens", {{"person", served.administrator}}).status == 403);
    CHECK(lead.post("/api/v1/networks", {{"name", "Mine"}}).status == 403);
    CHECK(lead.post("/api/v1/register", "x", {{"Content-Type", "text/csv"}}).status == 403);
    CHECK(lead.post("/api/v1/people/" + served.ada + "/give-role",
                    {{"role", {{"role", "administrator"}, {"place", ""}}}})
              .status == 403);
    const auto administrator = served.as(served.administrator);
    CHECK(administrator.post("/api/v1/people", person).status == 201);
    CHECK(administrator.post("/api/v1/people", person).problem() == "refusal/address-taken");
}

TEST_CASE("A role that ended gives no more rights, at once") {
    Served served;
    const auto id = served.requested();
    const auto lead = served.as(served.ada);
    CHECK(served
              .as_operator("POST", "/api/v1/people/" + served.ada + "/end-role",
                           R"({"role":{"role":"lead","place":"100001"}})")
              .status == 200);
    CHECK(lead.post("/api/v1/visits/" + id + "/agree", boost::json::object{}).status == 403);
}

}  // namespace commonweal::api::testing
