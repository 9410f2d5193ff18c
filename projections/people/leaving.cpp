#include "projections/people/leaving.hpp"

#include "domain/core/among.hpp"

namespace commonweal::view {
namespace {

bool works_at(const std::string& place, PersonId person, const People& people, Day day) {
    return among(people.at(place, day), person);
}

}  // namespace

std::vector<Leaving> leaving(const Recorded& event, const People& people, const Tasks& tasks,
                             const Diary& diary) {
    std::vector<Leaving> all;
    const auto today = diary.engagements().today();
    if (!today) return all;
    for (const auto& [person, place] : people.left()) {
        const auto school = parse_school(place);
        if (!school || works_at(place, person, people, *today)) continue;
        for (const auto review : tasks.reviews_to_come(person, *school, diary))
            all.push_back({review, {person}});
    }
    // One that did not take place after all is still to come, with whoever was on its team.
    if (const auto* corrected = std::get_if<review::HeldCorrected>(&event.fact)) {
        const auto* review = diary.find(EngagementId{corrected->review.bytes});
        for (const auto person : tasks.team_of(corrected->review))
            if (corrected->days.empty() &&
                !works_at(to_text(review->giver), person, people, *today))
                all.push_back({corrected->review, {person}});
    }
    return all;
}

}  // namespace commonweal::view
