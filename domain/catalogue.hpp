#pragma once
// Every event type, in one list: what the codec can store, the schema describes and views fold.

#include <span>
#include <string>
#include <variant>

#include "domain/calendar/calendar.hpp"
#include "domain/calendar/terms.hpp"
#include "domain/ledger/account.hpp"
#include "domain/meeting/meeting.hpp"
#include "domain/network/network.hpp"
#include "domain/partnership/partnership.hpp"
#include "domain/person/person.hpp"
#include "domain/policy/progress.hpp"
#include "domain/redaction/redaction.hpp"
#include "domain/review/review.hpp"
#include "domain/school/school.hpp"
#include "domain/task/events.hpp"
#include "domain/visit/visit.hpp"

namespace commonweal {

/// The facts of all slices. A kind of event that this program does not know is `Unknown`: it is
/// shown and proven, and makes its stream read-only.
struct Unknown {};

using Facts =
    boost::mp11::mp_append<std::variant<Unknown>, school::Fact, network::Fact, network::ClusterFact,
                           person::Fact, person::AddressFact, visit::Fact, review::Fact,
                           partnership::Fact, partnership::PairFact, meeting::Fact,
                           calendar::DayFact, calendar::HolidayFact, calendar::TermFact,
                           ledger::Fact, task::Fact, policy::Fact, redaction::Fact>;

/// The event types alone.
using EventTypes = boost::mp11::mp_rest<boost::mp11::mp_rename<Facts, boost::mp11::mp_list>>;

/// A fact of any slice, to be visited like the variant that it is. Copying, moving and ending one
/// of over a hundred types is compiled once, in catalogue.cpp: in each unit it would take seconds.
struct AnyFact : Facts {
    AnyFact();
    template <class Fact>
        requires boost::mp11::mp_contains<Facts, Fact>::value
    AnyFact(Fact fact) : Facts(std::in_place_type<Fact>, std::move(fact)) {}
    AnyFact(const AnyFact&);
    AnyFact(AnyFact&&) noexcept;
    AnyFact& operator=(const AnyFact&);
    AnyFact& operator=(AnyFact&&) noexcept;
    ~AnyFact();
};

/// One event as views see it.
struct Recorded {
    Position position = 0;
    Version version = 0;
    Attribution attribution;
    AnyFact fact;
};

/// A decoded commit: what views fold, whole.
struct Commit {
    Instant recorded{};
    std::vector<Recorded> events;

    Position first() const { return events.front().position; }
    Position last() const { return events.back().position; }
};

/// Turns a slice's fact into one of the catalogue.
template <class... Facts>
AnyFact widen(const std::variant<Facts...>& fact) {
    return std::visit([](const auto& f) { return AnyFact{f}; }, fact);
}

}  // namespace commonweal
