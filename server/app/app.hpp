#pragma once
// Where domain, log and codec meet: load → decide → append → answer.
//
// Owner: main. Threads: transact may run on any executor; what it calls is guarded.
// Failure: a broken rule is a Refusal in the Outcome; what the machine did wrong throws.

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <functional>
#include <variant>

#include "server/app/clock.hpp"
#include "server/app/clock_watch.hpp"
#include "server/app/ids.hpp"
#include "server/app/relay.hpp"
#include "server/app/transaction.hpp"
#include "server/app/vault_seals.hpp"
#include "server/log/log.hpp"
#include "server/records/records.hpp"
#include "server/vault/vault.hpp"

namespace commonweal::app {

/// An event that was appended, for the answer.
struct AppendedEvent {
    Position position = 0;
    std::string kind;
};
BOOST_DESCRIBE_STRUCT(AppendedEvent, (), (position, kind))

/// What a command came to.
struct Done {
    std::string id;         ///< of the thing that it was about
    Version version = 0;    ///< of the thing's stream
    Position position = 0;  ///< the last of the commit
    std::vector<AppendedEvent> events;
};
BOOST_DESCRIBE_STRUCT(Done, (), (id, version, position, events))

/// If-Match named another version, or the streams moved on in every attempt.
struct MovedOn {
    Version version = 0;
};
/// The idempotency key was used for another request.
struct KeyReused {};
/// The log's queue is full, or it has stopped; or nothing is taken while the clock is in doubt.
struct Busy {
    std::string reason;
    bool clock_in_doubt = false;
};
using Outcome = std::variant<Done, Refusal, MovedOn, KeyReused, Busy>;

/// Decides on a transaction: loads, asks the domain, puts the facts. Answers the thing's id.
struct Subject {
    std::string id;
    std::string stream;
};
using Decide = std::function<Decision<Subject>(Transaction&)>;

struct AppOptions {
    std::size_t states_max = 100'000;
    int attempts_max = 8;
    /// Of the context that runs all coroutines that transact, where there is but one.
    boost::asio::any_io_executor coroutines_run_on;
    ClockWatch* clock_watch = nullptr;  ///< none: the clock is believed
};

class App {
  public:
    App(log::Log& log, vault::Vault& vault, const Clock& clock, Ids& ids, AppOptions options = {});

    /// Decides and appends; on a conflict loads and decides again, a bounded number of times.
    boost::asio::awaitable<Outcome> transact(Ask ask, Decide decide);
    /// The same, waiting: for imports, the demo and tests.
    Outcome transact_and_wait(const Ask& ask, const Decide& decide);

    /// Decides and appends nothing: what would be appended.
    Decision<std::vector<NewFact>> preview(const Ask& ask, const Decide& decide);

    /// A state as it is now, outside of any command.
    template <class State, class IdType>
    Loaded<State> load(const IdType& id) {
        return states_.load<State>(stream_of(id));
    }

    /// A state as it was known at a position.
    template <class State, class IdType>
    Loaded<State> load_as_of(const IdType& id, Position at) const {
        return states_.load_as_of<State>(stream_of(id), at);
    }

    /// Who entered the first event of a stream; none: it is empty.
    std::optional<PersonId> begun_by(const std::string& stream) const {
        return states_.begun_by(stream);
    }

    /// By the keyed hash of the address, small letters.
    AddressHash hash_of(std::string_view email) const;
    Asked asked_by(PersonId person) const;
    /// What somebody may act as today.
    access::Actor actor(PersonId person);
    log::CommitId commit_id(const PersonId& who, std::string_view route,
                            std::string_view key) const;
    log::Fingerprint fingerprint(std::string_view request) const;

    const Clock& clock() const { return *clock_; }
    /// None: the clock can be believed. Nothing is appended while there is one.
    std::optional<ClockJump> clock_jump() const;
    void clock_confirmed(Instant now);
    /// What the clock shows, or, while it is in doubt, what it should show: for what ends with
    /// time.
    Instant believed_now() const;
    Ids& ids() { return *ids_; }
    log::Log& log() { return *log_; }
    const log::Log& log() const { return *log_; }
    const VaultSeals& seals() const { return seals_; }

  private:
    struct Attempt;
    std::variant<Outcome, Attempt> prepare(const Ask& ask, const Decide& decide);
    /// None: conflict, try again.
    std::optional<Outcome> conclude(const Attempt& attempt, const log::AppendResult& result);
    Outcome appended(const Attempt& attempt, const log::Appended& done);
    Outcome repeated(const log::Appended& done);
    std::optional<Outcome> earlier(const Ask& ask);
    boost::asio::awaitable<log::AppendResult> append(log::Commit commit);

    log::Log* log_;
    VaultSeals seals_;
    const Clock* clock_;
    Ids* ids_;
    AppOptions options_;
    vault::Key idempotency_secret_;
    vault::Key address_secret_;
    States states_;
    std::shared_ptr<Relay> relay_;
};

}  // namespace commonweal::app
