// Random histories against a model that is nothing but a vector: every engine must answer each
// append as the model does, and read the same afterwards. RapidCheck prints the seed, and shrinks.

#include <rapidcheck.h>

#include <cstdlib>
#include <map>

#include "tests/log/contract.hpp"
#include "tests/log/test_env.hpp"

using namespace commonweal::log;
using namespace commonweal::log::testing;

namespace {

/// The log as one would write it on a blackboard.
class Model {
  public:
    AppendResult append(const Commit& commit) {
        const auto earlier = commits_.find(commit.id);
        if (earlier != commits_.end()) {
            const auto& [first_request, outcome] = earlier->second;
            const bool may_differ =
                first_request == Fingerprint{} || commit.fingerprint == Fingerprint{};
            if (!may_differ && first_request != commit.fingerprint) return IdReused{};
            Appended again = outcome;
            again.repeated = true;
            return again;
        }
        for (const auto& [stream, expected] : commit.conditions) {
            const Version actual = of_stream(stream).size();
            if (actual != expected) return Conflict{stream, expected, actual};
        }
        recorded_at_ = std::max(recorded_at_, commit.recorded_at);
        const Position first = events_.size() + 1;
        for (const auto& event : commit.events) events_.push_back(event);
        const Appended outcome{first, events_.size(), recorded_at_, false};
        for (Position at = first; at <= events_.size(); ++at) instants_.push_back(recorded_at_);
        commits_[commit.id] = {commit.fingerprint, outcome};
        return outcome;
    }

    Positions of_stream(const std::string& stream) const {
        return where([&](const NewEvent& event) { return event.stream == stream; });
    }
    Positions of_tag(const std::string& tag) const {
        return where([&](const NewEvent& event) {
            return std::ranges::find(event.tags, tag) != event.tags.end();
        });
    }
    Position position_at(InstantUs instant) const {
        return static_cast<Position>(std::ranges::lower_bound(instants_, instant) -
                                     instants_.begin()) +
               1;
    }
    Position head() const { return events_.size(); }
    const NewEvent& event_at(Position position) const { return events_[position - 1]; }

  private:
    template <class Predicate>
    Positions where(const Predicate& holds) const {
        Positions positions;
        for (std::size_t at = 0; at < events_.size(); ++at) {
            if (holds(events_[at])) positions.push_back(at + 1);
        }
        return positions;
    }

    std::vector<NewEvent> events_;
    std::vector<InstantUs> instants_;
    std::map<CommitId, std::pair<Fingerprint, Appended>> commits_;
    InstantUs recorded_at_ = 0;
};

std::string some_name(char kind) {
    return std::string(1, kind) + std::to_string(*rc::gen::inRange(0, 5));
}

Commit some_commit(const Model& model) {
    Commit made;
    made.id = id_of(static_cast<std::uint64_t>(*rc::gen::inRange(0, 60)));
    made.fingerprint[0] = static_cast<std::uint8_t>(*rc::gen::inRange(0, 3));
    made.recorded_at = *rc::gen::inRange(0, 100);
    for (int conditions = *rc::gen::inRange(0, 3); conditions > 0; --conditions) {
        const auto stream = some_name('s');
        // Mostly right, so that histories grow.
        const auto off = *rc::gen::weightedElement<int>({{6, 0}, {1, 1}});
        made.conditions.push_back({stream, model.of_stream(stream).size() + off});
    }
    for (int events = *rc::gen::inRange(1, 5); events > 0; --events) {
        std::vector<std::string> tags;
        for (int tag = *rc::gen::inRange(0, 4); tag > 0; --tag) tags.push_back(some_name('t'));
        made.events.push_back(event(some_name('s'), tags, *rc::gen::string<std::string>()));
    }
    return made;
}

Positions backward(Positions positions) {
    std::ranges::reverse(positions);
    return positions;
}

void check_same(const Engine& engine, const Model& model) {
    RC_ASSERT(engine.head().position == model.head());
    engine.read_all(1, Direction::forward, [&](const Record& record) {
        const NewEvent& event = model.event_at(record.position);
        RC_ASSERT(record.stream == event.stream);
        RC_ASSERT(record.body == event.body);
        RC_ASSERT(model.of_stream(event.stream)[record.version - 1] == record.position);
        return true;
    });
    for (char digit = '0'; digit < '5'; ++digit) {
        const std::string stream{'s', digit};
        const auto positions = model.of_stream(stream);
        RC_ASSERT(engine.stream_version(stream) == positions.size());
        RC_ASSERT(of_stream(engine, stream, 1) == positions);
        RC_ASSERT(of_stream(engine, stream, ~Version{0}, Direction::back) == backward(positions));
        const std::string tag{'t', digit};
        RC_ASSERT(of_tag(engine, tag, 1) == model.of_tag(tag));
        RC_ASSERT(of_tag(engine, tag, ~Position{0}, Direction::back) ==
                  backward(model.of_tag(tag)));
    }
    const InstantUs instant = *rc::gen::inRange(-1, 101);
    RC_ASSERT(engine.position_at(instant) == model.position_at(instant));
}

/// The engines, with a disk that is not waited for: hundreds of histories are written here.
std::vector<EngineKind> quick_engines(TestEnv& env) {
    env.skip_syncs();
    const auto rocks = [&env](RocksOptions options) {
        return [&env, options](const std::filesystem::path& folder) mutable {
            options.env = &env;
            return open_rocks_engine(folder, options);
        };
    };
    return {engines().front(),
            {"RocksDB", rocks({})},
            {"RocksDB, small steps", rocks(in_small_steps())}};
}

}  // namespace

TEST_CASE("random histories are as a plain vector tells them") {
    // Histories are long, and their folders take time; RC_PARAMS from outside goes first.
    ::setenv("RC_PARAMS", "max_success=40", 0);
    TestEnv env;
    for (const auto& kind : quick_engines(env)) {
        INFO(kind.name);
        const bool held = rc::check(kind.name + " is as a plain vector tells", [&] {
            Folder folder;
            auto engine = kind.open(folder.path() / "log");
            Model model;
            for (int groups = *rc::gen::inRange(1, 12); groups > 0; --groups) {
                std::vector<Commit> group;
                std::vector<AppendResult> expected;
                for (int commits = *rc::gen::inRange(1, 5); commits > 0; --commits) {
                    group.push_back(some_commit(model));
                    expected.push_back(model.append(group.back()));
                }
                RC_ASSERT(engine->append(group) == expected);
                if (kind.name != "memory" && *rc::gen::inRange(0, 6) == 0) {
                    engine.reset();
                    engine = kind.open(folder.path() / "log");
                }
            }
            check_same(*engine, model);
        });
        CHECK(held);
    }
}
