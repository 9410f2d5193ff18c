#pragma once
// One command on its way: what it loaded (and so depends on) and what it will append.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/access/access.hpp"
#include "server/app/states.hpp"
#include "server/app/streams.hpp"
#include "server/codec/personal.hpp"

namespace commonweal::app {

/// Who asks for something to happen, and how.
struct Ask {
    access::Actor actor;
    Asked asked;
    log::CommitId commit{};
    log::Fingerprint fingerprint{};
    bool repeatable = false;          ///< the commit id derives from an idempotency key
    bool despite_clock = false;       ///< also while the clock is in doubt: to confirm it
    std::optional<Version> expected;  ///< If-Match: the version of the thing that is meant
};

/// A stream name and the labels by which its events are found.
struct NewFact {
    std::string stream;
    AnyFact fact;
    std::set<std::string> tags;
};

class Transaction {
  public:
    Transaction(States& states, const Ask& ask) : states_(&states), ask_(&ask) {}

    /// The state of a stream; the commit will depend on the version that is loaded here. Loaded
    /// again, it may have moved on: the commit depends on the first, so that it conflicts then.
    template <class State, class IdType>
    Loaded<State> load(const IdType& id) {
        const auto stream = stream_of(id);
        auto loaded = states_->load<State>(stream);
        conditions_.try_emplace(stream, loaded.version);
        return loaded;
    }
    /// The state of a thing that begins with this commit, its id made for it: nothing is read, and
    /// the commit depends on its stream being empty.
    template <class State, class IdType>
    Loaded<State> begin(const IdType& id) {
        static const auto initial = std::make_shared<const State>();
        conditions_[stream_of(id)] = 0;
        return {initial, 0};
    }
    template <class Fact>
    void put(std::string stream, const Fact& fact, std::set<std::string> tags) {
        AnyFact any = fact;
        tags.insert(tag::kind(Fact::kind));
        facts_.push_back({std::move(stream), std::move(any), std::move(tags)});
    }
    template <class... Facts>
    void put(std::string stream, const std::variant<Facts...>& fact, std::set<std::string> tags) {
        std::visit([&](const auto& f) { put(stream, f, std::move(tags)); }, fact);
    }

    /// What is put corrects the newest event of these kinds on a stream that was loaded.
    void correct(const std::string& stream, std::span<const std::string_view> kinds) {
        corrects_ = states_->newest_of(stream, kinds);
    }

    /// What is put corrects the newest event that is meant on a stream that was loaded.
    void correct_where(const std::string& stream,
                       const std::function<bool(const AnyFact&)>& meant) {
        corrects_ = states_->newest_where(stream, meant);
    }

    /// What is put corrects the nth event of a kind on a stream that was loaded.
    void correct_nth(const std::string& stream, std::string_view kind, std::uint64_t nth) {
        corrects_ = states_->nth_of(stream, kind, nth);
    }

    /// It is done for somebody by their deputy.
    void act_for(std::optional<PersonId> principal) { acts_for_ = principal; }

    const Asked& asked() const { return ask_->asked; }
    const access::Actor& actor() const { return ask_->actor; }
    bool may(access::Relations who, access::Action action) const {
        return access::may(who, action);
    }

    const std::map<std::string, Version>& conditions() const { return conditions_; }
    const std::vector<NewFact>& facts() const { return facts_; }
    /// The commit for the log: personal values sealed, events encoded.
    log::Commit commit(const codec::Seals& seals) const;

  private:
    States* states_;
    const Ask* ask_;
    std::map<std::string, Version> conditions_;
    std::vector<NewFact> facts_;
    std::optional<Position> corrects_;
    std::optional<PersonId> acts_for_;
};

}  // namespace commonweal::app
