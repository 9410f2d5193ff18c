#include "server/app/rebuild.hpp"

#include "server/telemetry/log.hpp"

namespace commonweal::app {

void Rebuild::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    if (thread_.joinable()) thread_.join();
}

bool Rebuild::start(Fold fold, Position head, Ready ready) {
    const std::lock_guard lock(mutex_);
    if (stopping_ || progress_.state == State::folding) return false;
    progress_ = {State::folding, 0, head, {}, {}};
    if (thread_.joinable()) thread_.join();  // it has given its views away, and ends
    telemetry::log(telemetry::Level::info, "views-rebuild-began", {{"events", head}});
    thread_ =
        std::thread([this, fold = std::move(fold), ready = std::move(ready)] { run(fold, ready); });
    return true;
}

void Rebuild::run(const Fold& fold, const Ready& ready) {
    auto views = std::make_unique<Views>();
    try {
        fold(*views, [this](Position folded) { went(folded); });
    } catch (const std::exception& e) {
        return failed(e.what());
    }
    ready(std::move(views));
}

void Rebuild::went(Position folded) {
    const std::lock_guard lock(mutex_);
    if (stopping_) throw std::runtime_error("the server stops");
    const auto tenths = [&](Position done) {
        return progress_.to == 0 ? 0 : done * 10 / progress_.to;
    };
    const bool another_tenth = tenths(folded) > tenths(progress_.folded);
    progress_.folded = folded;
    if (another_tenth)
        telemetry::log(telemetry::Level::info, "views-rebuild-goes-on",
                       {{"folded", folded}, {"events", progress_.to}});
}

void Rebuild::swapped(std::optional<bool> differed) {
    const std::lock_guard lock(mutex_);
    progress_.state = State::swapped;
    progress_.differed = differed;
    telemetry::log(differed == true ? telemetry::Level::warning : telemetry::Level::info,
                   "views-rebuilt", {{"differed", differed.value_or(false)}});
}

void Rebuild::failed(const std::string& why) {
    const std::lock_guard lock(mutex_);
    progress_.state = State::failed;
    progress_.failed_because = why;
    telemetry::log(telemetry::Level::error, "views-rebuild-failed", {{"why", why}});
}

Rebuild::Progress Rebuild::progress() const {
    const std::lock_guard lock(mutex_);
    return progress_;
}

}  // namespace commonweal::app
