// Outcomes reach those who wait for them, each once and on its own executor, however many come.
#include "server/app/relay.hpp"

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/strand.hpp>
#include <catch2/catch.hpp>
#include <optional>
#include <thread>

namespace commonweal::app {
namespace {

constexpr int tellers = 4;
constexpr int told_by_each = 5000;

}  // namespace

TEST_CASE("What is told runs later, in order, on the executor that it was told to") {
    boost::asio::io_context io;
    const bool together = GENERATE(true, false);
    const auto relay =
        std::make_shared<Relay>(together ? io.get_executor() : boost::asio::any_io_executor());
    const auto strand = boost::asio::make_strand(io);
    std::vector<int> ran;
    for (int i = 0; i < 3; ++i)
        relay->tell(strand, [&, i] {
            CHECK(strand.running_in_this_thread());
            ran.push_back(i);
        });
    CHECK(ran.empty());
    io.run();
    CHECK(ran == std::vector{0, 1, 2});
    relay->tell(strand, [&] { ran.push_back(3); });
    io.restart();
    io.run();
    CHECK(ran.back() == 3);
}

TEST_CASE("Many tell at once while others run what was told: nothing is lost or done twice") {
    boost::asio::io_context io;
    const auto relay = std::make_shared<Relay>(io.get_executor());
    std::array<std::atomic<int>, tellers> ran{};
    std::optional guard{boost::asio::make_work_guard(io)};
    std::vector<std::thread> threads;
    for (int i = 0; i < 2; ++i) threads.emplace_back([&] { io.run(); });
    for (std::size_t teller = 0; teller < tellers; ++teller)
        threads.emplace_back([&, teller] {
            for (int i = 0; i < told_by_each; ++i)
                relay->tell(boost::asio::make_strand(io), [&, teller] { ++ran[teller]; });
        });
    for (std::size_t i = 2; i < threads.size(); ++i) threads[i].join();
    guard.reset();
    for (std::size_t i = 0; i < 2; ++i) threads[i].join();
    for (const auto& each : ran) CHECK(each == told_by_each);
}

TEST_CASE("What nobody ran any more is forgotten with the relay") {
    const auto kept = std::make_shared<int>(0);
    {
        boost::asio::io_context io;
        const auto relay = std::make_shared<Relay>(io.get_executor());
        relay->tell(io.get_executor(), [kept] {});
        relay->tell(io.get_executor(), [kept] {});
        CHECK(kept.use_count() == 3);
    }
    CHECK(kept.use_count() == 1);
}

}  // namespace commonweal::app
