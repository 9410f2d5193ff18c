#pragma once
// Folds all views anew, beside those that serve: after a change of how they fold, or when somebody
// wants to know whether they are right. What serves goes on until the new ones have caught up, and
// stays where they fail.
//
// Owner: Projector. Threads: every member from any thread; folds on a thread of its own.

#include <functional>
#include <mutex>
#include <thread>

#include "server/app/views.hpp"

namespace commonweal::app {

class Rebuild {
  public:
    /// Folds as far as the log goes; tells how far it is. Answers where it came to.
    using Fold = std::function<Position(Views&, const std::function<void(Position)>&)>;
    using Ready = std::function<void(std::unique_ptr<Views>)>;

    enum class State : std::uint8_t { never, folding, swapped, failed };
    BOOST_DESCRIBE_NESTED_ENUM(State, never, folding, swapped, failed)

    struct Progress {
        State state = State::never;
        Position folded = 0;           ///< so far
        Position to = 0;               ///< the head of the log when it began
        std::string failed_because;    ///< then the old views serve on
        std::optional<bool> differed;  ///< the new views from the old, where that was compared
    };

    ~Rebuild() { stop(); }

    /// `ready` is given what was folded, on the rebuild's thread. False: one is under way.
    bool start(Fold fold, Position head, Ready ready);
    void swapped(std::optional<bool> differed);
    void failed(const std::string& why);
    /// Breaks off what is under way, and waits for its end.
    void stop();
    Progress progress() const;

  private:
    void run(const Fold& fold, const Ready& ready);
    void went(Position folded);

    mutable std::mutex mutex_;
    Progress progress_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace commonweal::app
