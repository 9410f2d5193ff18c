#include "domain/scheduling/planner.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "domain/scheduling/arranger.hpp"
#include "domain/scheduling/plan_writer.hpp"
#include "domain/scheduling/sequence.hpp"

namespace commonweal::scheduling {
namespace {

/// How often what found no days is arranged otherwise.
constexpr int times_to_rearrange = 8;
/// So many reviews are placed anew, all together, to make a small plan better.
constexpr std::size_t reviews_tried = 4'000;
constexpr std::size_t tries_worth_it = 10;

class Planner {
  public:
    Planner(const Problem& problem, const Budget& budget)
        : budget_(budget),
          instance_(problem),
          rules_(instance_),
          contradictions_(instance_.contradictions()),
          locks_(lawful_locks(instance_, rules_, contradictions_)) {
        drop_locks_without_days();
    }

    Plan run() {
        tell("finding candidates", 0);
        const auto arranger = make_arranger({instance_, rules_, locks_, budget_});
        tell("choosing who reviews whom", 1);
        consider(arranger->arrange());
        tell("finding days and teams", 2);
        find_days(*arranger);
        improve(*arranger);
        tell("writing the plan", 3);
        return written(*arranger);
    }

  private:
    void tell(std::string_view step, std::uint64_t done) const {
        constexpr std::uint64_t steps = 4;
        if (budget_.progress) budget_.progress(step, done, steps);
    }
    bool stopped() const { return budget_.stop && budget_.stop(); }

    /// What finds no days is arranged otherwise, as little as possible.
    void find_days(Arranger& arranger) {
        std::vector<Review> without;
        for (int time = 0; time < times_to_rearrange && !stopped(); ++time) {
            const auto failing = without_days(last_);
            if (failing.empty()) return;
            without.insert(without.end(), failing.begin(), failing.end());
            consider(arranger.arrange({without, last_.reviews}));
        }
    }
    /// Small plans are tried without one or two of their reviews, near by or all anew. Where days
    /// are easy there is nothing left to improve, and the first look at the bound says so.
    void improve(Arranger& arranger) {
        const auto tries = tries_for(best_.reviews.size());
        if (tries < tries_worth_it) return;
        Sequence sequence(budget_.seed);
        for (std::size_t time = 0; time < tries && !stopped() && !is_best(arranger); ++time) {
            auto without = without_days(best_);
            for (auto more = 1 + sequence.below(2); more > 0; --more)
                without.push_back(best_.reviews[sequence.below(best_.reviews.size())]);
            const auto before = best_.reviews;
            const auto order = time % 4 < 2 ? 0 : sequence.next();
            if (time % 8 == 3)
                consider(before, order);
            else
                consider(arranger.arrange({without, before, time % 2 == 0}), order);
        }
    }
    /// Threes are built anew each time, which takes longer.
    std::size_t tries_for(std::size_t reviews) const {
        const auto all = instance_.mode() == Mode::triads ? reviews_tried / 8 : reviews_tried;
        return reviews == 0 ? 0 : all / reviews;
    }
    /// Asked again only when there is another best.
    bool is_best(const Arranger& arranger) {
        if (bound_of_ != best_objective_ || !bound_) {
            bound_ = arranger.bound(best_.placed);
            bound_of_ = best_objective_;
        }
        return bound_->placed == best_.placed && bound_->cost >= best_objective_;
    }

