#pragma once
// The states that commands are decided on: each the fold of its stream, kept up with what is
// appended, the least recently used dropped beyond a bound.
//
// Owner: App. Threads: guarded by a mutex; a loaded state is an immutable snapshot.

#include <algorithm>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <variant>

#include "domain/catalogue.hpp"
#include "server/log/log.hpp"

namespace commonweal::app {

using AnyState = std::variant<School, Network, Cluster, Person, Address, Visit, Review, Partnership,
                              Pairing, Meeting, Calendar, BankHolidays, TermDates, LedgerAccount,
                              PolicyProgress, Redaction>;

/// A state as of a version of its stream; version 0 is the initial state.
template <class State>
struct Loaded {
    std::shared_ptr<const State> state;
    Version version = 0;
    const State& operator*() const { return *state; }
    const State* operator->() const { return state.get(); }
};

/// The stream holds an event of a kind that this program does not know.
struct ReadOnlyStream : std::runtime_error {
    explicit ReadOnlyStream(const std::string& stream);
};

class States {
  public:
    States(const log::Log& log, std::size_t states_max)
        : log_(&log), states_max_(std::max<std::size_t>(states_max, 1)) {}

    template <class State>
    Loaded<State> load(const std::string& stream) {
        const auto [state, version] = snapshot(stream, AnyState{State{}});
        return {std::shared_ptr<const State>(state, &std::get<State>(*state)), version};
    }
    /// As it was known at a position; read anew each time.
    template <class State>
    Loaded<State> load_as_of(const std::string& stream, Position at) const {
        const auto [state, version] = read(stream, AnyState{State{}}, at);
        return {std::shared_ptr<const State>(state, &std::get<State>(*state)), version};
    }
    /// Folds what was appended into the states that are kept.
    void appended(const std::string& stream, const Recorded& event);
    /// The newest event of a stream that is of one of these kinds; none: there is none.
    std::optional<Position> newest_of(const std::string& stream,
                                      std::span<const std::string_view> kinds) const;
    /// The same of those that are meant.
    std::optional<Position> newest_where(const std::string& stream,
                                         const std::function<bool(const AnyFact&)>& meant) const;
    /// The nth event of a stream of one kind, from 1; none: there are not as many.
    std::optional<Position> nth_of(const std::string& stream, std::string_view kind,
                                   std::uint64_t nth) const;
    /// Who entered the first event of a stream; none: it is empty.
    std::optional<PersonId> begun_by(const std::string& stream) const;
    /// Drops a state that has turned out to be old.
    void forget(const std::string& stream);

  private:
    struct Snapshot {
        std::shared_ptr<AnyState> state;
        Version version = 0;
    };
    struct Entry {
        Snapshot snapshot;
        std::list<std::string>::iterator used;
    };
    Snapshot snapshot(const std::string& stream, AnyState initial);
    std::optional<Snapshot> kept(const std::string& stream);
    Snapshot read(const std::string& stream, const AnyState& initial,
                  Position up_to = ~Position{0}) const;
    bool keep(const std::string& stream, const Snapshot& snapshot);

    const log::Log* log_;
    std::size_t states_max_;
    std::mutex mutex_;
    std::unordered_map<std::string, Entry> entries_;
    std::list<std::string> used_;  ///< most recently used first
};

/// Folds one event into a state. False: it is not one that this state knows.
bool evolve_any(AnyState& state, const AnyFact& fact);

}  // namespace commonweal::app
