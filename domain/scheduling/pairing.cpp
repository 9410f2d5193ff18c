#include "domain/scheduling/pairing.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>
#include <set>
#include <stdexcept>

#include "domain/scheduling/balance.hpp"
#include "domain/scheduling/pair_exchange.hpp"
#include "domain/scheduling/pair_flow.hpp"
#include "domain/scheduling/swap_prices.hpp"

namespace commonweal::scheduling {
namespace {

constexpr std::size_t exchanges_a_review = 10'000;
constexpr int times_to_bring_in = 6;

void check(const PairingProblem& problem) {
    if (problem.give.size() != problem.receive.size())
        throw std::invalid_argument("each school has to say how much it gives and receives");
    std::set<std::pair<SchoolNumber, SchoolNumber>> seen;
    for (const auto& [giver, host, cost, leads] : problem.allowed) {
        if (giver >= problem.give.size() || host >= problem.give.size() || giver == host)
            throw std::invalid_argument("a pairing is not of two schools of the problem");
        if (cost < 0 || cost > pairing_cost_max)
            throw std::invalid_argument("a pairing costs less than nothing, or too much");
        if (!seen.insert({giver, host}).second)
            throw std::invalid_argument("a pairing is there twice");
    }
    if (wanted_in(problem) > reviews_max)
        throw std::invalid_argument("more reviews are wanted than a round can have");
}

class Search {
  public:
    Search(const PairingProblem& problem, const PairingBudget& budget)
        : problem_(problem),
          budget_(budget),
          range_(range_of(problem)),
          unplaced_(range_.more_than_all()),
          prices_(problem_) {
        begin();
    }

    Pairs run() {
        bring_in_at_true_costs();
        for (int time = 0;; ++time) {
            improve();
            const auto more = left_out_of_bound();
            if (more.empty() || spent() || time == times_to_bring_in) break;
            bring_in(more);
        }
        if (!near_enough()) exchange();
        return told();
    }

  private:
    /// Prices are learned, and plans made at them, until one is near enough.
    void improve() {
        for (std::size_t round = 0; !spent() && !near_enough(); ++round) {
            const auto costs = prices_.costs();
            const auto chosen = solve(costs, none_blocked_);
            const bool rose = raise_bound(chosen.cost - prices_.sum());
            if (swaps_in(chosen.pairs) == 0)
                keep(chosen.pairs);
            else if (round % rounds_between_plans() == 0)
                keep(without_swaps(chosen.pairs, costs));
            prices_.learn(chosen.pairs, rose, gap());
        }
        if (!best_) keep(without_swaps(solve(true_costs(), none_blocked_).pairs, true_costs()));
    }
    void begin() {
        flow_.emplace(problem_, unplaced_ * price_unit);
        prices_.follow(problem_);
        none_blocked_.assign(problem_.allowed.size(), false);
        if (best_) best_->resize(problem_.allowed.size());
    }

    /// What was left out and is worth choosing comes in, until there is nothing more.
    void bring_in_at_true_costs() {
        if (!problem_.left_out) return;
        for (int time = 0; time < times_to_bring_in && !spent(); ++time) {
            solve(true_costs(), none_blocked_);
            const auto more = left_out(flow_->prices());
            if (more.empty()) return;
            bring_in(more);
        }
    }
    void bring_in(const std::vector<Pairing>& more) {
        for (const auto& pairing : more) brought_in_.emplace(pairing.giver, pairing.host);
        problem_.allowed.insert(problem_.allowed.end(), more.begin(), more.end());
        begin();
    }
    std::vector<Pairing> left_out(const Prices& prices) const {
        auto pairings = problem_.left_out(prices);
        std::erase_if(pairings, [&](const Pairing& pairing) {
            return brought_in_.contains({pairing.giver, pairing.host});
        });
        return pairings;
    }
    /// At the prices of the bound, which is lowered so that it holds for them as well.
    std::vector<Pairing> left_out_of_bound() {
        if (!problem_.left_out || bound_holds_for_all_) return {};
        auto pairings = left_out(bound_prices_);
        bound_ -= share_of(pairings, bound_prices_, problem_.receive);
        bound_holds_for_all_ = true;
        return pairings;
    }

    std::size_t rounds_between_plans() const { return quick() ? 1 : 10; }
    bool spent() const {
        return flows_ > 0 && (flows_ >= budget_.flows || (budget_.stop && budget_.stop()));
    }
    bool near_enough() const {
        if (!best_) return false;
        const auto away = objective(*best_) - bound();
        return away == 0 || (!quick() && away <= std::abs(cost_of(*best_)) / budget_.near_enough);
    }
    /// A flow takes no time.
    bool quick() const {
        constexpr std::size_t few = 2'000;
        return problem_.allowed.size() < few;
    }
    PairFlow::Chosen solve(const std::vector<Cost>& costs, const std::vector<bool>& blocked) {
        ++flows_;
        auto chosen = flow_->least(costs, blocked);
        chosen.cost += unplaced_ * price_unit * static_cast<Cost>(wanted_in(problem_));
        return chosen;
    }
    bool raise_bound(Cost in_price_units) {
        if (in_price_units <= bound_) return false;
        bound_ = in_price_units;
        bound_prices_ = flow_->prices();
        bound_holds_for_all_ = false;
        return true;
    }
    /// Costs are whole, so a bound may be rounded up.
    Cost bound() const {
        const auto down = bound_ / price_unit;
        return down + (bound_ > down * price_unit ? 1 : 0);
    }
    /// How far the plan is from the bound, were as many placed: prices learn by that.
    Cost gap() const {
        if (!best_) return unplaced_;
        const auto all = objective(*best_) * price_unit - bound_;
        return std::clamp<Cost>(all, price_unit, unplaced_ * price_unit / 64);
    }

