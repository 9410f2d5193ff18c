#include "server/backup/backups.hpp"

#include "server/telemetry/log.hpp"

namespace commonweal::backup {

Backups::~Backups() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    if (thread_.joinable()) thread_.join();
}

bool Backups::begin(Order order, std::function<void(Outcome)> then) {
    const std::lock_guard lock(mutex_);
    if (how_far_.running || ending_) return false;
    if (thread_.joinable()) thread_.join();  // it has nothing left to do
    how_far_ = {true, "Beginning", 0, 0};
    thread_ = std::thread([this, order = std::move(order), then = std::move(then)]() mutable {
        auto outcome = run(order);
        wipe(order.key);
        {
            const std::lock_guard ended(mutex_);
            how_far_ = {};
        }
        then(std::move(outcome));
    });
    return true;
}

Outcome Backups::run(const Order& order) {
    using telemetry::Level;
    try {
        auto made = back_up(source_, order,
                            [this](const char* doing, std::uint64_t done, std::uint64_t all) {
                                return tell(doing, done, all);
                            });
        telemetry::log(Level::info, "backed-up",
                       {{"backup", made.id}, {"position", made.head.head.size}});
        return {made, {}};
    } catch (const std::exception& e) {
        telemetry::log(Level::error, "backup-failed", {{"why", e.what()}});
        return {std::nullopt, e.what()};
    }
}

bool Backups::tell(const char* doing, std::uint64_t done, std::uint64_t all) {
    const std::lock_guard lock(mutex_);
    how_far_ = {true, doing, done, all};
    return !ending_;
}

HowFar Backups::how_far() const {
    const std::lock_guard lock(mutex_);
    return how_far_;
}

}  // namespace commonweal::backup
