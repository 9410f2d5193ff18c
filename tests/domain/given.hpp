#pragma once
// given<Visit>(events…).when(command).then(events…) or .then_refused(Rule::…): the language of the
// domain's tests. `then` folds what was decided, so that a story goes on with the next `when`.

#include <source_location>

#include "tests/domain/ask.hpp"

namespace commonweal::testing {

/// An event as its stored name and its JSON: events with personal words have no ==.
std::string told(const AnyFact& fact);

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
