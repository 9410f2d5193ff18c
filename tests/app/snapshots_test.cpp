// Snapshots hold what was folded: what is folded on from them is what was never interrupted.
#include <catch2/catch.hpp>
#include <fstream>

#include "server/app/feed.hpp"
#include "server/app/past_views.hpp"
#include "server/app/verify_snapshots.hpp"
#include "server/codec/state_reader.hpp"
#include "server/codec/state_writer.hpp"
#include "server/log/durable_file.hpp"
#include "server/log/rocks_engine.hpp"
#include "tests/app/sample_log.hpp"
#include "tests/app/world.hpp"

namespace commonweal::app::testing {
namespace {

std::string bytes_of(const Views& views) {
    std::string bytes;
    codec::StateWriter writer(bytes);
    views.save(writer);
    return bytes;
}

template <class Part>
bool same(const Part& one, const Part& other) {
    std::string bytes_of_one;
    std::string bytes_of_other;
    codec::StateWriter(bytes_of_one).put(one);
    codec::StateWriter(bytes_of_other).put(other);
    return bytes_of_one == bytes_of_other;
}

std::unique_ptr<Views> views_in(const std::string& bytes) {
    auto views = std::make_unique<Views>();
    codec::StateReader reader(bytes);
    views->load(reader);
    reader.end();
    return views;
}

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".views") files.push_back(entry.path());
    return files;
}

void overwrite(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

}  // namespace

TEST_CASE("Views that are written down and read again fold on as if nothing had been") {
    const auto& sample = SampleLog::one();
    const Folder folder;
    Views whole;
    auto interrupted = std::make_unique<Views>();
    const Position step = sample.head() / 5;
    for (Position from = 1; from <= sample.head(); from += step) {
        const auto to = std::min(from + step - 1, sample.head());
        sample.fold(whole, from, to);
        interrupted = views_in(bytes_of(*interrupted));
        sample.fold(*interrupted, from, to);
        INFO("up to " << to);
        CHECK(same(interrupted->directory(), whole.directory()));
        CHECK(same(interrupted->diary(), whole.diary()));
        CHECK(same(interrupted->people(), whole.people()));
        CHECK(same(interrupted->tasks(), whole.tasks()));
        const bool all = bytes_of(*interrupted) == bytes_of(whole);
        REQUIRE(all);
    }
    CHECK(bytes_of(whole).size() > 100'000);
}

TEST_CASE("The past is the same with snapshots and without, and leaves some behind") {
    const auto& sample = SampleLog::one();
    const Folder folder;
    Snapshots snapshots(folder.path(), sample.log().engine());
    const PastViews with(sample.log(), &snapshots);
    const PastViews without(sample.log());
    const auto everything = with.scope(Everything{}, 0);
    const auto of_register = with.scope(TheRegister{}, 0);
    for (const auto at : {sample.head(), sample.head() / 2, sample.head() - 100}) {
        for (const auto& scope : {everything, of_register}) {
            INFO(scope.name << " at " << at);
            const bool same = bytes_of(*with.fold(at, scope)) == bytes_of(*without.fold(at, scope));
            CHECK(same);
        }
    }
    CHECK(snapshots.newest_position("everything") > sample.head() / 2);
    CHECK_FALSE(files_in(folder.path()).empty());
    // Another one finds what this one left.
    const Snapshots again(folder.path(), sample.log().engine());
    CHECK(again.newest_position("everything") == snapshots.newest_position("everything"));
    CHECK(again.newest("everything", sample.head()).position > 0);
    CHECK(again.newest("everything", 100).position == 0);
}

TEST_CASE("A snapshot that is damaged, cut or of another log is deleted, and not believed") {
    const auto& sample = SampleLog::one();
    const Folder folder;
    Views views;
    sample.fold(views, 1, 500);
    const auto damage = GENERATE(0, 1, 2, 3, 4);
    {
        Snapshots snapshots(folder.path(), sample.log().engine());
        snapshots.keep("everything", views, 500);
        REQUIRE(snapshots.newest("everything", 500).position == 500);
    }
    const auto file = files_in(folder.path()).at(0);
    auto bytes = *log::read_file(file);
    if (damage == 0) bytes[bytes.size() / 2] ^= 1;
    if (damage == 1) bytes.resize(bytes.size() - 1);
    if (damage == 2) bytes.resize(10);
    if (damage == 3) bytes[0] ^= 1;
    if (damage == 4) bytes[19 + 8 + 8] ^= 1;  // the commit to which it belongs
    overwrite(file, bytes);
    const Snapshots snapshots(folder.path(), sample.log().engine());
    CHECK(snapshots.newest("everything", 500).position == 0);
    CHECK_FALSE(std::filesystem::exists(file));
}

TEST_CASE("A snapshot from beyond the end of the log, as after a restore, is not believed") {
    const auto& sample = SampleLog::one();
    const Folder folder;
    Views views;
    sample.fold(views, 1, sample.head());
    Snapshots(folder.path(), sample.log().engine()).keep("everything", views, 1);
    World shorter;
    const Snapshots snapshots(folder.path(), shorter.log().engine());
    CHECK(snapshots.newest("everything", ~Position{0}).position == 0);
}

TEST_CASE("Snapshots of another version of the program are deleted at the start") {
    const auto& sample = SampleLog::one();
    const Folder folder;
    Views views;
    sample.fold(views, 1, 100);
    Snapshots(folder.path(), sample.log().engine()).keep("everything", views, 100);
    overwrite(folder.path() / "SHAPE", "1\n");
    const Snapshots snapshots(folder.path(), sample.log().engine());
    CHECK(snapshots.newest_position("everything") == 0);
    CHECK(files_in(folder.path()).empty());
}

TEST_CASE("Snapshots are held against what the log says, and what is not that is named") {
    const auto& sample = SampleLog::one();
    const Folder folder;
    Snapshots snapshots(folder.path(), sample.log().engine());
    const PastViews past(sample.log(), &snapshots);
    const auto network =
        past.at(sample.head(), past.scope(TheRegister{}, 0))->directory().networks().front().id;
    for (const auto& about :
         {About(Everything{}), About(TheRegister{}), About(std::set{network})}) {
        const auto scope = past.scope(about, sample.head());
        for (const auto at : {sample.head() / 3, sample.head()})
            snapshots.keep(scope.name, *past.fold(at, scope), 1);
    }
    log::Problems none;
    CHECK(verify_snapshots(sample.log().engine(), snapshots, none, {}) >= 6);
    CHECK(none.none());
    // Views of another position, as if they were of this one.
    Views early;
    sample.fold(early, 1, 300);
    sample.fold(early, 402, 402);
    snapshots.keep("everything", early, 402);
    std::filesystem::create_directories(folder.path() / "1" / "nothing");
    overwrite(folder.path() / "1" / "nothing" / "7.views", "");
    log::Problems problems;
    verify_snapshots(sample.log().engine(), Snapshots(folder.path(), sample.log().engine()),
                     problems, {});
    const auto told = problems.told();
    REQUIRE(told.size() == 2);
    CHECK(told[0].file == "views/everything");
    CHECK(told[0].position == 402);
    CHECK(told[0].detail == "it is not what the log says");
    CHECK(told[1].file == "views/nothing");
}

TEST_CASE("Snapshots stand further apart the more there is") {
    CHECK(Snapshots::interval(0) == 4096);
    CHECK(Snapshots::interval(100'000) == 4096);
    CHECK(Snapshots::interval(1'000'000) == 31'250);
}

}  // namespace commonweal::app::testing
