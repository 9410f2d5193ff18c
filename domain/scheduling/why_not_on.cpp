// Why a review is not on a day: from the documents, day by day.

#include <algorithm>
#include <set>

#include "domain/core/among.hpp"
#include "domain/scheduling/round_days.hpp"
#include "domain/scheduling/why_not.hpp"

namespace commonweal::scheduling {
namespace {

class Days {
  public:
    Days(const Problem& problem, const Plan& plan, const PlannedReview& review,
         std::vector<Day> days)
        : problem_(problem), plan_(plan), review_(review), days_(std::move(days)) {
        for (const auto& member : review.team) schools_.insert(member.school);
    }

    std::vector<WhyNotDay> obstacles() {
        for (const auto& school : problem_.schools) look_at(school);
        for (const auto& reviewer : problem_.reviewers)
            if (on_team(review_, reviewer.id)) look_at(reviewer);
        for (const auto& other : plan_.reviews)
            if (&other != &review_) look_at(other);
        if (problem_.round.releases_per_week && !among(problem_.round.soft, SoftRule::releases))
            for (const auto& school : schools_) look_at_releases(school);
        return std::move(found_);
    }

  private:
    bool any_of_these(const std::vector<Day>& days) const {
        return std::ranges::any_of(days, [&](Day day) { return among(days_, day); });
    }
    static bool on_team(const PlannedReview& review, const std::string& person) {
        return among(review.team, person, &TeamMember::reviewer);
    }
    static bool sends(const PlannedReview& review, const std::string& school) {
        return among(review.team, school, &TeamMember::school);
    }
    void add(DayObstacle obstacle, const std::string& who) {
        if (const WhyNotDay found{obstacle, who}; !among(found_, found)) found_.push_back(found);
    }

    void look_at(const School& school) {
        if (!any_of_these(school.closed_days)) return;
        if (school.urn == review_.host) add(DayObstacle::host_closed, school.urn);
        if (schools_.contains(school.urn)) add(DayObstacle::school_closed, school.urn);
    }
    void look_at(const Reviewer& reviewer) {
        if (any_of_these(reviewer.away)) add(DayObstacle::away, reviewer.id);
        if (reviewer.trained_until && *reviewer.trained_until < days_.back())
            add(DayObstacle::training_runs_out, reviewer.id);
    }
    void look_at(const PlannedReview& other) {
        if (!any_of_these(other.days)) return;
        if (other.host == review_.host) add(DayObstacle::host_has_review, other.host);
        for (const auto& member : review_.team)
            if (on_team(other, member.reviewer))
                add(DayObstacle::on_another_review, member.reviewer);
    }
    void look_at_releases(const std::string& school) {
        for (const auto day : days_) {
            const auto in_that_week = [&](Day other) { return monday_of(other) == monday_of(day); };
            const auto reviews = std::ranges::count_if(plan_.reviews, [&](const auto& other) {
                return &other != &review_ && sends(other, school) &&
                       std::ranges::any_of(other.days, in_that_week);
            });
            if (reviews >= *problem_.round.releases_per_week) add(DayObstacle::releases, school);
        }
    }
    static Day monday_of(Day day) {
        return day - (std::chrono::weekday{day} - std::chrono::Monday);
    }

    const Problem& problem_;
    const Plan& plan_;
    const PlannedReview& review_;
    std::vector<Day> days_;
    std::set<std::string> schools_;
    std::vector<WhyNotDay> found_;
};

}  // namespace

std::vector<WhyNotDay> why_not_on(const Problem& problem, const Plan& plan, std::size_t review,
                                  Day first_day) {
    const RoundDays round(problem);
    const auto found = std::ranges::lower_bound(round.days(), first_day);
    const auto window = static_cast<WindowNumber>(found - round.days().begin());
    if (window >= round.windows() || *found != first_day)
        return {{DayObstacle::outside_the_round, ""}};
    return Days(problem, plan, plan.reviews[review], round.days_of(window)).obstacles();
}

}  // namespace commonweal::scheduling
