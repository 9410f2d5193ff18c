#pragma once
// What is kept for a time only: the sheet and the visitors of a visit, and people whose last role
// ended long ago. A policy proposes to forget them on the day on which their time is over.

#include <map>
#include <vector>

#include "projections/diary/diary.hpp"

namespace commonweal::view {

/// An event whose words have been kept long enough.
struct ExpiredWords {
    Position event = 0;
};
/// Somebody about whom nothing may have to be held any more: what they did meanwhile decides.
struct ExpiredPerson {
    PersonId person;
    Day added_on{};
};
BOOST_DESCRIBE_STRUCT(ExpiredPerson, (), (person, added_on))

class Retention {
  public:
    /// `entered`: what the event did to the diary, which has folded it.
    void apply(const Recorded& event, const Entered& entered);

    /// Both in a fixed order, for the day that the event that was folded last began; nothing for
    /// any other event.
    std::vector<ExpiredWords> expired_words(const Diary& diary) const;
    const std::vector<ExpiredPerson>& expired_people() const { return expired_people_; }

  private:
    void begin(Day day);
    void expires(PersonId person, Day last_day);

    std::map<VisitId, std::vector<Position>> of_visits_;  ///< events with words that expire
    std::map<PersonId, Day> added_on_;
    std::multimap<Day, PersonId> people_;  ///< on days to come
    std::vector<ExpiredPerson> expired_people_;
    std::optional<Day> today_;  ///< where the last event began it

    BOOST_DESCRIBE_CLASS(Retention, (), (), (),
                         (of_visits_, added_on_, people_, expired_people_, today_))
};

}  // namespace commonweal::view
