#pragma once
// The policies of a server over the log of a test, to be ended and begun again at any moment.

#include <future>

#include "server/app/day_timer.hpp"
#include "server/app/policies.hpp"
#include "server/app/projector.hpp"
#include "tests/app/world.hpp"

namespace commonweal::app::testing {

/// The part of a server that answers what happens, from construction to its sudden end.
class Answering {
  public:
    explicit Answering(World& world, std::size_t at_once = 200)
        : world_(&world), policies_(world.app(), at_once), projector_(world.log()) {
        if (const auto from = policies_.asked_from()) projector_.views().ask_policies_from(*from);
        projector_.catch_up();
        projector_.start({}, [this](auto answers) { policies_.give(std::move(answers)); });
        policies_.start();
        projector_.views().ask_policies_from(policies_.enable());
    }
    ~Answering() {
        projector_.stop();
        policies_.stop();  // what waits is lost, as in a crash
    }
    Answering(const Answering&) = delete;
    Answering& operator=(const Answering&) = delete;

    void settle() {
        std::promise<void> folded;
        projector_.when_folded(world_->log().head().position, [&](bool) { folded.set_value(); });
        folded.get_future().wait();
        policies_.settle();
    }

  private:
    World* world_;
    Policies policies_;
    Projector projector_;
};

inline void next_day(World& world) {
    world.clock().set(world.clock().now() + std::chrono::days{1});
    begin_days(world.app());
}

}  // namespace commonweal::app::testing
