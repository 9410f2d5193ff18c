#include <catch2/catch.hpp>
#include <filesystem>

#include "server/log/log.hpp"
#include "server/log/memory_engine.hpp"
#include "server/log/rocks_engine.hpp"

using namespace commonweal::log;

TEST_CASE("smoke") {
    const auto folder = std::filesystem::temp_directory_path() / "commonweal-log-smoke";
    std::filesystem::remove_all(folder);
    const bool rocks = GENERATE(false, true);
    Log log(rocks ? open_rocks_engine(folder) : make_memory_engine(), {});
    Commit commit;
    commit.id[0] = 1;
    commit.recorded_at = 5;
    commit.conditions = {{"a", 0}};
    commit.events = {{"a", {"t", "s"}, "k", 1, "body"}, {"b", {"t"}, "k", 1, "body"}};
    CHECK(log.append_and_wait(commit) == AppendResult{Appended{1, 2, 5, false}});
    CHECK(log.append_and_wait(commit) == AppendResult{Appended{1, 2, 5, true}});
    commit.id[0] = 2;
    CHECK(log.append_and_wait(commit) == AppendResult{Conflict{"a", 0, 1}});
    CHECK(log.read_commits(1, 1).size() == 2);
    int seen = 0;
    log.engine().read_tag("t", 1, Direction::forward, [&](const Record&) { return ++seen > 0; });
    CHECK(seen == 2);
    log.engine().read_stream("a", 1, Direction::back, [&](const Record&) { return ++seen > 0; });
    CHECK(seen == 3);
}
