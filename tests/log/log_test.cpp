// The log around an engine: the committer that gathers, the bounded queue, followers and listeners,
// what happens when the disk or the vault fails, and the clean close.

#include "server/log/log.hpp"

#include <atomic>
#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>

#include "tests/log/contract.hpp"

using namespace commonweal::log;
using namespace commonweal::log::testing;

namespace {

/// Holds each group until it is let go, counts the groups, and fails when told to.
class Gate {
  public:
    void pass() {
        std::unique_lock lock(mutex_);
        ++waiting_;
        changed_.notify_all();
        changed_.wait(lock, [&] { return open_; });
        --waiting_;
        ++groups_;
        if (!failure_.empty()) throw std::runtime_error(failure_);
    }
    void close() {
        set([&] { open_ = false; });
    }
    void open() {
        set([&] { open_ = true; });
    }
    void fail(std::string why) {
        set([&] { failure_ = std::move(why); });
    }
    void await_waiting() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return waiting_ > 0; });
    }
    int groups() {
        const std::lock_guard lock(mutex_);
        return groups_;
    }

  private:
    template <class Change>
    void set(Change change) {
        const std::lock_guard lock(mutex_);
        change();
        changed_.notify_all();
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    bool open_ = true;
    int waiting_ = 0;
    int groups_ = 0;
    std::string failure_;
};

LogOptions gated(Gate& gate) {
    LogOptions options;
    options.before_group = [&gate] { gate.pass(); };
    return options;
}

std::unique_ptr<Log> memory_log(LogOptions options = {}) {
    return std::make_unique<Log>(make_memory_engine(), std::move(options));
}

Positions positions(const std::vector<std::shared_ptr<const Record>>& records) {
    Positions found;
    for (const auto& record : records) found.push_back(record->position);
    return found;
}

}  // namespace

TEST_CASE("a commit is answered when it is there") {
    const auto log = memory_log();
    CHECK(log->append_and_wait(commit(1, {event("a")}, {{"a", 0}})) ==
          AppendResult{Appended{1, 1, 1, false}});
    CHECK(log->head().position == 1);
    CHECK(log->append_and_wait(commit(2, {event("a")}, {{"a", 0}})) ==
          AppendResult{Conflict{"a", 0, 1}});
    std::promise<AppendResult> answer;
    REQUIRE(log->append(commit(3, {event("a")}),
                        [&](AppendResult result) { answer.set_value(std::move(result)); }));
    CHECK(answer.get_future().get() == AppendResult{Appended{2, 2, 3, false}});
    CHECK(log->stopped_because().empty());
}

TEST_CASE("what waits goes together, in the order in which it came") {
    Gate gate;
    gate.close();
    const auto log = memory_log(gated(gate));
    std::vector<AppendResult> answers;
    const auto ask = [&](std::uint64_t number) {
        return log->append(commit(number, {event("a")}),
                           [&](AppendResult result) { answers.push_back(std::move(result)); });
    };
    REQUIRE(ask(1));
    gate.await_waiting();  // the committer has taken the first alone
    for (std::uint64_t number = 2; number <= 20; ++number) REQUIRE(ask(number));
    gate.open();
    log->append_and_wait(commit(21, {event("b")}));
    CHECK(gate.groups() <= 3);
    REQUIRE(answers.size() == 20);
    for (std::size_t at = 0; at < answers.size(); ++at) {
        CHECK(std::get<Appended>(answers[at]).first == at + 1);
    }
}

TEST_CASE("a group keeps its bounds") {
    Gate gate;
    gate.close();
    LogOptions options = gated(gate);
    int expected_groups = 0;
    SECTION("in commits") {
        options.group_commits_max = 4;
        expected_groups = 1 + 3;
    }
    SECTION("in bytes") {
        options.group_bytes_max = 1000;
        expected_groups = 1 + 6;
    }
    const auto log = memory_log(std::move(options));
    const auto ask = [&](std::uint64_t number) {
        return log->append(commit(number, {event("a", {}, std::string(600, 'b'))}),
                           [](const AppendResult&) {});
    };
    REQUIRE(ask(1));
    gate.await_waiting();
    for (std::uint64_t number = 2; number <= 12; ++number) REQUIRE(ask(number));
    std::promise<void> last;
    REQUIRE(log->append(commit(13, {event("a")}), [&](const AppendResult&) { last.set_value(); }));
    gate.open();
    last.get_future().get();
    CHECK(gate.groups() == expected_groups);
    CHECK(log->head().position == 13);
}

TEST_CASE("a full queue says so at once, and waiting waits") {
    Gate gate;
    gate.close();
    LogOptions options = gated(gate);
    options.queue_commits_max = 2;
    const auto log = memory_log(std::move(options));
    const auto ignore = [](const AppendResult&) {};
    REQUIRE(log->append(commit(1, {event("a")}), ignore));
    gate.await_waiting();
    CHECK(log->append(commit(2, {event("a")}), ignore));
    CHECK(log->append(commit(3, {event("a")}), ignore));
    CHECK_FALSE(log->append(commit(4, {event("a")}), ignore));
    auto waiting = std::async(std::launch::async,
                              [&] { return log->append_and_wait(commit(5, {event("a")})); });
    CHECK(waiting.wait_for(std::chrono::milliseconds(20)) == std::future_status::timeout);
    gate.open();
    CHECK(waiting.get() == AppendResult{Appended{4, 4, 5, false}});
    CHECK(log->append_and_wait(commit(6, {event("a")})) == AppendResult{Appended{5, 5, 6, false}});
}

