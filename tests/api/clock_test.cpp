// A clock that jumped ahead: nothing is taken until an administrator says that it is right.
#include <catch2/catch.hpp>

#include "tests/api/fixture.hpp"

namespace commonweal::api::testing {
namespace {

/// A program whose machine has been running since the fixture's morning.
struct Doubting {
    std::chrono::microseconds running{0};
    ProgramOptions options() {
        ProgramOptions made;
        made.elapsed = [this] { return running; };
        return made;
    }
};

}  // namespace

TEST_CASE("After a jump of the clock nothing is written, and an administrator ends it") {
    Doubting machine;
    Served served(machine.options());
    const auto visit = served.requested();
    CHECK(served.nobody().get("/readyz").status == 200);
    served.clock().set(served.clock().now() + std::chrono::days{40});
    const auto ada = served.as_operator("GET", "/readyz");
    CHECK(ada.status == 503);
    CHECK(ada.json.at("reasons").at(0).as_string().find("clock confirm") !=
          boost::json::string::npos);
    const auto refused =
        served.as_operator("POST", "/api/v1/networks", R"({"name":"Another network"})");
    CHECK(refused.status == 503);
    CHECK(refused.text.find("2026-04-18") != std::string::npos);
    const auto confirmed = served.as_operator("POST", "/api/v1/clock/confirm");
    INFO(confirmed.text);
    CHECK(confirmed.status == 200);
    CHECK(confirmed.json.at("events").at(0).at("kind") == "clock-confirmed");
    CHECK(served.nobody().get("/readyz").status == 200);
    CHECK(served.as_operator("POST", "/api/v1/networks", R"({"name":"Another network"})").status ==
          201);
    CHECK(served.as_operator("POST", "/api/v1/clock/confirm").status == 422);
}

TEST_CASE(
    "A second jump is not believed for the word on the first, and no session ends by a doubt") {
    Doubting machine;
    Served served(machine.options());
    const auto ada = served.browser("Ada@school.example", Served::password);
    served.clock().set(served.clock().now() + std::chrono::days{40});
    CHECK(ada.get("/api/v1/session").status == 200);
    const auto administrator = served.as(served.administrator);
    const auto confirm = [&] {
        return administrator.post("/api/v1/clock/confirm", boost::json::object{},
                                  {{"Idempotency-Key", "one and the same"}});
    };
    CHECK(confirm().status == 200);
    CHECK(served.nobody().get("/readyz").status == 200);
    served.clock().set(served.clock().now() + std::chrono::days{40});
    CHECK(confirm().status == 200);  // what came of the first request
    CHECK(served.nobody().get("/readyz").status == 503);
}

TEST_CASE("A lead cannot say that the clock is right") {
    Doubting machine;
    Served served(machine.options());
    const auto ada = served.as(served.ada);
    served.clock().set(served.clock().now() + std::chrono::hours{2});
    CHECK(ada.post("/api/v1/clock/confirm", boost::json::object{}).status == 403);
    CHECK(served.nobody().get("/readyz").status == 503);
    served.clock().set(served.clock().now() - std::chrono::hours{2});
    CHECK(served.nobody().get("/readyz").status == 200);  // set right again
}

}  // namespace commonweal::api::testing
