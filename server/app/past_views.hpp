#pragma once
// The views as they were known at a position of the past: folded from the log by the code that
// folds the live ones, as far as a read needs them.
//
// Owner: main. Threads: every member from any thread; what is answered never changes.
// Failure: damage in the log throws what reading it throws.

#include <list>
#include <memory>
#include <mutex>

#include "server/app/scope.hpp"
#include "server/app/snapshots.hpp"
#include "server/log/log.hpp"

namespace commonweal::app {

/// Into the instances that are whole within the scope, and into the views that all of it shares.
void fold_into(Views& views, const Scope& scope, std::vector<Routed>& events);

class PastViews {
  public:
    /// `snapshots`: what is folded on from; none: it is folded from the beginning each time.
    explicit PastViews(const log::Log& log, Snapshots* snapshots = nullptr)
        : log_(&log), snapshots_(snapshots) {}

    Scope scope(const About& about, Position at) const {
        return scope_of(about, log_->engine(), at);
    }
    /// A part of the views as of a position, which must be the last of a commit.
    std::shared_ptr<const Views> at(Position position, const Scope& scope) const;
    /// The same, folded now, with the snapshots that are due on the way.
    std::shared_ptr<const Views> fold(Position position, const Scope& scope) const;

    /// The end of the commit that an event stands in: the views move by whole commits.
    Position end_of_commit(Position position) const;
    /// The last position recorded by an instant; 0: none was.
    Position known_by(Instant instant) const;
    /// When the commit at a position was recorded; none before the first.
    std::optional<Instant> recorded_at(Position position) const;

    const log::Log& log() const { return *log_; }

  private:
    struct Kept {
        std::string scope;
        Position position = 0;
        std::shared_ptr<const Views> views;
    };
    std::shared_ptr<const Views> kept(Position position, const Scope& scope) const;
    void keep(Kept views) const;
    bool keep_where_due(const std::string& scope, const Folded& folded, std::uint64_t since) const;

    static constexpr std::size_t kept_max = 4;
    const log::Log* log_;
    Snapshots* snapshots_;
    mutable std::mutex mutex_;
    mutable std::list<Kept> kept_;  ///< most recently used first
};

}  // namespace commonweal::app