    std::size_t swaps_in(const std::vector<bool>& pairs) const {
        return static_cast<std::size_t>(std::ranges::count_if(
            prices_.opposites(),
            [&](const auto& both) { return pairs[both.one] && pairs[both.other]; }));
    }
    /// The dearer of each swap is taken away and the rest chosen anew, until none is left; then
    /// all are chosen at their true costs, each two in the direction that was found.
    std::vector<bool> without_swaps(std::vector<bool> pairs, const std::vector<Cost>& costs) {
        auto blocked = none_blocked_;
        while (swaps_in(pairs) > 0) {
            for (const auto& both : prices_.opposites())
                if (pairs[both.one] && pairs[both.other]) blocked[dearer(both, costs)] = true;
            if (spent()) return without_blocked(std::move(pairs), blocked);
            pairs = solve(costs, blocked).pairs;
        }
        if (spent()) return pairs;
        for (const auto& both : prices_.opposites()) {
            const auto away = pairs[both.one]     ? both.other
                              : pairs[both.other] ? both.one
                                                  : dearer(both, costs);
            blocked[both.one] = away == both.one;
            blocked[both.other] = away == both.other;
        }
        return solve(true_costs(), blocked).pairs;
    }
    static std::size_t dearer(const SwapPrices::Opposite& both, const std::vector<Cost>& costs) {
        return costs[both.one] > costs[both.other] ? both.one : both.other;
    }
    static std::vector<bool> without_blocked(std::vector<bool> pairs,
                                             const std::vector<bool>& blocked) {
        for (std::size_t i = 0; i < pairs.size(); ++i) pairs[i] = pairs[i] && !blocked[i];
        return pairs;
    }
    std::vector<Cost> true_costs() const {
        std::vector<Cost> costs;
        for (const auto& pairing : problem_.allowed) costs.push_back(pairing.cost * price_unit);
        return costs;
    }

    void exchange() {
        const auto tries = std::min<std::size_t>(
            budget_.exchanges, exchanges_a_review * static_cast<std::size_t>(wanted_in(problem_)));
        keep(exchanged(problem_, *best_, tries, budget_.seed, budget_.stop));
    }
    void keep(std::vector<bool> pairs) {
        if (!best_ || objective(pairs) < objective(*best_)) best_ = std::move(pairs);
    }
    Cost cost_of(const std::vector<bool>& pairs) const {
        Cost cost = 0;
        std::vector<std::int64_t> more(problem_.give.size());
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            if (!pairs[i]) continue;
            cost += problem_.allowed[i].cost;
            ++more[problem_.allowed[i].giver];
            if (problem_.givers == 1) --more[problem_.allowed[i].host];
        }
        for (SchoolNumber school = 0; school < more.size(); ++school)
            cost += Balance(problem_, school).of(more[school]);
        return cost;
    }
    std::uint64_t unplaced_in(const std::vector<bool>& pairs) const {
        return wanted_in(problem_) - static_cast<std::uint64_t>(std::ranges::count(pairs, true));
    }
    Cost objective(const std::vector<bool>& pairs) const {
        return static_cast<Cost>(unplaced_in(pairs)) * unplaced_ + cost_of(pairs);
    }

    Pairs told() const {
        Pairs told;
        for (std::size_t i = 0; i < best_->size(); ++i)
            if ((*best_)[i]) told.chosen.push_back(problem_.allowed[i]);
        std::ranges::sort(told.chosen, {}, [](const Pairing& pairing) {
            return std::pair{pairing.host, pairing.giver};
        });
        told.unplaced = unplaced_in(*best_);
        told.cost = cost_of(*best_);
        // However dear the rest is, less than so many unplaced would be below the bound.
        const auto at_least = (bound() - range_.most + unplaced_ - 1) / unplaced_;
        told.unplaced_bound = static_cast<std::uint64_t>(
            std::clamp<Cost>(at_least, 0, static_cast<Cost>(told.unplaced)));
        told.cost_bound = bound() - static_cast<Cost>(told.unplaced) * unplaced_;
        told.flows = flows_;
        return told;
    }

    PairingProblem problem_;  ///< what was left out comes in
    std::set<std::pair<SchoolNumber, SchoolNumber>> brought_in_;
    const PairingBudget& budget_;
    CostRange range_;
    Cost unplaced_;
    std::optional<PairFlow> flow_;
    SwapPrices prices_;
    std::vector<bool> none_blocked_;
    std::optional<std::vector<bool>> best_;
    Cost bound_ = std::numeric_limits<Cost>::min() / 2;  ///< in price units
    Prices bound_prices_;
    bool bound_holds_for_all_ = true;  ///< also for what was left out of allowed
    std::size_t flows_ = 0;
};

}  // namespace

Pairs choose_pairs(const PairingProblem& problem, const PairingBudget& budget) {
    check(problem);
    return Search(problem, budget).run();
}

}  // namespace commonweal::scheduling
