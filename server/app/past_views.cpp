#include "server/app/past_views.hpp"

#include "server/app/feed.hpp"
#include "server/telemetry/log.hpp"

namespace commonweal::app {
void fold_into(Views& views, const Scope& scope, std::vector<Routed>& events) {
    if (!scope.everything())
        for (auto& event : events)
            std::erase_if(event.topics,
                          [&](const auto& topic) { return !scope.whole.contains(topic); });
    views.apply(events);
}

std::shared_ptr<const Views> PastViews::at(Position position, const Scope& scope) const {
    if (auto found = kept(position, scope)) return found;
    auto folded = fold(position, scope);
    keep({scope.name, position, folded});
    return folded;
}

std::shared_ptr<const Views> PastViews::fold(Position position, const Scope& scope) const {
    auto folded = snapshots_ != nullptr ? snapshots_->newest(scope.name, position)
                                        : Folded{std::make_shared<Views>(), 0, 0};
    auto kept = folded.events;
    feed(log_->engine(), scope.tags, folded.position + 1, position,
         [&](std::vector<Routed>& events) {
             folded.position = events.back().event.position;
             folded.events += events.size();
             fold_into(*folded.views, scope, events);
             if (keep_where_due(scope.name, folded, folded.events - kept)) kept = folded.events;
         });
    return folded.views;
}

/// A disk that is full is no reason not to answer.
bool PastViews::keep_where_due(const std::string& scope, const Folded& folded,
                               std::uint64_t since) const {
    if (snapshots_ == nullptr) return false;
    try {
        return snapshots_->keep_where_due(scope, folded, since);
    } catch (const std::exception& e) {
        telemetry::log(telemetry::Level::warning, "snapshot-not-kept",
                       {{"scope", scope}, {"why", e.what()}});
        return true;
    }
}

std::shared_ptr<const Views> PastViews::kept(Position position, const Scope& scope) const {
    const std::lock_guard lock(mutex_);
    for (auto at = kept_.begin(); at != kept_.end(); ++at) {
        if (at->position != position || at->scope != scope.name) continue;
        kept_.splice(kept_.begin(), kept_, at);
        return at->views;
    }
    return nullptr;
}

void PastViews::keep(Kept views) const {
    Kept dropped;  // destroyed after the lock is given back: it may be large
    const std::lock_guard lock(mutex_);
    kept_.push_front(std::move(views));
    if (kept_.size() <= kept_max) return;
    dropped = std::move(kept_.back());
    kept_.pop_back();
}

Position PastViews::end_of_commit(Position position) const {
    Position end = position;
    if (position == 0) return end;
    log_->engine().read_all(position, log::Direction::forward, [&](const log::Record& record) {
        end = position + record.count - record.index - 1;
        return false;
    });
    return end;
}

Position PastViews::known_by(Instant instant) const {
    const auto after = instant.time_since_epoch().count() + 1;
    return log_->engine().position_at(after) - 1;
}

std::optional<Instant> PastViews::recorded_at(Position position) const {
    std::optional<Instant> recorded;
    log_->engine().read_all(position, log::Direction::forward, [&](const log::Record& record) {
        recorded = Instant{std::chrono::microseconds{record.recorded_at}};
        return false;
    });
    return position == 0 ? std::nullopt : recorded;
}

}  // namespace commonweal::app
