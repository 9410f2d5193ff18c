#pragma once
// Who does what where: the people of each place.

#include <map>
#include <unordered_map>
#include <vector>

#include "domain/catalogue.hpp"

namespace commonweal::view {

/// Somebody who acts for somebody else.
struct Deputy {
    PersonId person;
    Deputising deputising;
};

/// Somebody who had a role at a place, which has ended.
struct Left {
    PersonId person;
    std::string place;
};
BOOST_DESCRIBE_STRUCT(Left, (), (person, place))

/// Somebody and a role of theirs at a place.
struct Post {
    PersonId person;
    HeldRole held;
    std::vector<HeldRole> before{};  ///< as it stood before each correction
};
BOOST_DESCRIBE_STRUCT(Post, (), (person, held, before))

class People {
  public:
    void apply(const Recorded& event);
    /// Whose roles have ended by the event that was folded last: on a day that it began, or before.
    const std::vector<Left>& left() const { return left_; }
    /// Those who hold a role at a place on a day, in the order in which they took it up.
    std::vector<PersonId> at(const std::string& place, Day day) const;
    /// Those who hold this role there.
    std::vector<PersonId> holding(const person::Role& role, Day day) const;
    /// Whoever held it there, holds it or is to hold it: the latest first.
    std::vector<Post> ever_holding(const person::Role& role) const;
    /// Those who act, on that day or later, for somebody who holds this role then.
    std::vector<Deputy> deputies_at(const person::Role& role, Day day) const;
    /// Since when nobody holds a post of a place where somebody works or has worked; none: somebody
    /// does, or nobody ever did anything there. Where nobody ever held it, the day on which the
    /// first of the place began.
    std::optional<Day> vacant_since(const person::Role& role, Day day) const;
    /// The places where somebody works or has worked.
    std::vector<std::string> places() const;

  private:
    void correct(const person::RoleCorrected& fact);
    void end(Left left, Day on);
    void begin(Day day);

    std::unordered_map<std::string, std::vector<Post>> by_place_;
    Day today_ = Day::max();            ///< before the first day began nothing is to come
    std::multimap<Day, Left> leaving_;  ///< on days to come
    std::vector<Left> left_;
    std::map<PersonId, Person> deputies_;  ///< whoever was ever named one: for whom they act

    BOOST_DESCRIBE_CLASS(People, (), (), (), (by_place_, today_, leaving_, left_, deputies_))
};

}  // namespace commonweal::view
