#pragma once
// The posts of a school: who is lead and head, and since when nobody is.

#include "server/api/people.hpp"

namespace commonweal::api {

struct DeputyView {
    PersonId id;
    Personal<PersonName> name;
    Deputising deputising;
};
BOOST_DESCRIBE_STRUCT(DeputyView, (), (id, name, deputising))

struct HeldDays {
    Day from{};
    std::optional<Day> ended_on;  ///< the first day on which they no longer held it
};
BOOST_DESCRIBE_STRUCT(HeldDays, (), (from, ended_on))

/// From when until when somebody held a post, holds it or is to hold it. Where it ended on its
/// first day and stood otherwise before, they never held it.
struct HeldView {
    PersonId id;
    Personal<PersonName> name;
    Day from{};
    std::optional<Day> ended_on;
    std::vector<HeldDays> before;  ///< as it stood before each correction, oldest first
};
BOOST_DESCRIBE_STRUCT(HeldView, (), (id, name, from, ended_on, before))

struct PostView {
    SchoolId school;
    person::RoleKind role = person::RoleKind::lead;
    std::vector<PersonView> people;  ///< none: it is vacant
    std::optional<Day> vacant_since;
    std::vector<DeputyView> deputies;  ///< of those who hold it, today's and those to come
    std::vector<HeldView> held;        ///< of one school's: everybody's days, latest first
};
BOOST_DESCRIBE_STRUCT(PostView, (), (school, role, people, vacant_since, deputies, held))

}  // namespace commonweal::api
