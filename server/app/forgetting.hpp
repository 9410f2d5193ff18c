#pragma once
// Forgets what the log says is forgotten: of people who were erased or whose details were put
// right, and of words that were redacted, the keys are deleted, so that what is sealed in events,
// views and caches can be opened by nobody any more. Nothing in the log is written anew.
//
// The event is the decision and comes first; this follows the log, on a thread of its own, and
// whatever was broken off is done when the program begins again. How far it is stands in the vault.
//
// Owner: main. Threads: every member from any thread; `erased` is called on its own.
// Failure: what the vault's disk refuses stops it; dead_because() says why.

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <span>
#include <thread>

#include "projections/retention/retention.hpp"
#include "server/app/app.hpp"

namespace commonweal::app {

/// Puts name and address right; under a new key, so that the old ones can be forgotten.
Decide correct_details(App& app, PersonId id, person::CorrectDetails command);
/// Ends what somebody still does, and erases them; their address is free again.
Decide erase_person(App& app, PersonId id, person::Erase command);
Decide redact_text(App& app, redaction::Redact command);

/// What a policy proposes, where it still is so when it comes to that.
void take_expired(App& app, Transaction& t, const view::ExpiredPerson& expired);
void take_expired(App& app, Transaction& t, const view::ExpiredWords& expired);

class Forgetting {
  public:
    /// Told of those who were erased, for what is held outside of the log: nothing of it is in any
    /// file when it returns. May be told again.
    using Erased = std::function<void(std::span<const PersonId>)>;

    Forgetting(App& app, Erased erased) : app_(&app), erased_(std::move(erased)) {}
    ~Forgetting() { stop(); }
    Forgetting(const Forgetting&) = delete;
    Forgetting& operator=(const Forgetting&) = delete;

    /// Forgets what the log says up to now: before anybody is served.
    void catch_up();
    /// Follows the log from there on.
    void start();
    void stop();

    /// Calls `then(true)` once what the log says up to a position is forgotten, at once where it
    /// is; `then(false)` where that has stopped.
    void when_done(Position position, std::function<void(bool)> then);
    /// Empty: alive.
    std::string dead_because() const;
    Position done_to() const;

  private:
    void run();
    /// Everything from a position on up to the head; answers the head.
    Position forget_from(Position from);
    void reached(Position done);
    void tell(std::vector<std::function<void(bool)>> waiting, bool done);
    std::vector<std::function<void(bool)>> take_waiting(Position done);

    App* app_;
    Erased erased_;
    std::thread thread_;
    std::shared_ptr<void> listening_;
    mutable std::mutex mutex_;
    std::condition_variable news_;
    Position head_ = 0;
    Position done_ = 0;
    bool stopping_ = false;
    std::string dead_because_;
    std::multimap<Position, std::function<void(bool)>> waiting_;
};

}  // namespace commonweal::app
