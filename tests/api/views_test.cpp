// The views themselves over HTTP: folded anew on request, or because the program folds otherwise.
#include <catch2/catch.hpp>

#include "tests/api/fixture.hpp"

namespace commonweal::api::testing {
namespace {

using namespace std::chrono_literals;
using boost::json::object;

/// What is said of the views once a rebuild is done; throws after ten seconds.
boost::json::value rebuilt(const Caller& administrator) {
    for (int i = 0; i < 1000; ++i) {
        auto status = must(administrator.get("/api/v1/views")).json;
        if (status.at("rebuild").at("state") != "folding") return status;
        std::this_thread::sleep_for(10ms);
    }
    throw std::runtime_error("the rebuild did not end");
}

}  // namespace

TEST_CASE("An administrator lets the views be folded anew, and learns that they were right") {
    Served served;
    served.requested();
    const auto olga = served.as(served.administrator);
    CHECK(served.as(served.ada).get("/api/v1/views").status == 403);
    CHECK(served.as(served.coordinator).post("/api/v1/views/rebuild", object{}).status == 403);
    CHECK(must(olga.get("/api/v1/views")).json.at("rebuild").at("state") == "never");
    const auto answer = olga.post("/api/v1/views/rebuild", object{});
    INFO(answer.text);
    CHECK(answer.status == 202);
    const auto status = rebuilt(olga);
    CHECK(status.at("rebuild").at("state") == "swapped");
    CHECK(status.at("rebuild").at("differed") == false);
    CHECK(status.at("current") == true);
    CHECK(status.at("position") == status.at("head"));
    CHECK(served.nobody().get("/readyz").json.at("status") == "ready");
}

TEST_CASE("Who watches gets the views that were folded anew, and what happens after") {
    Served served;
    const auto ada = served.as(served.ada);
    const auto topic = "cluster/" + served.cluster + "/network";
    Watcher watcher(served.port(), ada.headers);
    watcher.subscribe(topic);
    CHECK(watcher.next().at("type") == "snapshot");
    const auto olga = served.as(served.administrator);
    must(olga.post("/api/v1/views/rebuild", object{}));
    const auto again = watcher.next();
    CHECK(again.at("type") == "snapshot");
    CHECK(again.at("topic").as_string() == topic);
    served.requested();
    const auto delta = watcher.next();
    CHECK(delta.at("type") == "delta");
    CHECK(delta.at("position").to_number<Position>() > again.at("position").to_number<Position>());
}

TEST_CASE("Views of a version that folded otherwise serve at the start, until all is folded anew") {
    const Folder folder;
    const auto snapshots = folder.path() / "views";
    ProgramOptions options;
    options.data = folder.path();
    {
        Program program(options);
        net::Request request;
        request.method = "POST";
        request.target = "/api/v1/networks";
        request.headers = {{"Content-Type", "application/json"}};
        request.body = R"({"name":"West of England"})";
        REQUIRE(program.call(std::move(request)).status == 201);
        const auto& views = program.projector().views();
        while (views.position() < program.app().log().head().position)
            std::this_thread::sleep_for(1ms);
        app::Snapshots(snapshots, program.app().log().engine(), 0)
            .keep("everything", views, views.position());
    }
    Program program(options);
    const auto left = [&] { return std::filesystem::exists(snapshots / "0"); };
    for (int i = 0; i < 1000 && left(); ++i) std::this_thread::sleep_for(10ms);
    CHECK_FALSE(left());
    const auto rebuild = program.projector().rebuilding();
    CHECK(rebuild.state == app::Rebuild::State::swapped);
    CHECK_FALSE(rebuild.differed);
    CHECK(program.projector().current());
    CHECK(program.projector().views().position() == program.app().log().head().position);
}

}  // namespace commonweal::api::testing
