// Killed at any moment, under load or while it starts, the server has everything again that it
// acknowledged: whole, once, in its place under the signed head that somebody kept; and `commonweal
// verify` finds nothing wrong. An oracle outside the server knows what was acknowledged.
//
// COMMONWEAL_KILL_ROUNDS says how often; without it, as often as fits in some twenty seconds.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iostream>

#include "tests/api/kill_checks.hpp"
#include "tests/api/kill_process.hpp"
#include "tests/support/seed.hpp"

namespace commonweal::api::testing {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr std::size_t writers = 8;
constexpr milliseconds load_max{120};
constexpr std::chrono::seconds loop_max{18};
constexpr unsigned rounds_min = 5, rounds_between_verify = 8;

milliseconds since(steady_clock::time_point begin) {
    return std::chrono::duration_cast<milliseconds>(steady_clock::now() - begin);
}

class KillLoop {
  public:
    explicit KillLoop(unsigned seed) : random_(seed) {
        begin();
        cast_ = make_cast(data_.path());
        for (std::size_t i = 0; i < writers; ++i)
            writers_.emplace_back("writer" + std::to_string(i), seed + static_cast<unsigned>(i),
                                  cast_, oracle_);
    }

    bool goes_on() const {
        if (const char* told = std::getenv("COMMONWEAL_KILL_ROUNDS"))
            return rounds_ < std::stoul(told);
        return rounds_ < rounds_min || since(begun_) < loop_max;
    }
    void round() {
        load_and_kill();
        if (++rounds_ % rounds_between_verify == 0) verify();
        if (random_() % 3 == 0) kill_while_starting();
        begin();
        checks_.after_restart(server_->port(), random_);
    }
    /// All of it, and once more after a last kill.
    void end() {
        for (auto& writer : writers_) writer.give_up();
        checks_.all(server_->port());
        kill();
        verify();
    }
    std::vector<std::string> complaints() const { return oracle_.complaints(); }
    std::string summary() const {
        return std::to_string(rounds_) + " kills under load and " + std::to_string(early_kills_) +
               " while starting, " + std::to_string(hardly_begun_) + " hardly begun, in " +
               std::to_string(since(begun_).count()) +
               " ms: " + std::to_string(oracle_.told().size()) +
               " commands acknowledged; of those cut off " + std::to_string(oracle_.found) +
               " were in the log, " + std::to_string(oracle_.not_there) + " were not, " +
               std::to_string(oracle_.given_up().size()) + " were given up; " +
               std::to_string(checks_.visits) + " visits, " + std::to_string(checks_.records) +
               " places of records proven, verified " + std::to_string(verified_) + " times\n";
    }

  private:
    milliseconds up_to(milliseconds most) {
        return milliseconds(random_() % static_cast<unsigned>(most.count() + 1));
    }
    void begin() {
        const auto start = steady_clock::now();
        server_.emplace(data_.path(), files_.path() / "serve.txt");
        server_->port();
        starts_in_ = since(start);
    }
    void kill() {
        if (!server_->process().kill()) oracle_.complain("the server ended by itself");
    }
    void load_and_kill() {
        std::atomic<bool> killing = false;
        std::vector<std::jthread> threads;
        for (auto& writer : writers_)
            threads.emplace_back([&writer, &killing, port = server_->port()] {
                writer.write_until_cut_off(port, killing);
            });
        std::this_thread::sleep_for(up_to(load_max));
        killing = true;
        kill();
    }
    /// Before it says its address, or hardly after.
    void kill_while_starting() {
        KilledServer starting(data_.path(), files_.path() / "starting.txt");
        std::this_thread::sleep_for(up_to(starts_in_));
        if (!starting.process().kill()) oracle_.complain("the server ended while it started");
        ++(starting.process().line(milliseconds(1)) ? hardly_begun_ : early_kills_);
    }
    /// With nobody serving, against the newest head that was told.
    void verify() {
        const auto head = files_.path() / "head.txt";
        std::ofstream(head) << oracle_.newest().note;
        const auto ended = run_to_end(
            {"verify", "--data", data_.path().string(), "--head", head.string(), "--json"},
            files_.path() / "verify.txt");
        boost::json::error_code ec;
        const auto said = boost::json::parse(ended.out, ec);
        if (ended.code != 0 || ec || said.at("ok") != true ||
            said.at("events").to_number<Position>() < oracle_.newest().size)
            oracle_.complain("verify: " + std::to_string(ended.code) + " " + ended.out);
        ++verified_;
    }

    const Folder data_, files_;
    std::mt19937 random_;
    steady_clock::time_point begun_ = steady_clock::now();
    std::optional<KilledServer> server_;
    Cast cast_;
    Oracle oracle_;
    KillChecks checks_{oracle_, cast_};
    std::vector<KilledWriter> writers_;
    milliseconds starts_in_{0};
    unsigned rounds_ = 0, early_kills_ = 0, hardly_begun_ = 0, verified_ = 0;
};

}  // namespace

TEST_CASE("Killed again and again under load, it has all that it acknowledged, whole and once") {
    const auto seed = commonweal::testing::seed();
    CAPTURE(seed);
    KillLoop loop(seed);
    for (unsigned round = 1; loop.goes_on(); ++round) {
        CAPTURE(round);
        loop.round();
        REQUIRE(loop.complaints() == std::vector<std::string>{});
    }
    loop.end();
    std::cout << loop.summary();
    CHECK(loop.complaints() == std::vector<std::string>{});
}

}  // namespace commonweal::api::testing
