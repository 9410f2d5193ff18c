#include "domain/scheduling/pair_exchange.hpp"

#include <algorithm>
#include <optional>

#include "domain/scheduling/balance.hpp"
#include "domain/scheduling/sequence.hpp"

namespace commonweal::scheduling {
namespace {

using Number = std::uint32_t;  // of an allowed pairing

constexpr std::size_t tries_between_questions = 4096;

class Exchange {
  public:
    Exchange(const PairingProblem& problem, std::vector<bool> pairs, std::uint64_t seed)
        : problem_(problem),
          by_giver_(problem.give.size()),
          given_(problem.give.size()),
          received_(problem.give.size()),
          chosen_(std::move(pairs)),
          sequence_(seed) {
        for (Number number = 0; number < problem.allowed.size(); ++number)
            by_giver_[problem.allowed[number].giver].push_back(number);
        cheapest_first_ = by_giver_;
        for (auto& numbers : by_giver_)
            std::ranges::sort(numbers, {}, [&](Number number) { return host_of(number); });
        for (auto& numbers : cheapest_first_)
            std::ranges::sort(numbers, {}, [&](Number number) { return cost_of(number); });
        for (Number number = 0; number < chosen_.size(); ++number)
            if (chosen_[number]) note(number);
    }

    std::vector<bool> run(std::size_t tries, const std::function<bool()>& stop) {
        const auto before = chosen_;
        const auto begun = cost_;
        const auto hottest = temperature();
        for (std::size_t done = 0; done < tries; ++done) {
            if (done % tries_between_questions == 0 && stop && stop()) break;
            const auto left = static_cast<Cost>(tries - done);
            attempt(sequence_.exponential(hottest * left / static_cast<Cost>(tries)));
        }
        return cost_ < begun ? chosen_ : before;
    }

  private:
    SchoolNumber giver_of(Number number) const { return problem_.allowed[number].giver; }
    SchoolNumber host_of(Number number) const { return problem_.allowed[number].host; }
    Cost cost_of(Number number) const { return problem_.allowed[number].cost; }

    /// A quarter of what a pairing costs on the average.
    Cost temperature() const {
        const auto chosen = std::ranges::count(chosen_, true);
        return chosen == 0 ? 0 : cost_ / chosen / 4;
    }
    std::size_t below(std::size_t bound) { return sequence_.below(bound); }

    std::optional<Number> pairing(SchoolNumber giver, SchoolNumber host) const {
        const auto& numbers = by_giver_[giver];
        const auto found = std::ranges::lower_bound(numbers, host, {},
                                                    [&](Number number) { return host_of(number); });
        if (found == numbers.end() || host_of(*found) != host) return std::nullopt;
        return *found;
    }
    bool can_be_chosen(Number number) const {
        if (chosen_[number] || !problem_.allowed[number].leads) return false;
        if (problem_.swaps) return true;
        const auto opposite = pairing(host_of(number), giver_of(number));
        return !opposite || !chosen_[*opposite];
    }

    /// One pairing that is not chosen comes in, and what stands in its way goes.
    void attempt(Cost at_most) {
        const auto giver = below(cheapest_first_.size());
        const auto& pairings = cheapest_first_[giver];
        if (pairings.empty()) return;
        const auto wanted = pairings[std::min(below(pairings.size()), below(pairings.size()))];
        auto& at_host = received_[host_of(wanted)];
        if (at_host.empty() || !can_be_chosen(wanted)) return;
        const auto instead_of = at_host[below(at_host.size())];
        if (given_[giver].size() < problem_.give[giver])
            take_over(wanted, instead_of, at_most);
        else if (!given_[giver].empty())
            exchange(wanted, instead_of, given_[giver][below(given_[giver].size())], at_most);
    }
    void take_over(Number wanted, Number instead_of, Cost at_most) {
        const auto more = cost_of(wanted) - cost_of(instead_of) + step_of(giver_of(wanted), 1) +
                          step_of(giver_of(instead_of), -1);
        if (more > at_most) return;
        cost_ += more - cost_of(wanted) + cost_of(instead_of);
        forget(instead_of);
        choose(wanted);
    }
    /// Whoever gave to the host of the one that is wanted goes where its giver went before.
    void exchange(Number wanted, Number instead_of, Number given_up, Cost at_most) {
        const auto in_return = pairing(giver_of(instead_of), host_of(given_up));
        if (!in_return || !can_be_chosen(*in_return)) return;
        if (cost_of(wanted) + cost_of(*in_return) - cost_of(instead_of) - cost_of(given_up) >
            at_most)
            return;
        forget(instead_of);
        forget(given_up);
        choose(wanted);
        choose(*in_return);
    }

    /// What it does to the balance that a school gives one more or one less.
    Cost step_of(SchoolNumber school, std::int64_t by) const {
        if (problem_.balance == 0) return 0;
        const Balance balance(problem_, school);
        const auto more =
            static_cast<std::int64_t>(given_[school].size()) -
            (problem_.givers == 1 ? static_cast<std::int64_t>(received_[school].size()) : 0);
        return balance.of(more + by) - balance.of(more);
    }

    void note(Number number) {
        given_[giver_of(number)].push_back(number);
        received_[host_of(number)].push_back(number);
        cost_ += cost_of(number);
    }
    void choose(Number number) {
        chosen_[number] = true;
        note(number);
    }
    void forget(Number number) {
        chosen_[number] = false;
        std::erase(given_[giver_of(number)], number);
        std::erase(received_[host_of(number)], number);
        cost_ -= cost_of(number);
    }

    const PairingProblem& problem_;
    std::vector<std::vector<Number>>
        by_giver_;  ///< all that are allowed, in the order of the hosts
    std::vector<std::vector<Number>> cheapest_first_;
    std::vector<std::vector<Number>> given_;     ///< those that are chosen, by giver
    std::vector<std::vector<Number>> received_;  ///< and by host
    std::vector<bool> chosen_;
    Cost cost_ = 0;
    Sequence sequence_;
};

}  // namespace

std::vector<bool> exchanged(const PairingProblem& problem, std::vector<bool> pairs,
                            std::size_t tries, std::uint64_t seed,
                            const std::function<bool()>& stop) {
    if (problem.allowed.empty()) return pairs;
    return Exchange(problem, std::move(pairs), seed).run(tries, stop);
}

}  // namespace commonweal::scheduling
