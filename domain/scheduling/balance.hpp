#pragma once
// Fair load: what a school has given more than received counts as its square, so that each review
// more that it gives costs more than the one before.

#include <algorithm>

#include "domain/scheduling/pairing.hpp"

namespace commonweal::scheduling {

class Balance {
  public:
    /// Where several givers make a review, a school counts as receiving all that it wants: then
    /// only giving is left to choose.
    Balance(const PairingProblem& problem, SchoolNumber school)
        : weight_(problem.balance),
          ahead_((problem.ahead.empty() ? 0 : problem.ahead[school]) -
                 (problem.givers == 1 ? 0 : problem.receive[school] / problem.givers)) {}

    /// Of the nth review that it gives more than it receives.
    Cost of_giving(std::int64_t nth) const { return square(nth) - square(nth - 1); }
    /// Of the nth that it receives more than it gives.
    Cost of_receiving(std::int64_t nth) const { return square(-nth) - square(1 - nth); }
    /// What it is ahead before anything is chosen.
    std::int64_t begun() const { return ahead_; }
    /// Of so many reviews more given than received, at once.
    Cost of(std::int64_t more) const { return square(more) - square(0); }

  private:
    Cost square(std::int64_t more) const { return weight_ * (ahead_ + more) * (ahead_ + more); }

    Cost weight_;
    std::int64_t ahead_;
};

/// Where several givers make a review: how much less the squares can be than is reckoned, where so
/// many givers are wanting and hosts so receive less than they want.
inline Cost slack_of_balance(const PairingProblem& problem, std::uint64_t wanting) {
    std::int64_t least = 0;
    for (SchoolNumber school = 0; school < problem.give.size(); ++school)
        least = std::min(least, Balance(problem, school).begun());
    const auto reviews = static_cast<Cost>((wanting + problem.givers - 1) / problem.givers);
    return problem.balance * reviews * std::max<Cost>(0, -(2 * least + 1));
}

}  // namespace commonweal::scheduling
