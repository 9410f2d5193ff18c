#include "server/app/states.hpp"

#include <algorithm>

#include "server/app/decoded.hpp"

namespace commonweal::app {
namespace {

/// Which facts evolve which state.
template <class State>
struct FactOf;
template <>
struct FactOf<School> {
    using type = school::Fact;
};
template <>
struct FactOf<Network> {
    using type = network::Fact;
};
template <>
struct FactOf<Cluster> {
    using type = network::ClusterFact;
};
template <>
struct FactOf<Person> {
    using type = person::Fact;
};
template <>
struct FactOf<Address> {
    using type = person::AddressFact;
};
template <>
struct FactOf<Visit> {
    using type = visit::Fact;
};
template <>
struct FactOf<Review> {
    using type = review::Fact;
};
template <>
struct FactOf<Partnership> {
    using type = partnership::Fact;
};
template <>
struct FactOf<Pairing> {
    using type = partnership::PairFact;
};
template <>
struct FactOf<Meeting> {
    using type = meeting::Fact;
};
template <>
struct FactOf<Calendar> {
    using type = calendar::DayFact;
};
template <>
struct FactOf<BankHolidays> {
    using type = calendar::HolidayFact;
};
template <>
struct FactOf<TermDates> {
    using type = calendar::TermFact;
};
template <>
struct FactOf<LedgerAccount> {
    using type = ledger::Fact;
};
template <>
struct FactOf<Redaction> {
    using type = redaction::Fact;
};
template <>
struct FactOf<PolicyProgress> {
    using type = policy::Fact;
};

}  // namespace

ReadOnlyStream::ReadOnlyStream(const std::string& stream)
    : std::runtime_error("stream " + stream +
                         " holds an event that this version of the program does not know: it can "
                         "be read but not changed; use a newer version") {}

bool evolve_any(AnyState& state, const AnyFact& fact) {
    return std::visit(
        []<class State, class Fact>(State& s, const Fact& f) {
            using SliceFact = typename FactOf<State>::type;
            if constexpr (boost::mp11::mp_contains<SliceFact, Fact>::value) {
                evolve(s, SliceFact{f});
                return true;
            } else {
                return false;
            }
        },
        state, fact);
}

States::Snapshot States::snapshot(const std::string& stream, AnyState initial) {
    if (auto found = kept(stream)) return *std::move(found);
    while (true) {
        auto read_now = read(stream, initial);
        if (keep(stream, read_now)) return read_now;
    }
}

std::optional<States::Snapshot> States::kept(const std::string& stream) {
    const std::lock_guard lock(mutex_);
    const auto found = entries_.find(stream);
    if (found == entries_.end()) return std::nullopt;
    used_.splice(used_.begin(), used_, found->second.used);
    return found->second.snapshot;
}

States::Snapshot States::read(const std::string& stream, const AnyState& initial,
                              Position up_to) const {
    Snapshot snapshot{std::make_shared<AnyState>(initial), 0};
    log_->engine().read_stream(stream, 1, log::Direction::forward, [&](const log::Record& record) {
        if (record.position > up_to) return false;
        if (!evolve_any(*snapshot.state, decode(record).fact)) throw ReadOnlyStream(stream);
        snapshot.version = record.version;
        return true;
    });
    return snapshot;
}

/// False: the stream has moved on since it was read, and nobody would have told this entry.
bool States::keep(const std::string& stream, const Snapshot& snapshot) {
    const std::lock_guard lock(mutex_);
    if (log_->engine().stream_version(stream) != snapshot.version) return false;
    while (entries_.size() >= states_max_) {
        entries_.erase(used_.back());
        used_.pop_back();
    }
    const auto [at, added] = entries_.try_emplace(stream, Entry{snapshot, used_.end()});
    if (added) {
        used_.push_front(stream);
        at->second.used = used_.begin();
    }
    return true;
}

void States::appended(const std::string& stream, const Recorded& event) {
    const std::lock_guard lock(mutex_);
    const auto found = entries_.find(stream);
    if (found == entries_.end()) return;
    auto& [state, version] = found->second.snapshot;
    if (version + 1 != event.version) return;
    // Whoever loaded the state keeps what it loaded. Always a copy: that nobody holds it any more
    // would not say that they have finished reading (use_count does not synchronise).
    state = std::make_shared<AnyState>(*state);
    evolve_any(*state, event.fact);
    version = event.version;
}

std::optional<Position> States::newest_of(const std::string& stream,
                                          std::span<const std::string_view> kinds) const {
    std::optional<Position> newest;
    log_->engine().read_stream(stream, log_->engine().stream_version(stream), log::Direction::back,
                               [&](const log::Record& record) {
                                   if (std::ranges::find(kinds, record.kind) != kinds.end())
                                       newest = record.position;
                                   return !newest;
                               });
    return newest;
}

std::optional<Position> States::newest_where(
    const std::string& stream, const std::function<bool(const AnyFact&)>& meant) const {
    std::optional<Position> newest;
    log_->engine().read_stream(stream, log_->engine().stream_version(stream), log::Direction::back,
                               [&](const log::Record& record) {
                                   if (meant(decode(record).fact)) newest = record.position;
                                   return !newest;
                               });
    return newest;
}

std::optional<Position> States::nth_of(const std::string& stream, std::string_view kind,
                                       std::uint64_t nth) const {
    std::optional<Position> found;
    log_->engine().read_stream(stream, 1, log::Direction::forward, [&](const log::Record& record) {
        if (record.kind == kind && --nth == 0) found = record.position;
        return !found;
    });
    return found;
}

std::optional<PersonId> States::begun_by(const std::string& stream) const {
    std::optional<PersonId> person;
    log_->engine().read_stream(stream, 1, log::Direction::forward, [&](const log::Record& record) {
        person = decode(record).attribution.entered_by;
        return false;
    });
    return person;
}

void States::forget(const std::string& stream) {
    const std::lock_guard lock(mutex_);
    const auto found = entries_.find(stream);
    if (found == entries_.end()) return;
    used_.erase(found->second.used);
    entries_.erase(found);
}

}  // namespace commonweal::app
