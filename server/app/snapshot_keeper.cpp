#include "server/app/snapshot_keeper.hpp"

#include <unordered_set>

#include "server/app/streams.hpp"
#include "server/log/record.hpp"
#include "server/telemetry/log.hpp"

namespace commonweal::app {

void SnapshotKeeper::start() {
    thread_ = std::thread([this] { run(); });
}

void SnapshotKeeper::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        stop_.notify_one();
    }
    if (thread_.joinable()) thread_.join();
}

void SnapshotKeeper::run() {
    std::unique_lock lock(mutex_);
    while (!stop_.wait_for(lock, every, [this] { return stopping_; })) {
        lock.unlock();
        try {
            keep_up();
        } catch (const std::exception& e) {
            telemetry::log(telemetry::Level::warning, "snapshots-not-kept", {{"why", e.what()}});
        }
        lock.lock();
    }
}

void SnapshotKeeper::keep_up() {
    const std::lock_guard one_at_a_time(keeping_);
    const auto head = past_->log().head().position;
    keep_everything(head);
    count(head);
    fold_grown(past_->scope(TheRegister{}, head), register_, head);
    for (auto& [network, growth] : networks_)
        if (growth.events >= fold_at_least) fold_grown(scope_of_network(network), growth, head);
}

Scope SnapshotKeeper::scope_of_network(NetworkId network) const {
    return past_->scope(std::set{network}, 0);
}

void SnapshotKeeper::fold_grown(const Scope& scope, Growth& growth, Position head) {
    if (growth.events < fold_at_least) return;
    past_->fold(head, scope);
    growth = {snapshots_->newest_position(scope.name), 0};
}

/// Which scopes have grown, by the tags of what has come since it was last counted.
void SnapshotKeeper::count(Position head) {
    const auto of_register = past_->scope(TheRegister{}, head);
    const std::unordered_set<std::string_view> kinds(of_register.tags.begin(),
                                                     of_register.tags.end());
    register_.from = snapshots_->newest_position(of_register.name);
    past_->log().engine().scan_encoded(counted_ + 1, [&](Position at, std::string_view stored) {
        if (at > head) return false;
        const auto record = log::view_record(stored);
        if (!record) throw log::DamagedRecord(at, std::string(sentence(record.error())));
        for (const auto tag : record->tags) {
            if (at > register_.from && kinds.contains(tag)) ++register_.events;
            const auto network = tag::network_of(tag);
            if (!network) continue;
            const auto [growth, is_new] = networks_.try_emplace(*network);
            if (is_new)
                growth->second.from = snapshots_->newest_position(scope_of_network(*network).name);
            if (at > growth->second.from) ++growth->second.events;
        }
        counted_ = at;
        return true;
    });
}

/// Of the live views, which are folded anyway.
void SnapshotKeeper::keep_everything(Position head) {
    if (!projector_->current()) return;  // they are being folded anew
    const auto scope = past_->scope(Everything{}, head);
    const auto newest = snapshots_->newest_position(scope.name);
    const auto folded = projector_->views().position();
    if (folded >= newest + Snapshots::interval(folded))
        snapshots_->keep(scope.name, projector_->views(), folded);
}

}  // namespace commonweal::app
