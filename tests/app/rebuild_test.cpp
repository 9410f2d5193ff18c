// The views are folded anew beside those that serve, and put in their place when they have caught
// up; where that fails, the old ones serve on.
#include <catch2/catch.hpp>
#include <thread>

#include "server/app/bulk_fold.hpp"
#include "server/app/projector.hpp"
#include "tests/app/world.hpp"

namespace commonweal::app::testing {
namespace {

using namespace std::chrono_literals;
using State = Rebuild::State;

/// Waits until a rebuild has ended; throws after ten seconds.
Rebuild::Progress ended(const Projector& projector) {
    for (int i = 0; i < 1000; ++i) {
        const auto progress = projector.rebuilding();
        if (progress.state != State::folding) return progress;
        std::this_thread::sleep_for(10ms);
    }
    throw std::runtime_error("the rebuild did not end");
}

void folded(Projector& projector, Position position) {
    for (int i = 0; i < 1000 && projector.views().position() < position; ++i)
        std::this_thread::sleep_for(10ms);
    REQUIRE(projector.views().position() >= position);
}

std::size_t visits_shown(const Projector& projector) {
    return projector.views().read([](const Views& views) {
        return views.diary().list(view::Kind::visit, {}, 0, 1000).ids.size();
    });
}

/// A fold that waits half-way until it is let go.
class Gate {
  public:
    void open() { open_ = true; }
    Rebuild::Fold fold(const log::Engine& engine) {
        return [this, &engine](Views& views, const auto& progress) {
            const auto head = fold_in_bulk(engine, views, progress);
            while (!open_) std::this_thread::sleep_for(1ms);
            return head;
        };
    }

  private:
    std::atomic<bool> open_ = false;
};

}  // namespace

TEST_CASE("What is folded anew is what served, and takes its place") {
    World world;
    world.requested("How you teach reading");
    Projector projector(world.log());
    projector.catch_up();
    int swaps = 0;
    projector.when_swapped([&] { ++swaps; });
    projector.start({});
    CHECK(projector.rebuilding().state == State::never);
    REQUIRE(projector.rebuild(false));
    const auto progress = ended(projector);
    CHECK(progress.state == State::swapped);
    CHECK(progress.differed == false);
    CHECK(progress.to == world.log().head().position);
    CHECK(visits_shown(projector) == 1);
    world.requested();
    folded(projector, world.log().head().position);
    CHECK(visits_shown(projector) == 2);
    projector.stop();
    CHECK(swaps == 1);
}

TEST_CASE("The old views serve and go on while the new ones are folded, and miss nothing") {
    World world;
    Projector projector(world.log());
    projector.catch_up();
    projector.start({});
    Gate gate;
    REQUIRE(projector.rebuild(false, gate.fold(world.log().engine())));
    CHECK_FALSE(projector.rebuild(false));  // one at a time
    world.requested();
    folded(projector, world.log().head().position);
    CHECK(visits_shown(projector) == 1);
    CHECK(projector.rebuilding().state == State::folding);
    gate.open();
    CHECK(ended(projector).differed == false);
    CHECK(visits_shown(projector) == 1);
    CHECK(projector.views().position() == world.log().head().position);
    world.requested();
    folded(projector, world.log().head().position);
    CHECK(visits_shown(projector) == 2);
}

TEST_CASE("A rebuild that fails leaves the old views serving, and says why") {
    World world;
    world.requested();
    Projector projector(world.log());
    projector.catch_up();
    projector.start({});
    REQUIRE(projector.rebuild(true, [](Views&, const auto&) -> Position {
        throw std::runtime_error("position 7 cannot be folded");
    }));
    const auto progress = ended(projector);
    CHECK(progress.state == State::failed);
    CHECK(progress.failed_because == "position 7 cannot be folded");
    CHECK_FALSE(projector.current());
    CHECK(visits_shown(projector) == 1);
    world.requested();
    folded(projector, world.log().head().position);
    CHECK(visits_shown(projector) == 2);
    REQUIRE(projector.rebuild(true));  // and may be tried again
    CHECK(ended(projector).state == State::swapped);
    CHECK(projector.current());
}

TEST_CASE("Views that served something else than what happened are found out") {
    World world;
    world.requested();
    Projector projector(world.log());
    projector.catch_up();
    projector.start({});
    World elsewhere;  // where another thing happened at that position
    elsewhere.done(elsewhere.as_operator(), leave_cluster({elsewhere.barton, elsewhere.cluster}));
    REQUIRE(projector.rebuild(false, [&](Views& views, const auto& progress) {
        fold_in_bulk(elsewhere.log().engine(), views, progress);
        return fold_in_bulk(world.log().engine(), views, progress);
    }));
    CHECK(ended(projector).differed == true);
}

TEST_CASE("A projector that stops does not wait for a rebuild to be done") {
    World world;
    auto projector = std::make_unique<Projector>(world.log());
    projector->catch_up();
    projector->start({});
    std::atomic<bool> begun = false;
    projector->rebuild(false, [&](Views&, const auto& progress) -> Position {
        while (true) {
            begun = true;
            progress(1);
            std::this_thread::sleep_for(1ms);
        }
    });
    while (!begun) std::this_thread::sleep_for(1ms);
    projector->stop();
    CHECK(projector->rebuilding().failed_because == "the server stops");
}

}  // namespace commonweal::app::testing
