#include "tests/domain/scheduling/given_review.hpp"

#include <algorithm>

#include "domain/core/among.hpp"
#include "domain/core/sorted.hpp"

namespace commonweal::scheduling::testing {

std::vector<std::string> schools_of(const GivenReview& review) {
    std::vector<std::string> schools;
    if (review.reviewing_school) insert(schools, *review.reviewing_school);
    for (const auto& member : review.team) insert(schools, member.school);
    return schools;
}

bool same_people(const Facts& facts, const Arranged& review, const GivenReview& given) {
    std::vector<std::string> here;
    std::vector<std::string> there;
    for (const auto person : review.people) insert(here, facts.person(person).id);
    for (const auto& member : given.team) insert(there, member.reviewer);
    return here == there;
}

bool same_schools(const Facts& facts, const Arranged& review, const GivenReview& given) {
    std::vector<std::string> here;
    for (const auto giver : review.givers) insert(here, facts.school(giver).urn);
    return here == schools_of(given);
}

bool same_review(const Facts& facts, const Arranged& review, const GivenReview& given) {
    auto days = given.days;
    std::ranges::sort(days);
    return given.host == facts.school(review.host).urn && same_schools(facts, review, given) &&
           (days.empty() || days == review.days) &&
           (given.team.empty() || same_people(facts, review, given));
}

bool fits(const Facts& facts, const Arranged& review, const GivenReview& lock) {
    const auto known = [](const auto& among_these) {
        return [&](const auto& number) { return number && among(among_these, *number); };
    };
    const auto schools = schools_of(lock);
    return lock.host == facts.school(review.host).urn &&
           std::ranges::all_of(schools, known(review.givers),
                               [&](const std::string& urn) { return facts.find_school(urn); }) &&
           std::ranges::all_of(
               lock.team, known(review.people),
               [&](const TeamMember& member) { return facts.find_person(member.reviewer); }) &&
           std::ranges::all_of(lock.days, [&](Day day) { return among(review.days, day); });
}

}  // namespace commonweal::scheduling::testing
