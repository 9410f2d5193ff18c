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

struct PostView {
    SchoolId school;
    person::RoleKind role = person::RoleKind::lead;
    std::vector<PersonView> people;  ///< none: it is vacant
    std::optional<Day> vacant_since;
    std::vector<DeputyView> deputies;  ///< of those who hold it, today's and those to come
};
BOOST_DESCRIBE_STRUCT(PostView, (), (school, role, people, vacant_since, deputies))

}  // namespace commonweal::api
