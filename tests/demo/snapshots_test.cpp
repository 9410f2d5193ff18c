// Snapshots of the sample network hold what was folded: what is folded on from them is what was
// never interrupted, and one that holds something else is found out.
#include <catch2/catch.hpp>
#include <fstream>

#include "server/app/past_views.hpp"
#include "server/app/verify_snapshots.hpp"
#include "server/codec/state_reader.hpp"
#include "server/codec/state_writer.hpp"
#include "tests/demo/sample_log.hpp"

namespace commonweal::demo::testing {
namespace {

using namespace commonweal::app;
using commonweal::testing::Folder;

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

void folds_on_when_read_again(const SampleLog& sample) {
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

void is_the_same_with_snapshots(const SampleLog& sample) {
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
    // Another one finds what this one left.
    const Snapshots again(folder.path(), sample.log().engine());
    CHECK(again.newest_position("everything") == snapshots.newest_position("everything"));
    CHECK(again.newest("everything", sample.head()).position > 0);
    CHECK(again.newest("everything", 100).position == 0);
}

void names_what_is_not_as_the_log_says(const SampleLog& sample) {
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
    std::ofstream(folder.path() / "1" / "nothing" / "7.views") << "";
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

}  // namespace

TEST_CASE("A snapshot of the sample network is what was folded, and is found out if not") {
    const auto& sample = SampleLog::one();
    SECTION("views that are read again fold on") {
        folds_on_when_read_again(sample);
    }
    SECTION("the past is the same with them") {
        is_the_same_with_snapshots(sample);
    }
    SECTION("each is held against the log") {
        names_what_is_not_as_the_log_says(sample);
    }
}

}  // namespace commonweal::demo::testing
