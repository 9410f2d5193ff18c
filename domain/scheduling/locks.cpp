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
        auto wrong = wrong_with(lock);
        if (!wrong.empty()) return wrong;
        for (const auto giver : lock.givers) {
            ++gives_[giver];
            pairs_.emplace(giver, lock.host);
        }
        ++receives_[lock.host];
        return {};
    }

  private:
    std::string wrong_with(const Given& lock) const {
        if (lock.givers.size() != givers_wanted())
            return "a review of this round is by " + std::to_string(givers_wanted()) +
                   (givers_wanted() == 1 ? " school" : " schools");
        if (receives_[lock.host] == instance_.member(lock.host).receive)
            return instance_.urn(lock.host) + " wants no more reviews than " +
                   std::to_string(instance_.member(lock.host).receive);
        for (const auto giver : lock.givers)
            if (auto wrong = wrong_with(giver, lock.host); !wrong.empty()) return wrong;
        return wrong_with_team(lock);
    }
    std::string wrong_with(SchoolNumber giver, SchoolNumber host) const {
        if (giver == host) return "a school does not review itself";
        if (const auto by = rules_.blocked(giver, host); by != 0)
            return instance_.urn(giver) + " may not review it (" + words_of(by) + ")";
        if (gives_[giver] == instance_.member(giver).can_give)
            return instance_.urn(giver) + " gives no more reviews than " +
                   std::to_string(instance_.member(giver).can_give);
        if (pairs_.contains({giver, host})) return "it is locked already";
        if (instance_.mode() == Mode::rotation && !instance_.swaps() &&
            pairs_.contains({host, giver}))
            return instance_.urn(host) + " reviews " + instance_.urn(giver) +
                   " by another lock, and swaps are forbidden";
        return {};
    }
    std::string wrong_with_team(const Given& lock) const {
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
    std::set<std::pair<SchoolNumber, SchoolNumber>> pairs_;
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
