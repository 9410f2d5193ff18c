// What came before the round, and what is fixed in it.

#include <algorithm>
#include <cmath>

#include "domain/core/sorted.hpp"
#include "domain/scheduling/read_schools.hpp"

namespace commonweal::scheduling {
namespace {

constexpr std::uint32_t ledger_years_usual = 3;

Day years_before(Day day, std::uint32_t years) {
    const std::chrono::year_month_day date{day};
    const auto earlier = date - std::chrono::years{static_cast<int>(years)};
    return earlier.ok() ? Day{earlier} : Day{earlier.year() / earlier.month() / std::chrono::last};
}

/// A lock is strict: what it names has to be there. `wrong` says what is not.
class Reading {
  public:
    Reading(const RoundDays& days, const Names& names, const std::vector<Person>& people,
            bool strict)
        : days_(days), names_(names), people_(people), strict_(strict) {}

    Given read(const GivenReview& review, std::size_t at, std::string& wrong) const {
        Given given;
        given.at = at;
        given.host = school(review.host, wrong);
        if (review.reviewing_school)
            given.givers.push_back(school(*review.reviewing_school, wrong));
        for (const auto& member : review.team) read(member, given, wrong);
        std::ranges::sort(given.givers);
        given.givers.erase(std::ranges::unique(given.givers).begin(), given.givers.end());
        std::ranges::sort(given.people);
        if (given.givers.empty()) wrong = "does not say who reviews";
        given.days_said = !review.days.empty();
        if (given.days_said) given.window = days_.window_of(review.days);
        if (strict_ && given.days_said && !given.window)
            wrong = "has days that are not so many working days in a row of the round";
        return given;
    }

  private:
    void read(const TeamMember& member, Given& given, std::string& wrong) const {
        given.givers.push_back(school(member.school, wrong));
        const auto person = names_.person(member.reviewer);
        if (person && people_[*person].school == given.givers.back()) {
            given.people.push_back(*person);
            if (member.role == review::TeamRole::lead) given.lead = person;
        } else if (strict_ && wrong.empty()) {
            wrong = "has somebody on its team who is no reviewer of that school in this round: " +
                    member.reviewer;
        }
    }
    SchoolNumber school(const std::string& urn, std::string& wrong) const {
        const auto found = names_.school(urn);
        if (!found && wrong.empty()) wrong = "names a school that is not in the round: " + urn;
        return found.value_or(0);
    }

    const RoundDays& days_;
    const Names& names_;
    const std::vector<Person>& people_;
    bool strict_;
};

}  // namespace

void read_history(const Problem& problem, const Names& names, std::vector<Member>& members) {
    const auto& round = problem.round;
    const auto counted =
        years_before(round.first_day, round.ledger_years.value_or(ledger_years_usual));
    const auto repeats = years_before(round.first_day, round.no_repeat_years.value_or(0));
    std::map<std::pair<SchoolNumber, SchoolNumber>, PastWith> between;
    for (const auto& past : problem.history) {
        const auto host = names.school(past.host);
        const auto giver = names.school(past.reviewing_school);
        if (past.on >= round.first_day) continue;
        if (host && past.on > counted) ++members[*host].received;
        if (giver && past.on > counted) ++members[*giver].gave;
        if (!host || !giver || host == giver) continue;
        auto& with = between[{*host, *giver}];
        ++with.reviews;
        with.repeat = with.repeat || past.on > repeats;
        ++between[{*giver, *host}].reviews;
    }
    for (auto& [schools, past] : between) {
        past.other = schools.second;
        members[schools.first].past.push_back(past);
    }
}

std::vector<Given> read_locks(const Problem& problem, const RoundDays& days, const Names& names,
                              const std::vector<Person>& people, Noted& noted) {
    std::vector<Given> locks;
    const Reading reading(days, names, people, true);
    for (std::size_t i = 0; i < problem.locks.size(); ++i) {
        std::string wrong;
        auto lock = reading.read(problem.locks[i], i, wrong);
        if (wrong.empty())
            locks.push_back(std::move(lock));
        else
            noted.once(pointer("locks", i), "the review of " + problem.locks[i].host +
                                                " is locked and cannot be: it " + wrong);
    }
    return locks;
}

std::vector<Given> read_previous(const Problem& problem, const RoundDays& days, const Names& names,
                                 const std::vector<Person>& people, std::vector<Member>& members) {
    std::vector<Given> previous;
    const Reading reading(days, names, people, false);
    for (std::size_t i = 0; i < problem.previous.size(); ++i) {
        std::string wrong;
        auto review = reading.read(problem.previous[i], i, wrong);
        if (!wrong.empty()) continue;
        members[review.host].reviews_before.push_back(previous.size());
        for (const auto giver : review.givers) insert(members[review.host].reviewed_by, giver);
        previous.push_back(std::move(review));
    }
    return previous;
}

}  // namespace commonweal::scheduling
