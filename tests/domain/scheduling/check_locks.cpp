// Reviews that are to stay: a lock is kept unless the plan says that it cannot be.

#include <algorithm>

#include "tests/domain/scheduling/checks.hpp"
#include "tests/domain/scheduling/given_review.hpp"

namespace commonweal::scheduling::testing {
namespace {

/// Something is said of the lock, or of a field of it.
bool contradicted(const Plan& plan, std::size_t number) {
    const auto lock = "/locks/" + std::to_string(number);
    return std::ranges::any_of(plan.contradictions, [&](const Contradiction& contradiction) {
        return contradiction.at == lock || contradiction.at.starts_with(lock + "/");
    });
}

bool kept(const Checked& checked, const GivenReview& lock) {
    return std::ranges::any_of(checked.reviews, [&](const Read& review) {
        return fits(checked.facts, review.arranged, lock);
    });
}

std::string told(const GivenReview& lock) {
    std::string by;
    for (const auto& school : schools_of(lock)) by += (by.empty() ? "" : " and ") + school;
    for (const auto& member : lock.team) by += ", " + member.reviewer;
    return "a review of " + lock.host + " by " + by +
           (lock.days.empty() ? "" : " on " + list_of(lock.days));
}

/// In pairs and threes, reviews hang together: whether the others of a lock are locked is left
/// open.
bool hangs_on_a_lock(const Checked& checked, const Read& review) {
    if (checked.facts.problem.round.mode == Mode::rotation) return false;
    return std::ranges::any_of(checked.facts.problem.locks, [&](const GivenReview& lock) {
        return std::ranges::any_of(review.arranged.givers, [&](auto giver) {
            return checked.facts.school(giver).urn == lock.host;
        });
    });
}

void check_locked(Checked& checked, const Read& review) {
    const auto& locks = checked.facts.problem.locks;
    bool lawful = false;
    bool any = hangs_on_a_lock(checked, review);
    for (std::size_t number = 0; number < locks.size(); ++number) {
        if (!fits(checked.facts, review.arranged, locks[number])) continue;
        any = true;
        lawful = lawful || !contradicted(checked.plan, number);
    }
    if (review.planned->locked && !any)
        checked.fault(review.name, ": expected not to be locked, found locked");
    if (!review.planned->locked && lawful)
        checked.fault(review.name, ": expected to be locked, found not locked");
}

}  // namespace

void check_locks(Checked& checked) {
    const auto& locks = checked.facts.problem.locks;
    for (std::size_t number = 0; number < locks.size(); ++number)
        if (!contradicted(checked.plan, number) && !kept(checked, locks[number]))
            checked.fault("/locks/", number, ": expected ", told(locks[number]),
                          ", found none, and no contradiction");
    for (const auto& review : checked.reviews) check_locked(checked, review);
}

}  // namespace commonweal::scheduling::testing