    /// Keeps the placement that is best so far; what was tried last is in `last_`.
    void consider(std::vector<Review> reviews, std::uint64_t order = 0) {
        last_ = placed(std::move(reviews), order);
        const auto objective = Account(instance_, last_, last_timetable_->diary()).objective();
        if (timetable_ &&
            std::pair{last_.placed, -objective} <= std::pair{best_.placed, -best_objective_})
            return;
        best_ = last_;
        best_objective_ = objective;
        timetable_ = last_timetable_;
    }
    Placement placed(std::vector<Review> reviews, std::uint64_t order) {
        last_timetable_ = std::make_shared<Timetable>(instance_, rules_, budget_.stop, order);
        Placement placement{std::move(reviews), {}, 0};
        placement.slots = last_timetable_->place(placement.reviews);
        if (instance_.mode() != Mode::rotation) drop_what_is_not_whole(placement);
        placement.placed = static_cast<std::uint64_t>(std::ranges::count_if(
            placement.slots, [](const auto& slot) { return slot.has_value(); }));
        return placement;
    }
    /// The reviews of a pair, or of three schools, stand or fall together.
    void drop_what_is_not_whole(Placement& placement) const {
        std::map<std::vector<SchoolNumber>, std::vector<std::size_t>> groups;
        for (std::size_t i = 0; i < placement.reviews.size(); ++i) {
            auto schools = placement.reviews[i].givers;
            schools.push_back(placement.reviews[i].host);
            std::ranges::sort(schools);
            groups[schools].push_back(i);
        }
        const auto placed = [&](std::size_t i) { return placement.slots[i].has_value(); };
        for (const auto& [schools, reviews] : groups) {
            if (std::ranges::all_of(reviews, placed)) continue;
            for (const auto i : reviews) {
                if (placed(i)) last_timetable_->drop(i);
                placement.slots[i].reset();
            }
        }
    }
    static std::vector<Review> without_days(const Placement& placement) {
        std::vector<Review> failing;
        for (std::size_t i = 0; i < placement.reviews.size(); ++i)
            if (!placement.slots[i]) failing.push_back(placement.reviews[i]);
        return failing;
    }

    Plan written(const Arranger& arranger) {
        auto plan = PlanWriter(instance_, rules_, best_, *timetable_).write();
        const auto bound = arranger.bound(plan.placed);
        plan.placed_bound = std::max(bound.placed, plan.placed);
        plan.lower_bound = std::min(instance_.in_document(bound.cost), plan.objective);
        plan.gap = (plan.objective - plan.lower_bound) / std::max(1.0, std::abs(plan.objective));
        plan.optimal = plan.placed == plan.placed_bound && plan.gap == 0;
        plan.steps = arranger.steps();
        plan.seed = budget_.seed;
        note_locks_that_fell();
        plan.contradictions = contradictions_;
        return plan;
    }
    /// A lock stands or falls with the rest of its pair or three.
    void note_locks_that_fell() {
        for (std::size_t i = 0; i < best_.reviews.size(); ++i)
            if (best_.reviews[i].lock != nullptr && !best_.slots[i])
                note(best_.reviews[i], "a review that belongs to it finds no days");
    }
    void note(const Review& lock, const std::string& why) {
        contradictions_.push_back(
            {"/locks/" + std::to_string(lock.lock->at),
             "the review of " + instance_.urn(lock.host) + " is locked and cannot be: " + why});
    }
    /// Locks that cannot be beside the others. Those that stay find their days again: they are
    /// placed before all else.
    void drop_locks_without_days() {
        const auto slots = Timetable(instance_, rules_, {}).place(locks_);
        std::vector<Review> kept;
        for (std::size_t i = 0; i < locks_.size(); ++i)
            if (slots[i])
                kept.push_back(locks_[i]);
            else
                note(locks_[i], "beside the other locks it finds no days");
        locks_ = std::move(kept);
    }

    const Budget& budget_;
    Instance instance_;
    PairingRules rules_;
    std::vector<Contradiction> contradictions_;
    std::vector<Review> locks_;
    Placement best_;
    Cost best_objective_ = 0;
    std::optional<Bound> bound_;  ///< of the best
    Cost bound_of_ = 0;
    Placement last_;
    std::shared_ptr<Timetable> timetable_;
    std::shared_ptr<Timetable> last_timetable_;
};

}  // namespace

Plan make_plan(const Problem& problem, const Budget& budget) {
    return Planner(problem, budget).run();
}

}  // namespace commonweal::scheduling