TEST_CASE("where what goes before a group fails, nothing of it is written and no more is taken") {
    Gate gate;
    const auto log = memory_log(gated(gate));
    log->append_and_wait(commit(1, {event("a")}));
    gate.fail("the vault's disk is full");
    CHECK(log->append_and_wait(commit(2, {event("a")})) ==
          AppendResult{OutcomeUnknown{"the vault's disk is full"}});
    gate.fail("");
    CHECK(log->append_and_wait(commit(3, {event("a")})) ==
          AppendResult{OutcomeUnknown{"the vault's disk is full"}});
    CHECK_FALSE(log->append(commit(4, {event("a")}), [](const AppendResult&) { FAIL(); }));
    CHECK(log->stopped_because() == "the vault's disk is full");
    CHECK(log->head().position == 1);
    CHECK(positions(log->read_commits(1, 10)) == Positions{1});
}

TEST_CASE("after a failure what still waits is answered too, even while closing") {
    Gate gate;
    gate.close();
    auto log = memory_log(gated(gate));
    std::vector<AppendResult> answers;
    const auto note = [&](AppendResult result) { answers.push_back(std::move(result)); };
    REQUIRE(log->append(commit(1, {event("a")}), note));
    gate.await_waiting();
    REQUIRE(log->append(commit(2, {event("a")}), note));
    gate.fail("gone");
    auto opens = std::async(std::launch::async, [&] { gate.open(); });
    log.reset();
    CHECK(answers == std::vector<AppendResult>(2, OutcomeUnknown{"gone"}));
}

TEST_CASE("closing finishes what is queued") {
    Gate gate;
    gate.close();
    auto log = memory_log(gated(gate));
    std::vector<AppendResult> answers;
    const auto note = [&](AppendResult result) { answers.push_back(std::move(result)); };
    REQUIRE(log->append(commit(1, {event("a")}), note));
    gate.await_waiting();
    for (std::uint64_t number = 2; number <= 9; ++number) {
        REQUIRE(log->append(commit(number, {event("a")}), note));
    }
    auto opens = std::async(std::launch::async, [&] { gate.open(); });
    log.reset();
    REQUIRE(answers.size() == 9);
    CHECK(answers.back() == AppendResult{Appended{9, 9, 9, false}});
}

TEST_CASE("followers move by whole commits, from memory and from the engine alike") {
    LogOptions options;
    options.tail_records_max = GENERATE(1, 4, 4096);
    const auto log = memory_log(options);
    log->append_and_wait(commit(1, {event("a"), event("a"), event("a")}));
    log->append_and_wait(commit(2, {event("a")}));
    log->append_and_wait(commit(3, {event("a"), event("a")}));
    for (int round = 0; round < 2; ++round) {
        CHECK(positions(log->read_commits(0, 1)) == Positions{1, 2, 3});
        CHECK(positions(log->read_commits(1, 1)) == Positions{1, 2, 3});
        CHECK(positions(log->read_commits(1, 3)) == Positions{1, 2, 3});
        CHECK(positions(log->read_commits(4, 1)) == Positions{4});
        CHECK(positions(log->read_commits(4, 2)).front() == 4);
        CHECK(positions(log->read_commits(5, 100)) == Positions{5, 6});
        Positions whole;
        while (true) {  // a reading may give less than it might; only nothing means the head
            const auto some = positions(log->read_commits(whole.size() + 1, 4));
            if (some.empty()) break;
            whole.insert(whole.end(), some.begin(), some.end());
        }
        CHECK(whole == Positions{1, 2, 3, 4, 5, 6});
        CHECK(log->read_commits(7, 100).empty());
        CHECK_THROWS_AS(log->read_commits(2, 1), std::invalid_argument);
        CHECK_THROWS_AS(log->read_commits(6, 1), std::invalid_argument);
    }
    log->append_and_wait(commit(4, {event("a")}));
    CHECK(positions(log->read_commits(7, 100)) == Positions{7});
}

TEST_CASE("followers share the newest records") {
    const auto log = memory_log();
    log->append_and_wait(commit(1, {event("a")}));
    CHECK(log->read_commits(1, 10).front() == log->read_commits(1, 10).front());
}

TEST_CASE("listeners are told of each move of the head, until the handle goes") {
    const auto log = memory_log();
    Positions told;
    auto handle = log->listen([&](Position head) { told.push_back(head); });
    auto once = std::make_shared<std::shared_ptr<void>>();
    std::atomic<int> once_calls = 0;
    *once = log->listen([&once_calls, once](Position) {
        ++once_calls;
        once->reset();  // one's own handle, from within the call
    });
    log->append_and_wait(commit(1, {event("a"), event("a")}));
    log->append_and_wait(commit(1, {event("a"), event("a")}));  // repeated: the head stays
    log->append_and_wait(commit(2, {event("a")}));
    // The listener is told after the answer: let the committer come to rest.
    log->append_and_wait(commit(2, {event("a")}));
    handle.reset();
    CHECK(told == Positions{2, 3});
    CHECK(once_calls == 1);
    log->append_and_wait(commit(3, {event("a")}));
    CHECK(told == Positions{2, 3});
}

TEST_CASE("a listener's handle may outlive the log") {
    auto log = memory_log();
    auto handle = log->listen([](Position) {});
    log.reset();
    handle.reset();
}
