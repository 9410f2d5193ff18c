#pragma once
// What a command comes to, given the state that it is asked of and the world around it. One
// overload a command that is decided together with something else, which the world gives.

#include "tests/domain/world.hpp"

namespace commonweal::testing {

using Outcome = Decision<std::vector<AnyFact>>;

Outcome outcome(const person::AddedFacts& facts);
Outcome outcome(const person::HandedOver& facts);
Outcome outcome(const partnership::Facts& facts);
Outcome outcome(const partnership::CarriedOverFacts& facts);
Outcome outcome(const school::HandOnFacts& facts);

template <class... Facts>
Outcome outcome(const std::variant<Facts...>& fact) {
    return std::vector<AnyFact>{widen(fact)};
}

template <class Fact>
Outcome outcome(const std::vector<Fact>& facts) {
    std::vector<AnyFact> all;
    for (const auto& fact : facts) all.push_back(widen(fact));
    return all;
}

template <class Facts>
Outcome outcome(const Decision<Facts>& decision) {
    if (!decision) return std::unexpected(decision.error());
    return outcome(*decision);
}

// Commands that are decided together with something else, which the world gives.
Outcome ask(const School& school, const World& world, const school::JoinNetwork& command);
Outcome ask(const School& school, const World& world, const school::JoinCluster& command);
Outcome ask(const School& school, const World& world, const school::Link& command);
Outcome ask(const School& school, const World& world, const school::HandOn& command);
Outcome ask(const School& school, const World& world, const school::RegisterGroups& command);
Outcome ask(const Cluster& cluster, const World& world, const network::FormCluster& command);
Outcome ask(const Person& person, const World& world, const person::Add& command);
Outcome ask(const Person& person, const World& world, const person::GiveRole& command);
Outcome ask(const Person& person, const World& world, const person::NameDeputy& command);
Outcome ask(const Person& person, const World& world, const person::HandOver& command);
Outcome ask(const TermDates& known, const World&, const calendar::SetTermDates& command);
Outcome ask(const TermDates& known, const World&, const calendar::CarryTermDates& command);
Outcome ask(const Visit& visit, const World& world, const visit::Request& command);
Outcome ask(const Visit& visit, const World& world, const visit::Attest& command);
Outcome ask(const Review& review, const World& world, const review::Attest& command);
Outcome ask(const Partnership& partnership, const World& world, const partnership::Attest& command);
Outcome ask(const Visit& visit, const World&, const school::CarryOver& command);
Outcome ask(const Review& review, const World& world, const school::CarryOver& command);
Outcome ask(const Partnership& partnership, const World& world, const school::CarryOver& command);
Outcome ask(const Meeting& meeting, const World& world, const school::CarryOver& command);
Outcome ask(const Review& review, const World& world, const review::Request& command);
Outcome ask(const Review& review, const World& world, const review::NameTeam& command);
Outcome ask(const Review& review, const World& world, const review::ReleaseMember& command);
Outcome ask(const Partnership& partnership, const World& world,
            const partnership::Propose& command);
Outcome ask(const Meeting& meeting, const World& world, const meeting::Propose& command);
Outcome ask(const Meeting& meeting, const World& world, const meeting::ChangeHost& command);

/// Of the account of Ashton Park.
template <class Command>
Outcome ask(const LedgerAccount& account, const World& world, const Command& command) {
    return outcome(decide(account, in(world.schools, ashton_park), command, world.asked));
}

/// What one school says of a meeting.
template <class Command>
    requires requires(const Meeting& meeting, const School& school, const Command& command,
                      const Asked& asked) {
        command.school;
        decide(meeting, school, command, asked);
    }
Outcome ask(const Meeting& meeting, const World& world, const Command& command) {
    return outcome(decide(meeting, in(world.schools, command.school), command, world.asked));
}

/// A list of attendance.
template <class Command>
    requires requires(const Command& command) { command.attendance; }
Outcome ask(const Meeting& meeting, const World& world, const Command& command) {
    std::vector<const School*> schools;
    for (const auto& row : command.attendance) schools.push_back(&in(world.schools, row.school));
    return outcome(decide(meeting, schools, command, world.asked));
}

/// All others: decided on their own, with or without who asked and when.
template <class State, class Command>
Outcome ask(const State& state, const World& world, const Command& command) {
    if constexpr (requires { decide(state, command, world.asked); })
        return outcome(decide(state, command, world.asked));
    else
        return outcome(decide(state, command));
}

}  // namespace commonweal::testing
