#pragma once
// Who does what where: the people of each place.

#include <map>
#include <unordered_map>
#include <vector>

#include "domain/catalogue.hpp"

namespace commonweal::view {

class People {
  public:
    void apply(const Recorded& event);
    /// Those who hold a role at a place on a day, in the order in which they took it up.
    std::vector<PersonId> at(const std::string& place, Day day) const;

  private:
    struct Post {
        PersonId person;
        HeldRole held;
    };
    std::unordered_map<std::string, std::vector<Post>> by_place_;
};

}  // namespace commonweal::view
