#include "domain/scheduling/locks.hpp"

#include <algorithm>
#include <set>

#include "domain/core/among.hpp"
#include "domain/scheduling/timetable.hpp"

namespace commonweal::scheduling {
namespace {

std::string words_of(BlockedBy rules) {
    std::string words;
    for (const auto rule : list_of(rules))
        words += (words.empty() ? "" : ", ") +
                 std::string(boost::describe::enum_to_string(rule, "a rule"));
    return words;
}

class Locks {
  public:
    Locks(const Instance& instance, const PairingRules& rules)
        : instance_(instance),
          rules_(rules),
          nothing_(instance),
          gives_(instance.schools()),
          receives_(instance.schools()) {}

    /// What stands against it; empty: nothing, and it is kept.
    std::string keep(const Given& lock) {
        if (lock.givers.size() != givers_wanted())
            return "a review of this round is by " + std::to_string(givers_wanted()) +
                   (givers_wanted() == 1 ? " school" : " schools");
        const auto ways = ways_of(lock);
        auto wrong = wrong_with_team(lock);
        if (wrong.empty() && kept_.contains({lock.host, lock.givers}))
            wrong = "it is locked already";
        const bool along =
            std::ranges::all_of(ways, [&](const Way& way) { return ways_.contains(way); });
        if (wrong.empty() && !along) wrong = wrong_with(ways);
        if (!wrong.empty()) return wrong;
        if (!along) add(ways);
        kept_.emplace(lock.host, lock.givers);
        return {};
    }

  private:
    using Way = std::pair<SchoolNumber, SchoolNumber>;  // giver, host

    /// Who reviews whom by this lock; in pairs and threes with the reviews that belong to it.
    std::vector<Way> ways_of(const Given& lock) const {
        std::vector<Way> ways;
        auto schools = lock.givers;
        schools.push_back(lock.host);
        for (const auto giver : schools)
            for (const auto host : schools)
                if (giver != host && (instance_.mode() != Mode::rotation || host == lock.host))
                    ways.emplace_back(giver, host);
        return ways;
    }
    void add(const std::vector<Way>& ways) {
        for (const auto& [giver, host] : ways) {
            ++gives_[giver];
            receives_[host] += first_of_host(ways, giver, host) ? 1 : 0;
            ways_.emplace(giver, host);
        }
    }
    /// A review by several schools is one for its host.
    static bool first_of_host(const std::vector<Way>& ways, SchoolNumber giver, SchoolNumber host) {
        return std::ranges::find(ways, host, &Way::second)->first == giver;
    }
    std::string wrong_with(const std::vector<Way>& ways) const {
        for (const auto& way : ways)
            if (auto wrong = wrong_with(way); !wrong.empty()) return wrong;
        for (const auto& [giver, host] : ways) {
            const auto more =
                static_cast<std::uint32_t>(std::ranges::count(ways, giver, &Way::first));
            const auto& from = instance_.member(giver);
            const auto& to = instance_.member(host);
            if (gives_[giver] + more > from.can_give)
                return instance_.urn(giver) + " gives no more reviews than " +
                       std::to_string(from.can_give);
            if (receives_[host] + 1 > to.receive)
                return instance_.urn(host) + " wants no more reviews than " +
                       std::to_string(to.receive);
        }
        return {};
    }
    std::string wrong_with(const Way& way) const {
        const auto& [giver, host] = way;
        if (const auto by = rules_.blocked(giver, host); by != 0)
            return instance_.urn(giver) + " may not review " + instance_.urn(host) + " (" +
                   words_of(by) + ")";
        if (ways_.contains(way))
            return instance_.urn(giver) + " reviews " + instance_.urn(host) + " by another lock";
        if (instance_.mode() == Mode::rotation && !instance_.swaps() &&
            ways_.contains({host, giver}))
            return instance_.urn(host) + " reviews " + instance_.urn(giver) +
                   " by another lock, and swaps are forbidden";
        return {};
    }
    std::string wrong_with_team(const Given& lock) const {
        if (among(lock.givers, lock.host)) return "a school does not review itself";
        if (!lock.people.empty() && lock.people.size() != instance_.team_size())
            return "a team of this round has " + std::to_string(instance_.team_size()) + " people";
        const Review review{lock.host, lock.givers, &lock, nullptr};
        const auto windows = Timetable::windows_of(instance_, rules_, review);
        if (windows.none())
            return lock.window ? "not everybody is there on these days"
                               : "there are no days on which everybody is there";
        const Teams teams(instance_, nothing_);
        for (WindowNumber window = 0; window < instance_.days().windows(); ++window)
            if (windows.test(window) && teams.pick(review, window)) return {};
        return "this team cannot go then: somebody is away, out of training or in conflict, or "
               "nobody may lead";
    }
    std::size_t givers_wanted() const {
        if (instance_.mode() == Mode::triads) return 2;
        return instance_.from_different() ? instance_.team_size() : 1;
    }

    const Instance& instance_;
    const PairingRules& rules_;
    Diary nothing_;  ///< with no review in it
    std::vector<std::uint32_t> gives_;
    std::vector<std::uint32_t> receives_;
    std::set<Way> ways_;
    std::set<std::pair<SchoolNumber, std::vector<SchoolNumber>>> kept_;
};

}  // namespace

std::vector<Review> lawful_locks(const Instance& instance, const PairingRules& rules,
                                 std::vector<Contradiction>& contradictions) {
    Locks locks(instance, rules);
    std::vector<Review> kept;
    for (const auto& lock : instance.locks()) {
        const auto wrong = locks.keep(lock);
        if (wrong.empty())
            kept.push_back(
                {lock.host, lock.givers, &lock, review_before(instance, lock.host, lock.givers)});
        else
            contradictions.push_back(
                {"/locks/" + std::to_string(lock.at), "the review of " + instance.urn(lock.host) +
                                                          " is locked and cannot be: " + wrong});
    }
    return kept;
}

const Given* review_before(const Instance& instance, SchoolNumber host,
                           const std::vector<SchoolNumber>& givers) {
    for (const auto number : instance.member(host).reviews_before)
        if (const auto& before = instance.previous()[number]; before.givers == givers)
            return &before;
    return nullptr;
}

}  // namespace commonweal::scheduling
