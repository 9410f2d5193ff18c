#pragma once
// Answers for whoever looks at a plan: why does this school not review that one, and why is this
// review not on that day? From the problem and the plan alone, at once.

#include "domain/scheduling/plan.hpp"

namespace commonweal::scheduling {

struct WhyNotPairing {
    bool in_plan = false;            ///< it does
    std::vector<Blocking> blocked;   ///< all rules that stand against it, the plan's own among them
    std::optional<ReviewCost> cost;  ///< as if it were the only pairing
    /// Than the dearest of the schools that review the host in the plan; none: nobody does.
    std::optional<double> dearer;
};
BOOST_DESCRIBE_STRUCT(WhyNotPairing, (), (in_plan, blocked, cost, dearer))

/// None where one of the schools is not in the round, or they are the same.
std::optional<WhyNotPairing> why_not(const Problem& problem, const Plan& plan,
                                     const std::string& host, const std::string& school);

enum class DayObstacle : std::uint8_t {
    outside_the_round = 1,  ///< or not enough working days in a row from there
    host_closed,
    school_closed,
    away,               ///< somebody of the team
    training_runs_out,  ///< of somebody of the team
    host_has_review,    ///< another one then
    on_another_review,  ///< somebody of the team
    releases,           ///< the school sends people to as many reviews as it may in that week
};
BOOST_DESCRIBE_ENUM(DayObstacle, outside_the_round, host_closed, school_closed, away,
                    training_runs_out, host_has_review, on_another_review, releases)

struct WhyNotDay {
    DayObstacle obstacle{};
    std::string who;  ///< a school or a person; empty: the round
    bool operator==(const WhyNotDay&) const = default;
};
BOOST_DESCRIBE_STRUCT(WhyNotDay, (), (obstacle, who))

/// All that stands against the review beginning on that day with the team that it has; empty:
/// nothing. `review` is its place in the plan.
std::vector<WhyNotDay> why_not_on(const Problem& problem, const Plan& plan, std::size_t review,
                                  Day first_day);

}  // namespace commonweal::scheduling
