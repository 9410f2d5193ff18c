#pragma once
// Commits what policies say follows from an event, together with how far they are: whatever crashes
// between, an answer is in the log once.
//
// Owner: main. Threads: give() on the projector's thread; it works on a thread of its own.
// Failure: where the log stops, it stops; health() says why.

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "server/app/app.hpp"
#include "server/app/views.hpp"

namespace commonweal::app {

/// A commit with the next part of a policy's answer to an event, after what is in the log of it,
/// and how much that is now. `answer` outlives the command.
Decide answer_next(App& app, const PolicyAnswer& answer, std::size_t at_once);

class Policies {
  public:
    /// `at_once`: steps in one commit, far below the log's bound of a commit's bytes.
    explicit Policies(App& app, std::size_t at_once = 200) : app_(&app), at_once_(at_once) {}
    ~Policies() { stop(); }
    Policies(const Policies&) = delete;
    Policies& operator=(const Policies&) = delete;

    /// The event from which on policies are to be asked; none: they were never enabled. Those that
    /// have answered more are asked again, and nothing comes of it.
    std::optional<Position> asked_from();
    /// Those that never were answer what happens from now on. Answers that event.
    Position enable();

    void start();
    void stop();
    void give(std::vector<PolicyAnswer> answers);
    /// Waits until all that was given is in the log, or it has stopped.
    void settle();

    struct Progress {
        std::string_view policy;
        Position source = 0;  ///< the last event that it answered
    };
    struct Health {
        std::vector<Progress> progress;
        std::size_t waiting = 0;   ///< answers that are not in the log yet
        std::string dead_because;  ///< empty: alive
    };
    Health health();

  private:
    void run();
    bool wait_for_clock();
    void commit(const PolicyAnswer& answer);

    App* app_;
    std::size_t at_once_;
    std::thread thread_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<PolicyAnswer> waiting_;  ///< the first is being worked on
    bool stopping_ = false;
    std::string dead_because_;
};

}  // namespace commonweal::app
