#include <fcntl.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include <set>
#include <thread>
#include <vector>

#include "server/telemetry/line.hpp"
#include "server/telemetry/log.hpp"
#include "server/telemetry/metrics.hpp"
#include "server/telemetry/reference.hpp"

using namespace commonweal::telemetry;

namespace {

std::string fields(Format format, std::string_view event, std::initializer_list<Field> list) {
    std::string line;
    append_fields(line, format, event, list);
    return line;
}

/// Logs go into a pipe for as long as this lives.
class Captured {
  public:
    explicit Captured(LogOptions options) {
        REQUIRE(::pipe2(ends_, O_NONBLOCK) == 0);
        options.descriptor = ends_[1];
        start_log(options);
    }
    ~Captured() {
        start_log({});
        ::close(ends_[0]);
        ::close(ends_[1]);
    }
    std::string read() {
        std::string text(100000, '\0');
        const auto got = ::read(ends_[0], text.data(), text.size());
        text.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
        return text;
    }

  private:
    int ends_[2];
};

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != text.npos;
}

}  // namespace

TEST_CASE("fields are key=value, quoted where they must be") {
    CHECK(fields(Format::key_value, "request",
                 {{"method", "GET"}, {"status", 200}, {"ratio", 0.5}, {"ok", true}, {"gap", -3}}) ==
          "event=request method=GET status=200 ratio=0.5 ok=true gap=-3");
    CHECK(fields(Format::key_value, "e", {{"why", "no such file"}, {"empty", ""}}) ==
          R"(event=e why="no such file" empty="")");
}

TEST_CASE("a client cannot forge a line") {
    CHECK(fields(Format::key_value, "e", {{"path", "/a\nlevel=error event=forged"}}) ==
          R"(event=e path="/a\u000alevel=error event=forged")");
    CHECK(fields(Format::json, "e", {{"path", "a\"b\\c\x1b\xff"}}) ==
          R"("event":"e","path":"a\"b\\c\u001b\u00ff")");
}

TEST_CASE("query values are not logged") {
    CHECK(without_query_values("/a") == "/a");
    CHECK(without_query_values("/a?q=Jo+Bloggs&limit=10&flag") == "/a?q&limit&flag");
    CHECK(without_query_values("/a?q=a=b?c&d=") == "/a?q&d");
}

TEST_CASE("lines are gathered until flushed, but warnings come at once") {
    Captured captured({.format = Format::json});
    log(Level::info, "quiet");
    log(Level::debug, "below");
    CHECK(captured.read().empty());
    log(Level::warning, "loud");
    const auto text = captured.read();
    CHECK(has(text, R"("level":"info","event":"quiet"})"
                    "\n"));
    CHECK(has(text, R"("level":"warning","event":"loud"})"));
    CHECK_FALSE(has(text, "below"));
    CHECK(text.starts_with(R"({"time":"20)"));
    log(Level::info, "later");
    flush_log();
    CHECK(has(captured.read(), "later"));
}

TEST_CASE("a request is logged by its route where that is known") {
    Captured captured({});
    log_request({.method = "GET",
                 .target = "/calendar/secret.ics",
                 .route = "/calendar/{secret}.ics",
                 .status = 200});
    log_request({.method = "GET", .target = "/x?q=name", .route = {}, .status = 500, .bytes = 7});
    const auto text = captured.read();
    CHECK(has(text, "level=info event=request method=GET path=/calendar/{secret}.ics status=200"));
    CHECK(has(text, "level=warning event=request method=GET path=/x?q status=500 bytes=7"));
    CHECK_FALSE(has(text, "secret.ics status"));
    CHECK_FALSE(has(text, "name"));
}

TEST_CASE("many threads log whole lines") {
    Captured captured({});
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([] {
            for (int i = 0; i < 100; ++i) log(Level::info, "e", {{"number", i}});
        });
    }
    for (auto& thread : threads) thread.join();
    flush_log();
    const auto text = captured.read();
    CHECK(std::count(text.begin(), text.end(), '\n') == 400);
}

TEST_CASE("counters, gauges and histograms are said as Prometheus reads them") {
    Metrics metrics;
    auto counter = metrics.counter("requests_total", "Requests answered.", {{"status", "200"}});
    counter.add();
    metrics.counter("requests_total", "Requests answered.", {{"status", "200"}}).add(2);
    metrics.counter("requests_total", "Requests answered.", {{"status", "500"}}).add();
    double head = 1;
    metrics.gauge("log_head", "Position of the last event.", [&] { return head; });
    auto seconds = metrics.histogram("request_seconds", "How long.", {0.1, 1});
    seconds.observe(0.05);
    seconds.observe(5);
    head = 42;
    const auto text = metrics.text();
    CHECK(has(text, "# HELP requests_total Requests answered.\n# TYPE requests_total counter\n"));
    CHECK(has(text, "requests_total{status=\"200\"} 3\n"));
    CHECK(has(text, "requests_total{status=\"500\"} 1\n"));
    CHECK(has(text, "log_head 42\n"));
    CHECK(has(text, "request_seconds_bucket{le=\"0.1\"} 1\n"));
    CHECK(has(text, "request_seconds_count 2\n"));
    CHECK_THROWS_AS(metrics.counter("no spaces", ""), std::invalid_argument);
}

TEST_CASE("references are long, legible and each another") {
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        const auto reference = new_reference();
        CHECK(reference.size() == 20);
        CHECK(reference.starts_with("ref_"));
        CHECK(reference.find_first_of("ILOU") == std::string::npos);
        seen.insert(reference);
    }
    CHECK(seen.size() == 1000);
}
