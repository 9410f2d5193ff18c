// Which snapshots are believed. What they hold: tests/demo/snapshots_test.cpp.
#include <catch2/catch.hpp>
#include <fstream>

#include "server/app/feed.hpp"
#include "server/app/snapshots.hpp"
#include "server/log/durable_file.hpp"
#include "tests/app/world.hpp"

namespace commonweal::app::testing {
namespace {

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".views") files.push_back(entry.path());
    return files;
}

Position fold_all(World& world, Views& views) {
    const auto head = world.log().head().position;
    feed(world.log().engine(), {}, 1, head, [&](auto& events) { views.apply(events); });
    return head;
}

void overwrite(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

}  // namespace

TEST_CASE("A snapshot that is damaged, cut or of another log is deleted, and not believed") {
    World world;
    const Folder folder;
    Views views;
    const auto end = fold_all(world, views);
    const auto damage = GENERATE(0, 1, 2, 3, 4);
    {
        Snapshots snapshots(folder.path(), world.log().engine());
        snapshots.keep("everything", views, end);
        REQUIRE(snapshots.newest("everything", end).position == end);
    }
    const auto file = files_in(folder.path()).at(0);
    auto bytes = *log::read_file(file);
    if (damage == 0) bytes[bytes.size() / 2] ^= 1;
    if (damage == 1) bytes.resize(bytes.size() - 1);
    if (damage == 2) bytes.resize(10);
    if (damage == 3) bytes[0] ^= 1;
    if (damage == 4) bytes[19 + 8 + 8] ^= 1;  // the commit to which it belongs
    overwrite(file, bytes);
    const Snapshots snapshots(folder.path(), world.log().engine());
    CHECK(snapshots.newest("everything", end).position == 0);
    CHECK_FALSE(std::filesystem::exists(file));
}

TEST_CASE("A snapshot from beyond the end of the log, as after a restore, is not believed") {
    World world;
    world.requested();
    const Folder folder;
    Views views;
    const auto end = fold_all(world, views);
    Snapshots(folder.path(), world.log().engine()).keep("everything", views, end);
    World shorter;
    const Snapshots snapshots(folder.path(), shorter.log().engine());
    CHECK(snapshots.newest("everything", ~Position{0}).position == 0);
}

TEST_CASE("Snapshots of another version of the program are deleted at the start") {
    World world;
    const Folder folder;
    Views views;
    const auto end = fold_all(world, views);
    Snapshots(folder.path(), world.log().engine()).keep("everything", views, end);
    overwrite(folder.path() / "SHAPE", "1\n");
    const Snapshots snapshots(folder.path(), world.log().engine());
    CHECK(snapshots.newest_position("everything") == 0);
    CHECK(files_in(folder.path()).empty());
}

TEST_CASE("Snapshots stand further apart the more there is") {
    CHECK(Snapshots::interval(0) == 4096);
    CHECK(Snapshots::interval(100'000) == 4096);
    CHECK(Snapshots::interval(960'000) == 20'000);
}

}  // namespace commonweal::app::testing
