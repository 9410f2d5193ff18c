#pragma once
// People as the API shows them.

#include "server/app/app.hpp"

namespace commonweal::api {

struct PersonView {
    PersonId id;
    Personal<PersonName> name;
    std::vector<person::Role> roles;
};
BOOST_DESCRIBE_STRUCT(PersonView, (), (id, name, roles))

/// Somebody's name, and the roles that they hold today.
PersonView person_view(app::App& app, PersonId person);

}  // namespace commonweal::api
