#pragma once
// Folds the log into the views on a thread of its own: first in bulk what is there, then each new
// commit as it comes, by the same fold.
//
// Owner: main. Threads: every member from any thread; `changed` is called on the projector's
// thread. Failure: a fold that throws stops the projector; health() says why, and the server is not
// ready.

#include <atomic>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

#include "server/app/rebuild.hpp"
#include "server/log/log.hpp"

namespace commonweal::app {

class Projector {
  public:
    using Changed = std::function<void(std::vector<TopicChange>)>;
    using Answered = std::function<void(std::vector<PolicyAnswer>)>;
    using Swapped = std::function<void()>;

    explicit Projector(log::Log& log);
    ~Projector();
    Projector(const Projector&) = delete;
    Projector& operator=(const Projector&) = delete;

    /// Folds all that is in the log now, reading and decoding beside the folding; `progress` is
    /// told the position now and then. Answers the position reached.
    Position catch_up(const std::function<void(Position)>& progress = {});
    /// Follows the log from there on. `answered` is given what policies say, what they said while
    /// it caught up first.
    void start(Changed changed, Answered answered = {});
    void stop();

    /// Folds all anew beside the views, and puts it in their place when it has caught up.
    /// `of_other_version`: it is bound to differ, and is not compared. False: it goes on already.
    bool rebuild(bool of_other_version, Rebuild::Fold fold = {});
    Rebuild::Progress rebuilding() const { return rebuild_.progress(); }
    /// Called after that, on the projector's thread. To be set before start().
    void when_swapped(Swapped swapped) { swapped_ = std::move(swapped); }
    /// What they were folded by is the program's present version, all of them.
    bool current() const { return current_; }

    Views& views() { return views_; }
    const Views& views() const { return views_; }

    /// Calls `then(true)` once the views are folded up to a position and what follows from it has
    /// been given away (at once where that is so), or
    /// `then(false)` when the projector stops; on the projector's thread.
    void when_folded(Position position, std::function<void(bool)> then);

    struct Health {
        Position position = 0;
        std::chrono::milliseconds behind_for{0};  ///< since when it has known of newer commits
        std::chrono::milliseconds last_step{0};   ///< so long ago
        std::string dead_because;                 ///< empty: alive
    };
    Health health() const;

  private:
    void run();
    bool wait_for_news(Position folded);
    void fold_new(Position& folded);
    void take_rebuilt(Position folded);
    bool catch_up(Views& rebuilt, Position to);
    void give_answers();
    void tell_waiters(Position folded, bool alive);

    log::Log* log_;
    Views views_;
    Changed changed_;
    Answered answered_;
    Swapped swapped_;
    std::unique_ptr<Views> rebuilt_;  ///< waits to be put in the place of the views
    bool rebuilt_differs_ = false;    ///< as it is of another version
    std::atomic<bool> current_ = true;
    std::thread thread_;
    std::shared_ptr<void> listening_;
    mutable std::mutex mutex_;
    std::condition_variable news_;
    Position head_ = 0;
    Position told_ = 0;  ///< folded, and what followed from it given away
    bool stopping_ = false;
    std::string dead_because_;
    std::chrono::steady_clock::time_point last_step_;
    std::multimap<Position, std::function<void(bool)>> waiters_;
    Rebuild rebuild_;  ///< destroyed first: its thread gives what it folded to what is above
};

}  // namespace commonweal::app
