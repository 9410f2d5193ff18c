#pragma once
// given<Visit>(events…).when(command).then(events…) or .then_refused(Rule::…): the language of the
// domain's tests. `then` folds what was decided, so that a story goes on with the next `when`.

#include <source_location>

#include "server/codec/json_write.hpp"
#include "tests/domain/world.hpp"

namespace commonweal::testing {

/// An event as its stored name and its JSON: events with personal words have no ==.
inline std::string told(const AnyFact& fact) {
    return std::visit(
        []<class F>(const F& f) -> std::string {
            if constexpr (std::is_same_v<F, Unknown>)
                return "unknown";
            else
                return std::string(F::kind) + " " +
                       boost::json::serialize(
                           codec::to_json(f, codec::For{access::Sees::everything(), nullptr}));
        },
        fact);
}

using Outcome = Decision<std::vector<AnyFact>>;

inline Outcome outcome(const person::AddedFacts& facts) {
    return std::vector<AnyFact>{facts.added, facts.address};
}
inline Outcome outcome(const person::HandedOver& facts) {
    return std::vector<AnyFact>{widen(facts.ended), widen(facts.given)};
}
inline Outcome outcome(const partnership::Facts& facts) {
    std::vector<AnyFact> all{widen(facts.partnership)};
    if (facts.pair) all.push_back(widen(*facts.pair));
    return all;
}
inline Outcome outcome(const partnership::CarriedOverFacts& facts) {
    return std::vector<AnyFact>{facts.partnership, facts.before, facts.after};
}
inline Outcome outcome(const school::HandOnFacts& facts) {
    std::vector<AnyFact> all;
    for (const auto& fact : facts.school) all.push_back(widen(fact));
    for (const auto& fact : facts.to) all.push_back(widen(fact));
    return all;
}
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
inline Outcome ask(const School& school, const World& world, const school::JoinNetwork& command) {
    return outcome(decide(school, in(world.networks, command.network), command));
}
inline Outcome ask(const School& school, const World& world, const school::JoinCluster& command) {
    return outcome(decide(school, in(world.clusters, command.cluster), command));
}
inline Outcome ask(const School& school, const World& world, const school::Link& command) {
    return outcome(decide(school, in(world.schools, command.predecessor), command));
}
inline Outcome ask(const School& school, const World& world, const school::HandOn& command) {
    return outcome(decide(school, in(world.schools, command.to), command, world.asked));
}
inline Outcome ask(const School& school, const World& world,
                   const school::RegisterGroups& command) {
    return outcome(decide(school, command, world.asked.today));
}
inline Outcome ask(const Cluster& cluster, const World& world,
                   const network::FormCluster& command) {
    return outcome(decide(cluster, in(world.networks, command.network), command));
}
inline Outcome ask(const Person& person, const World& world, const person::Add& command) {
    return outcome(decide(person, world.address, ann, command));
}
inline Outcome ask(const Person& person, const World& world, const person::GiveRole& command) {
    return outcome(decide(person, world.place_known, command, world.asked));
}
inline Outcome ask(const Person& person, const World& world, const person::NameDeputy& command) {
    return outcome(decide(person, in(world.people, command.acts_for), command, world.asked));
}
inline Outcome ask(const Person& person, const World& world, const person::HandOver& command) {
    return outcome(decide(person, in(world.people, command.to), command, world.asked));
}
inline Outcome ask(const TermDates& known, const World&, const calendar::SetTermDates& command) {
    return outcome(decide(known, {command.of, "801"}, command));
}
inline Outcome ask(const TermDates& known, const World&, const calendar::CarryTermDates& command) {
    return outcome(decide(known, {command.of, "801"}, command));
}
/// Of the account of Ashton Park.
template <class Command>
Outcome ask(const LedgerAccount& account, const World& world, const Command& command) {
    return outcome(decide(account, in(world.schools, ashton_park), command, world.asked));
}
inline Outcome ask(const Visit& visit, const World& world, const visit::Request& command) {
    return outcome(decide(visit, the_visit,
                          {in(world.schools, command.guest), in(world.schools, command.host),
                           in(world.networks, command.network.value_or(severn)), world.original},
                          command));
}
inline Outcome ask(const Visit& visit, const World& world, const visit::Attest& command) {
    return outcome(decide(visit, the_visit,
                          {in(world.schools, command.guest), in(world.schools, command.host),
                           in(world.networks, command.network), world.original},
                          command, world.asked));
}
inline Outcome ask(const Review& review, const World& world, const review::Attest& command) {
    return outcome(
        decide(review, the_review,
               {in(world.schools, command.host), in(world.schools, command.reviewing_school),
                in(world.networks, command.network)},
               command, world.asked));
}
inline Outcome ask(const Partnership& partnership, const World& world,
                   const partnership::Attest& command) {
    return outcome(decide(partnership, numbered<PartnershipId>(1),
                          {in(world.schools, command.school), in(world.schools, command.with),
                           in(world.networks, command.network), world.pair},
                          command, world.asked));
}
inline Outcome ask(const Visit& visit, const World&, const school::CarryOver& command) {
    return outcome(visit::decide(visit, command));
}
inline Outcome ask(const Review& review, const World& world, const school::CarryOver& command) {
    const auto other = review.host == command.from ? review.reviewing_school : review.host;
    return outcome(
        review::decide(review, in(world.schools, other), in(world.schools, command.to), command));
}
inline Outcome ask(const Partnership& partnership, const World& world,
                   const school::CarryOver& command) {
    return outcome(partnership::decide(partnership, world.pair, command));
}
inline Outcome ask(const Meeting& meeting, const World& world, const school::CarryOver& command) {
    return outcome(meeting::decide(meeting, in(world.schools, command.to), command));
}
inline Outcome ask(const Review& review, const World& world, const review::Request& command) {
    return outcome(
        decide(review, the_review,
               {in(world.schools, command.host), in(world.schools, command.reviewing_school),
                in(world.networks, command.network.value_or(severn))},
               command));
}
inline Outcome ask(const Review& review, const World& world, const review::NameTeam& command) {
    std::vector<const Person*> people;
    for (const auto& member : command.team) people.push_back(&in(world.people, member.reviewer));
    return outcome(decide(review, people, command, world.asked));
}
inline Outcome ask(const Partnership& partnership, const World& world,
                   const partnership::Propose& command) {
    return outcome(decide(partnership, numbered<PartnershipId>(1),
                          {in(world.schools, command.school), in(world.schools, command.with),
                           in(world.networks, command.network.value_or(severn)), world.pair},
                          command));
}
inline Outcome ask(const Meeting& meeting, const World& world, const meeting::Propose& command) {
    return outcome(decide(meeting, numbered<MeetingId>(1), in(world.clusters, command.cluster),
                          in(world.schools, command.host), command, world.asked));
}
inline Outcome ask(const Meeting& meeting, const World& world, const meeting::ChangeHost& command) {
    return outcome(decide(meeting, in(world.schools, command.host), command, world.asked));
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

template <class State>
class Given {
  public:
    explicit Given(State state) : state_(std::move(state)) {}

    Given& in(World world) {
        world_ = std::move(world);
        return *this;
    }
    Given& on(Day day) {
        world_.asked.today = day;
        return *this;
    }
    template <class Command>
    Given& when(const Command& command,
                std::source_location from = std::source_location::current()) {
        outcome_ = ask(state_, world_, command);
        line_ = from.line();
        return *this;
    }
    template <class... Facts>
    Given& then(const Facts&... facts) {
        INFO("when, in line " << line_);
        INFO("refused: " << refusal());
        REQUIRE(outcome_.has_value());
        std::vector<std::string> decided;
        for (const auto& fact : *outcome_) decided.push_back(told(fact));
        CHECK(decided == std::vector<std::string>{told(AnyFact{facts})...});
        for (const auto& fact : *outcome_) fold(fact);
        return *this;
    }
    Given& then_refused(Rule rule, const std::string& about) {
        then_refused(rule);
        INFO("when, in line " << line_);
        CHECK(outcome_.error().about == about);
        return *this;
    }
    Given& then_refused(Rule rule) {
        INFO("when, in line " << line_);
        REQUIRE_FALSE(outcome_.has_value());
        CHECK(refusal() == boost::describe::enum_to_string(rule, "unknown"));
        return *this;
    }
    const State& state() const { return state_; }

  private:
    std::string refusal() const {
        if (outcome_) return "no";
        return boost::describe::enum_to_string(outcome_.error().rule, "unknown");
    }
    void fold(const AnyFact& any) {
        std::visit(
            [this](const auto& fact) {
                if constexpr (requires { evolve(state_, fact); }) evolve(state_, fact);
            },
            any);
    }

    State state_;
    World world_ = ordinary_world();
    Outcome outcome_ = std::vector<AnyFact>{};
    unsigned line_ = 0;
};

template <class State, class... Facts>
Given<State> given(const Facts&... facts) {
    State state;
    (evolve(state, facts), ...);
    return Given<State>(std::move(state));
}

}  // namespace commonweal::testing
