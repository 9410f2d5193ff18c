#pragma once
// One watched topic: what it was lately, so that whoever comes back or falls behind gets the
// changes since, folded into one, or a new snapshot where those are gone.
//
// Owner: Hub. Threads: the hub's strand.

#include <deque>

#include "server/live/messages.hpp"

namespace commonweal::live {

class Topic {
  public:
    static constexpr std::size_t past_max = 256;

    /// `since`: the position from which on changes are told.
    Topic(app::TopicKey key, Position since) : key_(key), since_(since), head_(since) {}

    const app::TopicKey& key() const { return key_; }

    /// Takes a change that waits to be sent; changes that wait together become one.
    void add(Position position, app::AnyChange change);
    bool waiting() const { return waiting_.has_value(); }
    /// Somebody was given a snapshot as of this position: no message may reach across it, or they
    /// would get a part of it twice.
    void snapshot_given(Position position);
    /// True where a change up to this position must not be gathered with what waits.
    bool must_send_before(Position position) const;
    /// The waiting change as one message, encoded once for all who watch; it becomes past.
    struct Sent {
        Message message;
        Position position = 0;
    };
    Sent take();

    /// All that changed after a position, as one message; nullptr where that is no longer known.
    Message changes_since(Position from) const;
    /// The position up to which everything was taken.
    Position head() const { return head_; }

  private:
    /// Changes from the batch that ended at `first` up to the one that ended at `position`.
    struct Past {
        Position first = 0;
        Position position = 0;
        app::AnyChange change;
    };
    app::TopicKey key_;
    Position since_;  ///< changes after this position are all known
    Position head_;
    std::optional<Past> waiting_;
    std::deque<Past> past_;
    std::vector<Position> given_;  ///< snapshots beyond head_
};

}  // namespace commonweal::live
