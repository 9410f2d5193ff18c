// Following against a plain vector: whatever is appended, in whatever groups, every follower reads
// it from the place where it begins, in order, in whole commits, each once, however much it asks
// for at a time and however far it falls behind. RapidCheck prints the seed, and shrinks.

#include <rapidcheck.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <future>
#include <span>
#include <thread>

#include "server/log/log.hpp"
#include "tests/log/contract.hpp"
#include "tests/log/test_env.hpp"

using namespace commonweal::log;
using namespace commonweal::log::testing;

namespace {

std::size_t some(std::size_t from, std::size_t end) {
    return *rc::gen::inRange<std::size_t>(from, end);
}

Commit some_commit(std::uint64_t number, std::size_t events) {
    Commit made = commit(number, {});
    for (std::size_t at = 0; at < events; ++at)
        made.events.push_back(event("s" + std::to_string(number % 3), {"t"}, std::to_string(at)));
    return made;
}

/// The log as a vector: of each record the number of its commit and the index within it.
struct Seen {
    CommitId commit;
    std::uint16_t index;
    bool operator==(const Seen&) const = default;
};
using Model = std::vector<Seen>;

void add(Model& model, const Commit& made) {
    for (std::size_t at = 0; at < made.events.size(); ++at)
        model.push_back({made.id, static_cast<std::uint16_t>(at)});
}

/// Reads on from where it is; what it reads is the next of the model, in whole commits.
class Follower {
  public:
    explicit Follower(Position next) : next_(next) {}

    /// What it reads at once; nothing where there is nothing.
    Model read(const Log& log, std::size_t records_max) {
        Model read;
        bool is_whole = true;
        for (const auto& record : log.read_commits(next_, records_max)) {
            RC_ASSERT(record->position == next_);
            RC_ASSERT((read.size() < records_max || record->index > 0));
            read.push_back({record->commit_id, record->index});
            is_whole = record->index + 1 == record->count;
            ++next_;
        }
        RC_ASSERT(is_whole);
        return read;
    }
    Position next() const { return next_; }

  private:
    Position next_;
};

/// The engines that read from memory and from files, on a disk that is not waited for.
std::vector<EngineKind> quick_engines(TestEnv& env) {
    env.skip_syncs();
    return {engines().front(),
            {"RocksDB, small steps", [&env](const std::filesystem::path& folder) {
                 auto options = in_small_steps();
                 options.env = &env;
                 return open_rocks_engine(folder, options);
             }}};
}

LogOptions some_options() {
    LogOptions options;
    options.tail_records_max = some(1, 40);
    options.group_commits_max = some(1, 6);
    return options;
}

/// Appends, lets followers read, begins new ones, in any order.
void check_steps(Log& log) {
    Model model;
    std::vector<Follower> followers(2, Follower(1));
    std::uint64_t commits = 0;
    for (auto steps = some(1, 60); steps > 0; --steps) {
        const auto what = some(0, 5);
        if (what < 2) {
            const auto made = some_commit(++commits, some(1, 6));
            RC_ASSERT(std::holds_alternative<Appended>(log.append_and_wait(made)));
            add(model, made);
        } else if (what == 2) {
            const auto from = some(1, model.size() + 2);
            if (from > model.size() || model[from - 1].index == 0)
                followers.emplace_back(from);
            else
                RC_ASSERT_THROWS_AS(log.read_commits(from, 1), std::invalid_argument);
        } else {
            auto& follower = followers[some(0, followers.size())];
            const auto from = follower.next();
            const auto read = follower.read(log, some(1, 20));
            RC_ASSERT(read.empty() == (from > model.size()));
            const auto left = std::span(model).subspan(std::min(from - 1, model.size()));
            RC_ASSERT(read.size() <= left.size());
            RC_ASSERT(std::ranges::equal(read, left.first(read.size())));
        }
    }
}

/// Follows on a thread of its own, woken by the log, until it has so many records.
Model follow(Log& log, std::size_t records, std::size_t at_once) {
    std::atomic<Position> told = 0;
    const auto handle = log.listen([&](Position head) {
        told = head;
        told.notify_one();
    });
    Follower follower(1);
    Model seen;
    while (seen.size() < records) {
        const Position before = told;
        const auto read = follower.read(log, at_once);
        seen.insert(seen.end(), read.begin(), read.end());
        if (read.empty()) told.wait(before);
    }
    RC_ASSERT(follower.read(log, at_once).empty());
    return seen;
}

/// Many writers and followers at once: all followers see what the answers say, and nothing else.
void check_threads(Log& log) {
    const auto writers = some(1, 5);
    const auto commits_each = some(1, 25);
    const auto events = some(1, 5);
    Model model(writers * commits_each * events);
    std::vector<std::future<Model>> followers;
    for (auto count = some(1, 5); count > 0; --count) {
        followers.push_back(std::async(std::launch::async, [&, at_once = some(1, 20)] {
            return follow(log, model.size(), at_once);
        }));
    }
    {
        std::vector<std::jthread> writing;
        for (std::size_t writer = 1; writer <= writers; ++writer) {
            writing.emplace_back([&, writer] {
                for (std::size_t number = 0; number < commits_each; ++number) {
                    const auto made = some_commit(writer * 1000 + number, events);
                    const auto at = std::get<Appended>(log.append_and_wait(made));
                    for (std::size_t index = 0; index < events; ++index)
                        model[at.first + index - 1] = {made.id, static_cast<std::uint16_t>(index)};
                }
            });
        }
    }
    for (auto& follower : followers) RC_ASSERT(follower.get() == model);
}

void check(const std::string& what, void (*property)(Log&)) {
    // Histories are long, and their folders take time; RC_PARAMS from outside goes first.
    ::setenv("RC_PARAMS", "max_success=40", 0);
    TestEnv env;
    for (const auto& kind : quick_engines(env)) {
        INFO(kind.name);
        const bool held = rc::check(kind.name + ": " + what, [&] {
            Folder folder;
            Log log(kind.open(folder.path() / "log"), some_options());
            property(log);
        });
        CHECK(held);
    }
}

}  // namespace

TEST_CASE("followers read what a plain vector has, in any order of steps") {
    check("followers read what a plain vector has", check_steps);
}

TEST_CASE("followers on threads of their own see each record once and in order") {
    check("followers on threads of their own see each record once", check_threads);
}
