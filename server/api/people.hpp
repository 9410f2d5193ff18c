#pragma once
// People as the API shows them.

#include "server/api/call.hpp"

namespace commonweal::api {

struct PersonView {
    PersonId id;
    Personal<PersonName> name;
    std::vector<person::Role> roles;
    std::vector<Deputising> acts_for;  ///< whom they stand in for today
};
BOOST_DESCRIBE_STRUCT(PersonView, (), (id, name, roles, acts_for))

/// What the reader is to the people of a school; throws 403 where they are nothing to them.
access::Relations relations_to_people(const Call& call, SchoolId id, const School& school);

/// Throws a 400 that says how a password must be.
void check_password(const std::optional<std::string>& password);

/// Somebody's name, the roles that they hold today, and for whom they act.
PersonView person_view(app::App& app, PersonId person);

}  // namespace commonweal::api
