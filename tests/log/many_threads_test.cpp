// Many writers and many followers at once, and a plain vector as the judge: nobody skips an event,
// sees one twice, out of order, half a commit, or one that is not yet acknowledged.

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <random>
#include <thread>

#include "server/log/log.hpp"
#include "tests/log/contract.hpp"
#include "tests/support/seed.hpp"

using namespace commonweal::log;
using namespace commonweal::log::testing;

namespace {

/// Follows from the beginning until it has seen `last`, by listening and reading.
class Follower {
  public:
    Follower(const Log& log, std::size_t records_at_once)
        : log_(log), records_at_once_(records_at_once) {}

    bool step() {
        const Position head_before = log_.head().position;
        const auto records = log_.read_commits(seen_.size() + 1, records_at_once_);
        const Position head_after = log_.head().position;
        for (const auto& record : records) {
            in_order_ =
                in_order_ && record->position == seen_.size() + 1 && record->position <= head_after;
            seen_.push_back(*record);
        }
        whole_ = whole_ && (records.empty() || records.back()->index + 1 == records.back()->count);
        // What was acknowledged before the reading must be readable.
        complete_ = complete_ && (!records.empty() || seen_.size() >= head_before);
        return !records.empty();
    }

    const std::vector<Record>& seen() const { return seen_; }
    bool is_sound() const { return in_order_ && whole_ && complete_; }

  private:
    const Log& log_;
    const std::size_t records_at_once_;
    std::vector<Record> seen_;
    bool in_order_ = true;
    bool whole_ = true;
    bool complete_ = true;
};

/// Told by the log that there is something to read.
class Bell {
  public:
    void ring() {
        const std::lock_guard lock(mutex_);
        ++rings_;
        changed_.notify_all();
    }
    int wait_after(int seen) {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, std::chrono::seconds(10), [&] { return rings_ != seen; });
        return rings_;
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int rings_ = 0;
};

constexpr int writers = 6;
constexpr int commits_each = 150;

struct Acknowledged {
    Commit commit;
    Appended at;
};

/// One writer: some commits at their own stream, some in contention for a shared one, some again.
std::vector<Acknowledged> write(Log& log, int writer, unsigned seed) {
    std::mt19937 random(seed + static_cast<unsigned>(writer));
    std::vector<Acknowledged> acknowledged;
    for (int round = 0; round < commits_each; ++round) {
        Commit made = commit(static_cast<std::uint64_t>(writer) * 100'000 + round, {});
        const std::string own = "own-" + std::to_string(writer);
        for (unsigned events = 1 + random() % 3; events > 0; --events) {
            made.events.push_back(event(random() % 3 == 0 ? "shared" : own,
                                        {"all", "w" + std::to_string(writer)},
                                        std::string(random() % 300, 'b')));
        }
        if (random() % 2 == 0) {
            made.conditions = {{"shared", log.engine().stream_version("shared")}};
        }
        const auto result = log.append_and_wait(made);
        if (const auto* const at = std::get_if<Appended>(&result)) {
            acknowledged.push_back({made, *at});
            if (random() % 8 == 0) {
                const auto again = log.append_and_wait(made);
                if (std::get<Appended>(again).first != at->first) throw std::logic_error("moved");
            }
        } else if (!std::holds_alternative<Conflict>(result)) {
            throw std::logic_error(Catch::StringMaker<AppendResult>::convert(result));
        }
    }
    return acknowledged;
}

void check_against(const std::vector<Record>& seen, const std::vector<Acknowledged>& acknowledged) {
    std::size_t events = 0;
    for (const auto& [commit, at] : acknowledged) {
        REQUIRE(at.last - at.first + 1 == commit.events.size());
        events += commit.events.size();
        for (std::size_t index = 0; index < commit.events.size(); ++index) {
            const Record& record = seen.at(at.first + index - 1);
            REQUIRE(record.commit_id == commit.id);
            REQUIRE(record.index == index);
            REQUIRE(record.stream == commit.events[index].stream);
            REQUIRE(record.body == commit.events[index].body);
        }
    }
    REQUIRE(events == seen.size());
    std::map<std::string, Version> versions;
    for (const auto& record : seen) REQUIRE(record.version == ++versions[record.stream]);
}

}  // namespace

TEST_CASE("many writers and followers agree on one order") {
    const EngineKind kind = GENERATE(from_range(engines()));
    const unsigned seed = commonweal::testing::seed();
    CAPTURE(kind.name, seed);
    Folder folder;
    LogOptions options;
    options.tail_records_max = 64;  // so that slow followers fall out of it
    options.group_commits_max = 5;
    Log log(kind.open(folder.path() / "log"), options);

    std::atomic<bool> done = false;
    std::vector<Follower> followers;
    for (const std::size_t at_once : {1, 7, 500}) followers.emplace_back(log, at_once);
    std::vector<std::thread> threads;
    for (auto& follower : followers) {
        threads.emplace_back([&] {
            Bell bell;
            const auto handle = log.listen([&](Position) { bell.ring(); });
            for (int rings = 0;;) {
                const bool last_round = done;
                while (follower.step()) continue;
                if (last_round) return;
                rings = bell.wait_after(rings);
            }
        });
    }
    // Reads by stream and tag go on beside it, and must be dense at any moment.
    std::atomic<bool> dense = true;
    threads.emplace_back([&] {
        while (!done) {
            Version version = 0;
            log.engine().read_stream("shared", 1, Direction::forward, [&](const Record& record) {
                if (record.version != ++version) dense = false;
                return true;
            });
            Position before = ~Position{0};
            log.engine().read_tag("all", before, Direction::back, [&](const Record& record) {
                if (before != ~Position{0} && record.position != before - 1) dense = false;
                before = record.position;
                return true;
            });
            if (before != 1 && before != ~Position{0}) dense = false;
        }
    });

    std::vector<std::vector<Acknowledged>> acknowledged(writers);
    {
        std::vector<std::jthread> writing;
        for (int writer = 0; writer < writers; ++writer) {
            writing.emplace_back([&, writer] { acknowledged[writer] = write(log, writer, seed); });
        }
    }
    done = true;
    // Rings every bell once more.
    const Commit last = commit(999'999'999, {event("last", {"all"})});
    const auto last_at = std::get<Appended>(log.append_and_wait(last));
    for (auto& thread : threads) thread.join();

    std::vector<Acknowledged> together{{last, last_at}};
    for (auto& one : acknowledged) together.insert(together.end(), one.begin(), one.end());
    CHECK(dense);
    for (auto& follower : followers) {
        while (follower.step()) continue;
        CHECK(follower.is_sound());
        check_against(follower.seen(), together);
    }
}
